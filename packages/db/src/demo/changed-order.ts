import { minor } from '@tradeline/domain/money';
import type { InferInsertModel } from 'drizzle-orm';
import type { orderEvents, orderLines, orders, outbox } from '../schema/index.ts';
import { at, HOUR } from './clock.ts';
import { idsFrom } from './ids.ts';

type Placed = {
  readonly orders: readonly InferInsertModel<typeof orders>[];
  readonly orderLines: readonly InferInsertModel<typeof orderLines>[];
  readonly orderEvents: readonly InferInsertModel<typeof orderEvents>[];
  readonly outbox: readonly InferInsertModel<typeof outbox>[];
};

/**
 * Somebody remembered one more item after pressing the button: the newest order that waits for its review, priced by no
 * promotion, got its last line ten minutes later. Its history shows what it was before and after, to the cent.
 */
export const changeAnOrder = <Trade extends Placed>(seed: number, now: number, trade: Trade): Trade => {
  const linesOf = (orderId: string) => trade.orderLines.filter((line) => line.orderId === orderId);
  const chosen = trade.orders
    .filter(
      ({ displayStatus, version, discountAmount }) => displayStatus === 'submitted' && version === 1 && !discountAmount,
    )
    .toSorted((a, b) => String(b.placedAt).localeCompare(String(a.placedAt)))
    .find(({ id }) => linesOf(id).length > 2);
  const submitted = trade.orderEvents.find(({ orderId }) => orderId === chosen?.id);
  const told = trade.outbox.find(({ aggregateId }) => aggregateId === chosen?.id);
  const added = chosen && linesOf(chosen.id).at(-1);
  if (!chosen || !submitted || !told || !added) return trade;
  const moment = Math.min(Date.parse(String(chosen.placedAt)) + HOUR / 6, now);
  const ids = idsFrom(seed, 'changed-order');
  const zero = minor(0);
  const same = (amount: number) => ({ before: amount, after: amount });
  const change = {
    lines: [
      {
        skuId: added.skuId,
        itemNumber: added.itemNumber,
        name: added.name,
        options: added.optionText,
        unit: added.unit,
        quantityBefore: 0,
        quantityAfter: added.quantity,
        before: zero,
        after: added.netAmount,
      },
    ],
    gifts: [],
    promotions: [],
    shipping: same(chosen.shippingAmount ?? 0),
    points: same(chosen.pointsUsed ?? 0),
    total: { before: chosen.totalAmount - added.netAmount, after: chosen.totalAmount },
    back: zero,
  };
  return {
    ...trade,
    orders: trade.orders.map((order) => (order === chosen ? { ...order, version: 2 } : order)),
    outbox: [
      ...trade.outbox,
      {
        ...told,
        id: ids(moment),
        type: 'order.edit',
        aggregateVersion: 2,
        payload: { ...(told.payload as object), effects: [] },
        at: at(moment),
        deliveredAt: at(moment),
      },
    ],
    orderEvents: [
      ...trade.orderEvents,
      {
        ...submitted,
        id: ids(moment),
        version: 2,
        action: 'edit',
        fromApproval: submitted.toApproval,
        comment: '差点忘了，再加一样',
        facts: { change },
        at: at(moment),
      },
    ],
  };
};
