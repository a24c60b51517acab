import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from '../statistics/index.ts';
import {
  cleanHistory,
  demandClass,
  forecast,
  originsOf,
  poolWeights,
  seasonalityTest,
  studentQuantile,
} from './index.ts';

const SHAPE = [0.6, 0.7, 0.9, 1, 1.1, 1.2, 1.3, 1.2, 1.1, 1, 0.9, 1];
const monthly = (periods: number, seed = 1, noise = 0.05): number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: periods }, (_, t) => (100 + t) * SHAPE[t % 12]! * (1 + noise * (random() * 2 - 1)));
};
const forecastOf = (values: readonly (number | null)[], season: number, horizon: number) => {
  const result = forecast({ values, season }, { horizon });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('a season and a trend are found, continued and held by the interval', () => {
  const y = monthly(72);
  const result = forecastOf(y.slice(0, 60), 12, 12);
  expect(result.season.kind).toBe('multiplicative');
  for (const [j, actual] of y.slice(60).entries()) {
    expect(Math.abs(result.forecast[j]! / actual - 1)).toBeLessThan(0.12);
    expect(result.lower[j]!).toBeLessThan(actual);
    expect(result.upper[j]!).toBeGreaterThan(actual);
  }
});

test('the result names the method, every score, and weights that sum to one', () => {
  const { choice, scores, origins } = forecastOf(monthly(60), 12, 6);
  expect(origins).toBe(8);
  expect(scores.map((score) => score.method)).toEqual(
    expect.arrayContaining(['pool', 'naive', 'seasonal-naive', 'ses', 'holt', 'damped', 'theta', 'combination']),
  );
  expect(scores.map(({ mase }) => mase)).toEqual(scores.map(({ mase }) => mase).toSorted((a, b) => a - b));
  const members = choice.kind === 'pool' ? choice.members : [];
  expect(members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test('weights go by the square of the error, and half as much error again as the least counts nothing', () => {
  const weights = poolWeights(
    [
      { method: 'ses', mase: 1 },
      { method: 'theta', mase: 1.25 },
      { method: 'drift', mase: 1.51 },
      { method: 'naive', mase: 0.1 },
    ],
    ['ses', 'theta', 'drift'],
  );
  expect(weights.map(({ method }) => method)).toEqual(['ses', 'theta']);
  expect(weights[0]!.weight / weights[1]!.weight).toBeCloseTo(1.25 ** 2, 12);
});

test('the mean of all periods stands in the pool where demand swings around one level, and not beside a trend', () => {
  const meanIn = (seed: number, slope: number): boolean => {
    const random = randomFrom(seed);
    const { choice } = forecastOf(
      Array.from({ length: 60 }, (_, t) => 50 + slope * t + 20 * random()),
      1,
      6,
    );
    return choice.kind === 'pool' && choice.members.some(({ method }) => method === 'mean');
  };
  const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
  expect(seeds.filter((seed) => meanIn(seed, 0)).length).toBeGreaterThan(14);
  expect(seeds.filter((seed) => meanIn(seed, 3))).toEqual([]);
});

test('a season that has come to repeat to the unit leaves one method, which is then named', () => {
  const shape = [37, 91, 23, 58];
  const {
    method,
    choice,
    forecast: points,
  } = forecastOf(
    Array.from({ length: 24 }, (_, t) => (t < 8 ? 20 + 9 * (t % 3) : shape[t % 4]!)),
    4,
    5,
  );
  expect([method, choice]).toEqual([
    'seasonal-naive',
    { kind: 'pool', members: [{ method: 'seasonal-naive', weight: 1 }] },
  ]);
  expect(points).toEqual([37, 91, 23, 58, 37]);
});

test('without a season, a trend that never fades may stand in the pool', () => {
  const random = randomFrom(9);
  const years = Array.from({ length: 24 }, (_, t) => 100 + 12 * t + 6 * random());
  const { choice, method } = forecastOf(years, 1, 4);
  const names = choice.kind === 'pool' ? choice.members.map((member) => member.method) : [method];
  expect(names).toContain('holt');
});

test('growth is not compounded further ahead than there is history', () => {
  const growing = Array.from({ length: 24 }, (_, t) => 100 * 1.08 ** t);
  const far = forecastOf(growing, 1, 120);
  expect(far.scores.map(({ method }) => method)).not.toContain('theta-of-logs');
  expect(forecastOf(growing, 1, 12).scores.map(({ method }) => method)).toContain('theta-of-logs');
  expect(far.forecast.at(-1)!).toBeLessThan(20 * growing.at(-1)!);
});

test('cuts of the past lie in its last third, in order, and leave something to forecast', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }), (n, horizon) => {
      const cuts = originsOf(n, horizon);
      expect(cuts.length).toBeLessThanOrEqual(8);
      expect(cuts).toEqual([...new Set(cuts)].toSorted((a, b) => a - b));
      for (const at of cuts) {
        expect(at).toBeLessThan(n);
        expect(at).toBeGreaterThanOrEqual(n - n / 3);
      }
    }),
  );
});

test('whatever the history: forecasts and intervals are finite, ordered and not below zero', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 20 }),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 50 }),
      fc.constantFrom(1, 4, 7, 12),
      fc.integer({ min: 1, max: 18 }),
      (values, season, horizon) => {
        const result = forecast({ values, season }, { horizon });
        if (!result.ok) {
          expect(result.error.kind).toBe('history-empty');
          return;
        }
        const { forecast: points, lower, upper } = result.value;
        expect(points).toHaveLength(horizon);
        for (const [j, point] of points.entries()) {
          expect(Number.isFinite(point) && Number.isFinite(upper[j]!)).toBe(true);
          expect(lower[j]).toBeGreaterThanOrEqual(0);
          expect(lower[j]).toBeLessThanOrEqual(upper[j]!);
          if (result.value.season.kind !== 'none' || 'test' in result.value.season) {
            expect(lower[j]).toBeLessThanOrEqual(point);
            expect(upper[j]).toBeGreaterThanOrEqual(point);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a period without goods counts as demand unseen, not as demand gone', () => {
  const values = [100, 104, 98, 101, 0, 12, 99, 103, 97, 102, 100, 99];
  const stockOut = values.map((value) => value < 50);
  const { y, corrections } = cleanHistory({ values, season: 1, stockOut });
  expect(corrections.map(({ period, why }) => [period, why])).toEqual([
    [4, 'stock-out'],
    [5, 'stock-out'],
  ]);
  expect(y[4]).toBeGreaterThan(95);
  const [told, untold] = [
    { values, season: 1, stockOut },
    { values, season: 1 },
  ].map((history) => forecast(history, { horizon: 3 }));
  expect(told!.ok && told!.value.sigma[0]!).toBeLessThan(untold!.ok ? untold!.value.sigma[0]! : 0);
});

test('what was sold while goods ran out is the least that was wanted', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.boolean()), { minLength: 6, maxLength: 40 }),
      (periods) => {
        const history = { values: periods.map(([sold]) => sold), season: 1, stockOut: periods.map(([, out]) => out) };
        if (history.stockOut.every(Boolean)) return;
        for (const { why, recorded, used } of cleanHistory(history).corrections)
          if (why === 'stock-out' && used !== null) expect(used).toBeGreaterThanOrEqual(recorded!);
      },
    ),
  );
});

test('one peak is pulled in and named; a jump that stays is not touched', () => {
  const calm = Array.from({ length: 30 }, (_, t) => 100 + ((t * 7) % 5));
  const peak = calm.map((value, t) => (t === 15 ? 900 : value));
  expect(cleanHistory({ values: peak, season: 1 }).corrections).toEqual([
    expect.objectContaining({ period: 15, why: 'outlier', recorded: 900 }),
  ]);
  const jump = calm.map((value, t) => (t < 15 ? value : value + 300));
  expect(cleanHistory({ values: jump, season: 1 }).corrections).toEqual([]);
});

test('a promotion that was and one that will be change their own periods only', () => {
  const values = Array.from({ length: 24 }, (_, t) => (t === 12 ? 200 : 100));
  const promotion = values.map((_, t) => (t === 12 ? 2 : 1));
  const result = forecast({ values, season: 1, promotion }, { horizon: 3, promotion: [1, 1.5] });
  expect(result.ok && result.value.forecast.map(Math.round)).toEqual([100, 150, 100]);
});

test('rare demand goes its own way, and dies out when it has', () => {
  const lumps = [
    0, 2, 0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 1, 0, 1, 0, 0,
  ];
  expect(demandClass(lumps)).toMatchObject({ class: 'lumpy' });
  const result = forecastOf(lumps, 12, 6);
  expect(['sba', 'tsb', 'mean']).toContain(result.method);
  expect(result.scores.map(({ method }) => method).toSorted()).toEqual(['croston', 'mean', 'sba', 'sbj', 'tsb']);
  expect(Number.isInteger(result.upper[0]!)).toBe(true);
  const gone = forecastOf([...lumps, ...Array.from({ length: 16 }, () => 0)], 12, 6);
  expect(gone).toMatchObject({ method: 'tsb', choice: { kind: 'dying-out', periodsWithoutDemand: 18 } });
  expect(gone.forecast[0]!).toBeLessThan(result.forecast[0]!);
});

test('a short history is the mean of the last value and smoothing, and says so', () => {
  expect(forecastOf([10, 12, 11], 12, 2)).toMatchObject({ choice: { kind: 'short-history', periods: 3 }, scores: [] });
  expect(forecastOf([10], 12, 2).forecast).toEqual([10, 10]);
});

test('a season is believed when it is stronger than chance, after three of them', () => {
  expect(seasonalityTest(monthly(60), 12).seasonal).toBe(true);
  expect(seasonalityTest(monthly(35), 12).seasonal).toBe(false);
  const random = randomFrom(3);
  expect(seasonalityTest(Array.from({ length: 60 }, random), 12).seasonal).toBe(false);
});

test('what cannot be forecast is refused with the reason', () => {
  const kind = (values: readonly (number | null)[], season: number, horizon: number, level = 0.95) => {
    const result = forecast({ values, season }, { horizon, level });
    return result.ok ? 'ok' : result.error.kind;
  };
  expect(kind([], 1, 1)).toBe('history-empty');
  expect(kind([null, null], 1, 1)).toBe('history-empty');
  expect(kind([1, Number.NaN], 1, 1)).toBe('value-invalid');
  expect(kind([1, 2], 0, 1)).toBe('season-invalid');
  expect(kind([1, 2], 1, 0)).toBe('horizon-invalid');
  expect(kind([1, 2], 1, 1, 1)).toBe('level-invalid');
  expect(
    kind(
      Array.from({ length: 5001 }, () => 1),
      1,
      1,
    ),
  ).toBe('history-too-long');
  const lists = forecast({ values: [1, 2], season: 1, stockOut: [true] }, { horizon: 1 });
  expect(!lists.ok && lists.error.kind).toBe('history-lists-differ');
});

test('the same history gives the same forecast, to the last bit', () => {
  const y = monthly(48, 7, 0.2);
  expect(forecastOf(y, 12, 12)).toEqual(forecastOf(y, 12, 12));
});

test('few periods widen the interval as Student’s table says', () => {
  expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228, 2);
  expect(studentQuantile(0.975, 1e9)).toBeCloseTo(1.95996, 4);
});
