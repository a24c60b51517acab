import { id, instant, type PriceListId, type PromotionId, type SkuId } from '@tradeline/domain/kernel';
import { minor, unitPriceE4 } from '@tradeline/domain/money';
import type { QuoteInput } from '@tradeline/domain/order';
import { expect, test } from 'vitest';
import { promise } from './promised.ts';

const price = (sku: string, amountE4: number) =>
  ({ skuId: id<SkuId>(sku), listId: id<PriceListId>('base'), kind: 'base', amountE4: unitPriceE4(amountE4) }) as const;
const goods: QuoteInput = {
  now: instant('2026-03-06T06:30:00.000Z'),
  lines: [{ id: 'pen', skuId: id<SkuId>('pen'), quantity: 1 }],
  prices: [price('pen', 100_000)],
  promotions: [
    {
      id: id<PromotionId>('off'),
      conditions: [{ type: 'items-total', min: minor(10_000) }],
      actions: [{ type: 'amount-off-order', amount: minor(600) }],
    },
  ],
  tax: { pricesIncludeTax: true },
};
const cart: QuoteInput = {
  ...goods,
  lines: [{ id: 'cup', skuId: id<SkuId>('cup'), quantity: 8 }],
  prices: [price('cup', 100_000)],
};

test('what is missing counts the goods of the cart, and what it costs is what the cart then costs more', () => {
  expect(promise(goods, undefined, 'pen', 3)).toMatchObject({ extra: 3_000, gross: 3_000 });
  expect(promise(goods, undefined, 'pen', 3)?.offers.get('off')).toMatchObject({ missing: { amount: 7_000 } });
  expect(promise(goods, cart, 'pen', 1)?.offers.get('off')).toMatchObject({ missing: { amount: 1_000 } });
  const reached = promise(goods, cart, 'pen', 2);
  expect(reached).toMatchObject({ extra: 1_400, gross: 2_000 });
  expect(reached?.offers.get('off')).toEqual({ state: 'applies' });
});

test('goods that are in the cart already count on from there', () => {
  const there = { ...cart, lines: goods.lines.map((line) => ({ ...line, quantity: 9 })), prices: goods.prices };
  expect(promise(goods, there, 'pen', 1)).toMatchObject({ extra: 400, gross: 1_000 });
});

test('without a price or a quantity nothing is promised', () => {
  expect(promise({ ...goods, prices: [] }, cart, 'pen', 1)).toBeUndefined();
  expect(promise(goods, cart, 'pen', 0)).toBeUndefined();
});
