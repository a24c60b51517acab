import type { Tx } from '@tradeline/db';
import {
  couponStore,
  creditStore,
  type Held,
  type OrderLineRow,
  type OrderRow,
  orderStore,
  type PaymentRow,
  pointStore,
  promotionUseStore,
  type ShipmentRow,
  shipmentStore,
  stockStore,
} from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import type { ApprovalState, LineFacts, OrderFacts, PaymentFacts, PaymentTerms } from '@tradeline/domain/order';

/** All that is stored of an order. */
export type OrderRecord = {
  order: OrderRow;
  lines: OrderLineRow[];
  shipments: ShipmentRow[];
  payments: PaymentRow[];
  held: Held[];
  creditHeld: Minor;
  /** Coupons, and uses of promotions that are limited. */
  couponsHeld: number;
  pointsHeld: number;
};

export const loadOrder = async (tx: Tx, order: OrderRow): Promise<OrderRecord> => {
  const [lines, shipments, payments, held, creditHeld, coupons, limited, pointsHeld] = await Promise.all([
    orderStore.lines(tx, order.id),
    shipmentStore.ofOrder(tx, order.id),
    orderStore.payments(tx, order.id),
    stockStore.held(tx, order.id),
    creditStore.heldBy(tx, order.id),
    couponStore.heldBy(tx, order.id),
    promotionUseStore.heldBy(tx, order.id),
    pointStore.heldBy(tx, order.id),
  ]);
  return { order, lines, shipments, payments, held, creditHeld, couponsHeld: coupons + limited, pointsHeld };
};

/** The stored order as the domain's machines read it. */
export const factsOf = ({
  order,
  lines,
  shipments,
  payments,
  held,
  creditHeld,
  couponsHeld,
  pointsHeld,
}: OrderRecord): OrderFacts => ({
  version: order.version,
  approval: order.approval as ApprovalState,
  ...(order.buyerId ? { submittedBy: order.buyerId } : {}),
  lines: lines.map((line) => lineFacts(line, held)),
  shipments: shipments.map(({ id, state, lines }) => ({
    id,
    state,
    lines: lines.map((l) => ({ lineId: l.orderLineId, quantity: l.quantity })),
  })),
  returns: [],
  payments: paymentFacts(payments),
  money: {
    terms: order.paymentTerms as PaymentTerms,
    total: order.totalAmount,
    granted: order.grantedAmount,
    prepay: order.paymentTerms === 'prepaid' ? order.totalAmount : order.prepayAmount,
    dueAt: order.dueAt ?? undefined,
  },
  holds: { credit: creditHeld, coupons: couponsHeld, points: pointsHeld },
});

const lineFacts = (line: OrderLineRow, held: Held[]): LineFacts => {
  const units = (state: string) =>
    held.filter((h) => h.orderLineId === line.id && h.state === state).reduce((sum, h) => sum + h.quantity, 0);
  const { cancelled, picked, shipped, delivered, returned, refunded } = line;
  return {
    lineId: line.id,
    ordered: line.quantity,
    cancelled,
    reserved: units('reserved'),
    allocated: units('allocated'),
    picked,
    shipped,
    delivered,
    returned,
    refunded,
  };
};

/** Money paid back is counted against the receipts, the oldest first. */
const paymentFacts = (rows: PaymentRow[]): PaymentFacts[] => {
  let back = rows.filter((row) => row.kind === 'refund').reduce((sum, row) => sum + row.amount, 0);
  return rows
    .filter((row) => row.kind === 'receipt')
    .map((row) => {
      const refunded = Math.min(back, row.amount);
      back -= refunded;
      return { id: row.id, state: 'captured', amount: row.amount, captured: row.amount, refunded: minor(refunded) };
    });
};
