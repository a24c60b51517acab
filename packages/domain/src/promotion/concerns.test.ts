import { expect, test } from 'vitest';
import { type CategoryId, id, type ProductId, type SkuId } from '../kernel/index.ts';
import { minor, unitPriceE4 } from '../money/index.ts';
import { type CartLine, concerns } from './index.ts';

const pens = id<CategoryId>('pens');
const cups = id<CategoryId>('cups');
const line: CartLine = {
  id: 'a',
  skuId: id<SkuId>('pen'),
  productId: id<ProductId>('p'),
  categoryIds: [pens],
  quantity: 1,
  gross: minor(100),
  unitPriceE4: unitPriceE4(10_000),
  floor: minor(0),
};
const off = { type: 'amount-off-order', amount: minor(1) } as const;

test('a promotion that names no goods concerns all, one that names goods those it counts or reduces', () => {
  expect(concerns({ actions: [off] }, line)).toBe(true);
  expect(concerns({ actions: [{ ...off, scope: { categoryIds: [cups] } }] }, line)).toBe(false);
  const counts = { conditions: [{ type: 'quantity', min: 5, scope: { categoryIds: [pens] } }] } as const;
  expect(concerns({ ...counts, actions: [{ ...off, scope: { categoryIds: [cups] } }] }, line)).toBe(true);
  expect(concerns({ conditions: [{ type: 'order-number', n: 1 }], actions: [off] }, line)).toBe(true);
});

test('every part of a set and both sides of a gift in kind count', () => {
  const get = { scope: { categoryIds: [pens] }, quantity: 1, percent: '100' };
  const buy = { scope: { categoryIds: [cups] }, quantity: 5 };
  expect(concerns({ actions: [{ type: 'buy-get', buy, get }] }, line)).toBe(true);
  const items = [
    { scope: { categoryIds: [cups] }, quantity: 1 },
    { scope: { skuIds: [line.skuId] }, quantity: 1 },
  ];
  expect(concerns({ actions: [{ type: 'bundle', items, total: minor(9) }] }, line)).toBe(true);
  expect(
    concerns(
      {
        actions: [
          { type: 'percent-off-lines', percent: '5', scope: { categoryIds: [pens], except: { skuIds: [line.skuId] } } },
        ],
      },
      line,
    ),
  ).toBe(false);
});
