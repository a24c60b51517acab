import type { Day } from '../../kernel/index.ts';
import type { Minor } from '../../money/index.ts';

/**
 * What a customer owes or is about to owe, before the order that is checked. The four parts follow an order on its way:
 * ordered, delivered, billed, posted as an open item; each amount stands in one part only.
 */
export type ExposureParts = {
  /** Invoices issued and not yet paid. */
  readonly openItems: Minor;
  /** Billing documents not yet posted as open items. */
  readonly openBilling: Minor;
  /** Delivered and not yet billed. */
  readonly openDeliveries: Minor;
  /** Ordered and not yet delivered, unpaid part, within the horizon. */
  readonly openOrders: Minor;
  /** Covered by deposit, guarantee or insurance. */
  readonly secured: Minor;
};

/** What was granted to the customer. */
export type CreditAccount = {
  readonly limit: Minor;
  /** Longest payment term (账期) in days; 0 = no credit terms. */
  readonly termDays: number;
  /** Share of an order to be paid before delivery, whole percent. */
  readonly prepayPercent: number;
  /** Largest unpaid part of one order. */
  readonly orderCap?: Minor | undefined;
  /** Orders whose exposure stays within this share of the limit are confirmed without a reviewer; whole percent. */
  readonly autoConfirmPercent: number;
  readonly limitSetOn?: Day | undefined;
  /** Last day on which the business licence is valid. */
  readonly licenceValidUntil?: Day | undefined;
  /** Set by finance or by the dunning plan. */
  readonly blocked?: { readonly since: Day; readonly why: string } | undefined;
};

export type OpenInvoice = {
  readonly id: string;
  readonly due: Day;
  readonly open: Minor;
  /** A disputed invoice counts as owed, never as overdue. */
  readonly disputed?: boolean | undefined;
  /** A promise to pay keeps the invoice from counting as overdue until its day has passed. */
  readonly promisedFor?: Day | undefined;
};

/** A line whose quantity may be cut: whole steps (carton) above a minimum. Amounts are the priced line's, discounts included. */
export type ReducibleLine = {
  readonly id: string;
  readonly quantity: number;
  readonly amount: Minor;
  readonly minimum: number;
  readonly multiple: number;
};

export type CheckedOrder = {
  readonly amount: Minor;
  /** Paid, or bound to be paid before delivery. */
  readonly prepaid: Minor;
  readonly termDays: number;
  readonly lines?: readonly ReducibleLine[] | undefined;
};

/** A person's decision to let named reasons pass. */
export type CreditOverride = {
  readonly reasons: readonly BlockReason['kind'][];
  readonly by: string;
  readonly note: string;
  /** Last day on which the decision holds. */
  readonly expiresOn: Day;
};

export type CreditPolicy = {
  /** Invoices past due by more days than this count as overdue … */
  readonly allowedOverdueDays: number;
  /** … and block when together they exceed this amount. */
  readonly allowedOverdueAmount: Minor;
  /** One invoice past due by more days than this blocks, whatever its amount. */
  readonly maxOverdueDays: number;
  readonly reviewEveryMonths: number;
  /** What the ways out cost, so that they can be compared; see `wayOut`. */
  readonly costs: {
    /** Yearly price of money brought forward, basis points. */
    readonly capitalBpPerYear: number;
    /** Value lost with goods not ordered, basis points of their amount. Must exceed the price of money over any term. */
    readonly lostSaleBp: number;
    /** A person's time and the wait for it. */
    readonly review: Minor;
    /** Risk taken by letting an amount pass, basis points of it. */
    readonly waivedRiskBp: number;
  };
};

export const DEFAULT_CREDIT_POLICY: CreditPolicy = {
  allowedOverdueDays: 7,
  allowedOverdueAmount: 0 as Minor,
  maxOverdueDays: 14,
  reviewEveryMonths: 12,
  costs: { capitalBpPerYear: 1200, lostSaleBp: 2000, review: 20_000 as Minor, waivedRiskBp: 500 },
};

export type CreditCheck = {
  /** The business day of the check. */
  readonly today: Day;
  readonly account: CreditAccount;
  /** Without the order that is checked. */
  readonly exposure: ExposureParts;
  readonly invoices: readonly OpenInvoice[];
  readonly order: CheckedOrder;
  readonly overrides?: readonly CreditOverride[] | undefined;
  readonly policy?: CreditPolicy | undefined;
  /** The most the buyer can pay now; absent = no bound. */
  readonly cashNow?: Minor | undefined;
};

/** Why an order may not go out on credit, with the facts a screen needs to say so. */
export type BlockReason =
  | { readonly kind: 'blocked'; readonly since: Day; readonly why: string }
  | { readonly kind: 'no-terms'; readonly unpaid: Minor }
  | { readonly kind: 'terms-too-long'; readonly requestedDays: number; readonly grantedDays: number }
  | { readonly kind: 'prepayment-short'; readonly required: Minor; readonly prepaid: Minor; readonly percent: number }
  | { readonly kind: 'limit-exceeded'; readonly limit: Minor; readonly exposure: Minor; readonly shortBy: Minor }
  | {
      readonly kind: 'overdue';
      readonly amount: Minor;
      readonly allowedAmount: Minor;
      readonly allowedDays: number;
      readonly invoices: readonly string[];
    }
  | { readonly kind: 'oldest-overdue'; readonly invoice: string; readonly days: number; readonly allowedDays: number }
  | { readonly kind: 'order-cap'; readonly cap: Minor; readonly unpaid: Minor; readonly shortBy: Minor }
  | { readonly kind: 'review-due'; readonly limitSetOn: Day; readonly since: Day }
  | { readonly kind: 'licence-expired'; readonly validUntil: Day };
