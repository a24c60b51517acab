import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, instant } from '../kernel/index.ts';
import { minor } from '../money/index.ts';
import {
  type BackorderPolicy,
  backorderPolicies,
  newOrder,
  nextShipment,
  type OrderFacts,
  returnableUntil,
  returnPayout,
  splitRefund,
} from './index.ts';

const delivered = instant('2026-05-01T10:00:00.000Z');
describe('what a return pays out', () => {
  const goods = minor(3000);
  const shipping = minor(1000);
  const payout = (more: Partial<Parameters<typeof returnPayout>[0]>) =>
    returnPayout({ goods, shipping, allBack: false, ...more });
  test('the goods, and shipping only when all is back or the fault is ours', () => {
    expect([payout({}).amount, payout({ allBack: true }).amount, payout({ ourFault: true }).amount]).toEqual([
      3000, 4000, 4000,
    ]);
  });
  test('less gifts that were kept, never less than nothing', () => {
    expect(payout({ giftsKept: minor(500) })).toEqual({
      amount: 2500,
      steps: [
        { what: 'goods', amount: 3000 },
        { what: 'gifts-kept', amount: -500 },
      ],
    });
    expect(payout({ allBack: true, giftsKept: minor(9000) }).amount).toBe(0);
  });
  test('its steps add up to the amount', () => {
    const amount = fc.nat({ max: 10_000 }).map(minor);
    fc.assert(
      fc.property(amount, amount, amount, fc.boolean(), fc.boolean(), (paid, sent, giftsKept, allBack, ourFault) => {
        const found = returnPayout({ goods: paid, shipping: sent, giftsKept, allBack, ourFault });
        expect(found.steps.reduce((sum, step) => sum + step.amount, 0)).toBe(found.amount);
        expect(found.amount).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('money goes back by the means it came', () => {
  const paid = [
    { id: 'p1', means: 'online' as const, left: minor(300) },
    { id: 'p2', means: 'credit' as const, left: minor(200) },
    { id: 'p3', means: 'points' as const, left: minor(50) },
    { id: 'p4', means: 'credit' as const, left: minor(100) },
  ];
  test('points, balance, credit, online; the latest first', () => {
    const split = splitRefund(minor(400), paid);
    expect(split.ok && split.value.map((part) => [part.id, part.amount])).toEqual([
      ['p3', 50],
      ['p4', 100],
      ['p2', 200],
      ['p1', 50],
    ]);
  });
  test('not more than came in', () => {
    expect(splitRefund(minor(651), paid)).toEqual({ ok: false, error: { kind: 'over-amount', asked: 651, most: 650 } });
  });
});

test('goods may be returned for seven days, or as long as the longest of their categories says', () => {
  expect(returnableUntil(delivered, [])).toBe(addDays(delivered, 7));
  expect(returnableUntil(delivered, ['fresh', 'tools'], { standard: 7, byCategory: { fresh: 1, tools: 15 } })).toBe(
    addDays(delivered, 15),
  );
  expect(returnableUntil(delivered, ['fresh'], { standard: 7, byCategory: { fresh: 1 } })).toBe(addDays(delivered, 1));
});

describe('when not everything is there', () => {
  const order = (allocated: number, shipped: number): OrderFacts => {
    const base = newOrder([{ lineId: 'a', quantity: 10 }], {
      terms: 'terms',
      total: minor(10),
      granted: minor(0),
      prepay: minor(0),
    });
    return {
      ...base,
      approval: 'picking',
      lines: base.lines.map((one) => ({ ...one, allocated, shipped })),
      shipments: shipped > 0 ? [{ id: 's', state: 'shipped', lines: [{ lineId: 'a', quantity: shipped }] }] : [],
    };
  };
  const next = (policy: BackorderPolicy, allocated: number, shipped = 0) => {
    const found = nextShipment(order(allocated, shipped), policy);
    return found.ok ? found.value[0]!.quantity : found.error.kind;
  };
  test('send what is there, wait for all, or split once', () => {
    expect(backorderPolicies.map((policy) => next(policy, 4))).toEqual([4, 'waits-for-rest', 4]);
    expect(backorderPolicies.map((policy) => next(policy, 3, 4))).toEqual([3, 'waits-for-rest', 'waits-for-rest']);
    expect(backorderPolicies.map((policy) => next(policy, 6, 4))).toEqual([6, 6, 6]);
  });
  test('nothing allocated, nothing open', () => {
    expect(backorderPolicies.map((policy) => next(policy, 0))).toEqual([
      'nothing-ready',
      'nothing-ready',
      'nothing-ready',
    ]);
    expect(next('send-what-is-there', 0, 10)).toBe('nothing-open');
  });
  test('what is waited for is named', () => {
    expect(nextShipment(order(4, 0), 'wait-for-all')).toEqual({
      ok: false,
      error: { kind: 'waits-for-rest', missing: [{ lineId: 'a', quantity: 6 }] },
    });
  });
});
