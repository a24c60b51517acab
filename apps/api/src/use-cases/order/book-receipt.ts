import { newId, type Tx } from '@tradeline/db';
import { creditStore, orderStore } from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import { type Actor, ledgerName } from './actor.ts';
import type { OrderRecord } from './order-facts.ts';

export type Receipt = { method: string; amount: Minor; reference: string | null; actor: Actor };

/** Money of an order that is with us now: the receipt, what the order has been paid, and the credit that it frees. */
export const bookReceipt = async (
  tx: Tx,
  record: OrderRecord,
  { method, amount, reference, actor }: Receipt,
): Promise<void> => {
  const { id, companyId } = record.order;
  const receipt = { id: newId(), kind: 'receipt', method, amount, reference };
  await orderStore.addPayment(tx, { ...receipt, orderId: id, companyId, recordedBy: ledgerName(actor) });
  await orderStore.addPaid(tx, id, amount);
  const freed = minor(Math.min(amount, record.creditHeld));
  if (freed > 0) await creditStore.release(tx, companyId, id, freed, receipt.id, ledgerName(actor), 'payment');
  // What the same step then gives back is taken from the last receipt, which is this one.
  record.payments.push({ ...receipt, receivedAt: record.order.placedAt });
  record.creditHeld = minor(record.creditHeld - freed);
};
