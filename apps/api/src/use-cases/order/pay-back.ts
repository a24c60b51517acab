import { newId } from '@tradeline/db';
import { balanceStore, gatewayStore, orderStore } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { ledgerName } from './actor.ts';
import type { CarryOut } from './carry-out.ts';
import { type MoneyOrder, moneyBack } from './money-back.ts';

/**
 * Gives money of an order back, in the given order of its receipts. What came through a gateway goes back through it (an
 * attempt that is carried out after commit, exactly once); what came from the prepaid balance returns to it, and so does
 * money that came by bank or in cash: it is the customer's at once, and finance pays it out on his wish.
 */
export const payBack = async (
  { tx, record, step, actor }: Pick<CarryOut, 'tx' | 'record' | 'step' | 'actor'>,
  amount: Minor,
  order: MoneyOrder,
): Promise<void> => {
  const { id, companyId, number } = record.order;
  const by = ledgerName(actor);
  const cause = `${id}:${step.event.version}`;
  for (const { receipt, amount: part } of moneyBack(record.payments, amount, order)) {
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
  await orderStore.addRefunded(tx, id, amount);
};
