import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import {
  availableFrom,
  clawback,
  expiryOf,
  pointsBack,
  pointsForOrder,
  redeemForMoney,
  settleInMoney,
} from './index.ts';

const line = (id: string, paid: number, bonus = 0) => ({ id, paid: minor(paid), bonus });
const amounts = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    amount: fc.integer({ min: 0, max: 50_000 }).map((n): Minor => minor(n)),
  }),
  { selector: (l) => l.id, minLength: 1, maxLength: 8 },
);

describe('points of an order', () => {
  test('the sum is rounded down once; bonuses come on top and are not multiplied', () => {
    const rule = { points: 1, per: minor(100), multiplier: '1.5' };
    expect(pointsForOrder([line('a', 199), line('b', 199, 10)], rule)).toEqual({
      points: 15,
      lines: [
        { id: 'a', base: 3, bonus: 0, points: 3 },
        { id: 'b', base: 2, bonus: 10, points: 12 },
      ],
    });
  });

  test('the lines sum to the order and do not depend on their order', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('1', '1.2', '2'), (lines, multiplier) => {
        const order = lines.map(({ id, amount }) => line(id, amount));
        const rule = { points: 3, per: minor(100), multiplier };
        const earned = pointsForOrder(order, rule);
        expect(earned.lines.reduce((sum, l) => sum + l.points, 0)).toBe(earned.points);
        expect(pointsForOrder([...order].reverse(), rule)).toEqual(earned);
      }),
    );
  });
});

describe('clawback', () => {
  test('is half up on the share refunded', () => {
    expect(clawback({ paid: 10_000, refunded: 2500, earned: 100 })).toBe(25);
    expect(clawback({ paid: 200, refunded: 1, earned: 100 })).toBe(1);
    expect(clawback({ paid: 0, refunded: 0, earned: 0 })).toBe(0);
  });

  test('refunds in any steps together take exactly what was earned, never more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 8 }),
        fc.nat(5000),
        (parts, earned) => {
          const paid = parts.reduce((a, b) => a + b, 0);
          let [refundedBefore, taken] = [0, 0];
          for (const refunded of parts) {
            const points = clawback({ paid, earned, refunded, refundedBefore });
            expect(points).toBeGreaterThanOrEqual(0);
            taken += points;
            refundedBefore += refunded;
          }
          expect(taken).toBe(earned);
        },
      ),
    );
  });
});

test('a refund is reduced by what missing points are worth, never below nothing', () => {
  expect(settleInMoney(100, '1', minor(5000))).toEqual({ refund: 4900, settled: 100 });
  expect(settleInMoney(101, '0.5', minor(5000))).toEqual({ refund: 4950, settled: 101 });
  expect(settleInMoney(100, '2', minor(50))).toEqual({ refund: 0, settled: 25 });
});

test('points that paid for returned goods come back in full, in any steps', () => {
  const used = { points: 101, amount: minor(50) };
  expect(pointsBack(used, 20) + pointsBack(used, 30, 20)).toBe(101);
});

describe('points as money off', () => {
  const lines = [
    { id: 's10', amount: minor(200) },
    { id: 's20', amount: minor(150) },
  ];

  test('the smallest of balance, wish, caps and order decides, and is named', () => {
    expect(redeemForMoney(lines, 100, { valuePerPoint: '1' })).toMatchObject({
      points: 100,
      pay: 250,
      boundBy: 'balance',
    });
    expect(redeemForMoney(lines, 1000, { valuePerPoint: '1' }, 7)).toMatchObject({ points: 7, boundBy: 'asked' });
    expect(redeemForMoney(lines, 1000, { valuePerPoint: '1', maxAmount: minor(99) })).toMatchObject({
      amount: 99,
      boundBy: 'max-amount',
    });
    expect(redeemForMoney(lines, 1000, { valuePerPoint: '1', maxPercent: 50 })).toMatchObject({
      amount: 175,
      boundBy: 'max-percent',
    });
    expect(redeemForMoney(lines, 1000, { valuePerPoint: '1' })).toMatchObject({
      amount: 350,
      pay: 0,
      boundBy: 'order',
    });
  });

  test('no point is spent that takes nothing off', () => {
    expect(redeemForMoney(lines, 101, { valuePerPoint: '0.5' })).toMatchObject({ points: 100, amount: 50 });
    expect(redeemForMoney(lines, 199, { valuePerPoint: '1', step: 100 })).toMatchObject({ points: 100, amount: 100 });
  });

  test('both ways to share it out', () => {
    const rule = { valuePerPoint: '1', maxAmount: minor(101) };
    const shares = (split: 'largest-remainder' | 'truncate-last-line') =>
      redeemForMoney(lines, 500, { ...rule, split }).lines.map((l) => l.off);
    expect(shares('truncate-last-line')).toEqual([57, 44]);
    expect(shares('largest-remainder')).toEqual([58, 43]);
  });

  test('shares sum to the amount, none passes its line, and nothing depends on the order of lines', () => {
    fc.assert(
      fc.property(amounts, fc.nat(80_000), fc.constantFrom('1', '0.5', '2.5'), (payable, balance, valuePerPoint) => {
        const off = redeemForMoney(payable, balance, { valuePerPoint, maxPercent: 80 });
        const total = payable.reduce((sum, l) => sum + l.amount, 0);
        expect(off.lines.reduce((sum, l) => sum + l.off, 0)).toBe(off.amount);
        for (const share of off.lines)
          expect(share.off).toBeLessThanOrEqual(payable.find((l) => l.id === share.id)!.amount);
        expect(off.amount + off.pay).toBe(total);
        expect(off.points).toBeLessThanOrEqual(balance);
        expect(redeemForMoney([...payable].reverse(), balance, { valuePerPoint, maxPercent: 80 })).toEqual(off);
      }),
    );
  });
});

test('points live for months, to the end of the next year, or for ever', () => {
  expect(expiryOf(day('2026-01-31'), { kind: 'months', months: 1 })).toBe('2026-02-28');
  expect(expiryOf(day('2026-03-05'), { kind: 'end-of-next-year' })).toBe('2028-01-01');
  expect(expiryOf(day('2026-03-05'), { kind: 'for-ever' })).toBeUndefined();
  expect(availableFrom(day('2026-03-05'), 15)).toBe('2026-03-20');
});
