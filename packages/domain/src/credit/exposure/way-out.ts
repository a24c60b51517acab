import { type Minor, minor, sum } from '../../money/index.ts';
import { type CashPlan, cashPlan, type PayableInvoice, payableInvoices } from './cash-plan.ts';
import { afterActions, type CreditAction, HARDNESS } from './credit-action.ts';
import type { BlockReason, CreditCheck } from './credit-check.ts';
import { unpaidPart } from './exposure.ts';
import { actionCost, type Costing, inMinor } from './plan-cost.ts';
import { reduceLines } from './reduce-lines.ts';

/**
 * A set of actions after which the order passes, and what it costs buyer and seller together: money brought forward at the
 * yearly rate of the policy, goods not ordered at their lost value, a review at its price plus the risk of what it lets pass.
 */
export type WayOut = { readonly actions: readonly CreditAction[]; readonly cost: Minor };

type Kind = BlockReason['kind'];
type Search = Costing & { readonly invoices: readonly PayableInvoice[]; readonly overridden: ReadonlySet<Kind> };
/** What a reviewer is asked to let pass, and whether the rest is cured by taking no credit at all. */
type Draft = {
  readonly about: readonly Kind[];
  readonly shorten: boolean;
  readonly cash: CashPlan;
  readonly amount: number;
};
type Plan = { readonly draft: Draft; readonly actions: readonly CreditAction[]; readonly cost: bigint };

/** A lapsed licence is cured by its renewal, not by a decision. */
const canWaive = (kind: Kind): boolean => kind !== 'licence-expired';

const subsets = (kinds: readonly Kind[]): Kind[][] =>
  Array.from({ length: 2 ** kinds.length }, (_, bits) => kinds.filter((_kind, at) => bits & (1 << at)));

const draftOf = (search: Search, about: readonly Kind[], paidUp: boolean): Draft | undefined => {
  const { check, reasons, invoices, overridden } = search;
  const { account, order } = check;
  const stands = (kind: Kind): boolean => !about.includes(kind) && reasons.some((reason) => reason.kind === kind);
  if (stands('blocked')) return undefined;
  if (!paidUp && (stands('no-terms') || stands('review-due'))) return undefined;
  if (paidUp && about.some((kind) => kind !== 'blocked')) return undefined;
  const shorten = !paidUp && stands('terms-too-long');
  const cash = cashPlan(check, invoices, {
    waived: new Set([...about, ...overridden]),
    paidUp,
    termDays: shorten ? account.termDays : order.termDays,
  });
  return cash.largestAmount === undefined ? undefined : { about, shorten, cash, amount: cash.largestAmount };
};

const planOf = (search: Search, draft: Draft, cut: CreditAction | undefined): Plan => {
  const { check, reasons } = search;
  const { order, account } = check;
  const amount = minor(cut?.kind === 'reduce-order' ? cut.toAmount : draft.amount);
  const { prepay, invoices } = draft.cash.payments(amount);
  const paid = [...invoices].map(([id, part]) => ({ id, amount: minor(part) }));
  const actions: CreditAction[] = [];
  if (reasons.some((reason) => reason.kind === 'licence-expired')) actions.push({ kind: 'renew-licence' });
  if (paid.length > 0)
    actions.push({ kind: 'pay-invoices', amount: sum(paid.map((part) => part.amount)), invoices: paid });
  if (draft.shorten && unpaidPart({ ...order, amount }) > prepay)
    actions.push({ kind: 'shorten-terms', toDays: account.termDays });
  if (prepay > 0) actions.push({ kind: 'prepay', amount: minor(prepay) });
  if (cut) actions.push(cut);
  if (draft.about.length > 0) actions.push({ kind: 'review', about: draft.about });
  const after = afterActions(check, actions);
  return { draft, actions, cost: actions.reduce((total, action) => total + actionCost(search, action, after), 0n) };
};

const cutTo = ({ order }: CreditCheck, amount: number): CreditAction | undefined =>
  amount < order.amount
    ? { kind: 'reduce-order', by: minor(order.amount - amount), toAmount: minor(amount), quantities: [] }
    : undefined;

/** The plan with the cut put into quantities of the order's lines; undefined when they do not allow it. */
const inCartons = (search: Search, plan: Plan): Plan | undefined => {
  const { lines, amount } = search.check.order;
  if (!lines || plan.draft.amount === amount) return plan;
  const reduced = reduceLines(lines, minor(amount - plan.draft.amount));
  if (!reduced || reduced.by >= amount) return undefined;
  return planOf(search, plan.draft, { kind: 'reduce-order', toAmount: minor(amount - reduced.by), ...reduced });
};

const hardness = (plan: Plan): number => plan.actions.reduce((total, action) => total + HARDNESS[action.kind], 0);

const cheaper = (a: Plan, b: Plan): number => {
  if (a.cost !== b.cost) return a.cost < b.cost ? -1 : 1;
  return a.actions.length - b.actions.length || hardness(a) - hardness(b);
};

const kindsOf = (plan: Plan): string => plan.actions.map((action) => action.kind).join('+');

/**
 * Every sensible way out, cheapest first, one for each combination of kinds of action. Each reason is either cured in full or
 * put to a reviewer; money is found where bringing it forward costs least (overdue invoices, invoices due before the order's
 * own term would end, then prepayment), and the order is cut only when the cash does not reach. `overridden` reasons were
 * decided before and need no cure.
 */
export const waysOut = (
  check: CreditCheck,
  reasons: readonly BlockReason[],
  overridden: ReadonlySet<Kind> = new Set(),
): readonly WayOut[] => {
  const invoices = payableInvoices(check);
  const dueIn = new Map(invoices.map((invoice) => [invoice.id, invoice.dueIn]));
  const search: Search = { check, reasons, dueIn, invoices, overridden };
  const cheapest = new Map<string, Plan>();
  const plans = subsets(reasons.map((reason) => reason.kind).filter(canWaive))
    .flatMap((about) => [true, false].map((paidUp) => draftOf(search, about, paidUp)))
    .filter((draft) => draft !== undefined)
    .map((draft) => planOf(search, draft, cutTo(check, draft.amount)))
    .sort(cheaper);
  for (const plan of plans) if (!cheapest.has(kindsOf(plan))) cheapest.set(kindsOf(plan), plan);
  return [...cheapest.values()]
    .map((plan) => inCartons(search, plan))
    .filter((plan) => plan !== undefined)
    .sort(cheaper)
    .map(({ actions, cost }) => ({ actions, cost: inMinor(cost) }));
};
