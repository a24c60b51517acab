/** Mean of the differences between neighbours `m` apart, without sign: the in-sample error of the seasonal naive forecast. */
export const naiveScale = (train: ArrayLike<number>, m: number): number => {
  const lag = train.length > m ? m : 1;
  let sum = 0;
  for (let t = lag; t < train.length; t += 1) sum += Math.abs(train[t]! - train[t - lag]!);
  return train.length > lag ? sum / (train.length - lag) : 0;
};

/** Symmetric mean absolute percentage error, 0 to 200 (Makridakis 1993). A period with both sides zero counts as no error. */
export const smape = (actual: ArrayLike<number>, forecast: ArrayLike<number>): number => {
  let sum = 0;
  for (let t = 0; t < actual.length; t += 1) {
    const size = Math.abs(actual[t]!) + Math.abs(forecast[t]!);
    if (size > 0) sum += (200 * Math.abs(actual[t]! - forecast[t]!)) / size;
  }
  return sum / actual.length;
};

/** Mean absolute error in units of `scale`; undefined when history gives no scale (it never changed). */
export const scaledError = (
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  scale: number,
): number | undefined => {
  if (!(scale > 0)) return undefined;
  let sum = 0;
  for (let t = 0; t < actual.length; t += 1) sum += Math.abs(actual[t]! - forecast[t]!);
  return sum / actual.length / scale;
};

/** Mean absolute scaled error (Hyndman and Koehler 2006): below 1 is better than repeating the last season was in the past. */
export const mase = (
  train: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  m: number,
): number | undefined => scaledError(actual, forecast, naiveScale(train, m));

/** Root mean squared scaled error: for intermittent demand, whose median of zero would flatter a forecast of nothing. */
export const rmsse = (
  train: ArrayLike<number>,
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
): number | undefined => {
  let [scale, sum] = [0, 0];
  for (let t = 1; t < train.length; t += 1) scale += (train[t]! - train[t - 1]!) ** 2 / (train.length - 1);
  for (let t = 0; t < actual.length; t += 1) sum += (actual[t]! - forecast[t]!) ** 2 / actual.length;
  return scale > 0 ? Math.sqrt(sum / scale) : undefined;
};

/** Overall weighted average of the M4 competition: mean of sMAPE and MASE, each relative to the seasonally adjusted naive forecast. */
export const owa = (score: Accuracy, naive2: Accuracy): number =>
  (score.smape / naive2.smape + score.mase / naive2.mase) / 2;

export type Accuracy = { readonly smape: number; readonly mase: number };
