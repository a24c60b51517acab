import { daysBetween, plusMonths } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type Minor, minor, sum } from '../../money/index.ts';
import { type BlockReason, type CreditCheck, DEFAULT_CREDIT_POLICY, type OpenInvoice } from './credit-check.ts';
import { exposureWith, unpaidPart } from './exposure.ts';

/** Days past due that count against the customer: disputes and running promises pause an invoice. */
export const countedDaysPastDue = (invoice: OpenInvoice, today: Day): number =>
  invoice.disputed || (invoice.promisedFor !== undefined && today <= invoice.promisedFor)
    ? 0
    : Math.max(0, daysBetween(invoice.due, today));

/** Oldest first, ties by id: the order in which overdue invoices are named and asked for. */
export const oldestFirst = (a: OpenInvoice, b: OpenInvoice): number =>
  a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The share to be paid up front, rounded up to a whole minor unit. */
export const requiredPrepayment = (amount: Minor, percent: number): Minor =>
  minor(Number((BigInt(amount) * BigInt(percent) + 99n) / 100n));

const pastDue = (check: CreditCheck, days: number): OpenInvoice[] =>
  check.invoices
    .filter((invoice) => invoice.open > 0 && countedDaysPastDue(invoice, check.today) > days)
    .sort(oldestFirst);

const creditReasons = (check: CreditCheck, unpaid: Minor): BlockReason[] => {
  const { account, order, today } = check;
  const policy = check.policy ?? DEFAULT_CREDIT_POLICY;
  const reasons: BlockReason[] = [];
  if (account.termDays === 0) reasons.push({ kind: 'no-terms', unpaid });
  else if (order.termDays > account.termDays)
    reasons.push({ kind: 'terms-too-long', requestedDays: order.termDays, grantedDays: account.termDays });
  const required = requiredPrepayment(order.amount, account.prepayPercent);
  if (account.termDays > 0 && order.prepaid < required)
    reasons.push({ kind: 'prepayment-short', required, prepaid: order.prepaid, percent: account.prepayPercent });

  const exposure = exposureWith(check.exposure, unpaid);
  if (exposure > account.limit)
    reasons.push({
      kind: 'limit-exceeded',
      limit: account.limit,
      exposure,
      shortBy: minor(exposure - account.limit),
    });

  const overdue = pastDue(check, policy.allowedOverdueDays);
  const amount = sum(overdue.map((invoice) => invoice.open));
  if (amount > policy.allowedOverdueAmount)
    reasons.push({
      kind: 'overdue',
      amount,
      allowedAmount: policy.allowedOverdueAmount,
      allowedDays: policy.allowedOverdueDays,
      invoices: overdue.map((invoice) => invoice.id),
    });
  const oldest = pastDue(check, policy.maxOverdueDays)[0];
  if (oldest)
    reasons.push({
      kind: 'oldest-overdue',
      invoice: oldest.id,
      days: countedDaysPastDue(oldest, today),
      allowedDays: policy.maxOverdueDays,
    });

  if (account.orderCap !== undefined && unpaid > account.orderCap)
    reasons.push({ kind: 'order-cap', cap: account.orderCap, unpaid, shortBy: minor(unpaid - account.orderCap) });
  if (account.limitSetOn !== undefined) {
    const since = plusMonths(account.limitSetOn, policy.reviewEveryMonths);
    if (today > since) reasons.push({ kind: 'review-due', limitSetOn: account.limitSetOn, since });
  }
  return reasons;
};

/**
 * Every reason against the order, overrides not yet considered. An order paid in full up front takes no credit, so only a block
 * of the account and an expired licence still stand against it.
 */
export const blockReasons = (check: CreditCheck): readonly BlockReason[] => {
  const { account, today } = check;
  const unpaid = unpaidPart(check.order);
  const reasons: BlockReason[] = [];
  if (account.blocked) reasons.push({ kind: 'blocked', ...account.blocked });
  if (unpaid > 0) reasons.push(...creditReasons(check, unpaid));
  if (account.licenceValidUntil !== undefined && today > account.licenceValidUntil)
    reasons.push({ kind: 'licence-expired', validUntil: account.licenceValidUntil });
  return reasons;
};
