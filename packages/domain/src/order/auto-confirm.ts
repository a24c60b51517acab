import { compareGrades, type Grade } from '../credit/index.ts';
import { type Minor, minor } from '../money/index.ts';
import type { PricedOrder } from './quote-result.ts';

/** Which orders are confirmed by rule, without a person. A condition that is off (null, false, none) asks nothing. */
export type AutoConfirmRule = {
  readonly maxAmount: Minor | null;
  /** Orders of the customer that were confirmed before this one. */
  readonly minOrders: number;
  readonly notOverdue: boolean;
  readonly inStock: boolean;
  /** No price was agreed by hand. */
  readonly listPrices: boolean;
  /** Ways an order may have come; none named: any. */
  readonly channels: readonly string[];
  readonly minGrade: Grade | null;
};

/** What the rule looks at, of one order. */
export type AutoConfirmFacts = {
  readonly total: Minor;
  readonly earlierOrders: number;
  /** Money of the customer's that is past due. */
  readonly overdue: Minor;
  /** Units ordered that nothing in stock stands for. */
  readonly missingUnits: number;
  /** Lines whose price was agreed by hand. */
  readonly agreedLines: number;
  readonly channel: string;
  readonly grade: Grade | null;
};

/** Why an order waits for a person, with what it would take. */
export type AutoConfirmReason =
  | { readonly kind: 'amount'; readonly total: Minor; readonly most: Minor }
  | { readonly kind: 'new-customer'; readonly orders: number; readonly least: number }
  | { readonly kind: 'overdue'; readonly amount: Minor }
  | { readonly kind: 'not-in-stock'; readonly units: number }
  | { readonly kind: 'agreed-prices'; readonly lines: number }
  | { readonly kind: 'channel'; readonly channel: string }
  | { readonly kind: 'grade'; readonly grade: Grade | null; readonly least: Grade };
export type AutoConfirmReasonKind = AutoConfirmReason['kind'];

/** How many lines of a priced order have a price that was agreed by hand. */
export const countAgreedLines = ({ lines }: Pick<PricedOrder, 'lines'>): number =>
  lines.filter(({ price }) => price.source === 'agreed').length;

/** Every reason against confirming the order by rule; empty: it passes. An order without a grade has none that suffices. */
export const autoConfirmReasons = (rule: AutoConfirmRule, facts: AutoConfirmFacts): readonly AutoConfirmReason[] => {
  const { total, earlierOrders, overdue, missingUnits, agreedLines, channel, grade } = facts;
  const reasons: AutoConfirmReason[] = [];
  if (rule.maxAmount !== null && total > rule.maxAmount) reasons.push({ kind: 'amount', total, most: rule.maxAmount });
  if (earlierOrders < rule.minOrders)
    reasons.push({ kind: 'new-customer', orders: earlierOrders, least: rule.minOrders });
  if (rule.notOverdue && overdue > 0) reasons.push({ kind: 'overdue', amount: overdue });
  if (rule.inStock && missingUnits > 0) reasons.push({ kind: 'not-in-stock', units: missingUnits });
  if (rule.listPrices && agreedLines > 0) reasons.push({ kind: 'agreed-prices', lines: agreedLines });
  if (rule.channels.length > 0 && !rule.channels.includes(channel)) reasons.push({ kind: 'channel', channel });
  if (rule.minGrade !== null && (grade === null || compareGrades(grade, rule.minGrade) > 0))
    reasons.push({ kind: 'grade', grade, least: rule.minGrade });
  return reasons;
};

/** What a rule would have done to many orders: how many and how much pass, and which reasons keep the others back. */
export type AutoConfirmEffect = {
  readonly orders: number;
  readonly passed: number;
  readonly amount: Minor;
  readonly passedAmount: Minor;
  /** Orders a reason stands against, most first; an order with two reasons counts in both. */
  readonly reasons: readonly { readonly kind: AutoConfirmReasonKind; readonly orders: number }[];
};

export const autoConfirmEffect = (rule: AutoConfirmRule, all: readonly AutoConfirmFacts[]): AutoConfirmEffect => {
  const counts = new Map<AutoConfirmReasonKind, number>();
  let [passed, amount, passedAmount] = [0, 0, 0];
  for (const facts of all) {
    const reasons = autoConfirmReasons(rule, facts);
    amount += facts.total;
    if (reasons.length === 0) {
      passed += 1;
      passedAmount += facts.total;
    }
    for (const { kind } of reasons) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const reasons = [...counts].map(([kind, orders]) => ({ kind, orders })).sort((a, b) => b.orders - a.orders);
  return { orders: all.length, passed, amount: minor(amount), passedAmount: minor(passedAmount), reasons };
};
