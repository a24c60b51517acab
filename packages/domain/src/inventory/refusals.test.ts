import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backorderLotCost,
  economicOrderQuantity,
  expectedShortage,
  negativeBinomialPmf,
  newsvendor,
  orderQuantityWithBackorders,
  orderQuantityWithBreaks,
  productionLot,
  safetyStock,
  suggestTransfers,
} from './index.ts';

const costs = { fixedCost: 8, holdingCost: 2, demandRate: 100 };
const invalid = { ok: false, error: { kind: 'costs-invalid' } };

describe('figures that cannot be meant are refused, not computed with', () => {
  test('lots', () => {
    for (const wrong of [
      { fixedCost: -1 },
      { fixedCost: Number.NaN },
      { fixedCost: Number.POSITIVE_INFINITY },
      { holdingCost: 0 },
      { demandRate: -1 },
    ])
      expect(economicOrderQuantity({ ...costs, ...wrong })).toEqual(invalid);
    expect(orderQuantityWithBackorders({ ...costs, stockoutCost: 0 })).toEqual(invalid);
    expect(orderQuantityWithBackorders({ ...costs, holdingCost: 0, stockoutCost: 5 })).toEqual(invalid);
    expect(productionLot({ ...costs, productionRate: 100 })).toEqual(invalid);
    expect(productionLot({ ...costs, holdingCost: 0, productionRate: 200 })).toEqual(invalid);
  });
  test('tier prices', () => {
    const rates = { fixedCost: 8, holdingRate: 0.2, demandRate: 100 };
    const breaks = [{ from: 0, unitCost: 5 }];
    expect(orderQuantityWithBreaks(rates, breaks).ok).toBe(true);
    expect(orderQuantityWithBreaks(rates, [])).toEqual(invalid);
    expect(orderQuantityWithBreaks(rates, [...breaks, { from: 9, unitCost: 0 }])).toEqual(invalid);
    for (const wrong of [{ holdingRate: 0 }, { fixedCost: -1 }, { demandRate: 0 }])
      expect(orderQuantityWithBreaks({ ...rates, ...wrong }, breaks)).toEqual(invalid);
  });
  test('newsvendor', () => {
    const demand = { demandMean: 10, demandSd: 2 };
    for (const wrong of [
      { holdingCost: 0, stockoutCost: 1 },
      { holdingCost: 1, stockoutCost: 0 },
      { holdingCost: Number.POSITIVE_INFINITY, stockoutCost: 1 },
    ])
      expect(newsvendor(wrong, demand)).toEqual(invalid);
    expect(newsvendor({ holdingCost: 1, stockoutCost: 1 }, { demandMean: 10, demandSd: -1 })).toEqual(invalid);
    expect(newsvendor({ holdingCost: 1, stockoutCost: 1 }, { demandMean: Number.NaN, demandSd: 1 })).toEqual(invalid);
  });
  test('service', () => {
    const item = { demandMean: 10, demandSd: 2, leadTime: 1 };
    for (const target of [
      { rate: 0, orderQuantity: 5 },
      { rate: 1, orderQuantity: 5 },
      { rate: 0.9, orderQuantity: 0 },
    ])
      expect(safetyStock(item, { kind: 'fill', ...target })).toMatchObject({
        ok: false,
        error: { kind: 'target-unreachable' },
      });
  });
});

describe('limits of the formulas', () => {
  test('demand that never varies is missing exactly what is not there', () => {
    expect([
      expectedShortage(7, { demandMean: 10, demandSd: 0 }),
      expectedShortage(12, { demandMean: 10, demandSd: 0 }),
    ]).toEqual([3, 0]);
    expect(
      safetyStock({ demandMean: 10, demandSd: 0, leadTime: 1 }, { kind: 'fill', rate: 0.9, orderQuantity: 5 }),
    ).toMatchObject({ ok: true, value: { safetyStock: 0 } });
  });
  test('a modest fill rate with large lots needs less than the mean', () => {
    const found = safetyStock(
      { demandMean: 10, demandSd: 1, leadTime: 1 },
      { kind: 'fill', rate: 0.5, orderQuantity: 100 },
    );
    expect(found.ok && found.value.safetyStock).toBeCloseTo(-50, 6);
  });
  test('the cost with backorders, away from the optimum and at it (problem 3.2b of Snyder and Shen)', () => {
    const item = { fixedCost: 40, holdingCost: 40.05, stockoutCost: 60, demandRate: 2080 };
    expect(backorderLotCost(item, 83.235448128898042, 0.400299850074962)).toBeCloseTo(1999.148244415212, 8);
    expect(backorderLotCost(item, 100, 0.25)).toBeCloseTo(
      (40.05 * 100 * 0.75 ** 2) / 2 + (60 * 100 * 0.25 ** 2) / 2 + 832,
      9,
    );
  });
  test('a negative binomial has the mean and the variance it was asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 20, noNaN: true }),
        fc.double({ min: 1.1, max: 5, noNaN: true }),
        (mean, spread) => {
          const pmf = negativeBinomialPmf(mean, mean * spread);
          const moment = (power: number) => pmf.reduce((sum, p, k) => sum + p * k ** power, 0);
          expect(moment(0)).toBeCloseTo(1, 8);
          expect(moment(1)).toBeCloseTo(mean, 6);
          expect(moment(2) - moment(1) ** 2).toBeCloseTo(mean * spread, 4);
        },
      ),
    );
  });
});

describe('transfers at the edges', () => {
  const dry = { warehouseId: 'dry', available: 0, reorderPoint: 10, target: 20 };
  const full = (warehouseId: string, available: number) => ({ warehouseId, available, reorderPoint: 0, target: 0 });
  test('the cost of a route counts its units, and the cheaper per unit gives first', () => {
    const routes = [
      { from: 'bulk', to: 'dry', fixedCost: 40, unitCost: 1 },
      { from: 'small', to: 'dry', fixedCost: 0, unitCost: 5 },
    ];
    const plan = suggestTransfers([full('bulk', 50), full('small', 50), dry], { routes });
    expect(plan.transfers).toMatchObject([{ from: 'bulk', quantity: 20, cost: 60 }]);
    expect(plan.unmet).toEqual([]);
    const few = suggestTransfers([full('bulk', 5), full('small', 50), dry], { routes });
    expect(few.transfers.map((t) => [t.from, t.quantity])).toEqual([['small', 20]]);
  });
  test('without demand figures or a reorder point the emptier is the more urgent', () => {
    const needy = [
      { ...dry, warehouseId: 'b', available: 4, demandPerDay: 0 },
      { ...dry, warehouseId: 'a', available: 2 },
    ];
    const plan = suggestTransfers([full('src', 30), ...needy]);
    expect(plan.transfers.map((t) => [t.to, t.quantity, t.reason.urgency])).toEqual([
      ['a', 18, 0.2],
      ['b', 12, 0.4],
    ]);
    expect(plan.unmet).toEqual([{ warehouseId: 'b', missing: 4, why: 'no-surplus' }]);
  });
});
