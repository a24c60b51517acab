import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { minor } from '../../money/index.ts';
import {
  churnBacktest,
  churnWarning,
  customerHistories,
  customerInsight,
  lifecycleOf,
  type PurchaseLine,
  rfm,
  rhythmOf,
} from './index.ts';

const start = day('2026-01-01');
const everyDays = (count: number, gap: number) => Array.from({ length: count }, (_, at) => plusDays(start, at * gap));
const afterGaps = (gaps: readonly number[]) => {
  const days = [start];
  for (const gap of gaps) days.push(plusDays(days.at(-1)!, gap));
  return days;
};
const orderOn = (customerId: string, at: number, amount = 10_000): PurchaseLine => ({
  orderId: `${customerId}-${at}`,
  customerId,
  day: plusDays(start, at),
  skuId: 'tea',
  quantity: 12,
  amount: minor(amount),
});
const lines = fc.array(
  fc.record({
    orderId: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
    customerId: fc.constantFrom('c1', 'c2'),
    day: fc.integer({ min: 0, max: 400 }).map((at) => plusDays(start, at)),
    skuId: fc.constantFrom('tea', 'salt', 'rice'),
    quantity: fc.integer({ min: -5, max: 20 }),
    amount: fc.integer({ min: 0, max: 100_000 }).map(minor),
  }),
  { maxLength: 40 },
);

test('five customers get the quintiles of their ranks', () => {
  const rows = rfm([
    { id: 'c1', recencyDays: 5, orders: 12, amount: 90_000 },
    { id: 'c2', recencyDays: 40, orders: 3, amount: 20_000 },
    { id: 'c3', recencyDays: 200, orders: 1, amount: 3000 },
    { id: 'c4', recencyDays: 15, orders: 8, amount: 120_000 },
    { id: 'c5', recencyDays: 90, orders: 2, amount: 8000 },
  ]);
  expect(rows.map(({ id, code, segment }) => [id, code, segment])).toEqual([
    ['c1', '554', 'champions'],
    ['c2', '333', 'regular'],
    ['c3', '111', 'lost'],
    ['c4', '445', 'regular'],
    ['c5', '222', 'fading'],
  ]);
});

test('equal customers get equal scores, and a better value never a worse one', () => {
  const facts = fc.array(
    fc.record({
      recencyDays: fc.integer({ min: 0, max: 6 }),
      orders: fc.integer({ min: 1, max: 5 }),
      amount: fc.integer({ min: -3, max: 9 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(facts, (list) => {
      const rows = rfm(list.map((one, at) => ({ id: String(at), ...one })));
      for (const a of rows)
        for (const b of rows) {
          if (a.orders >= b.orders) expect(a.frequency).toBeGreaterThanOrEqual(b.frequency);
          if (a.recencyDays <= b.recencyDays) expect(a.recency).toBeGreaterThanOrEqual(b.recency);
          if (a.amount >= b.amount) expect(a.monetary).toBeGreaterThanOrEqual(b.monetary);
        }
      expect(Math.max(...rows.map(({ recency }) => recency))).toBe(5);
    }),
  );
});

test('histories do not depend on the order of the lines, and no money is lost', () => {
  fc.assert(
    fc.property(lines, (list) => {
      const histories = customerHistories(list);
      const total = histories.flatMap(({ orders, takenBack }) => [...orders, ...takenBack]);
      expect(total.reduce((sum, { amount }) => sum + amount, 0)).toBe(
        list.reduce((sum, { amount }) => sum + amount, 0),
      );
      expect(customerHistories(list.toReversed())).toEqual(histories);
    }),
  );
});

test('what is taken back lowers the amount and is no order', () => {
  const [history] = customerHistories([
    orderOn('c1', 0),
    { ...orderOn('c1', 5, -4000), orderId: 'back', quantity: -4 },
  ]);
  expect(history?.orders.map(({ orderId }) => orderId)).toEqual(['c1-0']);
  const report = customerInsight([history!], plusDays(start, 10));
  expect(report.customers[0]).toMatchObject({ orders: 1, netAmount: 6000, rfm: { orders: 1, amount: 6000 } });
});

test('the next order is a usual gap after the last, with the error that the rule has had', () => {
  const rhythm = rhythmOf(everyDays(6, 7), plusDays(start, 40));
  expect(rhythm).toMatchObject({
    usualDays: 7,
    gapDays: 5,
    trend: 'steady',
    nextOrder: { on: plusDays(start, 42), overdueDays: 0, pastError: { meanDays: 0, judged: 3 } },
  });
  expect(rhythmOf(everyDays(2, 7), plusDays(start, 40))).toBeUndefined();
});

test('a customer who orders ever later is slowing', () => {
  const gaps = [7, 7, 7, 7, 14, 15, 16];
  const days = afterGaps(gaps);
  expect(rhythmOf(days, days.at(-1)!)).toMatchObject({ trend: 'slowing', recentDays: 15 });
});

test('a warning comes at twice, three and four times the usual gap, and only with P(alive) as second witness', () => {
  const levelAt = (gap: number, alive?: number) =>
    churnWarning(6, rhythmOf(everyDays(6, 10), plusDays(start, 50 + gap)), alive).level;
  expect([19, 20, 30, 40].map((gap) => levelAt(gap))).toEqual(['none', 'watch', 'warn', 'lost']);
  expect([0.95, 0.8, 0.6, 0.2].map((alive) => levelAt(40, alive))).toEqual(['none', 'watch', 'warn', 'lost']);
  expect(levelAt(5, 0.1)).toBe('none');
  expect(churnWarning(2, undefined, 0.01)).toEqual({
    level: 'none',
    reason: { kind: 'too-few-orders', occasions: 2 },
  });
});

test('longer silence never lowers the level', () => {
  const rank = ['none', 'watch', 'warn', 'lost'];
  const gaps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(gaps, fc.nat(300), fc.nat(300), (list, silent, more) => {
      const days = afterGaps(list);
      const level = (after: number) =>
        rank.indexOf(churnWarning(days.length, rhythmOf(days, plusDays(days.at(-1)!, after))).level);
      expect(level(silent + more)).toBeGreaterThanOrEqual(level(silent));
    }),
  );
});

test('the stages of a customer, each with its reason', () => {
  const calm = { level: 'none', hasRhythm: true } as const;
  const stage = (days: number[], asOf: number, churn: Parameters<typeof lifecycleOf>[2]) => {
    const { stage, reason } = lifecycleOf(
      days.map((at) => plusDays(start, at)),
      plusDays(start, asOf),
      churn,
    );
    return `${stage}: ${reason}`;
  };
  expect(stage([], 10, { level: 'none', hasRhythm: false })).toBe('prospect: never-ordered');
  expect(stage([0], 10, { level: 'none', hasRhythm: false })).toBe('new: first-order-lately');
  expect(stage([0, 30, 60, 90], 100, calm)).toBe('active: within-own-rhythm');
  expect(stage([0, 30, 60, 90], 160, { level: 'watch', hasRhythm: true })).toBe('at-risk: beyond-own-rhythm');
  expect(stage([0, 30, 60, 90], 260, { level: 'lost', hasRhythm: true })).toBe('lost: beyond-own-rhythm');
  expect(stage([0], 130, { level: 'none', hasRhythm: false })).toBe('at-risk: few-orders-and-silent');
  expect(stage([0, 300], 310, { level: 'none', hasRhythm: false })).toBe('active: few-orders-not-silent');
  expect(stage([0], 400, { level: 'none', hasRhythm: false })).toBe('lost: silent-for-long');
});

test('insight on a past day does not know what came later', () => {
  const histories = customerHistories([0, 10, 20, 90].map((at) => orderOn('c1', at)));
  const early = customerHistories([0, 10, 20].map((at) => orderOn('c1', at)));
  expect(customerInsight(histories, plusDays(start, 25))).toEqual(customerInsight(early, plusDays(start, 25)));
});

test('a backtest finds customers who stopped: they stand above those who went on', () => {
  const regular = Array.from({ length: 30 }, (_, at) => ({ id: `c${String(at).padStart(2, '0')}`, gap: 7 + (at % 5) }));
  const log = regular.flatMap(({ id, gap }, at) =>
    Array.from({ length: Math.floor((at % 3 === 0 ? 150 : 300) / gap) }, (_, k) => orderOn(id, k * gap)),
  );
  const result = churnBacktest(customerHistories(log), plusDays(start, 200), 90);
  expect(result).toMatchObject({ judged: 30, silent: 10, aucByRhythm: 1, aucByChance: 1 });
  expect(result.levels.find(({ level }) => level === 'none')).toMatchObject({ silent: 0 });
});
