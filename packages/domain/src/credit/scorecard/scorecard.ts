import type { Bin } from './bin.ts';
import type { Derivation } from './derive.ts';
import type { Scaling } from './scaling.ts';

/** A bin with what it adds to the score, in whole points. */
export type ScoredBin = Bin & { readonly points: number };

export type Attribute = {
  readonly column: string;
  readonly iv: number;
  /** Coefficient of the weight of evidence in the logit of bad; always negative (safer bins lower the odds of bad). */
  readonly weight: number;
  readonly bins: readonly ScoredBin[];
};

/** Why a column is not on the card. */
export type Dropped =
  | { readonly column: string; readonly why: 'little-information'; readonly iv: number }
  | {
      readonly column: string;
      readonly why: 'correlated';
      readonly iv: number;
      readonly with: string;
      readonly correlation: number;
    }
  | {
      readonly column: string;
      readonly why: 'wrong-sign' | 'insignificant';
      readonly iv: number;
      readonly weight: number;
    }
  | { readonly column: string; readonly why: 'beyond-forty'; readonly iv: number };

/** A fitted card: plain JSON, all that is needed to score. */
export type Scorecard = {
  readonly format: 'scorecard/1';
  readonly scaling: Scaling;
  readonly intercept: number;
  readonly lambda: number;
  readonly rows: number;
  readonly bads: number;
  readonly attributes: readonly Attribute[];
  /** How the attributes that are no columns of the raw rows are made. */
  readonly derivations: readonly Derivation[];
  readonly dropped: readonly Dropped[];
  /** Columns so strong that they may know the outcome (information value above 0.5); for a person to judge. */
  readonly suspicious: readonly string[];
  /** Mean log loss and area under the curve on rows left out, per penalty tried. */
  readonly crossValidation: readonly { readonly lambda: number; readonly logLoss: number; readonly auc: number }[];
};
