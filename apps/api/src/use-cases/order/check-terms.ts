import type { Tx } from '@tradeline/db';
import { businessDay, type CreditAccountRow, creditStore } from '@tradeline/db/stores';
import { type CreditBlocked, checkExposure, type ReducibleLine } from '@tradeline/domain/credit';
import { type Day, err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';

const dayOf = (at: Instant): Day => at.slice(0, 10) as Day;

/** May this much be ordered on account? Every reason against it, and the cheapest ways to let it pass. */
export const checkTerms = async (
  tx: Tx,
  companyId: string,
  account: CreditAccountRow | undefined,
  order: { amount: Minor; lines?: ReducibleLine[] },
): Promise<Result<void, CreditBlocked>> => {
  const today = await businessDay(tx);
  const invoices = (await creditStore.openInvoices(tx, companyId)).map(({ id, dueAt, open }) => ({
    id,
    due: dueAt ? dayOf(dueAt) : today,
    open: minor(Number(open)),
  }));
  const checked = checkExposure({
    today,
    account: {
      limit: account?.creditLimit ?? minor(0),
      termDays: account?.termDays ?? 0,
      prepayPercent: 0,
      autoConfirmPercent: 0,
      ...(account?.onHold ? { blocked: { since: today, why: account.holdReason ?? '' } } : {}),
    },
    exposure: {
      openItems: minor(0),
      openBilling: minor(0),
      openDeliveries: minor(0),
      openOrders: account?.used ?? minor(0),
      secured: minor(0),
    },
    invoices,
    order: {
      amount: order.amount,
      prepaid: minor(0),
      termDays: account?.termDays ?? 0,
      ...(order.lines ? { lines: order.lines } : {}),
    },
  });
  return checked.ok ? ok(undefined) : err(checked.error);
};
