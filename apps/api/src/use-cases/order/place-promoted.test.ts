import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { id, type PromotionId, type SkuId } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Promotion } from '@tradeline/domain/promotion';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { place, readyToPlace } from '../../testing/place.ts';
import { placeOrder } from './place-order.ts';
import { viewOrder } from './view-order.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const run = async (code: string, rule: Omit<Promotion, 'id'>): Promise<void> => {
  const definition: Promotion = { ...rule, id: id<PromotionId>(newId()) };
  await shop.db
    .insert(schema.promotions)
    .values({ id: definition.id, code, name: { zh: code }, definition, status: 'active' });
};
/** What is the same for everybody comes from the database until the index is made, then from memory. */
const ways = ['database', 'memory'] as const;
const ordered = async (way: (typeof ways)[number], lines: { skuId: string; quantity: number }[]) => {
  const buyer = await shop.addBuyer();
  if (way === 'memory') await shop.deps.search.catchUp();
  const wish = await readyToPlace(shop.deps, buyer, lines);
  const kept = way === 'memory' ? vi.spyOn((await shop.deps.search.state()).lines, 'kept') : undefined;
  const placed = await placeOrder(shop.deps, buyer, 'test', wish);
  if (kept) expect(kept.mock.results.map(({ value }) => value !== undefined)).toEqual([true]);
  kept?.mockRestore();
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const order = await viewOrder(shop.deps, { kind: 'all' }, placed.value.id);
  if (!order.ok) throw new Error('not found');
  return order.value;
};

test.each(ways)(
  'from %s: a running promotion lowers what the order costs, and a gift stands on its own line and holds its stock',
  async (way) => {
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
    expect(await ordered(way, [{ skuId: goods.skuId, quantity: 3 }])).toMatchObject({
      totalAmount: 15_000,
      discountAmount: 0,
      lines: [{ isGift: false }],
    });
    const order = await ordered(way, [{ skuId: goods.skuId, quantity: 4 }]);
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
    await ordered(way, [{ skuId: goods.skuId, quantity: 4 }]);
    const last = await ordered(way, [{ skuId: goods.skuId, quantity: 4 }]);
    expect(last.lines.filter((line) => line.isGift)).toMatchObject([{ quantity: 1 }]);
    const none = await ordered(way, [{ skuId: goods.skuId, quantity: 4 }]);
    expect([none.totalAmount, none.lines.length]).toEqual([17_000, 1]);
    expect(await shop.broken()).toEqual({});
  },
);

test('a price, a promotion or a withdrawal of a moment ago counts in the order, though memory does not know of it yet', async () => {
  const goods = [await shop.addSku({ price: 500_000, north: 100 }), await shop.addSku({ price: 90_000, north: 100 })];
  const lines = goods.map(({ skuId }) => ({ skuId, quantity: 1 }));
  const buyer = await shop.addBuyer();
  await shop.deps.search.catchUp();
  const wish = await readyToPlace(shop.deps, buyer, lines);
  await shop.raw`update prices set unit_price_e_4 = 510000 where sku_id = ${goods[0]!.skuId}`;
  expect(await placeOrder(shop.deps, buyer, 'test', wish)).toMatchObject({
    ok: false,
    error: { kind: 'total-changed', actual: 6000 },
  });
  await shop.deps.search.catchUp();
  await run('ten-off', { actions: [{ type: 'amount-off-order', amount: minor(1000) }] });
  expect(await place(shop.deps, buyer, lines)).toMatchObject({ ok: true, value: { total: 5000 } });
  const again = await readyToPlace(shop.deps, buyer, lines);
  await shop.raw`update skus set status = 'withdrawn' where id = ${goods[1]!.skuId}`;
  expect(await placeOrder(shop.deps, buyer, 'test', again)).toMatchObject({
    ok: false,
    error: { kind: 'sku-withdrawn' },
  });
  expect(await shop.broken()).toEqual({});
});
