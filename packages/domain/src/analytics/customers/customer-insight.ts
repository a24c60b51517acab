import { daysBetween, plusDays, plusMonths } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import {
  chanceAlive,
  expectedOrders,
  expectedOrderValue,
  fitLifetime,
  fitValue,
  type LifetimeModel,
  type LifetimeRefusal,
  type OrderValues,
  type RepeatHistory,
  type ValueModel,
  type ValueRefusal,
} from '../lifetime/index.ts';
import { type ChurnWarning, churnWarning } from './churn.ts';
import { type Lifecycle, type LifecycleRules, lifecycleOf } from './lifecycle.ts';
import { type CustomerHistory, historyBefore, orderDays } from './purchase.ts';
import { type RfmRow, rfm } from './rfm.ts';
import { type Rhythm, rhythmOf } from './rhythm.ts';

/** What is foretold of a customer. Amounts are means, in minor units, not rounded to whole ones. */
export type Outlook = {
  readonly chanceAlive: number;
  readonly horizonDays: number;
  readonly expectedOrders: number;
  /** Absent when too few customers have orders of value to learn from. */
  readonly expectedOrderValue?: number;
  readonly expectedValue?: number;
};
export type CustomerInsight = {
  readonly customerId: string;
  readonly orders: number;
  readonly firstDay?: Day;
  readonly lastDay?: Day;
  /** Of the last twelve months, less what was taken back. */
  readonly netAmount: Minor;
  /** Scored among the customers who have ordered in the last twelve months; absent for the others. */
  readonly rfm?: RfmRow;
  readonly rhythm?: Rhythm;
  readonly churn: ChurnWarning;
  readonly lifecycle: Lifecycle;
  readonly outlook?: Outlook;
};
export type InsightReport = {
  readonly asOf: Day;
  readonly customers: readonly CustomerInsight[];
  readonly lifetime: LifetimeModel | LifetimeRefusal;
  readonly value: ValueModel | ValueRefusal;
};
export type InsightOptions = {
  /** The look-out of expected orders and value; 365 days unless said. */
  readonly horizonDays?: number | undefined;
  readonly lifecycle?: LifecycleRules | undefined;
};

/** Repeats of a customer in days, for the lifetime models; undefined before the first order. */
export const repeatsOf = (days: readonly Day[], asOf: Day): RepeatHistory | undefined => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { x: days.length - 1, tx: daysBetween(first, last), T: daysBetween(first, asOf) };
};

const valuesOf = ({ orders }: CustomerHistory): OrderValues => {
  const worth = orders.filter(({ amount }) => amount > 0);
  const sum = worth.reduce((total, { amount }) => total + amount, 0);
  return { orders: worth.length, mean: worth.length === 0 ? 0 : sum / worth.length };
};

/** What is known about every customer on the evening of a day; what comes later in the histories is not looked at. */
export const customerInsight = (
  histories: readonly CustomerHistory[],
  asOf: Day,
  { horizonDays = 365, lifecycle }: InsightOptions = {},
): InsightReport => {
  const known = histories.map((history) => historyBefore(history, plusDays(asOf, 1)));
  const days = known.map(({ orders }) => orderDays(orders));
  const repeats = days.map((list) => repeatsOf(list, asOf));
  const lifetime = fitLifetime(repeats.filter((one) => one !== undefined));
  const value = fitValue(known.map(valuesOf));
  const yearAgo = plusMonths(asOf, -12);
  const scored = rfmOf(known, asOf, yearAgo);

  const outlookOf = (at: number): Outlook | undefined => {
    const repeat = repeats[at];
    if (!lifetime.ok || !repeat) return undefined;
    const expected = expectedOrders(lifetime.value, repeat, horizonDays);
    const outlook = { chanceAlive: chanceAlive(lifetime.value, repeat), horizonDays, expectedOrders: expected };
    const values = valuesOf(known[at]!);
    if (!value.ok || value.value.p * values.orders + value.value.q <= 1) return outlook;
    const each = expectedOrderValue(value.value, values);
    return { ...outlook, expectedOrderValue: each, expectedValue: each * expected };
  };

  const customers = known.map((history, at): CustomerInsight => {
    const [list, outlook] = [days[at]!, outlookOf(at)];
    const rhythm = rhythmOf(list, asOf);
    const churn = churnWarning(list.length, rhythm, outlook?.chanceAlive);
    const row = scored.get(history.customerId);
    const [firstDay, lastDay] = [list[0], list.at(-1)];
    return {
      customerId: history.customerId,
      orders: history.orders.length,
      ...(firstDay && lastDay ? { firstDay, lastDay } : {}),
      netAmount: minor(since(history, yearAgo).amount),
      ...(row ? { rfm: row } : {}),
      ...(rhythm ? { rhythm } : {}),
      churn,
      lifecycle: lifecycleOf(list, asOf, { level: churn.level, hasRhythm: rhythm !== undefined }, lifecycle),
      ...(outlook ? { outlook } : {}),
    };
  });
  return {
    asOf,
    customers,
    lifetime: lifetime.ok ? lifetime.value : lifetime.error,
    value: value.ok ? value.value : value.error,
  };
};

const since = ({ orders, takenBack }: CustomerHistory, from: Day): { orders: number; amount: number } => {
  const recent = orders.filter(({ day }) => day > from);
  const amount = (entries: readonly { readonly day: Day; readonly amount: Minor }[]): number =>
    entries.reduce((sum, entry) => (entry.day > from ? sum + entry.amount : sum), 0);
  return { orders: recent.length, amount: amount(orders) + amount(takenBack) };
};

const rfmOf = (histories: readonly CustomerHistory[], asOf: Day, from: Day): ReadonlyMap<string, RfmRow> => {
  const facts = histories.flatMap((history) => {
    const { orders, amount } = since(history, from);
    const last = history.orders.at(-1);
    return last === undefined || orders === 0
      ? []
      : [{ id: history.customerId, recencyDays: daysBetween(last.day, asOf), orders, amount }];
  });
  return new Map(rfm(facts).map((row) => [row.id, row]));
};
