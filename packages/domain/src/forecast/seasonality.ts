/** Autocorrelation at lag 1 to `most` (index 0 is lag 1); all 0 for a series that does not vary. */
export const autocorrelation = (y: ArrayLike<number>, most: number): Float64Array => {
  const n = y.length;
  let mean = 0;
  for (let t = 0; t < n; t += 1) mean += y[t]! / n;
  let power = 0;
  for (let t = 0; t < n; t += 1) power += (y[t]! - mean) ** 2;
  const result = new Float64Array(most);
  if (!(power > 0)) return result;
  for (let lag = 1; lag <= most; lag += 1) {
    let sum = 0;
    for (let t = lag; t < n; t += 1) sum += (y[t]! - mean) * (y[t - lag]! - mean);
    result[lag - 1] = sum / power;
  }
  return result;
};

export type SeasonalityTest = { readonly acf: number; readonly limit: number; readonly seasonal: boolean };

/** Whether neighbours one season apart resemble each other more than chance allows (z 1.645: 90%). Needs three seasons. */
export const seasonalityTest = (y: ArrayLike<number>, m: number, z = 1.645): SeasonalityTest => {
  if (m < 2 || y.length < 3 * m) return { acf: 0, limit: Number.POSITIVE_INFINITY, seasonal: false };
  const acf = autocorrelation(y, m);
  let before = 0;
  for (let lag = 1; lag < m; lag += 1) before += acf[lag - 1]! ** 2;
  const limit = z * Math.sqrt((1 + 2 * before) / y.length);
  const at = acf[m - 1]!;
  return { acf: at, limit, seasonal: Math.abs(at) > limit };
};

/** Whether neighbours resemble each other no more than chance allows: demand that swings around one level. */
export const isNoise = (y: ArrayLike<number>, z = 1.645): boolean =>
  Math.abs(autocorrelation(y, 1)[0]!) <= z / Math.sqrt(y.length);

export type SeasonKind = 'none' | 'additive' | 'multiplicative';
/** One index per place in the season, the first for the first period of the series. Sum 0 when added, mean 1 when multiplied. */
export type Season = { readonly kind: SeasonKind; readonly m: number; readonly indices: Float64Array };

export const noSeason: Season = { kind: 'none', m: 1, indices: new Float64Array(1) };

/** Centred moving average over one season; the half season at either end is left as it is unknown (NaN). */
const centredAverage = (y: ArrayLike<number>, m: number): Float64Array => {
  const [n, half] = [y.length, Math.floor(m / 2)];
  const result = new Float64Array(n).fill(Number.NaN);
  for (let t = half; t < n - half; t += 1) {
    let sum = 0;
    for (let k = -half; k <= half; k += 1) sum += y[t + k]! * (m % 2 === 0 && Math.abs(k) === half ? 0.5 : 1);
    result[t] = sum / m;
  }
  return result;
};

/** Seasonal indices by classical decomposition: the mean of each place's distance from the centred average, made neutral. */
export const seasonOf = (y: ArrayLike<number>, m: number, kind: 'additive' | 'multiplicative'): Season => {
  const average = centredAverage(y, m);
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (let t = 0; t < y.length; t += 1) {
    const level = average[t]!;
    if (Number.isNaN(level)) continue;
    sums[t % m]! += kind === 'additive' ? y[t]! - level : y[t]! / level;
    counts[t % m]! += 1;
  }
  const neutral = kind === 'additive' ? 0 : 1;
  const indices = sums.map((sum, at) => (counts[at]! > 0 ? sum / counts[at]! : neutral));
  let mean = 0;
  for (const index of indices) mean += index / m;
  for (let at = 0; at < m; at += 1) indices[at] = kind === 'additive' ? indices[at]! - mean : indices[at]! / mean;
  return kind === 'multiplicative' && indices.some((index) => !(index > 0.01))
    ? seasonOf(y, m, 'additive')
    : { kind, m, indices };
};

/** The season to take out before a method that knows none: multiplied where all demand is positive, added else, none if the test says so. */
export const detectSeason = (y: ArrayLike<number>, m: number, z?: number): Season => {
  if (!seasonalityTest(y, m, z).seasonal) return noSeason;
  let positive = true;
  for (let t = 0; t < y.length; t += 1) positive &&= y[t]! > 0;
  return seasonOf(y, m, positive ? 'multiplicative' : 'additive');
};

/** The series without its season. */
export const withoutSeason = (y: ArrayLike<number>, { kind, m, indices }: Season): Float64Array =>
  Float64Array.from(y, (value, t) =>
    kind === 'none' ? value : kind === 'additive' ? value - indices[t % m]! : value / indices[t % m]!,
  );

/** Values from period `from` on with the season put back. */
export const withSeason = (values: ArrayLike<number>, { kind, m, indices }: Season, from: number): Float64Array =>
  Float64Array.from(values, (value, j) => {
    const index = indices[(from + j) % m]!;
    return kind === 'none' ? value : kind === 'additive' ? value + index : value * index;
  });
