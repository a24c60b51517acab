import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { checkQuantity } from '../../catalog/index.ts';
import { minor, ZERO } from '../../money/index.ts';
import { aPrice, aPromotion, NOON } from '../../testing/index.ts';
import { customerHistories } from '../customers/index.ts';
import { dueLines, dueQuantity, type SuggestOrderInput, suggestOrder } from './index.ts';

const asOf = day('2026-03-06');
/** Orders of one customer: days before today, and units of each SKU. */
const historyOf = (orders: readonly (readonly [daysAgo: number, items: Readonly<Record<string, number>>])[]) =>
  customerHistories(
    orders.flatMap(([daysAgo, items]) =>
      Object.entries(items).map(([skuId, quantity]) => ({
        orderId: `o${daysAgo}`,
        customerId: 'c1',
        day: plusDays(asOf, -daysAgo),
        skuId,
        quantity,
        amount: ZERO,
      })),
    ),
  )[0]!;

const weekly = historyOf([28, 21, 14, 7].map((daysAgo) => [daysAgo, { tea: 20, rice: 10 }] as const));
const input: SuggestOrderInput = {
  history: weekly,
  asOf,
  goods: { tea: { quantityRules: { carton: 12 } }, rice: {} },
  quote: { now: NOON, prices: [aPrice('tea', 10), aPrice('rice', 5)] },
};
const suggested = (more: Partial<SuggestOrderInput> = {}) => {
  const result = suggestOrder({ ...input, ...more });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

test('what is ordered every week is suggested after a week, in cartons, with its reason and past error', () => {
  const { lines, priced, past, leftOut } = suggested();
  expect(lines).toMatchObject([
    {
      skuId: 'rice',
      quantity: 10,
      net: 5000,
      why: { times: 4, usualDays: 7, elapsedDays: 7, wanted: { units: 10, pastError: { meanUnits: 0, judged: 2 } } },
    },
    { skuId: 'tea', quantity: 24, net: 24_000, why: { wanted: { units: 20 } } },
  ]);
  expect(priced.totals.payable).toBe(29_000);
  expect(past).toEqual({ orders: 2, precision: 1, recall: 1, quantityError: 0 });
  expect(leftOut).toEqual([]);
});

test('what was ordered this very day is not suggested again; the rest of the habit still is', () => {
  const history = historyOf([
    ...[28, 21, 14, 7].map((daysAgo) => [daysAgo, { tea: 20, rice: 10 }] as const),
    [0, { tea: 24 }],
  ]);
  const { lines, leftOut } = suggested({ history });
  expect([lines.map(({ skuId }) => skuId), leftOut]).toEqual([['rice'], []]);
});

test('just after an order nothing is due, and what was given up is not suggested', () => {
  expect(dueLines(weekly, plusDays(asOf, -6))).toEqual([]);
  const dropped = historyOf([
    [90, { salt: 5 }],
    [83, { salt: 5 }],
    ...[21, 14, 7].map((daysAgo) => [daysAgo, { tea: 12, rice: 2 }] as const),
  ]);
  expect(dueLines(dropped, asOf).map(({ skuId }) => skuId)).toEqual(['rice', 'tea']);
});

test('a rule that erred clearly less takes over: who buys what was used since the last time gets the rate', () => {
  const gaps = [0, 10, 24, 38, 43, 70, 89];
  const bought = {
    days: gaps.map((at) => plusDays(asOf, at - 99)),
    quantities: gaps.map((at, order) => 3 * (at - (gaps[order - 1] ?? -10))),
  };
  const rate = dueQuantity(bought, asOf);
  const usual = dueQuantity({ days: bought.days, quantities: [20, 21, 19, 20, 60, 20, 20] }, asOf);
  expect([rate.method, usual.method]).toEqual(['rate', 'usual']);
  expect(usual.units).toBe(20);
  expect(dueQuantity({ days: bought.days.slice(0, 1), quantities: [7] }, asOf)).toEqual({ method: 'usual', units: 7 });
  expect(
    dueQuantity({ days: bought.days, quantities: [9, 9, 9, 40, 40, 40, 40].map((units, at) => units * (at + 1)) }, asOf)
      .method,
  ).toBe('last');
});

test('a tier that makes the next cartons free is taken and says what it saves', () => {
  const tier = aPrice('tea', 6, { minQuantity: 36 });
  const { lines, priced } = suggested({ quote: { ...input.quote, prices: [...input.quote.prices, tier] } });
  expect(lines.find(({ skuId }) => skuId === 'tea')).toMatchObject({
    quantity: 36,
    changed: { kind: 'more-for-no-more-money', from: 24, saves: 2400 },
  });
  expect(priced.totals.payable).toBe(26_600);
});

test('running promotions are part of the price, and one that cannot be read refuses as it would an order', () => {
  const withPromotion = (percent: string) =>
    suggestOrder({
      ...input,
      quote: { ...input.quote, promotions: [aPromotion('spring', { type: 'percent-off-order', percent })] },
    });
  expect(withPromotion('10')).toMatchObject({
    ok: true,
    value: { priced: { totals: { payable: 26_100 }, applied: [{ promotionId: 'spring', amount: 2900 }] } },
  });
  expect(withPromotion('ten')).toMatchObject({ ok: false, error: { kind: 'malformed' } });
});

test('a promotion whose threshold the next carton reaches for less money is used', () => {
  const promotions = [
    aPromotion(
      'tea-36',
      { type: 'amount-off-unit', amount: minor(400) },
      {
        conditions: [{ type: 'quantity', min: 46 }],
      },
    ),
  ];
  const { lines, priced } = suggested({ quote: { ...input.quote, promotions } });
  expect(lines.find(({ skuId }) => skuId === 'tea')).toMatchObject({ quantity: 36, changed: { from: 24 } });
  expect(priced.applied).toMatchObject([{ promotionId: 'tea-36' }]);
});

test('what cannot be had is left out with its reason', () => {
  const { leftOut } = suggested({ goods: { tea: { quantityRules: { carton: 12 }, available: 5 } } });
  expect(leftOut.map(({ skuId, reason }) => [skuId, reason])).toEqual([
    ['rice', 'not-sold-to-this-customer'],
    ['tea', 'out-of-stock'],
  ]);
  const unpriced = suggested({ quote: { ...input.quote, prices: [aPrice('tea', 10)] } });
  expect(unpriced.leftOut).toMatchObject([{ skuId: 'rice', reason: 'refused-by-quote' }]);
});

test('the suggestion never passes the credit, the stock or the rules, whatever they are', () => {
  const goods = fc.record({
    carton: fc.integer({ min: 1, max: 13 }),
    minimum: fc.integer({ min: 1, max: 30 }),
    available: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(goods, goods, fc.integer({ min: 0, max: 40_000 }), (tea, rice, credit) => {
      const facts = ({ carton, minimum, available }: typeof tea) => ({ quantityRules: { carton, minimum }, available });
      const { lines, leftOut, priced } = suggested({
        goods: { tea: facts(tea), rice: facts(rice) },
        creditLeft: minor(credit),
      });
      expect(priced.totals.payable).toBeLessThanOrEqual(credit);
      expect(lines.length + leftOut.length).toBe(2);
      for (const { skuId, quantity } of lines) {
        const { available, ...rules } = skuId === 'tea' ? tea : rice;
        expect(checkQuantity(quantity, rules).ok).toBe(true);
        expect(quantity).toBeLessThanOrEqual(available);
      }
    }),
  );
});

test('where credit ends the least wanted shrinks, in cartons', () => {
  const { lines } = suggested({ creditLeft: minor(18_000) });
  expect(lines).toMatchObject([
    { skuId: 'rice', quantity: 10 },
    { skuId: 'tea', quantity: 12, changed: { kind: 'within-credit', from: 24 } },
  ]);
});
