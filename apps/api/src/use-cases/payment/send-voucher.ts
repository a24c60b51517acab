import { type Tx, transact } from '@tradeline/db';
import {
  attachmentStore,
  type OrderScope,
  orderStore,
  outboxStore,
  uploadStore,
  voucherStore,
} from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { can } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { checkoutSettingsNow } from '../checkout/checkout-settings.ts';
import { factsOf, loadOrder } from '../order/order-facts.ts';
import { payableNow } from './payable-now.ts';

export type SentVoucher = { orderId: string; uploadId: string; amount: Minor; reference?: string | undefined };

/**
 * 转账凭证: a customer shows that he has paid an order by bank. No money moves by it; the order only stops running out of
 * time, and finance is asked to look. Vouchers that wait never add up to more than is open, so a second press is refused.
 */
export const sendVoucher = (
  { db }: Pick<Deps, 'db'>,
  scope: OrderScope,
  buyer: Buyer,
  { orderId, uploadId, amount, reference }: SentVoucher,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const order = await orderStore.lock(tx, scope, orderId);
    if (!order) return err({ kind: 'order-not-found' });
    if ((await checkoutSettingsNow(tx)).closedMeans.includes('transfer'))
      return err({ kind: 'means-closed', means: 'transfer' });
    const facts = factsOf(await loadOrder(tx, order));
    const may = can(facts, 'start-payment', 'customer');
    if (!may.ok) return may;
    const open = minor(Math.max(0, payableNow(facts).all - (await voucherStore.waitingAmount(tx, orderId))));
    if (amount > open) return err({ kind: 'voucher-above-open', open, currency: order.currency });
    const upload = await uploadStore.findOwn(tx, uploadId, { type: 'buyer', id: buyer.id });
    const hung =
      upload?.purpose === 'payment-voucher' && (await attachmentStore.add(tx, { orderId }, [uploadId], byOf(buyer)));
    if (!hung) return err({ kind: 'upload-not-found' });
    const id = await voucherStore.add(tx, {
      orderId,
      companyId: order.companyId,
      uploadId,
      amount,
      reference: reference?.trim() || null,
    });
    await tellOfVoucher(tx, { ...order, type: 'payment.voucher-sent' });
    return ok({ id });
  });

const byOf = (buyer: Buyer) => ({ type: 'buyer', name: buyer.name });

/** Screens of both sides look again: finance at its queue, the customer at what became of his voucher. */
export const tellOfVoucher = (
  tx: Tx,
  order: { id: string; companyId: string; number: string; type: 'payment.voucher-sent' | 'payment.voucher-decided' },
): Promise<void> =>
  outboxStore.add(tx, {
    type: order.type,
    aggregateType: 'payment',
    aggregateId: order.id,
    companyId: order.companyId,
    payload: { number: order.number },
  });
