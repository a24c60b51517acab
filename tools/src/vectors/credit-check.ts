import { day, plusDays } from '@tradeline/domain/calendar';
import { type CreditCheck, checkExposure, DEFAULT_CREDIT_POLICY } from '@tradeline/domain/credit';
import type { Day } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';

const snake = (text: string): string => text.replaceAll('-', '_');
const dayOf = (text: string): Day => day(text.slice(0, 10));

type CheckInput = {
  readonly limit: number;
  readonly exposure: number;
  readonly newOrder?: number;
  readonly prepaid?: number;
  readonly secured?: number;
  readonly blocked?: boolean;
  readonly hasTerms?: boolean;
  readonly termDays?: number;
  readonly requestedTermDays?: number;
  readonly allowedOverdueDays?: number;
  readonly allowedOverdueAmount?: number;
  readonly maxOverdueDays?: number;
  readonly oldestAllowedDays?: number;
  readonly orderCap?: number;
  readonly maxOrder?: number;
  readonly limitSetOn?: string;
  readonly limitSetAt?: string;
  readonly limitReviewedAt?: string;
  readonly licenceValidUntil?: string;
  readonly licenceExpires?: string;
  readonly asOf?: string;
  readonly at?: string;
  readonly invoices?: readonly { readonly daysPastDue: number; readonly open: number; readonly disputed?: boolean }[];
};
const ANY_TERM = 30;
const maybeDay = (text: string | undefined): Day | undefined => (text === undefined ? undefined : dayOf(text));
const maybeMinor = (amount: number | undefined): Minor | undefined =>
  amount === undefined ? undefined : minor(amount);

const checkOf = (input: CheckInput): CreditCheck => {
  const today = dayOf(input.asOf ?? input.at ?? '2026-06-30');
  const termDays = input.hasTerms === false ? 0 : (input.termDays ?? ANY_TERM);
  // Asked without an order, the last unit that is owed stands for one.
  const amount = input.newOrder || Math.min(1, input.exposure);
  const owed = input.newOrder ? input.exposure : input.exposure - amount;
  return {
    today,
    account: {
      limit: minor(input.limit),
      termDays,
      prepayPercent: 0,
      autoConfirmPercent: 100,
      orderCap: maybeMinor(input.orderCap ?? input.maxOrder),
      limitSetOn: maybeDay(input.limitSetOn ?? input.limitSetAt ?? input.limitReviewedAt),
      licenceValidUntil: maybeDay(input.licenceValidUntil ?? input.licenceExpires),
      blocked: input.blocked ? { since: today, why: 'blocked' } : undefined,
    },
    exposure: {
      openItems: minor(owed),
      openBilling: minor(0),
      openDeliveries: minor(0),
      openOrders: minor(0),
      secured: minor(input.secured ?? 0),
    },
    invoices: (input.invoices ?? []).map((invoice, at) => ({
      id: `invoice-${at}`,
      due: plusDays(today, -invoice.daysPastDue),
      open: minor(invoice.open),
      disputed: invoice.disputed,
    })),
    order: {
      amount: minor(amount),
      prepaid: minor(input.prepaid ?? 0),
      termDays: input.requestedTermDays ?? termDays,
    },
    policy: {
      ...DEFAULT_CREDIT_POLICY,
      allowedOverdueDays: input.allowedOverdueDays ?? 0,
      allowedOverdueAmount: minor(input.allowedOverdueAmount ?? 0),
      maxOverdueDays: input.maxOverdueDays ?? input.oldestAllowedDays ?? Number.MAX_SAFE_INTEGER,
    },
  };
};
/** One question to the credit check, answered in the words of the cases. */
export const creditCheck = (input: CheckInput) => {
  const result = checkExposure(checkOf(input));
  if (result.ok) return { allowed: true, reasons: [], ...result.value, prepay: 0 };
  const { reasons, waysOut } = result.error;
  const over = reasons.find((reason) => reason.kind === 'limit-exceeded')?.shortBy ?? 0;
  return {
    allowed: false,
    reasons: reasons.map((reason) => snake(reason.kind)),
    exposure: result.error.exposure,
    available: result.error.available,
    exceededBy: over,
    shortBy: over,
    prepay: over,
    actions: waysOut[0]?.actions,
  };
};
