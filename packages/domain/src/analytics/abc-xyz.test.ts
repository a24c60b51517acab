import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../kernel/index.ts';
import { abcClasses, deadStock, stockingRules, turnover, xyzClass } from './index.ts';

const classes = (values: Record<string, number>) =>
  Object.fromEntries(
    abcClasses(Object.entries(values).map(([id, value]) => ({ id, value }))).map((row) => [row.id, row.class]),
  );

describe('ABC', () => {
  test('an item belongs where the share before it lies', () => {
    expect(classes({ a: 500, b: 300, c: 120, d: 50, e: 20, f: 10 })).toEqual({
      a: 'A',
      b: 'A',
      c: 'B',
      d: 'B',
      e: 'C',
      f: 'C',
    });
  });
  test('one item alone is A; without value everything is C', () => {
    expect(classes({ only: 3 })).toEqual({ only: 'A' });
    expect(classes({ a: 0, b: 0 })).toEqual({ a: 'C', b: 'C' });
    expect(classes({ a: 100, b: 0 })).toEqual({ a: 'A', b: 'C' });
  });
  test('shares add up to one, and no item outranks a dearer one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 40 }), (values) => {
        const rows = abcClasses(values.map((value, i) => ({ id: `i${i}`, value })));
        if (values.some((value) => value > 0)) expect(rows.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1, 9);
        rows.slice(1).forEach((row, i) => {
          expect(row.class >= rows[i]!.class).toBe(true);
          expect(row.value).toBeLessThanOrEqual(rows[i]!.value);
        });
      }),
    );
  });
});

describe('XYZ', () => {
  test('by spread over mean', () => {
    expect(xyzClass([10, 12, 9, 11, 10, 8])).toEqual({ class: 'X', cv: expect.closeTo(0.129099, 6), adi: 1 });
    expect(xyzClass([10, 12, 9, 11, 10, 8], { sd: 'sample' }).cv).toBeCloseTo(Math.SQRT2 / 10, 9);
    expect(xyzClass([0, 20, 0, 20, 5, 15]).class).toBe('Y');
    expect(xyzClass([0, 0, 0, 60]).class).toBe('Z');
  });
  test('rare demand is never X, however even', () => {
    expect(xyzClass([5, 0, 5, 5], { edges: [0.9, 2] })).toMatchObject({ class: 'Y', adi: 4 / 3 });
  });
  test('nothing sold, or nothing known, is Z', () => {
    expect([xyzClass([]), xyzClass([0, 0])]).toEqual([{ class: 'Z' }, { class: 'Z' }]);
  });
  test('dear and steady is stocked tightly, cheap and erratic bought to order', () => {
    expect([stockingRules.AX, stockingRules.CZ]).toEqual([
      { z: 2.05, review: 'weekly', hold: 'stock' },
      { z: 0, review: 'monthly', hold: 'on-order' },
    ]);
  });
});

describe('turnover', () => {
  test('cost of goods over average stock, and the days that lasts', () => {
    expect(turnover({ cogs: 1_200_000, stockValues: [150_000, 250_000], days: 365, sales: 1_500_000 })).toEqual({
      averageStock: 200_000,
      turns: 6,
      daysOfStock: expect.closeTo(60.8333, 4),
      gmroi: 1.5,
    });
  });
  test('without stock or sales the figures that would be a division by nothing are left out', () => {
    expect(turnover({ cogs: 5, stockValues: [], days: 30 })).toEqual({ averageStock: 0 });
    expect(turnover({ cogs: 0, stockValues: [10], days: 30 })).toEqual({ averageStock: 10, turns: 0 });
  });
});

describe('dead stock', () => {
  const now = instant('2026-07-01T00:00:00.000Z');
  const item = (skuId: string, onHand: number, firstReceiptAt: string, lastSaleAt?: string) => ({
    skuId,
    onHand,
    unitCost: 10,
    firstReceiptAt: instant(`${firstReceiptAt}T00:00:00.000Z`),
    lastSaleAt: lastSaleAt ? instant(`${lastSaleAt}T00:00:00.000Z`) : undefined,
  });
  test('no sale for 180 days, most value first; what is new is given as long', () => {
    const found = deadStock(
      [
        item('never', 2, '2025-12-01'),
        item('new', 50, '2026-05-01'),
        item('edge', 9, '2020-01-01', '2026-01-02'),
        item('sold', 9, '2020-01-01', '2026-01-03'),
        item('gone', 0, '2020-01-01'),
      ],
      now,
    );
    expect(found.map((one) => [one.skuId, one.value, one.everSold])).toEqual([
      ['edge', 90, true],
      ['never', 20, false],
    ]);
  });
});
