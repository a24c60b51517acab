import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimise, nelderMead } from './nelder-mead.ts';

const unit = { lower: [0, 0], upper: [1, 1] };

test('the bottom of a bowl is found, inside the box or at its wall', () => {
  const place = fc.double({ min: -0.5, max: 1.5, noNaN: true });
  fc.assert(
    fc.property(place, place, (x, y) => {
      const bowl = (p: Float64Array): number => (p[0]! - x) ** 2 + 3 * (p[1]! - y) ** 2;
      const { at } = minimise(
        bowl,
        [
          [0.5, 0.5],
          [0.1, 0.9],
        ],
        unit,
        { evaluations: 2000, tolerance: 1e-12 },
      );
      const clamp = (value: number): number => Math.min(1, Math.max(0, value));
      expect(Math.abs(at[0]! - clamp(x))).toBeLessThan(0.01);
      expect(Math.abs(at[1]! - clamp(y))).toBeLessThan(0.01);
    }),
  );
});

test('a curved valley is followed (Rosenbrock)', () => {
  const valley = (p: Float64Array): number => (1 - p[0]!) ** 2 + 100 * (p[1]! - p[0]! ** 2) ** 2;
  const { at, value } = nelderMead(valley, [-1.2, 1], { lower: [-5, -5], upper: [5, 5] }, { evaluations: 2000 });
  expect(value).toBeLessThan(1e-6);
  expect(at[0]).toBeCloseTo(1, 2);
});

test('the function is asked only inside the box, at most as often as allowed, and a value that is no number loses', () => {
  let asked = 0;
  const { at } = nelderMead(
    (p) => {
      asked += 1;
      expect(p[0]! >= 0 && p[0]! <= 1).toBe(true);
      return p[0]! > 0.6 ? Number.NaN : -p[0]!;
    },
    [0.2],
    { lower: [0], upper: [1] },
    { evaluations: 50 },
  );
  expect(asked).toBeLessThanOrEqual(53);
  expect(at[0]).toBeGreaterThan(0.55);
});
