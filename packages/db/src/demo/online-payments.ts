import type { InferInsertModel } from 'drizzle-orm';
import type { orders, paymentAttempts, payments } from '../schema/index.ts';

type Order = InferInsertModel<typeof orders>;
type Payment = InferInsertModel<typeof payments>;
type Attempt = InferInsertModel<typeof paymentAttempts>;

/**
 * Two of three prepaid orders that are long over were paid online: each such receipt has its attempt, captured. Orders
 * that may still give money back stay with the bank, since no gateway on this machine knows of a payment of last year.
 */
export const buildOnlinePayments = (
  placed: readonly Order[],
  received: readonly Payment[],
): { payments: Payment[]; attempts: Attempt[] } => {
  const over = new Map(
    placed
      .filter((order) => order.paymentTerms === 'prepaid' && order.approval === 'closed' && !order.refundedAmount)
      .map((order) => [order.id, order]),
  );
  const attempts: Attempt[] = [];
  const rows = received.map((payment, at): Payment => {
    const order = over.get(payment.orderId);
    if (!order || at % 3 === 2) return payment;
    const channel = at % 3 === 0 ? 'wechat' : 'alipay';
    const number = `${order.number}-${payment.id.replaceAll('-', '').slice(-12)}`;
    attempts.push({
      id: payment.id,
      orderId: payment.orderId,
      companyId: payment.companyId,
      channel,
      number,
      transaction: `42000${String(at).padStart(23, '0')}`,
      amount: payment.amount,
      state: 'captured',
      expiresAt: payment.receivedAt as Attempt['expiresAt'],
      createdAt: payment.receivedAt,
      settledAt: payment.receivedAt,
      startedBy: order.buyerId ? `buyer:${order.buyerId}` : 'system',
    });
    return { ...payment, method: channel, reference: number, recordedBy: 'system' };
  });
  return { payments: rows, attempts };
};
