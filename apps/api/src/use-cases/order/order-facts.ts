import type { Tx } from '@tradeline/db';
import {
  couponStore,
  creditStore,
  gatewayStore,
  type Held,
  type OrderLineRow,
  type OrderRow,
  orderReviewStore,
  orderStore,
  type PaymentAttemptRow,
  type PaymentRow,
  pointStore,
  promotionUseStore,
  type ReturnLineRow,
  type ReturnRow,
  type ReviewRow,
  reservationStore,
  returnStore,
  type ShipmentRow,
  shipmentStore,
} from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import type {
  ApprovalState,
  LineFacts,
  OrderFacts,
  PaymentFacts,
  PaymentTerms,
  ReturnLine,
  ReviewFacts,
  ReviewStep,
} from '@tradeline/domain/order';

/** All that is stored of an order. */
export type OrderRecord = {
  order: OrderRow;
  lines: OrderLineRow[];
  shipments: ShipmentRow[];
  returns: ReturnRow[];
  payments: PaymentRow[];
  /** Tries to get money from a gateway, whatever came of them. */
  attempts: PaymentAttemptRow[];
  /** Money by bank that somebody of finance has seen arrive, while it is being booked. */
  transfer?: { id: string; amount: Minor; reference: string | null } | undefined;
  held: Held[];
  creditHeld: Minor;
  /** Coupons, and uses of promotions that are limited. */
  couponsHeld: number;
  pointsHeld: number;
  /** The reviews of the last round. */
  reviews: ReviewRow[];
  /** Who of the staff placed or changed it. */
  authors: string[];
};

export const loadOrder = async (tx: Tx, order: OrderRow): Promise<OrderRecord> => {
  const [
    lines,
    shipments,
    returns,
    payments,
    attempts,
    held,
    creditHeld,
    coupons,
    limited,
    pointsHeld,
    reviews,
    authors,
  ] = await Promise.all([
    orderStore.lines(tx, order.id),
    shipmentStore.ofOrder(tx, order.id),
    returnStore.ofOrder(tx, order.id),
    orderStore.payments(tx, order.id),
    gatewayStore.attempts(tx, order.id),
    reservationStore.held(tx, order.id),
    creditStore.heldBy(tx, order.id),
    couponStore.heldBy(tx, order.id),
    promotionUseStore.heldBy(tx, order.id),
    pointStore.heldBy(tx, order.id),
    orderReviewStore.ofOrder(tx, order.id),
    orderReviewStore.authors(tx, order.id),
  ]);
  const couponsHeld = coupons + limited;
  return {
    order,
    lines,
    shipments,
    returns,
    payments,
    attempts,
    held,
    creditHeld,
    couponsHeld,
    pointsHeld,
    reviews,
    authors,
  };
};

/** The stored order as the domain's machines read it. */
export const factsOf = ({
  order,
  lines,
  shipments,
  returns,
  payments,
  attempts,
  transfer,
  held,
  creditHeld,
  couponsHeld,
  pointsHeld,
  reviews,
  authors,
}: OrderRecord): OrderFacts => ({
  version: order.version,
  approval: order.approval as ApprovalState,
  ...(order.buyerId ? { submittedBy: order.buyerId } : {}),
  ...authorsOf(order, authors),
  ...(reviews.length > 0 && !beforeReview.includes(order.approval) ? { reviews: reviews.map(reviewFacts) } : {}),
  lines: lines.map((line) => lineFacts(line, held)),
  shipments: shipments.map(({ id, state, lines }) => ({
    id,
    state,
    lines: lines.map((l) => ({ lineId: l.orderLineId, quantity: l.quantity })),
  })),
  returns: returns.map(({ id, state, lines }) => ({ id, state, lines: lines.map(returnLine) })),
  payments: [...paymentFacts(payments), ...attemptFacts(attempts), ...transferFacts(transfer)],
  money: {
    terms: order.paymentTerms as PaymentTerms,
    total: order.totalAmount,
    granted: order.grantedAmount,
    prepay: order.paymentTerms === 'prepaid' ? order.totalAmount : order.prepayAmount,
    dueAt: order.dueAt ?? undefined,
  },
  holds: { credit: creditHeld, coupons: couponsHeld, points: pointsHeld },
});

/** Whoever placed it for the customer is among them. */
const authorsOf = (order: OrderRow, changed: readonly string[]) => {
  const authors = [...(order.placedByStaffId ? [order.placedByStaffId] : []), ...changed];
  return authors.length > 0 ? { authors } : undefined;
};

/** Where an order stands that was sent back: what it had passed counts for nothing. */
const beforeReview: readonly string[] = ['draft', 'submitted', 'awaiting-payment'];

export const reviewFacts = ({ step, roles, ownPerson, passedBy }: ReviewRow): ReviewFacts => ({
  step: step as ReviewStep,
  roles,
  distinct: ownPerson,
  ...(passedBy ? { passedBy } : {}),
});

const returnLine = ({ orderLineId, quantity, received, good, damaged }: ReturnLineRow): ReturnLine => ({
  lineId: orderLineId,
  quantity,
  ...(received === null ? {} : { received }),
  ...(good === null ? {} : { good }),
  ...(damaged === null ? {} : { damaged }),
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

/** What a gateway has taken stands in its receipt; the other attempts have brought nothing yet. */
const attemptFacts = (attempts: PaymentAttemptRow[]): PaymentFacts[] =>
  attempts
    .filter(({ state }) => state !== 'captured')
    .map(({ id, state, amount }) => ({
      id,
      state: state as PaymentFacts['state'],
      amount,
      captured: minor(0),
      refunded: minor(0),
    }));

const transferFacts = (transfer: OrderRecord['transfer']): PaymentFacts[] =>
  transfer
    ? [{ id: transfer.id, state: 'started', amount: transfer.amount, captured: minor(0), refunded: minor(0) }]
    : [];
