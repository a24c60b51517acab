import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf, normalLoss, normalLossSecond, normalQuantile, normalTail } from './normal.ts';

test('agrees with published values (Abramowitz and Stegun, tables 26.1 and 26.5)', () => {
  expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 14);
  expect(normalCdf(-2.5)).toBeCloseTo(0.0062096653257761, 14);
  expect(normalTail(6) / 9.865876450377e-10).toBeCloseTo(1, 10);
  expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 12);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 12);
});

test('the quantile undoes the distribution', () => {
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (z) => {
      expect(Math.abs(normalQuantile(normalCdf(z)) - z)).toBeLessThan(1e-8);
    }),
  );
});

test('the two tails make one, and the losses fall as the level rises', () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }), (z, by) => {
      expect(normalCdf(z) + normalTail(z)).toBeCloseTo(1, 13);
      expect(normalLoss(z + by)).toBeLessThan(normalLoss(z));
      expect((normalLossSecond(z) - normalLossSecond(z + 1e-4)) / 1e-4).toBeCloseTo(normalLoss(z + 5e-5), 6);
    }),
  );
});
