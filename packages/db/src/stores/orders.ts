import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import type { ApprovalState, DisplayStatus, PaymentStatus } from '@tradeline/domain/order';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { companies, orderEvents, orderLines, orders, payments, skus } from '../schema/index.ts';
import { insertMany } from './insert-many.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

export type NewOrder = typeof orders.$inferInsert;
export type NewOrderLine = typeof orderLines.$inferInsert;
export type OrderRow = typeof orders.$inferSelect;
export type OrderLineRow = typeof orderLines.$inferSelect;
export type OrderEventRow = typeof orderEvents.$inferSelect;
export type PaymentRow = {
  id: string;
  kind: string;
  method: string;
  amount: Minor;
  reference: string | null;
  receivedAt: Instant;
};

/** Line figures that a step of the order may change. */
export type LineChange = {
  id: string;
  cancelled: number;
  picked: number;
  shipped: number;
  delivered: number;
  returned: number;
  refunded: number;
};

/** What a change of an order's lines makes of its document. */
export type RevisedAmounts = Pick<
  OrderRow,
  | 'goodsAmount'
  | 'discountAmount'
  | 'shippingAmount'
  | 'taxAmount'
  | 'totalAmount'
  | 'prepayAmount'
  | 'pointsUsed'
  | 'pointsAmount'
  | 'trace'
  | 'agreedLines'
  | 'promotionNames'
>;

/** What falls off an order or a line; gross − discount = net. */
export type LoweredAmounts = { gross: Minor; discount: Minor; net: Minor; tax: Minor };
export type LoweredLine = LoweredAmounts & { lineId: string };

export const orderStore = {
  nextNumber: async (tx: Tx): Promise<string> => {
    const [row] = await tx.execute<{ n: string }>(sql`select nextval('order_numbers') as n`);
    return `SO${row!.n}`;
  },
  /** Both are sent at once, the order's row first. */
  insert: async (tx: Tx, order: NewOrder, lines: NewOrderLine[]): Promise<void> => {
    // `execute` sends at once; a builder that is only awaited would be sent behind what comes after it.
    await Promise.all([tx.insert(orders).values(order).execute(), insertMany(tx, orderLines, lines)]);
  },

  /** A stranger's order is "not found", exactly like one that does not exist. */
  find: async (
    tx: Tx,
    scope: OrderScope,
    id: string,
  ): Promise<(OrderRow & { companyName: string; companyNumber: string }) | undefined> => {
    const [row] = await tx
      .select({ order: orders, companyName: companies.name, companyNumber: companies.number })
      .from(orders)
      .innerJoin(companies, eq(companies.id, orders.companyId))
      .where(and(eq(orders.id, id), visibleOrders(scope)));
    return row && { ...row.order, companyName: row.companyName, companyNumber: row.companyNumber };
  },

  /** The order, locked against every other step until the transaction ends. */
  lock: async (tx: Tx, scope: OrderScope, id: string): Promise<OrderRow | undefined> =>
    (
      await tx
        .select()
        .from(orders)
        .where(and(eq(orders.id, id), visibleOrders(scope)))
        .for('no key update')
    )[0],

  lines: (tx: Tx, orderId: string): Promise<OrderLineRow[]> =>
    tx.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(orderLines.position),

  /** What one unit of each line costs today, by line; a line of unknown cost is not among them. */
  costs: async (tx: Tx, orderId: string): Promise<Map<string, Minor>> => {
    const rows = await tx
      .select({ id: orderLines.id, cost: skus.cost })
      .from(orderLines)
      .innerJoin(skus, eq(skus.id, orderLines.skuId))
      .where(eq(orderLines.orderId, orderId));
    return new Map(rows.flatMap(({ id, cost }) => (cost === null ? [] : [[id, cost]])));
  },

  events: (tx: Tx, orderId: string): Promise<OrderEventRow[]> =>
    tx.select().from(orderEvents).where(eq(orderEvents.orderId, orderId)).orderBy(orderEvents.version),

  payments: (tx: Tx, orderId: string): Promise<PaymentRow[]> =>
    tx
      .select({
        id: payments.id,
        kind: payments.kind,
        method: payments.method,
        amount: payments.amount,
        reference: payments.reference,
        receivedAt: payments.receivedAt,
      })
      .from(payments)
      .where(eq(payments.orderId, orderId))
      .orderBy(payments.receivedAt, payments.id),

  addPayment: async (tx: Tx, payment: typeof payments.$inferInsert): Promise<void> => {
    await tx.insert(payments).values(payment);
  },

  addPaid: async (tx: Tx, id: string, amount: Minor): Promise<void> => {
    await tx
      .update(orders)
      .set({ paidAmount: sql`${orders.paidAmount} + ${amount}` })
      .where(eq(orders.id, id));
  },

  addRefunded: async (tx: Tx, id: string, amount: Minor): Promise<void> => {
    await tx
      .update(orders)
      .set({ refundedAmount: sql`${orders.refundedAmount} + ${amount}` })
      .where(eq(orders.id, id));
  },

  /** Moves the order from the version it was read at; false when somebody acted first. */
  move: async (
    tx: Tx,
    id: string,
    fromVersion: number,
    to: {
      approval: ApprovalState;
      displayStatus: DisplayStatus;
      paymentStatus: PaymentStatus;
      grantedAmount: Minor;
      confirmedAt?: Instant;
      closedAt?: Instant;
      dueAt?: Instant;
      payUntil?: Instant;
    },
  ): Promise<boolean> => {
    const moved = await tx
      .update(orders)
      .set({ ...to, version: fromVersion + 1 })
      .where(and(eq(orders.id, id), eq(orders.version, fromVersion)))
      .returning({ id: orders.id });
    return moved.length === 1;
  },

  /** Another document under the same number: its lines and amounts as they are now. Only under the order's lock, before anything left. */
  revise: async (tx: Tx, id: string, amounts: RevisedAmounts, lines: NewOrderLine[]): Promise<void> => {
    await tx.delete(orderLines).where(eq(orderLines.orderId, id));
    await insertMany(tx, orderLines, lines);
    await tx.update(orders).set(amounts).where(eq(orders.id, id));
  },

  /** What the order and its lines cost less from now on, each lowered by what falls off. Only under the order's lock. */
  lower: async (tx: Tx, id: string, by: LoweredAmounts, lines: readonly LoweredLine[]): Promise<void> => {
    await tx
      .update(orders)
      .set({
        goodsAmount: sql`${orders.goodsAmount} - ${by.gross}`,
        discountAmount: sql`${orders.discountAmount} - ${by.discount}`,
        taxAmount: sql`${orders.taxAmount} - ${by.tax}`,
        totalAmount: sql`${orders.totalAmount} - ${by.net}`,
        prepayAmount: sql`least(${orders.prepayAmount}, ${orders.totalAmount} - ${by.net})`,
      })
      .where(eq(orders.id, id));
    for (const { lineId, gross, discount, net, tax } of lines)
      await tx
        .update(orderLines)
        .set({
          grossAmount: sql`${orderLines.grossAmount} - ${gross}`,
          discountAmount: sql`${orderLines.discountAmount} - ${discount}`,
          netAmount: sql`${orderLines.netAmount} - ${net}`,
          taxAmount: sql`${orderLines.taxAmount} - ${tax}`,
          closedGross: sql`${orderLines.closedGross} + ${gross}`,
          closedNet: sql`${orderLines.closedNet} + ${net}`,
        })
        .where(and(eq(orderLines.id, lineId), eq(orderLines.orderId, id)));
  },

  changeLines: async (tx: Tx, changes: LineChange[]): Promise<void> => {
    for (const { id, ...figures } of changes) await tx.update(orderLines).set(figures).where(eq(orderLines.id, id));
  },

  addEvent: async (tx: Tx, event: Omit<typeof orderEvents.$inferInsert, 'id'>): Promise<void> => {
    await tx.insert(orderEvents).values({ id: newId(), ...event });
  },
};
