import { err, ok, type Result } from '../kernel/index.ts';
import { cholesky, inverseDiagonal, solveCholesky } from './linear-algebra.ts';

export type LogisticFit = {
  /** Intercept first, then one per column. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  /** Of the data, the penalty not included. */
  readonly logLikelihood: number;
  readonly steps: number;
};

export type LogisticRefusal =
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'one-class'; readonly rows: number }
  | { readonly kind: 'too-many-columns'; readonly columns: number; readonly most: number }
  /** Columns repeat each other exactly: no unique answer without a penalty. */
  | { readonly kind: 'columns-dependent' }
  /** The columns separate the classes, so the likelihood has no maximum; a penalty gives it one. */
  | { readonly kind: 'not-converged'; readonly steps: number; readonly gradient: number };

const MOST_COLUMNS = 40;
const MOST_STEPS = 25;
const GRADIENT_BOUND = 1e-8;

/** ln(1 + e^z) without overflow. */
const softplus = (z: number): number => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));
export const sigmoid = (z: number): number => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

export const linearPredictor = (coefficients: readonly number[], row: readonly number[]): number =>
  row.reduce((z, x, i) => z + coefficients[i + 1]! * x, coefficients[0]!);

const scoreVector = (
  flat: Float64Array,
  labels: readonly number[],
  beta: Float64Array,
  lambda: number,
): { gradient: Float64Array; information: Float64Array[]; logLikelihood: number } => {
  const size = beta.length;
  const gradient = new Float64Array(size);
  const information = Array.from({ length: size }, () => new Float64Array(size));
  const x = new Float64Array(size);
  x[0] = 1;
  let logLikelihood = 0;
  const width = size - 1;
  for (let r = 0; r < labels.length; r += 1) {
    let z = beta[0]!;
    for (let i = 1; i < size; i += 1) {
      x[i] = flat[r * width + i - 1]!;
      z += beta[i]! * x[i]!;
    }
    const p = sigmoid(z);
    const y = labels[r]!;
    logLikelihood += y * z - softplus(z);
    const w = p * (1 - p);
    for (let i = 0; i < size; i += 1) {
      gradient[i]! += x[i]! * (y - p);
      const line = information[i]!;
      const wx = w * x[i]!;
      for (let j = 0; j <= i; j += 1) line[j]! += wx * x[j]!;
    }
  }
  for (let i = 0; i < size; i += 1) {
    if (i > 0) {
      gradient[i]! -= lambda * beta[i]!;
      information[i]![i]! += lambda;
    }
    for (let j = i + 1; j < size; j += 1) information[i]![j] = information[j]![i]!;
  }
  return { gradient, information, logLikelihood };
};

const maxNorm = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/**
 * Logistic regression by iteratively reweighted least squares with a ridge penalty of lambda/2·|β|² that leaves the intercept
 * free (Hastie, Tibshirani, Friedman, Elements of Statistical Learning, 4.4). Labels are 0 and 1. A step that lowers the
 * penalised likelihood is halved. `start` are coefficients of a similar fit, to begin from.
 */
export const fitLogistic = (
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  lambda = 0,
  start?: readonly number[],
): Result<LogisticFit, LogisticRefusal> => {
  const columns = rows[0]?.length ?? 0;
  const ones = labels.reduce((total, y) => total + y, 0);
  if (rows.length === 0) return err({ kind: 'no-rows' });
  if (ones === 0 || ones === rows.length) return err({ kind: 'one-class', rows: rows.length });
  if (columns > MOST_COLUMNS) return err({ kind: 'too-many-columns', columns, most: MOST_COLUMNS });

  const flat = new Float64Array(rows.length * columns);
  for (const [r, row] of rows.entries()) flat.set(row, r * columns);
  let beta = Float64Array.from({ length: columns + 1 }, (_, i) => start?.[i] ?? 0);
  if (!start) beta[0] = Math.log(ones / (rows.length - ones));
  const penalised = (at: { logLikelihood: number }, b: Float64Array): number =>
    at.logLikelihood - (lambda / 2) * b.subarray(1).reduce((total, value) => total + value * value, 0);
  let state = scoreVector(flat, labels, beta, lambda);
  let steps = 0;
  while (maxNorm(state.gradient) >= GRADIENT_BOUND && steps < MOST_STEPS) {
    const lower = cholesky(state.information);
    if (!lower) return err({ kind: 'columns-dependent' });
    const move = solveCholesky(lower, state.gradient);
    const before = penalised(state, beta);
    // A loss below the rounding of the sum is no loss.
    const from = before - 1e-11 * Math.abs(before);
    let next = beta.map((value, i) => value + move[i]!);
    let nextState = scoreVector(flat, labels, next, lambda);
    for (let share = 0.5; penalised(nextState, next) < from && share > 1e-4; share /= 2) {
      next = beta.map((value, i) => value + share * move[i]!);
      nextState = scoreVector(flat, labels, next, lambda);
    }
    steps += 1;
    if (penalised(nextState, next) < from) break;
    [beta, state] = [next, nextState];
  }
  // Beyond a relative size of 1e-10 of the data the gradient is rounding noise.
  const gradient = maxNorm(state.gradient);
  if (gradient >= Math.max(GRADIENT_BOUND, 1e-10 * rows.length)) return err({ kind: 'not-converged', steps, gradient });
  // A likelihood of one has no maximum: the weights would grow without end.
  if (lambda === 0 && -state.logLikelihood < 1e-6 * rows.length) return err({ kind: 'not-converged', steps, gradient });
  const lower = cholesky(state.information);
  if (!lower) return err({ kind: 'columns-dependent' });
  return ok({
    coefficients: [...beta],
    standardErrors: [...inverseDiagonal(lower)].map(Math.sqrt),
    logLikelihood: state.logLikelihood,
    steps,
  });
};
