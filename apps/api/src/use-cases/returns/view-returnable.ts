import { type OrderScope, orderStore, transactionTime } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { unitsInReturn } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { factsOf, loadOrder } from '../order/order-facts.ts';
import { refundableLine } from '../order/refundable-line.ts';
import { isInTime, returnableOf } from './return-rules.ts';

/**
 * What a customer can ask to send back of an order, line by line, and what the domain's refund needs to say the money to
 * the cent before he asks. `settled` counts units that are refunded, in a return that goes on, or never sent: those are paid first.
 */
export const viewReturnable = async ({ db }: Pick<Deps, 'db'>, scope: OrderScope, orderId: string) => {
  const order = await orderStore.find(db, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' } satisfies Refusal);
  const record = await loadOrder(db, order);
  const [lines, now] = await Promise.all([returnableOf(db, record), transactionTime(db)]);
  const facts = factsOf(record);
  const shippingBack = record.returns
    .flatMap(({ payout }) => payout?.steps ?? [])
    .reduce((sum, step) => (step.what === 'shipping' ? sum + step.amount : sum), 0);
  return ok({
    orderId,
    orderNumber: order.number,
    currency: order.currency,
    version: order.version,
    facts,
    pointsUsed: order.pointsUsed,
    /** Shipping that was paid and not given back yet. */
    shipping: minor(order.shippingAmount - shippingBack),
    lines: record.lines.map((line, at) => {
      const { most, until } = lines[at]!;
      const { quantity, gross, paid } = refundableLine(line);
      return {
        lineId: line.id,
        itemNumber: line.itemNumber,
        name: line.name,
        optionText: line.optionText,
        unit: line.unit,
        isGift: line.isGift,
        quantity,
        gross,
        paid,
        settled: Math.max(line.refunded, unitsInReturn(facts, line.id)) + line.cancelled,
        most,
        until,
        inTime: isInTime(lines[at]!, now),
      };
    }),
  });
};
