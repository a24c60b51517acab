import { expect, test } from 'vitest';
import { id, type SkuId } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import { anOrder, aPrice, aPromotion } from '../testing/index.ts';
import { quote } from './quote.ts';
import type { QuoteInput } from './quote-input.ts';
import { type ReturnOfOrder, refundReturn } from './refund-return.ts';

const off20From100 = aPromotion(
  'off',
  { type: 'amount-off-order', amount: minor(2_000) },
  { conditions: [{ type: 'items-total', min: minor(10_000) }] },
);
const input = anOrder({ a: [10, 8], b: [5, 6] }, { promotions: [off20From100] });

const refund = (more: Partial<ReturnOfOrder>, order: QuoteInput = input) => {
  const placed = quote(order);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const result = refundReturn({ input: order, placed: placed.value, returning: [], ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('keep share: each unit brings back what it paid, the discount of the rest stays', () => {
  // ¥80 + ¥30 − ¥20: line a paid ¥65.45, so five of its ten units bring back ¥32.73.
  expect(refund({ returning: [{ lineId: 'a', units: 5 }] })).toMatchObject({
    policy: 'keep-share',
    amount: 3_273,
    adjustment: 0,
    shares: [{ lineId: 'a', units: 5, amount: 3_273 }],
  });
});

test('reprice: the threshold is lost, so the kept goods cost their full price', () => {
  // Kept: ¥40 + ¥30 = ¥70 without the ¥20; ¥90 were paid, so ¥20 come back.
  const repriced = refund({ returning: [{ lineId: 'a', units: 5 }], policy: 'reprice-promotions' });
  expect(repriced).toMatchObject({ amount: 2_000, adjustment: -1_273 });
  expect(repriced.difference.promotions).toEqual([{ promotionId: 'off', before: 2_000, after: 0, change: -2_000 }]);
  expect(repriced.difference.payable).toEqual({ before: 9_000, after: 7_000, change: -2_000 });
});

test('a refund is never negative, and what repricing could not take is taken from a later return', () => {
  const small = refund({ returning: [{ lineId: 'b', units: 3 }], policy: 'reprice-promotions' });
  expect(small.amount).toBe(0);
  const rest = refund({
    earlier: { units: [{ lineId: 'b', units: 3 }], refunded: small.amount },
    returning: [
      { lineId: 'b', units: 2 },
      { lineId: 'a', units: 10 },
    ],
    policy: 'reprice-promotions',
  });
  expect(rest.amount).toBe(9_000);
});

test('price tiers are kept, or chosen afresh when the policy says all', () => {
  const tiered: QuoteInput = {
    ...anOrder({ a: [10, 10] }),
    prices: [aPrice('a', 10), aPrice('a', 8, { minQuantity: 10 })],
  };
  const returning = [{ lineId: 'a', units: 1 }];
  expect(refund({ returning, policy: 'reprice-promotions' }, tiered).amount).toBe(800);
  expect(refund({ returning, policy: 'reprice-all' }, tiered).amount).toBe(0);
});

test('a gift that lost its cause is named, under every policy', () => {
  const gift = aPromotion('gift', {
    type: 'gift',
    options: [{ skuId: id<SkuId>('mug'), quantity: 1 }],
    perQuantity: 5,
  });
  const order = anOrder({ a: [10, 8] }, { promotions: [gift] });
  expect(refund({ returning: [{ lineId: 'a', units: 6 }] }, order).giftsLost).toEqual([{ skuId: 'mug', quantity: 2 }]);
  expect(refund({ returning: [{ lineId: 'a', units: 5 }], policy: 'reprice-promotions' }, order).giftsLost).toEqual([
    { skuId: 'mug', quantity: 1 },
  ]);
});

test('points come back by share, closing exactly; or what repricing no longer uses', () => {
  const order = anOrder({ a: [3, 10] }, { points: { points: 1_000, worth: '1' } });
  const back = [0, 1, 2].map(
    (before) =>
      refund(
        {
          earlier: { units: [{ lineId: 'a', units: before }], refunded: minor(0) },
          returning: [{ lineId: 'a', units: 1 }],
        },
        order,
      ).points,
  );
  expect(back).toEqual([333, 334, 333]);
  const capped = anOrder({ a: [3, 10] }, { points: { points: 1_000, worth: '1', maxPercent: '30' } });
  expect(refund({ returning: [{ lineId: 'a', units: 1 }], policy: 'reprice-promotions' }, capped).points).toBe(300);
});

test.each([
  [[{ lineId: 'x', units: 1 }], { kind: 'unknown-line', lineId: 'x' }],
  [[{ lineId: 'a', units: 11 }], { kind: 'more-than-bought', lineId: 'a', returnable: 10 }],
  [
    [
      { lineId: 'a', units: 6 },
      { lineId: 'a', units: 5 },
    ],
    { kind: 'more-than-bought', lineId: 'a', returnable: 10 },
  ],
  [[{ lineId: 'a', units: -1 }], { kind: 'more-than-bought', lineId: 'a', returnable: 10 }],
  [[{ lineId: 'a', units: 0.5 }], { kind: 'more-than-bought', lineId: 'a', returnable: 10 }],
])('%j cannot come back', (returning, error) => {
  const placed = quote(input);
  expect(placed.ok && refundReturn({ input, placed: placed.value, returning })).toEqual({ ok: false, error });
});

test('what came back before is no longer returnable', () => {
  const placed = quote(input);
  const earlier = { units: [{ lineId: 'a', units: 9 }], refunded: minor(1) };
  expect(
    placed.ok && refundReturn({ input, placed: placed.value, earlier, returning: [{ lineId: 'a', units: 2 }] }),
  ).toMatchObject({ error: { returnable: 1 } });
});
