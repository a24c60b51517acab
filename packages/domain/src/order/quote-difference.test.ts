import fc from 'fast-check';
import { expect, test } from 'vitest';
import { id, type SkuId } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import { anOrder, aPromotion, quoteInputs } from '../testing/index.ts';
import { quote } from './quote.ts';
import { quoteDifference } from './quote-difference.ts';
import type { QuoteInput } from './quote-input.ts';

const priced = (input: QuoteInput) => {
  const result = quote(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('lines, shipping, promotions, gifts and points that changed, and nothing else', () => {
  const promotions = [
    aPromotion('off', { type: 'percent-off-order', percent: '10' }),
    aPromotion('gift', { type: 'gift', options: [{ skuId: id<SkuId>('mug'), quantity: 1 }], perQuantity: 2 }),
  ];
  const before = priced(anOrder({ a: [1, 10], b: [1, 5] }, { promotions, shipping: { amount: minor(500) } }));
  const after = priced(
    anOrder(
      { a: [3, 10], c: [2, 1] },
      { promotions, shipping: { amount: minor(300) }, points: { points: 200, worth: '1' } },
    ),
  );
  expect(quoteDifference(before, after)).toEqual({
    lines: [
      { lineId: 'a', skuId: 'a', quantityBefore: 1, quantityAfter: 3, before: 900, after: 2_512, change: 1_612 },
      { lineId: 'b', skuId: 'b', quantityBefore: 1, quantityAfter: 0, before: 450, after: 0, change: -450 },
      { lineId: 'c', skuId: 'c', quantityBefore: 0, quantityAfter: 2, before: 0, after: 168, change: 168 },
    ],
    shipping: { before: 500, after: 300, change: -200 },
    promotions: [{ promotionId: 'off', before: 150, after: 320, change: 170 }],
    gifts: [{ skuId: 'mug', change: 1 }],
    pointsUsed: { before: 0, after: 200 },
    payable: { before: 1_850, after: 2_980, change: 1_130 },
  });
});

test('an order does not differ from itself', () => {
  const order = priced(anOrder({ a: [1, 10] }));
  expect(quoteDifference(order, order)).toMatchObject({ lines: [], promotions: [], gifts: [], payable: { change: 0 } });
});

test('the changes of lines and shipping sum to the change of what is paid', () => {
  fc.assert(
    fc.property(quoteInputs, quoteInputs, (one, other) => {
      const { lines, shipping, payable } = quoteDifference(priced(one), priced(other));
      expect(lines.reduce((sum, { change }) => sum + change, 0) + shipping.change).toBe(payable.change);
    }),
    { numRuns: 1_000 },
  );
});
