import { expect, test } from 'vitest';
import { type CompanyId, id, instant, type OrderId, type SkuId } from '../../kernel/index.ts';
import { minor, unitPriceE4 } from '../../money/index.ts';
import type { QuoteInput } from '../../order/quote-input.ts';
import { aLine, anOrder, aPrice, aPromotion } from '../../testing/index.ts';
import { type PastOrder, replayPromotion } from './index.ts';

const past = (name: string, at: string, input: QuoteInput, company = 'acme'): PastOrder => ({
  id: id<OrderId>(name),
  input: { ...input, now: instant(at), customer: { companyId: id<CompanyId>(company) } },
});

const teas = (quantity: number): QuoteInput => ({
  ...anOrder({}),
  lines: [aLine('tea', quantity, { costE4: unitPriceE4(80_000) })],
  prices: [aPrice('tea', 10)],
});

const draft = aPromotion(
  'draft',
  { type: 'percent-off-order', percent: '25' },
  { conditions: [{ type: 'items-total', min: minor(5_000) }] },
);

test('past orders with and without the draft: who gains, what it costs, which orders fall below cost', () => {
  const orders = [
    past('o1', '2026-01-01T00:00:00.000Z', teas(4)),
    past('o2', '2026-01-02T00:00:00.000Z', teas(10), 'best'),
  ];
  expect(replayPromotion({ orders, draft })).toEqual({
    draft: 'draft',
    demandHeldFixed: true,
    orders: 2,
    touched: [
      {
        id: 'o2',
        discount: 2_500,
        revenueBefore: 10_000,
        revenueAfter: 7_500,
        marginBefore: 2_000,
        marginAfter: -500,
        displaced: [],
      },
    ],
    gainers: [{ companyId: 'best', discount: 2_500 }],
    discountGiven: 2_500,
    revenue: { before: 14_000, after: 11_500 },
    margin: { before: 2_800, after: 300 },
    belowCost: [{ id: 'o2', margin: -500 }],
    gifts: [],
    unpriceable: [],
  });
});

test('the budget of the draft is used up in the order of time, whatever the order of the file', () => {
  const limited = { ...draft, budget: { type: 'amount', limit: 3_000, used: 0 } } as const;
  const orders = [
    past('late', '2026-02-02T00:00:00.000Z', teas(10)),
    past('early', '2026-01-02T00:00:00.000Z', teas(10)),
  ];
  expect(replayPromotion({ orders, draft: limited }).touched.map((order) => order.id)).toEqual(['early']);
});

test('a limit per customer counts each customer alone', () => {
  const once = { ...draft, usage: { perCustomerLimit: 1 } };
  const orders = ['a', 'a', 'b'].map((company, index) =>
    past(`o${index}`, `2026-01-0${index + 1}T00:00:00.000Z`, teas(10), company),
  );
  expect(replayPromotion({ orders, draft: once }).touched.map((order) => order.id)).toEqual(['o0', 'o2']);
});

test('what the draft takes from other promotions is named, and gift stock is summed', () => {
  const running = aPromotion('running', { type: 'percent-off-order', percent: '10' }, { exclusionGroup: 'main' });
  const gift = aPromotion(
    'draft',
    [
      { type: 'percent-off-order', percent: '20' },
      { type: 'gift', options: [{ skuId: id<SkuId>('mug'), quantity: 2, unitValueE4: unitPriceE4(30_000) }] },
    ],
    { exclusionGroup: 'main' },
  );
  const report = replayPromotion({
    orders: [past('o', '2026-01-01T00:00:00.000Z', { ...teas(10), promotions: [running] })],
    draft: gift,
  });
  expect(report.touched[0]?.displaced).toEqual([{ promotionId: 'running', less: 1_000 }]);
  expect(report.discountGiven).toBe(1_000);
  expect(report.gifts).toEqual([{ skuId: 'mug', quantity: 2, value: 600 }]);
});

test('orders that cannot be priced any more are listed, not dropped', () => {
  const report = replayPromotion({
    orders: [past('gone', '2026-01-01T00:00:00.000Z', { ...teas(1), prices: [] })],
    draft,
  });
  expect(report.unpriceable).toMatchObject([{ id: 'gone', refusal: { kind: 'lines-refused' } }]);
});
