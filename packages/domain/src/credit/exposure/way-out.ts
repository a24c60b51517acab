import { daysBetween } from '../../calendar/index.ts';
import { type Minor, minor, sum } from '../../money/index.ts';
import { divideHalfUp } from '../../money/rounding.ts';
import { countedDaysPastDue, oldestFirst, requiredPrepayment } from './block-reasons.ts';
import { type CreditAction, HARDNESS } from './credit-action.ts';
import { type BlockReason, type CreditCheck, DEFAULT_CREDIT_POLICY, type OpenInvoice } from './credit-check.ts';
import { exposureWith, unpaidPart } from './exposure.ts';
import { reduceLines } from './reduce-lines.ts';

/**
 * A set of actions after which the order passes, and what it costs buyer and seller together: money brought forward at the
 * yearly rate of the policy, goods not ordered at their lost value, a review at its price plus the risk of what it lets pass.
 */
export type WayOut = { readonly actions: readonly CreditAction[]; readonly cost: Minor };

type Kind = BlockReason['kind'];
type Plan = WayOut & { readonly exactCost: bigint };
/** Reasons that need no cure: put to the reviewer by the plan, or overridden before. */
type Waived = ReadonlySet<Kind>;

/** Costs are kept in 1/3,650,000 of a minor unit: basis points times days of a 365-day year. */
const SCALE = 3_650_000n;

/** A lapsed licence is cured by its renewal, not by a decision. */
const canWaive = (kind: Kind): boolean => kind !== 'licence-expired';

const subsets = (kinds: readonly Kind[]): Kind[][] =>
  Array.from({ length: 2 ** kinds.length }, (_, bits) => kinds.filter((_kind, at) => bits & (1 << at)));

/** The least amounts, oldest invoices first, that take the overdue reasons away. */
const mandatoryPayments = (check: CreditCheck, waived: Waived): Map<string, number> => {
  const policy = check.policy ?? DEFAULT_CREDIT_POLICY;
  const counted = [...check.invoices]
    .sort(oldestFirst)
    .map((invoice) => ({ invoice, days: countedDaysPastDue(invoice, check.today) }));
  const pay = new Map<string, number>();
  if (!waived.has('oldest-overdue'))
    for (const { invoice, days } of counted) if (days > policy.maxOverdueDays) pay.set(invoice.id, invoice.open);
  if (!waived.has('overdue')) {
    const late = counted.filter(({ days }) => days > policy.allowedOverdueDays);
    let left =
      late.reduce((total, { invoice }) => total + invoice.open - (pay.get(invoice.id) ?? 0), 0) -
      policy.allowedOverdueAmount;
    for (const { invoice } of late) {
      const part = Math.min(Math.max(0, left), invoice.open - (pay.get(invoice.id) ?? 0));
      if (part > 0) pay.set(invoice.id, (pay.get(invoice.id) ?? 0) + part);
      left -= part;
    }
  }
  return pay;
};

type Bounds = { readonly waived: Waived; readonly paidUp: boolean; readonly termDays: number };

/** Payments, prepayment included, that are needed when the order is worth `amount`; undefined when the cash does not reach. */
const payments = (
  check: CreditCheck,
  { waived, paidUp, termDays }: Bounds,
  amount: number,
): { readonly prepay: number; readonly invoices: Map<string, number> } | undefined => {
  const { account, order } = check;
  const cash = check.cashNow ?? Number.MAX_SAFE_INTEGER;
  const unpaid = Math.max(0, amount - order.prepaid);
  if (paidUp) return unpaid <= cash ? { prepay: unpaid, invoices: new Map() } : undefined;

  const invoices = mandatoryPayments(check, waived);
  const cap = waived.has('order-cap') ? undefined : account.orderCap;
  const share =
    waived.has('prepayment-short') || account.termDays === 0
      ? 0
      : requiredPrepayment(minor(amount), account.prepayPercent);
  let prepay = Math.max(0, share - order.prepaid, cap === undefined ? 0 : unpaid - cap);
  const paid = (): number => [...invoices.values()].reduce((a, b) => a + b, 0);

  const parts = check.exposure;
  const owed = parts.openItems + parts.openBilling + parts.openDeliveries + parts.openOrders - parts.secured;
  let excess = waived.has('limit-exceeded') ? 0 : owed - paid() + unpaid - prepay - account.limit;
  const sooner = [...check.invoices]
    .sort(oldestFirst)
    .filter((invoice) => !invoice.disputed && daysBetween(check.today, invoice.due) < termDays);
  for (const invoice of sooner) {
    const part = Math.min(Math.max(0, excess), invoice.open - (invoices.get(invoice.id) ?? 0));
    if (part > 0) invoices.set(invoice.id, (invoices.get(invoice.id) ?? 0) + part);
    excess -= part;
  }
  if (excess > 0) prepay += excess;
  return prepay <= unpaid && paid() + prepay <= cash ? { prepay, invoices } : undefined;
};

/** The largest amount of the order, at most the present one, that the payments can carry; undefined when none above zero does. */
const largestAmount = (check: CreditCheck, bounds: Bounds): number | undefined => {
  if (payments(check, bounds, check.order.amount)) return check.order.amount;
  let [low, high] = [0, check.order.amount as number];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (payments(check, bounds, middle)) low = middle;
    else high = middle;
  }
  return low > 0 ? low : undefined;
};

const waivedAmount = (reason: BlockReason, check: CreditCheck, unpaid: Minor): number => {
  switch (reason.kind) {
    case 'blocked':
    case 'no-terms':
    case 'terms-too-long':
      return unpaid;
    case 'prepayment-short':
      return reason.required - reason.prepaid;
    case 'limit-exceeded':
      return Math.max(0, exposureWith(check.exposure, unpaid) - reason.limit);
    case 'order-cap':
      return Math.max(0, unpaid - reason.cap);
    case 'overdue':
      return reason.amount;
    case 'oldest-overdue':
      return check.invoices.find((invoice) => invoice.id === reason.invoice)?.open ?? 0;
    case 'review-due':
    case 'licence-expired':
      return 0;
  }
};

const invoiceCost = (check: CreditCheck, invoice: OpenInvoice, amount: number): bigint => {
  const { capitalBpPerYear } = (check.policy ?? DEFAULT_CREDIT_POLICY).costs;
  return BigInt(amount) * BigInt(capitalBpPerYear * Math.max(0, daysBetween(check.today, invoice.due)));
};

const planFor = (
  check: CreditCheck,
  reasons: readonly BlockReason[],
  about: ReadonlySet<Kind>,
  overridden: ReadonlySet<Kind>,
  paidUp: boolean,
): Plan | undefined => {
  const { account, order } = check;
  const { costs } = check.policy ?? DEFAULT_CREDIT_POLICY;
  const present = new Set(reasons.map((reason) => reason.kind));
  const waived: Waived = new Set([...about, ...overridden]);
  const stands = (kind: Kind): boolean => present.has(kind) && !waived.has(kind);
  if (stands('blocked')) return undefined;
  if (!paidUp && (stands('no-terms') || stands('review-due'))) return undefined;
  if (paidUp && [...about].some((kind) => kind !== 'blocked')) return undefined;

  const shorten = !paidUp && stands('terms-too-long');
  const bounds: Bounds = { waived, paidUp, termDays: shorten ? account.termDays : order.termDays };
  let toAmount = largestAmount(check, bounds);
  if (toAmount === undefined) return undefined;
  const actions: CreditAction[] = [];
  let cut: CreditAction | undefined;
  if (toAmount < order.amount) {
    const by = minor(order.amount - toAmount);
    const reduced = order.lines ? reduceLines(order.lines, by) : { by, quantities: [] };
    if (!reduced || reduced.by >= order.amount) return undefined;
    toAmount = order.amount - reduced.by;
    cut = { kind: 'reduce-order', toAmount: minor(toAmount), ...reduced };
  }
  const pay = payments(check, bounds, toAmount);
  if (!pay) return undefined;

  const unpaid = minor(Math.max(0, unpaidPart({ ...order, amount: minor(toAmount) }) - pay.prepay));
  const byId = new Map(check.invoices.map((invoice) => [invoice.id, invoice]));
  const paidInvoices = [...pay.invoices].map(([id, amount]) => ({ id, amount: minor(amount) }));
  const days = (count: number, amount: number): bigint => BigInt(amount) * BigInt(costs.capitalBpPerYear * count);

  if (present.has('licence-expired')) actions.push({ kind: 'renew-licence' });
  let exactCost = 0n;
  if (paidInvoices.length > 0) {
    actions.push({
      kind: 'pay-invoices',
      amount: sum(paidInvoices.map((part) => part.amount)),
      invoices: paidInvoices,
    });
    for (const part of paidInvoices) exactCost += invoiceCost(check, byId.get(part.id)!, part.amount);
  }
  if (shorten && unpaid > 0) {
    actions.push({ kind: 'shorten-terms', toDays: account.termDays });
    exactCost += days(order.termDays - account.termDays, unpaid);
  }
  if (pay.prepay > 0) {
    actions.push({ kind: 'prepay', amount: minor(pay.prepay) });
    exactCost += days(order.termDays, pay.prepay);
  }
  if (cut) {
    actions.push(cut);
    exactCost += BigInt(order.amount - toAmount) * BigInt(costs.lostSaleBp * 365);
  }
  if (about.size > 0) {
    actions.push({ kind: 'review', about: [...about] });
    const paidExposure = minor(check.exposure.openItems - sum(paidInvoices.map((part) => part.amount)));
    const later = { ...check, exposure: { ...check.exposure, openItems: paidExposure } };
    const atRisk = reasons
      .filter((reason) => about.has(reason.kind))
      .reduce((total, reason) => total + waivedAmount(reason, later, unpaid), 0);
    exactCost += BigInt(costs.review) * SCALE + BigInt(atRisk) * BigInt(costs.waivedRiskBp * 365);
  }
  return { actions, cost: minor(Number(divideHalfUp(exactCost, SCALE))), exactCost };
};

const hardness = (plan: Plan): number => plan.actions.reduce((total, action) => total + HARDNESS[action.kind], 0);

const cheaper = (a: Plan, b: Plan): number =>
  a.exactCost !== b.exactCost
    ? a.exactCost < b.exactCost
      ? -1
      : 1
    : a.actions.length - b.actions.length || hardness(a) - hardness(b);

/**
 * Every sensible way out, cheapest first, one for each combination of kinds of action. Each reason is either cured in full or
 * put to a reviewer; money is found where bringing it forward costs least (overdue invoices, invoices due before the order's
 * own term would end, then prepayment), and the order is cut only when the cash does not reach.
 */
export const waysOut = (
  check: CreditCheck,
  reasons: readonly BlockReason[],
  overridden: ReadonlySet<Kind> = new Set(),
): readonly WayOut[] => {
  const waivable = reasons.map((reason) => reason.kind).filter(canWaive);
  const plans = subsets(waivable)
    .flatMap((kinds) => [true, false].map((paidUp) => planFor(check, reasons, new Set(kinds), overridden, paidUp)))
    .filter((plan) => plan !== undefined)
    .sort(cheaper);
  const seen = new Set<string>();
  const ways: WayOut[] = [];
  for (const { actions, cost } of plans) {
    const key = actions.map((action) => action.kind).join('+');
    if (!seen.has(key)) ways.push({ actions, cost });
    seen.add(key);
  }
  return ways;
};
