import { daysBetween } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { ChurnLevel } from './churn.ts';

export type LifecycleStage = 'prospect' | 'new' | 'active' | 'at-risk' | 'lost';
export type Lifecycle = {
  readonly stage: LifecycleStage;
  readonly reason:
    | 'never-ordered'
    | 'first-order-lately'
    | 'within-own-rhythm'
    | 'beyond-own-rhythm'
    | 'silent-for-long'
    | 'few-orders-and-silent'
    | 'few-orders-not-silent';
  readonly daysSinceFirst?: number;
  readonly daysSinceLast?: number;
};
export type LifecycleRules = {
  /** So many days from the first order on a customer is new. */
  readonly newDays: number;
  /** Silence after which a customer without a rhythm of its own is at risk. */
  readonly quietDays: number;
  /** Silence after which anybody is lost, whatever the rhythm. */
  readonly lostDays: number;
};
export const LIFECYCLE_RULES: LifecycleRules = { newDays: 90, quietDays: 120, lostDays: 365 };

/** Where a customer stands, and why. A warning of level `lost` or a year of silence is lost; the first that fits holds. */
export const lifecycleOf = (
  days: readonly Day[],
  asOf: Day,
  churn: { readonly level: ChurnLevel; readonly hasRhythm: boolean },
  rules: LifecycleRules = LIFECYCLE_RULES,
): Lifecycle => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { stage: 'prospect', reason: 'never-ordered' };
  const since = { daysSinceFirst: daysBetween(first, asOf), daysSinceLast: daysBetween(last, asOf) };
  if (since.daysSinceLast >= rules.lostDays) return { stage: 'lost', reason: 'silent-for-long', ...since };
  if (churn.level === 'lost') return { stage: 'lost', reason: 'beyond-own-rhythm', ...since };
  if (churn.level !== 'none') return { stage: 'at-risk', reason: 'beyond-own-rhythm', ...since };
  if (since.daysSinceFirst < rules.newDays) return { stage: 'new', reason: 'first-order-lately', ...since };
  if (churn.hasRhythm) return { stage: 'active', reason: 'within-own-rhythm', ...since };
  return since.daysSinceLast >= rules.quietDays
    ? { stage: 'at-risk', reason: 'few-orders-and-silent', ...since }
    : { stage: 'active', reason: 'few-orders-not-silent', ...since };
};
