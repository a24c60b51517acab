import { invariant } from '../kernel/index.ts';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / ROOT_TWO_PI;

/** P(Z > z) for z >= 3 by the continued fraction of Mills' ratio: keeps its digits where 1 - P(Z <= z) has none left. */
const farTail = (z: number): number => {
  let denominator = z;
  for (let k = 60; k >= 1; k -= 1) denominator = z + k / denominator;
  return normalDensity(z) / denominator;
};

/** P(Z <= z) of the standard normal distribution: Taylor series in the middle (Marsaglia 2004), continued fraction in the tails. */
export const normalCdf = (z: number): number => {
  if (z <= -3) return farTail(-z);
  if (z >= 3) return 1 - farTail(z);
  let [sum, term] = [z, z];
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum) && k < 200; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
};

/** P(Z > z), with its digits kept for large z. */
export const normalTail = (z: number): number => (z >= 3 ? farTail(z) : normalCdf(-z));

const ratio = (top: readonly number[], bottom: readonly number[], x: number): number =>
  top.reduce((sum, c) => sum * x + c, 0) / bottom.reduce((sum, c) => sum * x + c, 0);

const CENTRE = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
];
const CENTRE_BELOW = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const TAIL = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BELOW = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

const roughQuantile = (p: number): number => {
  if (p < 0.02425) return ratio(TAIL, TAIL_BELOW, Math.sqrt(-2 * Math.log(p)));
  const [q, r] = [p - 0.5, (p - 0.5) ** 2];
  return q * ratio(CENTRE, CENTRE_BELOW, r);
};

/** The z with P(Z <= z) = p, for 0 < p < 1: Acklam's rational approximation and one Halley step, |error| < 1e-12. */
export const normalQuantile = (p: number): number => {
  invariant(p > 0 && p < 1, `a probability inside (0, 1): ${p}`);
  if (p > 0.5) return p > 1 - 1e-16 ? -normalQuantile(1e-16) : -normalQuantile(1 - p);
  const z = roughQuantile(p);
  const step = (normalCdf(z) - p) / normalDensity(z);
  return z - step / (1 + (z * step) / 2);
};

/** E[(Z - z)+], the expected shortfall beyond z in standard deviations. */
export const normalLoss = (z: number): number => normalDensity(z) - z * normalTail(z);

/** E[((Z - z)+)^2] / 2: the loss summed over all levels from z up. */
export const normalLossSecond = (z: number): number => ((z * z + 1) * normalTail(z) - z * normalDensity(z)) / 2;
