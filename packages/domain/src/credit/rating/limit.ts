import { invariant } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import type { Grade } from './grade.ts';
import { GRADE_TERMS, type GradeTerms } from './terms.ts';

export type LimitFacts = {
  readonly grade: Grade;
  readonly pd: number;
  /** Net purchases (paid or owed, returns taken off) of the last twelve months. */
  readonly purchases12m: Minor;
  /** Defaults to the term of the grade. */
  readonly termDays?: number | undefined;
  /** All that customers owe the seller; one customer may be a tenth of it. */
  readonly sellerReceivables?: Minor | undefined;
  /** Loss the seller is ready to expect from this customer in a year. */
  readonly lossBudget?: Minor | undefined;
  readonly manualCap?: Minor | undefined;
};

export type LimitPolicy = {
  /** Part of the exposure that is lost in a default, whole percent. */
  readonly lossGivenDefaultPercent: number;
  /** Largest share of the seller's receivables, percent. */
  readonly concentrationPercent: number;
  /** Limits are multiples of this, rounded down. */
  readonly step: Minor;
};

export const DEFAULT_LIMIT_POLICY: LimitPolicy = {
  lossGivenDefaultPercent: 45,
  concentrationPercent: 10,
  step: 100_000 as Minor,
};

export type LimitBound = 'purchases' | 'expected-loss' | 'concentration' | 'manual-cap';

export type LimitDecision = {
  readonly limit: Minor;
  /** Every bound that applies, before rounding down; the smallest decides. */
  readonly bounds: readonly { readonly bound: LimitBound; readonly amount: Minor }[];
  readonly decidedBy: LimitBound;
};

/** Exposure whose expected loss is the budget: budget / (PD · LGD), the PD taken in parts per thousand million. */
const carriedBy = (budget: Minor, pd: number, lgdPercent: number): Minor => {
  const billionths = BigInt(Math.max(1, Math.round(pd * 1e9)));
  const carried = (BigInt(budget) * 100_000_000_000n) / (billionths * BigInt(lgdPercent));
  return minor(Number(carried < BigInt(Number.MAX_SAFE_INTEGER) ? carried : BigInt(Number.MAX_SAFE_INTEGER)));
};

/**
 * The most a customer may owe: the smallest of a multiple of an average month's purchases (longer for terms over a month), what
 * the loss budget carries at this PD, a share of the seller's receivables, and a cap set by hand; rounded down.
 */
export const limitOf = (
  facts: LimitFacts,
  policy: LimitPolicy = DEFAULT_LIMIT_POLICY,
  table: Readonly<Record<Grade, GradeTerms>> = GRADE_TERMS,
): LimitDecision => {
  invariant(facts.pd >= 0 && facts.pd <= 1, `not a probability: ${facts.pd}`);
  const terms = table[facts.grade];
  const days = Math.max(30, facts.termDays ?? terms.termDays);
  const byPurchases =
    (BigInt(Math.max(0, facts.purchases12m)) * BigInt(terms.monthsTenths) * BigInt(days)) / (12n * 10n * 30n);
  const bounds: { bound: LimitBound; amount: Minor }[] = [{ bound: 'purchases', amount: minor(Number(byPurchases)) }];
  if (facts.lossBudget !== undefined && facts.pd > 0) {
    const carried = carriedBy(facts.lossBudget, facts.pd, policy.lossGivenDefaultPercent);
    bounds.push({ bound: 'expected-loss', amount: carried });
  }
  if (facts.sellerReceivables !== undefined) {
    const share = (BigInt(facts.sellerReceivables) * BigInt(policy.concentrationPercent)) / 100n;
    bounds.push({ bound: 'concentration', amount: minor(Number(share)) });
  }
  if (facts.manualCap !== undefined) bounds.push({ bound: 'manual-cap', amount: facts.manualCap });
  const least = bounds.reduce((a, b) => (b.amount < a.amount ? b : a));
  return {
    limit: minor(Math.floor(least.amount / policy.step) * policy.step),
    bounds,
    decidedBy: least.bound,
  };
};
