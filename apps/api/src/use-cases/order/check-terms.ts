import type { Tx } from '@tradeline/db';
import {
  type CreditAccountRow,
  creditStore,
  type OpenInvoiceRow,
  type ShopMoment,
  shopMoment,
} from '@tradeline/db/stores';
import { businessDay } from '@tradeline/domain/calendar';
import {
  type CreditBlocked,
  type CreditCheck,
  type CreditOverride,
  checkExposure,
  type ReducibleLine,
} from '@tradeline/domain/credit';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor, sum } from '@tradeline/domain/money';

/** What credit is asked for. */
export type AskedOfCredit = {
  amount: Minor;
  lines?: ReducibleLine[];
  cashNow?: Minor;
  /** The order stands already: what it holds is no exposure beside itself. */
  placed?: { number: string; held: Minor };
  overrides?: CreditOverride[];
};

/** The question to the credit rules, from what is stored. */
export const creditCheckOf = (
  { now, zone }: ShopMoment,
  account: CreditAccountRow | undefined,
  open: readonly OpenInvoiceRow[],
  order: AskedOfCredit,
): CreditCheck => {
  const today = businessDay(now, zone);
  const invoices = open.map(({ id, dueAt, open }) => ({
    id,
    due: dueAt ? businessDay(dueAt, zone) : today,
    open: minor(Number(open)),
  }));
  const used = minor((account?.used ?? 0) - (order.placed?.held ?? 0));
  const others = invoices.filter(({ id }) => id !== order.placed?.number);
  const invoiced = minor(Math.min(used, sum(others.map((invoice) => invoice.open))));
  return {
    today,
    account: {
      limit: account?.creditLimit ?? minor(0),
      termDays: account?.termDays ?? 0,
      prepayPercent: 0,
      autoConfirmPercent: 0,
      ...(account?.onHold ? { blocked: { since: today, why: account.holdReason ?? '' } } : {}),
    },
    exposure: {
      openItems: invoiced,
      openBilling: minor(0),
      openDeliveries: minor(0),
      openOrders: minor(used - invoiced),
      secured: minor(0),
    },
    invoices,
    ...(order.overrides ? { overrides: order.overrides } : {}),
    ...(order.cashNow === undefined ? {} : { cashNow: order.cashNow }),
    order: {
      amount: order.amount,
      prepaid: minor(0),
      termDays: account?.termDays ?? 0,
      ...(order.lines ? { lines: order.lines } : {}),
    },
  };
};

/** May this much be ordered on account? Every reason against it, and the cheapest ways to let it pass. */
export const checkTerms = async (
  tx: Tx,
  companyId: string,
  asked: CreditAccountRow | undefined | Promise<CreditAccountRow | undefined>,
  order: AskedOfCredit,
): Promise<Result<void, CreditBlocked>> => {
  // An account whose lock is on its way is waited for here: invoices are read behind it.
  const [account, moment, open] = await Promise.all([asked, shopMoment(tx), creditStore.openInvoices(tx, companyId)]);
  const checked = checkExposure(creditCheckOf(moment, account, open, order));
  return checked.ok ? ok(undefined) : err(checked.error);
};
