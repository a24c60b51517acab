import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  croston,
  drift,
  fitDamped,
  fitHolt,
  fitHoltWinters,
  fitSes,
  fitTheta,
  fitTsb,
  holt,
  holtWinters,
  mean,
  naive,
  seasonalNaive,
  ses,
  tsb,
} from './index.ts';

/** Oil production of Saudi Arabia, air passengers and tourist nights of Australia: Hyndman and Athanasopoulos, Forecasting: Principles and Practice. */
const OIL = [
  446.6565229, 454.4733065, 455.662974, 423.6322388, 456.2713279, 440.5880501, 425.3325201, 485.1494479, 506.0481621,
  526.7919833, 514.268889, 494.2110193,
];
const AIR = [
  17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797, 32.577569, 33.477398,
  39.021581, 41.386432, 41.596552,
];
const TOURISTS = [
  41.727458, 24.04185, 32.328103, 37.328708, 46.213153, 29.346326, 36.48291, 42.977719, 48.901525, 31.180221, 37.717881,
  40.420211, 51.206863, 31.887228, 40.978263, 43.772491, 55.558567, 33.850915, 42.076383, 45.642292, 59.76678,
  35.191877, 44.319737, 47.913736,
];
/** Lubricant sales, same book. */
const LUBRICANT = [
  0, 2, 0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 1, 0, 1, 0, 0,
];
const positive = fc.array(fc.double({ min: 1, max: 1e4, noNaN: true }), { minLength: 8, maxLength: 40 });

test('the benchmarks are what their names say', () => {
  expect([...naive([1, 2, 4], 2).forecast]).toEqual([4, 4]);
  expect([...seasonalNaive([1, 2, 3, 4], 2, 3).forecast]).toEqual([3, 4, 3]);
  expect([...drift([1, 2, 5], 2).forecast]).toEqual([7, 9]);
  expect([...mean([1, 2, 6], 2).forecast]).toEqual([3, 3]);
  expect([...seasonalNaive([1, 2, 3, 4], 2, 5).spread]).toEqual([1, 1, 2, 2, 3]);
});

test('published examples with given weights', () => {
  expect(ses(OIL, { alpha: 0.2, initialLevel: OIL[0]! }, 1).forecast[0]).toBeCloseTo(484.802468, 4);
  const trend = { alpha: 0.8, betaStar: 0.2, phi: 1, initialLevel: 17.5534, initialTrend: 4.3067 };
  const air = holt(AIR, trend, 5).forecast;
  for (const [j, value] of [43.76, 45.59, 47.43, 49.27, 51.1].entries()) expect(air[j]).toBeCloseTo(value, 1);
  expect(croston(LUBRICANT, { alpha: 0.1 }, 1).forecast[0]).toBeCloseTo(0.9846, 4);
  expect(croston(LUBRICANT, { alpha: 0.1, kind: 'sba' }, 1).forecast[0]).toBeCloseTo(0.9846 * 0.95, 4);
  expect(croston(LUBRICANT, { alpha: 0.1, kind: 'sbj' }, 1).forecast[0]).toBeCloseTo((0.9846 * 1.8) / 1.9, 4);
});

test('fitted weights find the published optima', () => {
  const oil = fitSes(OIL, 1);
  expect(oil.parameters.alpha).toBeCloseTo(0.892, 3);
  expect(oil.parameters.initialLevel).toBeCloseTo(447.478, 2);
  expect(oil.sse).toBeLessThan(7573.5);
  const theta = fitTheta(OIL, 4);
  for (const [j, value] of [500.4679, 504.0389, 507.6099, 511.181].entries())
    expect(Math.abs(theta.forecast[j]! / value - 1)).toBeLessThan(0.001);
  const tourists = fitHoltWinters(TOURISTS, { m: 4, seasonal: 'multiplicative', optimiseStart: true }, 4);
  expect(tourists.sse).toBeLessThan(34.6);
  expect(tourists.parameters.gamma! + tourists.parameters.alpha!).toBeLessThanOrEqual(1);
});

test('no weights that a search could have tried fit better than those it found', () => {
  const weight = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const [holtSse, dampedSse] = [fitHolt(AIR, 1).sse, fitDamped(AIR, 1).sse];
  fc.assert(
    fc.property(weight, weight, fc.double({ min: 0.8, max: 0.98, noNaN: true }), (alpha, betaStar, phi) => {
      const start = { initialLevel: 14.5, initialTrend: 4.5 };
      expect(holt(AIR, { alpha, betaStar, phi: 1, ...start }, 1).sse).toBeGreaterThanOrEqual(holtSse - 1e-6);
      expect(holt(AIR, { alpha, betaStar, phi, ...start }, 1).sse).toBeGreaterThanOrEqual(dampedSse - 1e-6);
    }),
  );
});

test('a straight line is continued by every method that knows a trend', () => {
  const line = Array.from({ length: 20 }, (_, t) => 100 + 3 * t);
  for (const fit of [drift(line, 4), fitHolt(line, 4)])
    for (const [j, value] of fit.forecast.entries()) expect(value).toBeCloseTo(160 + 3 * j, 3);
});

test('a season that repeats exactly is continued', () => {
  const shape = [5, 9, 2, 8];
  const y = Array.from({ length: 24 }, (_, t) => shape[t % 4]!);
  for (const seasonal of ['additive', 'multiplicative'] as const) {
    const { forecast } = fitHoltWinters(y, { m: 4, seasonal, damped: true }, 4);
    for (const [j, value] of shape.entries()) expect(forecast[j]).toBeCloseTo(value, 4);
  }
  const state = { alpha: 0.3, betaStar: 0.1, gamma: 0.2, phi: 1, initialLevel: 6, initialTrend: 0 };
  const initialSeason = shape.map((value) => value / 6);
  expect([...holtWinters(y, 'multiplicative', { ...state, initialSeason }, 5).forecast].map(Math.round)).toEqual([
    5, 9, 2, 8, 5,
  ]);
});

test('forecasts keep the unit: a series in cents forecasts in cents', () => {
  fc.assert(
    fc.property(positive, (y) => {
      const cents = y.map((value) => value * 100);
      for (const fit of [fitSes, fitTheta, fitTsb, drift]) {
        const [plain, scaled] = [fit(y, 3).forecast, fit(cents, 3).forecast];
        for (const [j, value] of plain.entries())
          expect(Math.abs(scaled[j]! / 100 - value)).toBeLessThanOrEqual(1e-3 * Math.max(...y));
      }
    }),
    { numRuns: 50 },
  );
});

test('doubt never shrinks with distance', () => {
  fc.assert(
    fc.property(positive, (y) => {
      for (const fit of [fitSes(y, 6), fitHolt(y, 6), fitDamped(y, 6), fitTheta(y, 6), naive(y, 6)])
        for (let j = 1; j < 6; j += 1) expect(fit.spread[j]).toBeGreaterThanOrEqual(fit.spread[j - 1]!);
    }),
    { numRuns: 50 },
  );
});

test('goods that die out: TSB falls with every empty period, Croston does not notice', () => {
  const later = [...LUBRICANT, 0, 0, 0, 0, 0, 0];
  const start = { alpha: 0.1, beta: 0.1, initialSize: 2, initialProbability: 11 / 36 };
  expect(tsb(later, start, 1).forecast[0]).toBeCloseTo(tsb(LUBRICANT, start, 1).forecast[0]! * 0.9 ** 6, 9);
  expect(croston(later, { alpha: 0.1 }, 1).forecast[0]).toBe(croston(LUBRICANT, { alpha: 0.1 }, 1).forecast[0]);
});

test('without any demand nothing is forecast', () => {
  const none = [0, 0, 0, 0, 0, 0];
  expect(croston(none, { alpha: 0.1 }, 1).forecast[0]).toBe(0);
  expect(fitTsb(none, 1).forecast[0]).toBe(0);
});
