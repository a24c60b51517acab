/** A symmetric positive definite matrix, full square, row by row. */
export type Square = readonly Float64Array[];

/** Lower triangle L with L·Lᵀ = a; undefined when `a` is not positive definite to working precision. */
export const cholesky = (a: Square): Float64Array[] | undefined => {
  const lower = a.map((row) => new Float64Array(row.length));
  for (const [i, row] of lower.entries())
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j]!;
      let rest = a[i]![j]!;
      for (let k = 0; k < j; k += 1) rest -= row[k]! * other[k]!;
      if (i !== j) row[j] = rest / other[j]!;
      else if (rest > 1e-12 * Math.max(1, a[i]![i]!)) row[i] = Math.sqrt(rest);
      else return undefined;
    }
  return lower;
};

/** Solves L·Lᵀ·x = b for the triangle that `cholesky` returned. */
export const solveCholesky = (lower: Square, b: ArrayLike<number>): Float64Array => {
  const n = lower.length;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
};

/** The diagonal of the inverse: the variances of a fit whose information matrix was decomposed. */
export const inverseDiagonal = (lower: Square): Float64Array =>
  Float64Array.from(
    lower,
    (_, i) =>
      solveCholesky(
        lower,
        Float64Array.from(lower, (_row, k) => (k === i ? 1 : 0)),
      )[i]!,
  );
