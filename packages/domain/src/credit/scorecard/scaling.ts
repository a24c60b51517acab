/** Score = offset + factor·ln(odds of good): `baseScore` points at `baseOdds`, and `pdo` points double the odds (Siddiqi, ch. 6). */
export type Scaling = { readonly baseScore: number; readonly baseOdds: number; readonly pdo: number };

export const DEFAULT_SCALING: Scaling = { baseScore: 600, baseOdds: 50, pdo: 20 };

export const scaleOf = ({
  baseScore,
  baseOdds,
  pdo,
}: Scaling): { readonly factor: number; readonly offset: number } => {
  const factor = pdo / Math.LN2;
  return { factor, offset: baseScore - factor * Math.log(baseOdds) };
};

/** The score of a probability of default; a PD of 0 or 1 has no finite score and is taken at one in a million. */
export const scoreOfPd = (pd: number, scaling: Scaling = DEFAULT_SCALING): number => {
  const { factor, offset } = scaleOf(scaling);
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, pd));
  return offset + factor * Math.log((1 - bounded) / bounded);
};

export const pdOfScore = (score: number, scaling: Scaling = DEFAULT_SCALING): number => {
  const { factor, offset } = scaleOf(scaling);
  return 1 / (1 + Math.exp((score - offset) / factor));
};
