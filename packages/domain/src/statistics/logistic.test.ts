import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLogistic, linearPredictor, sigmoid } from './index.ts';

/** Spector and Mazzeo's 32 students (Greene, Econometric Analysis): improved grade, GPA, TUCE, PSI. */
const SPECTOR =
  '0 2.66 20 0|0 2.89 22 0|0 3.28 24 0|0 2.92 12 0|1 4 21 0|0 2.86 17 0|0 2.76 17 0|0 2.87 21 0|0 3.03 25 0|1 3.92 29 0|0 2.63 20 0|0 3.32 23 0|0 3.57 23 0|1 3.26 25 0|0 3.53 26 0|0 2.74 19 0|0 2.75 25 0|0 2.83 19 0|0 3.12 23 1|1 3.16 25 1|0 2.06 22 1|1 3.62 28 1|0 2.89 14 1|0 3.51 26 1|1 3.54 24 1|1 2.83 27 1|1 3.39 17 1|0 2.67 24 1|1 3.65 21 1|1 4 23 1|0 3.1 21 1|1 2.39 19 1'
    .split('|')
    .map((row) => row.split(' ').map(Number));

test('agrees with the published maximum likelihood fit', () => {
  const fit = fitLogistic(
    SPECTOR.map((row) => row.slice(1)),
    SPECTOR.map((row) => row[0]!),
  );
  expect(fit.ok).toBe(true);
  if (!fit.ok) return;
  const { coefficients, standardErrors, logLikelihood } = fit.value;
  for (const [i, value] of [-13.0213, 2.8261, 0.0952, 2.3787].entries()) expect(coefficients[i]).toBeCloseTo(value, 3);
  for (const [i, value] of [4.9313, 1.2629, 0.1416, 1.0646].entries()) expect(standardErrors[i]).toBeCloseTo(value, 3);
  expect(logLikelihood).toBeCloseTo(-12.8896, 4);
});

test('on one yes-no column the fit is the log odds of the two groups', () => {
  const counts = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(counts, counts, counts, counts, (a, b, c, d) => {
      const cells: [number, number, number][] = [
        [0, 1, a],
        [0, 0, b],
        [1, 1, c],
        [1, 0, d],
      ];
      const rows = cells.flatMap(([x, , n]) => Array.from({ length: n }, () => [x]));
      const labels = cells.flatMap(([, y, n]) => Array.from({ length: n }, () => y));
      const fit = fitLogistic(rows, labels);
      expect(fit.ok && fit.value.coefficients[0]).toBeCloseTo(Math.log(a / b), 6);
      expect(fit.ok && fit.value.coefficients[1]).toBeCloseTo(Math.log(c / d) - Math.log(a / b), 6);
    }),
    { numRuns: 50 },
  );
});

test('a penalty shrinks the weights and leaves the mean prediction at the share of ones', () => {
  const rows = SPECTOR.map((row) => row.slice(1));
  const labels = SPECTOR.map((row) => row[0]!);
  const sizes = [0, 1, 10].map((lambda) => {
    const fit = fitLogistic(rows, labels, lambda);
    if (!fit.ok) return Number.NaN;
    const mean =
      rows.reduce((sum, row) => sum + sigmoid(linearPredictor(fit.value.coefficients, row)), 0) / rows.length;
    expect(mean).toBeCloseTo(11 / 32, 6);
    return Math.hypot(...fit.value.coefficients.slice(1));
  });
  expect(sizes[0]).toBeGreaterThan(sizes[1]!);
  expect(sizes[1]).toBeGreaterThan(sizes[2]!);
});

test('data without a unique answer are refused with the reason; a penalty gives them one', () => {
  const twins = [
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ];
  expect(fitLogistic(twins, [0, 1, 0, 1])).toMatchObject({ error: { kind: 'columns-dependent' } });
  expect(fitLogistic(twins, [0, 1, 0, 1], 0.1).ok).toBe(true);
  const apart = [[1], [2], [3], [4]];
  expect(fitLogistic(apart, [0, 0, 1, 1])).toMatchObject({ error: { kind: 'not-converged' } });
  expect(fitLogistic(apart, [0, 0, 1, 1], 0.1).ok).toBe(true);
  expect(fitLogistic(apart, [1, 1, 1, 1])).toMatchObject({ error: { kind: 'one-class', rows: 4 } });
  expect(fitLogistic([], [])).toMatchObject({ error: { kind: 'no-rows' } });
  const wide = [0, 1].map((x) => Array.from({ length: 41 }, () => x));
  expect(fitLogistic(wide, [0, 1])).toMatchObject({ error: { kind: 'too-many-columns', columns: 41 } });
});
