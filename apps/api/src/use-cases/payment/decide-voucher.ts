import { transact } from '@tradeline/db';
import { auditStore, orderStore, voucherStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import type { Deps } from '../../deps.ts';
import type { Staff } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Actor, staffActor } from '../order/actor.ts';
import { factsOf, loadOrder } from '../order/order-facts.ts';
import { takeStep } from '../order/run-command.ts';
import { payableNow } from './payable-now.ts';
import { tellOfVoucher } from './send-voucher.ts';

export type Decision = { id: string } & (
  | { accept: true /** What has arrived at the bank. */; amount: Minor }
  | { accept: false; reason: string }
);

/**
 * Finance has looked at the bank: the money has arrived, all of it or another amount, or it has not. Accepted money is
 * booked as a receipt of the order, which goes on when enough is in. A voucher is decided once; of two people at once the
 * second hears that it was. More than is open is refused: what came too much is a matter for the balance, not the order.
 */
export const decideVoucher = (
  { db }: Pick<Deps, 'db'>,
  { staff, requestId }: { staff: Staff; requestId: string },
  decision: Decision,
): Promise<Result<{ orderId: string }, Refusal>> =>
  transact<{ orderId: string }, Refusal>(db, async (tx) => {
    const seen = await voucherStore.find(tx, decision.id);
    const order = seen && (await orderStore.lock(tx, { kind: 'all' }, seen.orderId));
    if (!seen || !order) return err({ kind: 'voucher-not-found' });
    const by = `staff:${staff.id}`;
    const decided = await voucherStore.decide(tx, seen.id, {
      state: decision.accept ? 'accepted' : 'rejected',
      reason: decision.accept ? null : decision.reason,
      by,
    });
    if (!decided) return err({ kind: 'voucher-decided', state: (await voucherStore.find(tx, seen.id))?.state ?? '' });
    if (decision.accept) {
      const open = payableNow(factsOf(await loadOrder(tx, order))).all;
      if (decision.amount > open)
        return err({ kind: 'voucher-above-open', open: minor(open), currency: order.currency });
      // His right to record money was asked at the door; the order's own table knows nobody who handles the bank.
      const actor: Actor = { ...staffActor(staff, requestId), roles: ['system'] };
      const request = { scope: { kind: 'all' as const }, orderId: order.id };
      const { id, reference } = seen;
      const booked = await takeStep(tx, actor, {
        ...request,
        transfer: { id, amount: decision.amount, reference },
        command: { action: 'capture-payment', paymentId: id, amount: decision.amount },
      });
      if (!booked.ok) return booked;
      if (booked.value.approval === 'awaiting-payment') {
        const confirmed = await takeStep(tx, actor, { ...request, command: { action: 'confirm-payment' } });
        if (!confirmed.ok && confirmed.error.kind !== 'prepayment-missing') return confirmed;
      }
    }
    await auditStore.add(tx, {
      actor: { type: 'staff', id: staff.id, name: staff.name },
      action: decision.accept ? 'voucher.accept' : 'voucher.reject',
      subject: { type: 'order', id: order.id },
      before: { voucher: seen.id, state: 'submitted', amount: seen.amount },
      after: decision.accept ? { state: 'accepted', amount: decision.amount } : { state: 'rejected' },
      reason: decision.accept ? undefined : decision.reason,
      requestId,
    });
    await tellOfVoucher(tx, { ...order, type: 'payment.voucher-decided' });
    return ok({ orderId: order.id });
  });
