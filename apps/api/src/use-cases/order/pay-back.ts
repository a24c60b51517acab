import { newId } from '@tradeline/db';
import { balanceStore, gatewayStore, orderStore } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { ledgerName } from './actor.ts';
import type { CarryOut } from './carry-out.ts';

/**
 * Gives money of an order back, the last received first. What came through a gateway goes back through it (an attempt that
 * is carried out after commit, exactly once); what came from the prepaid balance returns to it, and so does money that
 * came by bank or in cash: it is the customer's at once, and finance pays it out on his wish.
 */
export const payBack = async (
  { tx, record, step, actor }: Pick<CarryOut, 'tx' | 'record' | 'step' | 'actor'>,
  amount: Minor,
): Promise<void> => {
  const { id, companyId, number } = record.order;
  const by = ledgerName(actor);
  const cause = `${id}:${step.event.version}`;
  let left: number = amount;
  let back = record.payments.filter((row) => row.kind === 'refund').reduce((sum, row) => sum + row.amount, 0);
  // Earlier refunds were taken from the last receipts too.
  for (const receipt of record.payments.filter((row) => row.kind === 'receipt').toReversed()) {
    const gone = Math.min(back, receipt.amount);
    back -= gone;
    const part = minor(Math.min(left, receipt.amount - gone));
    if (part <= 0) continue;
    left -= part;
    const attempt = await gatewayStore.capturedBy(tx, id, receipt.reference);
    if (attempt) await gatewayStore.addRefund(tx, { attempt, orderId: id, amount: part, cause });
    else
      invariant(
        await balanceStore.move(tx, {
          companyId,
          kind: 'return',
          amount: part,
          cause: { type: 'order-step', id: `${cause}:${receipt.id}` },
          actor: by,
          orderId: id,
          note: number,
        }),
        'money can always be given back to a balance',
      );
    await orderStore.addPayment(tx, {
      id: newId(),
      orderId: id,
      companyId,
      kind: 'refund',
      method: attempt ? attempt.channel : 'balance',
      amount: part,
      reference: receipt.reference,
      recordedBy: by,
    });
  }
  invariant(left === 0, `more is given back than order ${number} has received`);
  await orderStore.addRefunded(tx, id, amount);
};
