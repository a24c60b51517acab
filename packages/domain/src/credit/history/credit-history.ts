import type { Day } from '../../kernel/index.ts';
import type { Minor } from '../../money/index.ts';

export type InvoiceRecord = {
  readonly id: string;
  readonly issued: Day;
  readonly due: Day;
  readonly amount: Minor;
  readonly payments: readonly { readonly on: Day; readonly amount: Minor }[];
  readonly disputed?: boolean | undefined;
};

export type OrderRecord = {
  readonly id: string;
  readonly placedOn: Day;
  readonly amount: Minor;
  readonly cancelled: boolean;
  readonly returned: Minor;
  /** Paid before delivery. */
  readonly prepaid: Minor;
};

/** What public registers say about the company; absent = not looked up. Nothing about persons. */
export type ExternalFacts = {
  readonly registeredCapital?: Minor | undefined;
  readonly foundedOn?: Day | undefined;
  readonly openLawsuits?: number | undefined;
  readonly blacklisted?: boolean | undefined;
  readonly licenceVerified?: boolean | undefined;
};

export type CreditHistory = {
  readonly invoices: readonly InvoiceRecord[];
  readonly orders: readonly OrderRecord[];
  readonly external: ExternalFacts;
  readonly limit: Minor;
  /** Open items, billing, deliveries and orders now. */
  readonly exposure: Minor;
};

/** What of an invoice was unpaid at the end of a day. */
export const openOn = (invoice: InvoiceRecord, at: Day): number =>
  invoice.issued > at
    ? 0
    : Math.max(
        0,
        invoice.amount -
          invoice.payments.filter((payment) => payment.on <= at).reduce((total, payment) => total + payment.amount, 0),
      );

/** The day the last part was paid; null while something is open. */
export const settledOn = (invoice: InvoiceRecord, asOf: Day): Day | null => {
  let open: number = invoice.amount;
  for (const payment of [...invoice.payments].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (payment.on > asOf) return null;
    open -= payment.amount;
    if (open <= 0) return payment.on;
  }
  return open <= 0 ? invoice.issued : null;
};
