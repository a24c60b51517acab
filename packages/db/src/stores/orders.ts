import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import type { ApprovalState, DisplayStatus, PaymentStatus, PaymentTerms, ShipmentState } from '@tradeline/domain/order';
import { and, asc, count, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import {
  companies,
  orderEvents,
  orderLines,
  orders,
  payments,
  shipmentLines,
  shipments,
  skus,
  warehouses,
} from '../schema/index.ts';

/** Whose orders may be seen: one company's (a buyer), those of a salesperson's customers, or all. */
export type OrderScope =
  | { kind: 'company'; companyId: string }
  | { kind: 'buyer'; companyId: string; buyerId: string }
  | { kind: 'sales'; staffId: string }
  | { kind: 'all' };

/** The condition that keeps a query within a scope. */
export const visibleOrders = (scope: OrderScope): SQL | undefined => {
  switch (scope.kind) {
    case 'company':
      return eq(orders.companyId, scope.companyId);
    case 'buyer':
      return and(eq(orders.companyId, scope.companyId), eq(orders.buyerId, scope.buyerId));
    case 'sales':
      return sql`${orders.companyId} in (select id from ${companies} where ${companies.salesRepId} = ${scope.staffId})`;
    case 'all':
      return undefined;
  }
};

export type OrderFilter = {
  statuses?: DisplayStatus[] | undefined;
  text?: string | undefined;
  companyId?: string | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
  paymentTerms?: PaymentTerms | undefined;
  source?: string | undefined;
};
export type OrderSort = 'placed-desc' | 'placed-asc' | 'total-desc' | 'total-asc';

const sorts = {
  'placed-desc': [desc(orders.placedAt), desc(orders.id)],
  'placed-asc': [asc(orders.placedAt), asc(orders.id)],
  'total-desc': [desc(orders.totalAmount), desc(orders.id)],
  'total-asc': [asc(orders.totalAmount), asc(orders.id)],
};

const literally = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const matching = (scope: OrderScope, filter: OrderFilter): SQL | undefined =>
  and(
    visibleOrders(scope),
    filter.statuses?.length ? inArray(orders.displayStatus, filter.statuses) : undefined,
    filter.companyId ? eq(orders.companyId, filter.companyId) : undefined,
    filter.paymentTerms ? eq(orders.paymentTerms, filter.paymentTerms) : undefined,
    filter.source ? eq(orders.source, filter.source) : undefined,
    filter.from ? gte(orders.placedAt, filter.from) : undefined,
    filter.to ? lt(orders.placedAt, filter.to) : undefined,
    filter.text?.trim()
      ? or(
          ilike(orders.number, literally(filter.text.trim())),
          ilike(orders.purchaseOrderNumber, literally(filter.text.trim())),
          ilike(companies.name, literally(filter.text.trim())),
          sql`exists (select 1 from ${shipments} where ${shipments.orderId} = ${orders.id} and ${shipments.trackingNumber} = ${filter.text.trim()})`,
          sql`exists (select 1 from ${orderLines} where ${orderLines.orderId} = ${orders.id} and ${orderLines.itemNumber} = ${filter.text.trim()})`,
        )
      : undefined,
  );

const listed = {
  id: orders.id,
  number: orders.number,
  companyId: orders.companyId,
  companyName: companies.name,
  displayStatus: orders.displayStatus,
  approval: orders.approval,
  paymentStatus: orders.paymentStatus,
  paymentTerms: orders.paymentTerms,
  currency: orders.currency,
  totalAmount: orders.totalAmount,
  placedAt: orders.placedAt,
  wishedDate: orders.wishedDate,
  purchaseOrderNumber: orders.purchaseOrderNumber,
  source: orders.source,
  version: orders.version,
  lines: sql<number>`(select count(*)::int from ${orderLines} where ${orderLines.orderId} = ${orders.id})`,
  units: sql<number>`(select sum(${orderLines.quantity})::int from ${orderLines} where ${orderLines.orderId} = ${orders.id})`,
};

export type NewOrder = typeof orders.$inferInsert;
export type NewOrderLine = typeof orderLines.$inferInsert;
export type OrderRow = typeof orders.$inferSelect;
export type OrderLineRow = typeof orderLines.$inferSelect;
export type OrderEventRow = typeof orderEvents.$inferSelect;
export type ShipmentRow = {
  id: string;
  number: string;
  carrier: string;
  trackingNumber: string | null;
  state: ShipmentState;
  shippedAt: Instant;
  deliveredAt: Instant | null;
  warehouseName: Bilingual | null;
  lines: { orderLineId: string; quantity: number }[];
};
export type PaymentRow = { id: string; kind: string; method: string; amount: Minor; receivedAt: Instant };

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

export const orderStore = {
  nextNumber: async (tx: Tx): Promise<string> => {
    const [row] = await tx.execute<{ n: string }>(sql`select nextval('order_numbers') as n`);
    return `SO${row!.n}`;
  },
  nextShipmentNumber: async (tx: Tx): Promise<string> => {
    const [row] = await tx.execute<{ n: string }>(sql`select nextval('shipment_numbers') as n`);
    return `DN${row!.n}`;
  },

  insert: async (tx: Tx, order: NewOrder, lines: NewOrderLine[]): Promise<void> => {
    await tx.insert(orders).values(order);
    await tx.insert(orderLines).values(lines);
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

  events: (tx: Tx, orderId: string): Promise<OrderEventRow[]> =>
    tx.select().from(orderEvents).where(eq(orderEvents.orderId, orderId)).orderBy(orderEvents.version),

  shipments: async (tx: Tx, orderId: string): Promise<ShipmentRow[]> => {
    const parcels = await tx
      .select({
        id: shipments.id,
        number: shipments.number,
        carrier: shipments.carrier,
        trackingNumber: shipments.trackingNumber,
        state: shipments.state,
        shippedAt: shipments.shippedAt,
        deliveredAt: shipments.deliveredAt,
        warehouseName: warehouses.name,
      })
      .from(shipments)
      .leftJoin(warehouses, eq(warehouses.id, shipments.warehouseId))
      .where(eq(shipments.orderId, orderId))
      .orderBy(shipments.shippedAt, shipments.id);
    if (parcels.length === 0) return [];
    const ids = parcels.map((parcel) => parcel.id);
    const contents = await tx
      .select({
        shipmentId: shipmentLines.shipmentId,
        orderLineId: shipmentLines.orderLineId,
        quantity: shipmentLines.quantity,
      })
      .from(shipmentLines)
      .where(inArray(shipmentLines.shipmentId, ids))
      .orderBy(shipmentLines.id);
    return parcels.map((parcel) => ({
      ...parcel,
      state: parcel.state as ShipmentState,
      lines: contents
        .filter((line) => line.shipmentId === parcel.id)
        .map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
    }));
  },

  payments: (tx: Tx, orderId: string): Promise<PaymentRow[]> =>
    tx
      .select({
        id: payments.id,
        kind: payments.kind,
        method: payments.method,
        amount: payments.amount,
        receivedAt: payments.receivedAt,
      })
      .from(payments)
      .where(eq(payments.orderId, orderId))
      .orderBy(payments.receivedAt, payments.id),

  page: async (
    tx: Tx,
    scope: OrderScope,
    filter: OrderFilter,
    sort: OrderSort,
    { page, size }: { page: number; size: number },
  ) => {
    const where = matching(scope, filter);
    const rows = await tx
      .select(listed)
      .from(orders)
      .innerJoin(companies, eq(companies.id, orders.companyId))
      .where(where)
      .orderBy(...sorts[sort])
      .limit(size)
      .offset((page - 1) * size);
    const [counted] = await tx
      .select({ total: count() })
      .from(orders)
      .innerJoin(companies, eq(companies.id, orders.companyId))
      .where(where);
    return {
      rows: rows.map((row) => ({
        ...row,
        displayStatus: row.displayStatus as DisplayStatus,
        approval: row.approval as ApprovalState,
        paymentStatus: row.paymentStatus as PaymentStatus,
        paymentTerms: row.paymentTerms as PaymentTerms,
      })),
      total: counted?.total ?? 0,
    };
  },

  /** How many orders stand in each status, under the other filters. */
  counts: async (
    tx: Tx,
    scope: OrderScope,
    filter: Omit<OrderFilter, 'statuses'>,
  ): Promise<Partial<Record<DisplayStatus, number>>> => {
    const rows = await tx
      .select({ status: orders.displayStatus, n: count() })
      .from(orders)
      .innerJoin(companies, eq(companies.id, orders.companyId))
      .where(matching(scope, filter))
      .groupBy(orders.displayStatus);
    return Object.fromEntries(rows.map((row) => [row.status, row.n]));
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
      confirmedAt?: Instant;
      closedAt?: Instant;
      dueAt?: Instant;
    },
  ): Promise<boolean> => {
    const moved = await tx
      .update(orders)
      .set({ ...to, version: fromVersion + 1 })
      .where(and(eq(orders.id, id), eq(orders.version, fromVersion)))
      .returning({ id: orders.id });
    return moved.length === 1;
  },

  changeLines: async (tx: Tx, changes: LineChange[]): Promise<void> => {
    for (const { id, ...figures } of changes) await tx.update(orderLines).set(figures).where(eq(orderLines.id, id));
  },

  addEvent: async (tx: Tx, event: Omit<typeof orderEvents.$inferInsert, 'id'>): Promise<void> => {
    await tx.insert(orderEvents).values({ id: newId(), ...event });
  },

  addShipment: async (
    tx: Tx,
    shipment: {
      id: string;
      orderId: string;
      number: string;
      warehouseId: string;
      carrier: string;
      trackingNumber: string | null;
    },
    lines: { orderLineId: string; quantity: number }[],
  ): Promise<void> => {
    await tx.insert(shipments).values(shipment);
    await tx.insert(shipmentLines).values(lines.map((line) => ({ id: newId(), shipmentId: shipment.id, ...line })));
  },

  setShipmentState: async (tx: Tx, id: string, state: ShipmentState): Promise<void> => {
    await tx
      .update(shipments)
      .set({ state, ...(state === 'delivered' ? { deliveredAt: sql`now()` } : {}) })
      .where(eq(shipments.id, id));
  },

  /** SKUs a company ordered last, newest first, each once: its usual goods. */
  lastOrdered: (tx: Tx, companyId: string, limit: number) =>
    tx
      .select({
        skuId: orderLines.skuId,
        productId: sql<string>`(select ${skus.productId} from ${skus} where ${skus.id} = ${orderLines.skuId})`,
        lastAt: sql<Instant>`to_char(max(${orders.placedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
        orders: count(),
        units: sql<number>`sum(${orderLines.quantity})::int`,
      })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(
        and(
          eq(orders.companyId, companyId),
          sql`${orders.placedAt} > now() - interval '180 days'`,
          sql`${orders.approval} not in ('cancelled', 'rejected')`,
        ),
      )
      .groupBy(orderLines.skuId)
      .orderBy(desc(count()), desc(sql`max(${orders.placedAt})`))
      .limit(limit),
};
