import type { Day } from '../../kernel/index.ts';
import type { Minor } from '../../money/index.ts';
import type { CreditAccount } from '../exposure/index.ts';
import { type CreditFeatures, type CreditHistory, creditFeatures, historyFacts } from '../history/index.ts';
import {
  accountOf,
  type DefaultFlag,
  type Grade,
  type LimitDecision,
  limitOf,
  type Rating,
  rate,
} from '../rating/index.ts';
import {
  blendScores,
  type Scorecard,
  type Scored,
  type ScoreReason,
  scoreByExpert,
  scoreReasons,
  scoreRow,
} from '../scorecard/index.ts';

export type AssessmentInput = {
  readonly asOf: Day;
  readonly history: CreditHistory;
  /** A card fitted on the features of customers; without one the written card decides alone. */
  readonly card?: Scorecard | undefined;
  readonly current?: { readonly grade: Grade; readonly since: Day } | undefined;
  /** Known to staff; more than 90 days past due is seen from the history. */
  readonly flags?: readonly DefaultFlag[] | undefined;
  readonly sellerReceivables?: Minor | undefined;
  readonly lossBudget?: Minor | undefined;
  readonly manualCap?: Minor | undefined;
};

export type Assessment = {
  readonly features: CreditFeatures;
  readonly scored: Scored;
  readonly rating: Rating;
  readonly limit: LimitDecision;
  readonly account: CreditAccount;
  /** Why the score is not higher and what would lift it, worst first. */
  readonly reasons: readonly ScoreReason[];
};

const DEFAULT_DAYS = 90;

/** From history to score, grade, limit and terms, each with its reasons. The same history and day give the same assessment. */
export const assessCustomer = (input: AssessmentInput): Assessment => {
  const { asOf, history, card, current } = input;
  const features = creditFeatures(history, asOf);
  const facts = historyFacts(history, asOf);
  const expert = scoreByExpert(features);
  const scored = card ? blendScores(expert, scoreRow(card, features), card.rows, card.scaling) : expert;
  const late: DefaultFlag[] = facts.daysPastDueNow > DEFAULT_DAYS ? ['more-than-90-days-past-due'] : [];
  const rating = rate({
    today: asOf,
    pd: scored.pd,
    defaults: [...new Set([...late, ...(input.flags ?? [])])],
    current,
    lastOverdueOn: facts.lastOverdueOn,
    paidInvoices: facts.paidInvoices,
    firstOrderOn: facts.firstOrderOn,
  });
  const limit = limitOf({
    grade: rating.grade,
    pd: scored.pd,
    purchases12m: facts.purchases12m,
    sellerReceivables: input.sellerReceivables,
    lossBudget: input.lossBudget,
    manualCap: input.manualCap,
  });
  const account = { ...accountOf(rating.grade, limit.limit, facts.averageOrder), limitSetOn: asOf };
  return { features, scored, rating, limit, account, reasons: scoreReasons(scored) };
};
