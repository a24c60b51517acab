import {
  gatewayStore,
  type OrderScope,
  orderStore,
  transactionTime,
  type VoucherState,
  voucherStore,
} from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import { can } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import { type Invitation, type PaymentChannel, paymentChannels } from '../../ports/payment.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { checkoutSettingsNow } from '../checkout/checkout-settings.ts';
import { factsOf, loadOrder } from '../order/order-facts.ts';
import { payableNow } from './payable-now.ts';

/** What the pay page shows; `now` is our clock, by which the time to pay is counted down. */
export const viewPayment = async (deps: Pick<Deps, 'db' | 'payments'>, scope: OrderScope, orderId: string) => {
  const order = await orderStore.find(deps.db, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' } satisfies Refusal);
  const record = await loadOrder(deps.db, order);
  const facts = factsOf(record);
  const [now, refunds, vouchers, settings] = await Promise.all([
    transactionTime(deps.db),
    gatewayStore.refunds(deps.db, order.id),
    voucherStore.ofOrder(deps.db, order.id),
    checkoutSettingsNow(deps.db),
  ]);
  const may = can(facts, 'start-payment', 'customer');
  const last = record.attempts.at(-1);
  return ok({
    orderId: order.id,
    orderNumber: order.number,
    currency: order.currency,
    approval: facts.approval,
    total: order.totalAmount,
    received: order.paidAmount,
    refunded: order.refundedAmount,
    payable: payableNow(facts),
    /** Why nothing can be paid now; null when it can. */
    refusal: may.ok ? null : may.error,
    payUntil: facts.approval === 'awaiting-payment' ? order.payUntil : null,
    now,
    channels: paymentChannels.filter((channel) => deps.payments[channel] !== undefined),
    /** Those of them that are paid from within the gateway's own app. */
    insideApp: paymentChannels.filter((channel) => deps.payments[channel]?.insideApp !== undefined),
    attempt: last
      ? {
          id: last.id,
          channel: last.channel as PaymentChannel,
          number: last.number,
          amount: last.amount,
          state: last.state as 'started' | 'unknown' | 'captured' | 'failed' | 'voided',
          invitation: shown(last.invitation as Invitation | null),
          expiresAt: last.expiresAt,
          settledAt: last.settledAt,
        }
      : null,
    /** Where a transfer goes; null while the shop takes none. */
    transfer: settings.closedMeans.includes('transfer') ? null : { bank: settings.bank },
    vouchers: vouchers.map(({ id, fileId, fileName, amount, reference, state, reason, createdAt, decidedAt }) => ({
      id,
      fileId,
      fileName,
      amount,
      reference,
      state: state as VoucherState,
      reason,
      createdAt,
      decidedAt,
    })),
    refunds: refunds.map(({ id, amount, state, createdAt, settledAt }) => ({
      id,
      amount,
      state: state as 'waiting' | 'unknown' | 'succeeded' | 'failed',
      createdAt,
      settledAt,
    })),
  });
};

/** A request to the app around the page is for its payer alone, who is given it when he presses. */
const shown = (invitation: Invitation | null) =>
  invitation?.kind === 'bridge' ? { kind: invitation.kind } : invitation;
