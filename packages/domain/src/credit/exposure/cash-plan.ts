import { daysBetween } from '../../calendar/index.ts';
import { minor } from '../../money/index.ts';
import { countedDaysPastDue, oldestFirst, requiredPrepayment } from './block-reasons.ts';
import { type BlockReason, type CreditCheck, DEFAULT_CREDIT_POLICY } from './credit-check.ts';

/** An open invoice as the search for money sees it. */
export type PayableInvoice = {
  readonly id: string;
  readonly open: number;
  /** Days past due that count as overdue; 0 while it rests. */
  readonly late: number;
  /** Days until it is due; below zero when it is past due. */
  readonly dueIn: number;
  readonly disputed: boolean;
};

/** Oldest first: the order in which invoices are asked for, and by cost the cheapest to pay early. */
export const payableInvoices = (check: CreditCheck): readonly PayableInvoice[] =>
  [...check.invoices].sort(oldestFirst).map((invoice) => ({
    id: invoice.id,
    open: invoice.open,
    late: countedDaysPastDue(invoice, check.today),
    dueIn: daysBetween(check.today, invoice.due),
    disputed: invoice.disputed === true,
  }));

export type CashBounds = {
  /** Reasons that need no cure: put to the reviewer by the plan, or overridden before. */
  readonly waived: ReadonlySet<BlockReason['kind']>;
  /** Everything is paid up front, so that no credit is taken. */
  readonly paidUp: boolean;
  /** The order's term after the plan. */
  readonly termDays: number;
};

export type CashPlan = {
  /** Largest worth of the order, at most the present one, that the buyer's cash carries; undefined when none above zero does. */
  readonly largestAmount: number | undefined;
  /** For an order worth so much: what to prepay, and what to pay of which invoice. */
  readonly payments: (amount: number) => { readonly prepay: number; readonly invoices: ReadonlyMap<string, number> };
};

/** The least amounts, oldest invoices first, that take the overdue reasons away. */
const overduePayments = (check: CreditCheck, invoices: readonly PayableInvoice[], waived: CashBounds['waived']) => {
  const policy = check.policy ?? DEFAULT_CREDIT_POLICY;
  const pay = new Map<string, number>();
  if (!waived.has('oldest-overdue'))
    for (const { id, open, late } of invoices) if (late > policy.maxOverdueDays) pay.set(id, open);
  if (waived.has('overdue')) return pay;
  const late = invoices.filter((invoice) => invoice.late > policy.allowedOverdueDays);
  const rest = ({ id, open }: PayableInvoice): number => open - (pay.get(id) ?? 0);
  let left = late.reduce((total, invoice) => total + rest(invoice), 0) - policy.allowedOverdueAmount;
  for (const invoice of late) {
    const part = Math.min(Math.max(0, left), rest(invoice));
    if (part > 0) pay.set(invoice.id, (pay.get(invoice.id) ?? 0) + part);
    left -= part;
  }
  return pay;
};

const total = (amounts: Iterable<number>): number => [...amounts].reduce((a, b) => a + b, 0);

/** What must be prepaid for the share of the terms and the cap on one order, before the limit is looked at. */
const leastPrepayment = ({ account, order }: CreditCheck, waived: CashBounds['waived'], amount: number): number => {
  const shared = account.termDays > 0 && !waived.has('prepayment-short');
  const share = shared ? requiredPrepayment(minor(amount), account.prepayPercent) - order.prepaid : 0;
  const capped = account.orderCap !== undefined && !waived.has('order-cap');
  return Math.max(0, share, capped ? amount - order.prepaid - account.orderCap! : 0);
};

/** Finds the money for an order where bringing it forward costs least. */
export const cashPlan = (check: CreditCheck, invoices: readonly PayableInvoice[], bounds: CashBounds): CashPlan => {
  const { account, order, exposure } = check;
  const { waived, paidUp, termDays } = bounds;
  const cash = check.cashNow ?? Number.MAX_SAFE_INTEGER;
  const must = paidUp ? new Map<string, number>() : overduePayments(check, invoices, waived);
  const mustPay = total(must.values());
  // Paying an invoice early beats prepaying the order only when it falls due before the order would.
  const early = paidUp ? [] : invoices.filter((invoice) => !invoice.disputed && invoice.dueIn < termDays);
  const earlyRoom = total(early.map(({ id, open }) => open - (must.get(id) ?? 0)));
  const owed =
    exposure.openItems +
    exposure.openBilling +
    exposure.openDeliveries +
    exposure.openOrders -
    exposure.secured -
    mustPay;

  const need = (amount: number): { prepay: number; extra: number } => {
    const unpaid = Math.max(0, amount - order.prepaid);
    if (paidUp) return { prepay: unpaid, extra: 0 };
    const least = leastPrepayment(check, waived, amount);
    const excess = waived.has('limit-exceeded') ? 0 : Math.max(0, owed + unpaid - least - account.limit);
    const extra = Math.min(excess, earlyRoom);
    return { prepay: least + excess - extra, extra };
  };
  const carries = (amount: number): boolean => {
    const { prepay, extra } = need(amount);
    return prepay <= Math.max(0, amount - order.prepaid) && mustPay + extra + prepay <= cash;
  };
  const largest = (): number | undefined => {
    if (carries(order.amount)) return order.amount;
    // A smaller order never needs more money, so the border can be halved in on.
    let [low, high] = [0, order.amount as number];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (carries(middle)) low = middle;
      else high = middle;
    }
    return low > 0 ? low : undefined;
  };
  const payments: CashPlan['payments'] = (amount) => {
    const { prepay, extra } = need(amount);
    const paid = new Map(must);
    let left = extra;
    for (const { id, open } of early) {
      const part = Math.min(left, open - (must.get(id) ?? 0));
      if (part > 0) paid.set(id, (paid.get(id) ?? 0) + part);
      left -= part;
    }
    return { prepay, invoices: paid };
  };
  return { largestAmount: largest(), payments };
};
