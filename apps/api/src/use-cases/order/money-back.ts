import type { PaymentAttemptRow, PaymentRow } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { type PaidBy, splitRefund } from '@tradeline/domain/order';

/**
 * `last-first`: money that came too late or twice goes back the way it came just now. `by-means`: the refund of a return
 * goes to the balance first and through a gateway or bank last.
 */
export type MoneyOrder = 'last-first' | 'by-means';
export type MoneyBack = { receipt: PaymentRow; amount: Minor };

/** Which receipts of an order an amount is given back from; more than they still hold is a bug. */
export const moneyBack = (payments: readonly PaymentRow[], amount: Minor, order: MoneyOrder): MoneyBack[] => {
  const left = receiptsLeft(payments);
  const paid = left.map(
    ({ receipt, amount }, at): PaidBy => ({
      // Of one means the latest by id is taken first, and receipts stand in the order in which they came.
      id: String(at).padStart(6, '0'),
      means: order === 'by-means' && receipt.method === 'balance' ? 'balance' : 'online',
      left: amount,
    }),
  );
  const split = splitRefund(amount, paid);
  invariant(split.ok, `more is given back than was received: ${amount}`);
  return split.value.map((part) => ({ receipt: left[Number(part.id)]!.receipt, amount: part.amount }));
};

/** Whether money that came so goes back through a gateway; all other money goes to the balance (decision 251). */
export const cameByGateway = (
  { attempts }: { attempts: readonly Pick<PaymentAttemptRow, 'state' | 'number'>[] },
  reference: string | null,
): boolean => attempts.some(({ state, number }) => state === 'captured' && number === reference);

/** What each receipt holds after earlier refunds, which bear its reference. Those that bear none took the last receipts. */
const receiptsLeft = (payments: readonly PaymentRow[]): MoneyBack[] => {
  const receipts = payments
    .filter((row) => row.kind === 'receipt')
    .map((receipt) => ({ receipt, amount: receipt.amount as number }));
  const take = (amount: number, from: typeof receipts): number => {
    let open = amount;
    for (const each of from.toReversed()) {
      const part = Math.min(open, each.amount);
      each.amount -= part;
      open -= part;
    }
    return open;
  };
  for (const refund of payments.filter((row) => row.kind === 'refund')) {
    const own = receipts.filter(({ receipt }) => receipt.reference === refund.reference);
    take(take(refund.amount, own), receipts);
  }
  return receipts.map(({ receipt, amount }) => ({ receipt, amount: minor(amount) }));
};
