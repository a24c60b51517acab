import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestReorderPoint,
  bestSsPolicy,
  economicOrderQuantity,
  lotCost,
  negativeBinomialPmf,
  newsvendor,
  newsvendorCost,
  orderableQuantity,
  orderQuantityWithBackorders,
  orderQuantityWithBreaks,
  poissonPmf,
  productionLot,
  type RqItem,
  reorderPoint,
  rqCost,
  rqWithBackorders,
  rqWithSafetyStock,
  safetyStock,
  ssCost,
  steadySsPolicy,
  stockLevel,
} from './index.ts';

const value = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

// Examples and problems of Snyder and Shen, Fundamentals of Supply Chain Theory (2nd ed.), as tested in LarrySnyder/stockpyl.
describe('lot sizes of the textbook', () => {
  test('example 3.1 and problem 3.1: economic order quantity', () => {
    const lot = value(economicOrderQuantity({ fixedCost: 8, holdingCost: 0.225, demandRate: 1300 }));
    expect(lot.quantity).toBeCloseTo(304.0467800264368, 9);
    expect(lot.cost).toBeCloseTo(68.41052550594827, 9);
    expect(lotCost({ fixedCost: 8, holdingCost: 0.225, demandRate: 1300 }, 250)).toBeCloseTo(69.725, 9);
    expect(
      value(economicOrderQuantity({ fixedCost: 2250, holdingCost: 275, demandRate: 182500 })).quantity,
    ).toBeCloseTo(1728.109844993551, 8);
  });
  test('problem 3.2b: with backorders; problem 3.22: with a production rate', () => {
    const lot = value(
      orderQuantityWithBackorders({ fixedCost: 40, holdingCost: 40.05, stockoutCost: 60, demandRate: 2080 }),
    );
    expect([lot.quantity, lot.stockoutFraction, lot.cost].map((n) => n.toFixed(9))).toEqual([
      '83.235448129',
      '0.400299850',
      '1999.148244415',
    ]);
    const produced = value(productionLot({ fixedCost: 4, holdingCost: 0.08, demandRate: 80, productionRate: 110 }));
    expect(produced.quantity).toBeCloseTo(171.2697677155351, 9);
    expect(produced.cost).toBeCloseTo(3.73679493197531, 9);
  });
  test('example 3.6 and problem 3.12: a supplier’s tier prices', () => {
    const breaks = [0, 400, 800].map((from, i) => ({ from, unitCost: [0.75, 0.72, 0.68][i]! }));
    const lot = value(orderQuantityWithBreaks({ fixedCost: 8, holdingRate: 0.3, demandRate: 1300 }, breaks));
    expect([lot.quantity, lot.unitCost]).toEqual([800, 0.68]);
    expect(lot.cost).toBeCloseTo(978.6, 9);
    const dear = [0, 1200, 2400].map((from, i) => ({ from, unitCost: [1490, 1220, 1100][i]! }));
    expect(
      value(orderQuantityWithBreaks({ fixedCost: 2250, holdingRate: 0.25, demandRate: 182500 }, dear)).cost,
    ).toBeCloseTo(201251093.75, 4);
  });
  test('example 4.3: the newsvendor, at the optimum and elsewhere', () => {
    const [costs, demand] = [
      { holdingCost: 0.18, stockoutCost: 0.7 },
      { demandMean: 50, demandSd: 8 },
    ];
    const base = value(newsvendor(costs, demand));
    expect(base.baseStock).toBeCloseTo(56.603955927433887, 9);
    expect(base.cost).toBeCloseTo(1.9976051931766445, 9);
    expect(newsvendorCost(40, costs, demand)).toBeCloseTo(7.356131552870388, 9);
  });
});

describe('(r,Q) of the textbook', () => {
  const example: RqItem = {
    holdingCost: 0.225,
    stockoutCost: 7.5,
    fixedCost: 8,
    demandRate: 1300,
    demandSd: 150,
    leadTime: 1 / 12,
  };
  const problem: RqItem = {
    holdingCost: 3.1,
    stockoutCost: 45,
    fixedCost: 50,
    demandRate: 800,
    demandSd: 40,
    leadTime: 0.010958904109589041,
  };
  const slow: RqItem = {
    holdingCost: 0.21428571428571427,
    stockoutCost: 40,
    fixedCost: 85,
    demandRate: 192,
    demandSd: 17.4,
    leadTime: 3,
  };
  test('exact costs', () => {
    expect(rqCost(example, { r: 126.8, Q: 328.5 })).toBeCloseTo(78.07116250928294, 8);
    expect(rqCost(example, { r: 100, Q: 250 })).toBeCloseTo(87.34647802817499, 8);
    expect(rqCost(problem, { r: -1.9859, Q: 166.95 })).toBeCloseTo(484.2110418415538, 7);
    expect(rqCost(problem, { r: 100, Q: 250 })).toBeCloseTo(830.3219178082192, 7);
  });
  test('best r for a Q', () => {
    expect(bestReorderPoint(example, 318)).toBeCloseTo(127.7880348669655, 4);
    expect(bestReorderPoint(problem, 750)).toBeCloseTo(-39.569675038859785, 4);
    expect(bestReorderPoint(slow, 150)).toBeCloseTo(622.5171783526781, 4);
  });
  test('the two approximations', () => {
    const pairs = [example, problem, slow].map(
      (item) => [value(rqWithBackorders(item)), value(rqWithSafetyStock(item))] as const,
    );
    expect(pairs.map(([a]) => [a.r.toFixed(3), a.Q.toFixed(5)])).toEqual([
      ['128.638', '308.57378'],
      ['-1.930', '166.08501'],
      ['609.025', '391.32595'],
    ]);
    expect(pairs.map(([, b]) => [b.r.toFixed(6), b.Q.toFixed(5)])).toEqual([
      ['190.336997', '304.04678'],
      ['15.125515', '160.64387'],
      ['652.963895', '390.28195'],
    ]);
  });
});

describe('(s,S) for whole units', () => {
  // Zheng and Federgruen (1991), table 1: h 1, p 9, K 64, Poisson demand.
  const published = [
    [10, 6, 40, 35.022],
    [15, 10, 49, 42.698],
    [20, 14, 62, 49.173],
    [25, 19, 56, 54.262],
    [30, 23, 66, 57.819],
    [35, 28, 77, 61.215],
    [40, 33, 87, 64.512],
    [45, 37, 97, 67.776],
    [50, 42, 108, 70.975],
    [55, 47, 118, 74.149],
    [60, 52, 129, 77.306],
    [65, 56, 75, 78.518],
    [70, 62, 81, 79.037],
    [75, 67, 86, 79.554],
    [21, 15, 65, 50.406],
    [22, 16, 68, 51.632],
    [23, 17, 52, 52.757],
    [24, 18, 54, 53.518],
    [51, 43, 110, 71.611],
    [52, 44, 112, 72.246],
    [59, 51, 126, 76.679],
    [61, 52, 131, 77.929],
    [63, 54, 73, 78.287],
    [64, 55, 74, 78.402],
  ] as const;
  test.each(published)('mean %i: order up to at or below', (mean, s, S, cost) => {
    const best = value(bestSsPolicy({ holdingCost: 1, stockoutCost: 9, fixedCost: 64 }, poissonPmf(mean)));
    expect([best.s, best.S]).toEqual([s, S]);
    expect(Math.abs(best.cost - cost)).toBeLessThan(0.0006);
  });
  test('example 4.7 and problem 4.31', () => {
    const item = { holdingCost: 1, stockoutCost: 4, fixedCost: 5 };
    expect(value(bestSsPolicy(item, poissonPmf(6)))).toMatchObject({
      s: 4,
      S: 10,
      cost: expect.closeTo(8.034111561471642, 9),
    });
    expect(value(ssCost(item, poissonPmf(6), { s: 6, S: 18 }))).toBeCloseTo(10.193798671644046, 9);
    expect(value(bestSsPolicy({ holdingCost: 40, stockoutCost: 125, fixedCost: 150 }, poissonPmf(4)))).toMatchObject({
      s: 2,
      S: 7,
      cost: expect.closeTo(223.5748295669688, 8),
    });
  });
  test('no neighbouring policy is cheaper, also for lumpy demand', () => {
    const demand = fc.oneof(
      fc.double({ min: 0.2, max: 15, noNaN: true }).map((mean) => poissonPmf(mean)),
      fc
        .tuple(fc.double({ min: 0.5, max: 8, noNaN: true }), fc.double({ min: 1.2, max: 4, noNaN: true }))
        .map(([mean, spread]) => negativeBinomialPmf(mean, mean * spread)),
    );
    fc.assert(
      fc.property(
        demand,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 2, max: 20 }),
        (pmf, fixedCost, stockoutCost) => {
          const item = { holdingCost: 1, stockoutCost, fixedCost };
          const best = value(bestSsPolicy(item, pmf));
          for (const ds of [-2, -1, 0, 1, 2])
            for (const dS of [-2, -1, 0, 1, 2]) {
              const other = { s: best.s + ds, S: best.S + dS };
              if (other.S > other.s) expect(value(ssCost(item, pmf, other))).toBeGreaterThanOrEqual(best.cost - 1e-9);
            }
        },
      ),
      { numRuns: 40 },
    );
  });
  test('for steady demand from the reorder point and the lot', () => {
    expect(steadySsPolicy(23.2, 40.4)).toEqual({ s: 24, S: 64 });
  });
});

describe('safety stock', () => {
  test('published and derived figures', () => {
    const item = { demandMean: 100, demandSd: 30, leadTime: 4, leadTimeSd: 1.5 };
    expect(
      value(safetyStock({ demandMean: 0, demandSd: 40, leadTime: 9 }, { kind: 'z', z: 1.65 })).safetyStock,
    ).toBeCloseTo(198, 9);
    expect(value(reorderPoint(item, { kind: 'cycle', level: 0.95 })).reorderPoint).toBeCloseTo(665.7342, 3);
    expect(
      value(reorderPoint({ ...item, leadTimeSd: 0, reviewPeriod: 5 }, { kind: 'z', z: 2 })).reorderPoint,
    ).toBeCloseTo(900 + 2 * 90, 9);
  });
  test('a fill rate is met by what it promises: expected shortage per cycle is the missed share of the lot', () => {
    const item = { demandMean: 50, demandSd: 20, leadTime: 4 };
    const { safetyStock: held } = value(safetyStock(item, { kind: 'fill', rate: 0.98, orderQuantity: 200 }));
    const shortage = newsvendorCost(200 + held, { holdingCost: 0, stockoutCost: 1 }, { demandMean: 200, demandSd: 40 });
    expect(shortage).toBeCloseTo(0.02 * 200, 8);
  });
  test('targets that cannot be meant are refused', () => {
    const item = { demandMean: 1, demandSd: 1, leadTime: 1 };
    expect(safetyStock(item, { kind: 'cycle', level: 1 })).toMatchObject({
      ok: false,
      error: { kind: 'target-unreachable' },
    });
    expect(safetyStock({ ...item, leadTime: -1 }, { kind: 'z', z: 1 })).toEqual({
      ok: false,
      error: { kind: 'replenishment-invalid' },
    });
  });
  test('warnings: below the reorder point low, below safety stock urgent, nothing left out', () => {
    expect(
      [20, 19, 5, 4, 0, -3].map((available) => stockLevel(available, { reorderPoint: 20, safetyStock: 5 })),
    ).toEqual(['enough', 'low', 'low', 'urgent', 'out', 'out']);
  });
});

test('the orderable quantity is the cheapest of all multiples from the minimum up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 48 }),
      fc.nat({ max: 200 }),
      (fixedCost, multiple, minimum) => {
        const costs = { fixedCost, holdingCost: 2, demandRate: 300 };
        const ideal = value(economicOrderQuantity(costs)).quantity;
        const found = orderableQuantity(costs, ideal, { minimum, multiple });
        expect(found.quantity % multiple).toBe(0);
        expect(found.quantity).toBeGreaterThanOrEqual(minimum);
        for (let q = multiple; q < 1500; q += multiple)
          if (q >= minimum) expect(found.cost).toBeLessThanOrEqual(lotCost(costs, q) + 1e-9);
      },
    ),
  );
});
