import type { Minor } from '@tradeline/domain/money';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { paymentAttempts, refundAttempts } from '../schema/index.ts';

export type PaymentAttemptRow = typeof paymentAttempts.$inferSelect;

export const gatewayStore = {
  /** The attempt behind a receipt of an order, when it came through a gateway. */
  capturedBy: async (tx: Tx, orderId: string, number: string | null): Promise<PaymentAttemptRow | undefined> => {
    if (number === null) return undefined;
    const [row] = await tx
      .select()
      .from(paymentAttempts)
      .where(
        and(
          eq(paymentAttempts.orderId, orderId),
          eq(paymentAttempts.number, number),
          eq(paymentAttempts.state, 'captured'),
        ),
      );
    return row;
  },

  /** Asks for money back; carried out after commit. One cause asks once. */
  addRefund: async (
    tx: Tx,
    refund: { attempt: PaymentAttemptRow; orderId: string; amount: Minor; cause: string },
  ): Promise<void> => {
    const id = newId();
    await tx.insert(refundAttempts).values({
      id,
      attemptId: refund.attempt.id,
      orderId: refund.orderId,
      number: `RF${id.replaceAll('-', '')}`,
      amount: refund.amount,
      causeType: 'order-step',
      causeId: refund.cause,
    });
  },
};
