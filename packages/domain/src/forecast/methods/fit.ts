/** What a method makes of a series. All arrays are plain numbers of the series' own unit. */
export type Fit = {
  readonly parameters: Readonly<Record<string, number>>;
  /** Point forecasts of the next periods. */
  readonly forecast: Float64Array;
  /** What each period was above its forecast of one period before; NaN where there was none. */
  readonly errors: Float64Array;
  /** Sum of the squared errors. */
  readonly sse: number;
  /** Variance of the error `j + 1` periods ahead as a multiple of the variance one period ahead. */
  readonly spread: Float64Array;
};

/** No smoothing weight touches 0 or 1, where a model stops learning or stops remembering. */
export const LEAST_WEIGHT = 0.0001;
export const MOST_WEIGHT = 0.9999;

export const sumOfSquares = (errors: Float64Array): number => {
  let sum = 0;
  for (let t = 0; t < errors.length; t += 1) {
    const error = errors[t]!;
    if (!Number.isNaN(error)) sum += error * error;
  }
  return sum;
};

/** The spread of a model whose error of one period moves the forecast `j` periods on by `effect(j)`: 1 + their squares. */
export const spreadOf = (horizon: number, effect: (j: number) => number): Float64Array => {
  const spread = new Float64Array(horizon);
  let sum = 1;
  for (let j = 0; j < horizon; j += 1) {
    if (j > 0) sum += effect(j) ** 2;
    spread[j] = sum;
  }
  return spread;
};
