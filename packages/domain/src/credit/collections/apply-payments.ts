import type { Day } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';

export type DueInvoice = { readonly id: string; readonly due: Day; readonly open: Minor };
/** Money received; with `invoice` it is for that invoice first. */
export type ReceivedPayment = { readonly amount: Minor; readonly invoice?: string | undefined };

export type AppliedPayments<I extends DueInvoice> = {
  readonly invoices: readonly I[];
  readonly applied: readonly { readonly invoice: string; readonly amount: Minor }[];
  /** Received and not matched to any open invoice; shown apart, never netted against what is overdue. */
  readonly unapplied: Minor;
};

/** Applies payments in their order: to the invoice they name, what is left over and unnamed money to the oldest due, ties by id. */
export const applyPayments = <I extends DueInvoice>(
  invoices: readonly I[],
  payments: readonly ReceivedPayment[],
): AppliedPayments<I> => {
  const open = new Map(invoices.map((invoice) => [invoice.id, invoice.open as number]));
  const oldest = [...invoices].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));
  const applied = new Map<string, number>();
  let unapplied = 0;
  const take = (id: string, most: number): number => {
    const part = Math.min(most, open.get(id) ?? 0);
    if (part > 0) {
      open.set(id, open.get(id)! - part);
      applied.set(id, (applied.get(id) ?? 0) + part);
    }
    return part;
  };
  // Named money first: an unnamed payment must not use up an invoice that another payment names.
  const lefts = payments.map(({ amount, invoice }) => amount - (invoice === undefined ? 0 : take(invoice, amount)));
  for (let left of lefts) {
    for (const { id } of oldest) left -= take(id, left);
    unapplied += left;
  }
  return {
    invoices: invoices.map((invoice) => ({ ...invoice, open: minor(open.get(invoice.id)!) })),
    applied: [...applied].map(([invoice, amount]) => ({ invoice, amount: minor(amount) })),
    unapplied: minor(unapplied),
  };
};
