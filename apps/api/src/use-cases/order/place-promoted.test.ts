import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { id, type PromotionId, type SkuId } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Promotion } from '@tradeline/domain/promotion';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { viewOrder } from './view-order.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const run = async (code: string, rule: Omit<Promotion, 'id'>): Promise<void> => {
  const definition: Promotion = { ...rule, id: id<PromotionId>(newId()) };
  await shop.db
    .insert(schema.promotions)
    .values({ id: definition.id, code, name: { zh: code }, definition, status: 'active' });
};
const ordered = async (lines: { skuId: string; quantity: number }[]) => {
  const placed = await place(shop.deps, await shop.addBuyer(), lines);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const order = await viewOrder(shop.deps, { kind: 'all' }, placed.value.id);
  if (!order.ok) throw new Error('not found');
  return order.value;
};

test('a running promotion lowers what the order costs, and a gift stands on its own line and holds its stock', async () => {
  const [goods, gift] = [
    await shop.addSku({ price: 500_000, north: 100 }),
    await shop.addSku({ price: 80_000, south: 5 }),
  ];
  await run('over-200', {
    conditions: [{ type: 'items-total', min: minor(20_000) }],
    actions: [{ type: 'amount-off-order', amount: minor(3000) }],
  });
  await run('gift', {
    conditions: [{ type: 'items-total', min: minor(20_000), base: 'list' }],
    actions: [{ type: 'gift', options: [{ skuId: id<SkuId>(gift.skuId), quantity: 2 }] }],
  });
  expect(await ordered([{ skuId: goods.skuId, quantity: 3 }])).toMatchObject({
    totalAmount: 15_000,
    discountAmount: 0,
    lines: [{ isGift: false }],
  });
  const order = await ordered([{ skuId: goods.skuId, quantity: 4 }]);
  expect(order).toMatchObject({
    goodsAmount: 20_000,
    discountAmount: 3000,
    totalAmount: 17_000,
    lines: [
      { skuId: goods.skuId, netAmount: 17_000, isGift: false },
      { skuId: gift.skuId, netAmount: 0, quantity: 2, isGift: true },
    ],
  });
  expect(order.held.find((held) => held.skuId === gift.skuId)).toMatchObject({
    quantity: 2,
    warehouseId: shop.warehouses.south,
  });
  await ordered([{ skuId: goods.skuId, quantity: 4 }]);
  const last = await ordered([{ skuId: goods.skuId, quantity: 4 }]);
  expect(last.lines.filter((line) => line.isGift)).toMatchObject([{ quantity: 1 }]);
  const none = await ordered([{ skuId: goods.skuId, quantity: 4 }]);
  expect([none.totalAmount, none.lines.length]).toEqual([17_000, 1]);
  expect(await shop.broken()).toEqual({});
});
