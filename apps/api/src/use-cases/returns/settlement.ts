import type { ReturnSettlement } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import { clawback, type PointsEvent } from '@tradeline/domain/membership';
import { type Minor, minor } from '@tradeline/domain/money';
import { refundShares, returnPayout } from '@tradeline/domain/order';
import { cameByGateway, moneyBack } from '../order/money-back.ts';
import type { OrderRecord } from '../order/order-facts.ts';
import { refundableLine } from '../order/refundable-line.ts';
import { creditFreed } from '../order/returning/lower-open-item.ts';

export type SettleWish = {
  /** Shipping goes back though something is kept: the fault is ours. */
  ourFault: boolean;
  /** Taken off for goods that the customer used or broke, or for gifts he kept. */
  deduction: Minor;
  deductionReason: string | null;
};

export type Settlement = ReturnSettlement & {
  amount: Minor;
  /** Nothing of the order stays with the customer. */
  allBack: boolean;
  /** Coupons and limited promotions that are free again. */
  couponsBack: boolean;
};

/**
 * All that refunding a return would do, from what is stored of its order: what is granted, how much of it the order no
 * longer owes (decision 121), which means give back the rest, what of the credit limit is free, and the points. The same
 * figures are shown before and written after the confirmation.
 */
export const settlementOf = (
  record: OrderRecord,
  earned: readonly PointsEvent[],
  returnId: string,
  wish: SettleWish,
): Settlement => {
  const { order } = record;
  const found = record.returns.find(({ id }) => id === returnId);
  invariant(found, 'a return is settled within its order');
  const returning = found.lines.map(({ orderLineId, received }) => ({ lineId: orderLineId, units: received ?? 0 }));
  const unitsOf = (lineId: string): number => returning.find((part) => part.lineId === lineId)?.units ?? 0;
  const lines = record.lines.map(refundableLine);
  const { amount: goods, shares, points } = refundShares(lines, returning, order.pointsUsed);
  const allBack = record.lines.every((line) => line.refunded + unitsOf(line.id) >= line.quantity - line.cancelled);
  const { amount, steps } = returnPayout({
    goods,
    allBack,
    ourFault: wish.ourFault,
    shipping: minor(order.shippingAmount - paidOut(record, 'shipping')),
    deduction: wish.deduction,
  });
  const due = minor(order.totalAmount - order.grantedAmount - amount);
  const charged = order.paidAmount - order.refundedAmount;
  const back = minor(Math.max(0, charged - due));
  return {
    amount,
    allBack,
    couponsBack: allBack && record.couponsHeld > 0,
    shares: [...shares],
    steps: [...steps],
    deductionReason: wish.deductionReason,
    setOff: minor(amount - back),
    paidBack: moneyBack(record.payments, back, 'by-means').map(({ receipt, amount: part }) => ({
      method: receipt.method,
      to: cameByGateway(record, receipt.reference) ? 'gateway' : 'balance',
      amount: part,
    })),
    creditReleased: creditFreed(record.creditHeld, { due, charged }),
    points: {
      restored: Math.min(points, record.pointsHeld),
      clawedBack: clawback({
        paid: record.lines.reduce((sum, line) => sum + line.netAmount, 0),
        earned: earned.reduce(
          (sum, event) => (event.type === 'earn' && event.order === order.id ? sum + event.points : sum),
          0,
        ),
        refunded: goods,
        refundedBefore: paidOut(record, 'goods'),
      }),
    },
  };
};

const paidOut = (record: OrderRecord, what: ReturnSettlement['steps'][number]['what']): number =>
  record.returns
    .flatMap(({ payout }) => payout?.steps ?? [])
    .reduce((sum, step) => (step.what === what ? sum + step.amount : sum), 0);
