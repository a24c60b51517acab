/** A box and a first step per dimension. The function is asked only inside the box. */
export type SearchBox = { readonly lower: ArrayLike<number>; readonly upper: ArrayLike<number> };
export type SearchOptions = {
  readonly step?: number | undefined;
  readonly evaluations?: number | undefined;
  readonly tolerance?: number | undefined;
};
export type Minimum = { readonly at: Float64Array; readonly value: number };

/**
 * A minimum of `f` inside a box from one start (Nelder and Mead 1965): needs no derivatives. The point handed to `f` is
 * reused between calls, so `f` must not keep it. A value that is no number counts as infinitely bad. `step` is the share
 * of the box that the first simplex spans.
 */
export const nelderMead = (
  f: (point: Float64Array) => number,
  start: ArrayLike<number>,
  { lower, upper }: SearchBox,
  { step = 0.1, evaluations = 400, tolerance = 1e-9 }: SearchOptions = {},
): Minimum => {
  const n = start.length;
  const corners: Float64Array[] = Array.from({ length: n + 1 }, () => Float64Array.from(start));
  const values = new Float64Array(n + 1);
  const centre = new Float64Array(n);
  const [tried, better] = [new Float64Array(n), new Float64Array(n)];
  let asked = 0;
  const ask = (point: Float64Array): number => {
    asked += 1;
    const value = f(point);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const place = (target: Float64Array, from: Float64Array, factor: number): number => {
    for (let i = 0; i < n; i += 1) {
      const x = centre[i]! + factor * (from[i]! - centre[i]!);
      target[i] = x < lower[i]! ? lower[i]! : Math.min(x, upper[i]!);
    }
    return ask(target);
  };
  const take = (at: number, point: Float64Array, value: number): void => {
    corners[at]!.set(point);
    values[at] = value;
  };

  values[0] = ask(corners[0]!);
  for (let i = 0; i < n; i += 1) {
    const corner = corners[i + 1]!;
    const width = (upper[i]! - lower[i]!) * step;
    corner[i] = corner[i]! + width <= upper[i]! ? corner[i]! + width : Math.max(lower[i]!, corner[i]! - width);
    values[i + 1] = ask(corner);
  }
  while (asked < evaluations) {
    let [best, worst, second] = [0, 0, 0];
    for (let i = 1; i <= n; i += 1) {
      if (values[i]! < values[best]!) best = i;
      if (values[i]! > values[worst]!) worst = i;
    }
    if (!(values[worst]! - values[best]! > tolerance * (Math.abs(values[best]!) + 1e-300))) break;
    second = best;
    for (let i = 0; i <= n; i += 1) if (i !== worst && values[i]! >= values[second]!) second = i;
    centre.fill(0);
    for (let i = 0; i <= n; i += 1) if (i !== worst) for (let d = 0; d < n; d += 1) centre[d]! += corners[i]![d]! / n;

    const from = corners[worst]!;
    const reflected = place(tried, from, -1);
    if (reflected < values[best]!) {
      const expanded = place(better, from, -2);
      if (expanded < reflected) take(worst, better, expanded);
      else take(worst, tried, reflected);
    } else if (reflected < values[second]!) take(worst, tried, reflected);
    else {
      const outside = reflected < values[worst]!;
      const contracted = place(better, from, outside ? -0.5 : 0.5);
      if (contracted < Math.min(reflected, values[worst]!)) take(worst, better, contracted);
      else {
        const anchor = corners[best]!;
        for (let i = 0; i <= n; i += 1) {
          if (i === best) continue;
          for (let d = 0; d < n; d += 1) corners[i]![d] = (corners[i]![d]! + anchor[d]!) / 2;
          values[i] = ask(corners[i]!);
        }
      }
    }
  }
  let best = 0;
  for (let i = 1; i <= n; i += 1) if (values[i]! < values[best]!) best = i;
  return { at: corners[best]!, value: values[best]! };
};

/** The best of several starts; the earlier start wins a tie. */
export const minimise = (
  f: (point: Float64Array) => number,
  starts: readonly ArrayLike<number>[],
  box: SearchBox,
  options?: SearchOptions,
): Minimum =>
  starts
    .map((start) => nelderMead(f, start, box, options))
    .reduce((best, one) => (one.value < best.value ? one : best));
