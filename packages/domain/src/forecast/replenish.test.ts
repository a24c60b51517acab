import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demandClass } from './demand-class.ts';
import { mostUrgentFirst, type ReplenishmentItem, type ReplenishmentPlan, replenish } from './index.ts';

const steady = (rate: number, sd: number, periods = 26): ReplenishmentItem['forecast'] => ({
  forecast: Array.from({ length: periods }, () => rate),
  sigma: Array.from({ length: periods }, () => sd),
  demand: demandClass([1, 1, 1]),
});
const item = (change: Partial<ReplenishmentItem> = {}): ReplenishmentItem => ({
  forecast: steady(100, 20),
  available: 500,
  onOrder: [],
  leadTime: 4,
  target: { kind: 'cycle', level: 0.95 },
  lot: { kind: 'periods', periods: 4 },
  rules: { carton: 24 },
  ...change,
});
const planOf = (change: Partial<ReplenishmentItem> = {}): ReplenishmentPlan => {
  const plan = replenish(item(change));
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};

test('the reorder point is the demand of the lead time and 1.645 errors of it', () => {
  const { now } = planOf();
  expect(now).toMatchObject({ expectedDemand: 400, coveredTime: 4, by: 'normal', position: 500, level: 'enough' });
  expect(now.sigma).toBeCloseTo(40, 9);
  expect(now.safetyStock).toBeCloseTo(65.794, 3);
  expect(now.reorderPoint).toBeCloseTo(465.794, 3);
});

test('an uncertain lead time asks for more', () => {
  expect(planOf({ leadTimeSd: 1 }).now.sigma).toBeCloseTo(Math.hypot(40, 100), 9);
});

test('the order comes when the position meets the reorder point, in whole cartons, and its parts sum to it', () => {
  const { order } = planOf();
  expect(order).toMatchObject({ period: 1, arrives: 5, quantity: 480, cartons: 20 });
  expect(order!.parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(480, 9);
});

test('what is on order counts if it comes in time, and not if it comes too late to help', () => {
  expect(planOf({ available: 100, onOrder: [{ period: 2, quantity: 900 }] }).order?.period).toBeGreaterThan(0);
  expect(planOf({ available: 100, onOrder: [{ period: 20, quantity: 900 }] }).order?.period).toBe(0);
});

test('a lot by costs is the economic one', () => {
  const { order } = planOf({ available: 0, lot: { kind: 'costs', fixedCost: 50, holdingCost: 1 }, rules: {} });
  const lot = order!.parts.find(({ part }) => part === 'lot')!.amount;
  expect(lot).toBeCloseTo(Math.sqrt(2 * 50 * 100), 9);
});

test('a season to come is ordered for, not the average', () => {
  const seasonal = { ...steady(10, 2, 12), forecast: [10, 10, 10, 10, 200, 200, 200, 10, 10, 10, 10, 10] };
  const { order } = planOf({ forecast: seasonal, available: 60, leadTime: 2, lot: { kind: 'periods', periods: 2 } });
  expect(order!.period).toBe(3);
  expect(order!.why.expectedDemand).toBe(210);
});

test('rare demand is counted in units', () => {
  const lumps = [0, 0, 3, 0, 0, 0, 1, 0, 0, 6, 0, 0];
  const rare = { ...steady(0.8, 1.8), demand: demandClass(lumps) };
  const { now } = planOf({ forecast: rare, available: 2 });
  expect(now.by).toBe('negative-binomial');
  expect(Number.isInteger(now.reorderPoint)).toBe(true);
  expect(now.reorderPoint).toBe(now.expectedDemand + now.safetyStock);
});

test('the curve runs on: stock, receipts, demand, and the order from the day it arrives', () => {
  const amount = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(
      amount,
      fc.array(fc.record({ period: fc.integer({ min: 0, max: 25 }), quantity: amount }), { maxLength: 4 }),
      fc.integer({ min: 0, max: 8 }),
      (available, onOrder, leadTime) => {
        const { curve, order, runsOut } = planOf({ available, onOrder, leadTime });
        let stock = available;
        for (const point of curve) {
          stock += point.received - point.demand;
          expect(point.withoutOrder).toBeCloseTo(stock, 6);
          const arrived = order !== undefined && order.arrives <= point.period;
          expect(point.withOrder - point.withoutOrder).toBeCloseTo(arrived ? order.quantity : 0, 6);
        }
        expect(runsOut ?? -1).toBe(curve.findIndex((point) => point.withoutOrder <= 0));
        if (order) {
          expect(order.quantity % 24).toBe(0);
          expect(order.why.position).toBeLessThanOrEqual(order.why.reorderPoint);
          expect(order.parts.reduce((sum, part) => sum + part.amount, 0)).toBeCloseTo(order.quantity, 6);
        }
      },
    ),
  );
});

test('more stock never brings the order forward, a higher service level never puts it back', () => {
  const stock = fc.integer({ min: 0, max: 3000 });
  const period = (change: Partial<ReplenishmentItem>): number => planOf(change).order?.period ?? 99;
  fc.assert(
    fc.property(stock, stock, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(period({ available: less })).toBeLessThanOrEqual(period({ available: more }));
      expect(period({ available: less, target: { kind: 'cycle', level: 0.99 } })).toBeLessThanOrEqual(
        period({ available: less }),
      );
    }),
  );
});

test('an order is at least the minimum and at most the most that may be ordered', () => {
  expect(planOf({ available: 400, rules: { minimum: 1000, carton: 24 } }).order!.quantity).toBe(1008);
  expect(planOf({ available: 0, rules: { maximum: 100, carton: 24 } }).order!.quantity).toBe(96);
});

test('goods without demand are not ordered', () => {
  const plan = planOf({ forecast: steady(0, 0), available: 0 });
  expect(plan.order).toBeUndefined();
});

test('a forecast that ends before the goods would arrive, or an impossible target, is refused', () => {
  expect(replenish(item({ leadTime: 30 }))).toEqual({
    ok: false,
    error: { kind: 'horizon-too-short', needed: 30, given: 26 },
  });
  expect(replenish(item({ target: { kind: 'cycle', level: 1 } }))).toMatchObject({
    ok: false,
    error: { kind: 'target-unreachable' },
  });
  expect(replenish(item({ available: 0, lot: { kind: 'costs', fixedCost: 1, holdingCost: 0 } }))).toMatchObject({
    ok: false,
    error: { kind: 'costs-invalid' },
  });
});

test('the list begins with what is out, then what runs out first', () => {
  const rows = [900, 0, 430, 50].map((available) => ({
    skuId: `s${available}`,
    siteId: 'w',
    plan: planOf({ available }),
  }));
  expect(mostUrgentFirst(rows).map(({ skuId }) => skuId)).toEqual(['s0', 's50', 's430', 's900']);
  expect(mostUrgentFirst(rows.toReversed())).toEqual(mostUrgentFirst(rows));
});
