import type { Instant } from '@tradeline/domain/kernel';
import type { ApprovalState, DisplayStatus, PaymentStatus, PaymentTerms, ReviewStep } from '@tradeline/domain/order';
import { and, asc, count, desc, eq, gt, gte, inArray, lt, notInArray, type SQL, type Subquery, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { companies, orderLines, orders, orderTallies, shipments, transferVouchers } from '../schema/index.ts';
import { openAmount } from './dues.ts';
import { isLate, nextReview, waitsFor } from './order-attention.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

export type OrderFilter = {
  statuses?: DisplayStatus[] | undefined;
  text?: string | undefined;
  companyId?: string | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
  paymentTerms?: PaymentTerms | undefined;
  source?: string | undefined;
  /** Money is still to come in. */
  unpaid?: boolean | undefined;
  /** Goods should have been sent by now. */
  late?: boolean | undefined;
  /** The review that is next. */
  review?: ReviewStep | undefined;
  /** Of these only. */
  ids?: readonly string[] | undefined;
};
export type OrderSort = 'placed-desc' | 'placed-asc' | 'total-desc' | 'total-asc';

const sorts = {
  'placed-desc': [desc(orders.placedAt), desc(orders.id)],
  'placed-asc': [asc(orders.placedAt), asc(orders.id)],
  'total-desc': [desc(orders.totalAmount), desc(orders.id)],
  'total-asc': [asc(orders.totalAmount), asc(orders.id)],
};

const literally = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * Orders that a text names: a part of their number, purchase order or customer, or exactly a parcel or an item. Each way is
 * looked up by itself, by an index of its own, and what any of them found is taken; asked together of every order they
 * would cost a hundred times as much.
 */
const named = (text: string, scope: OrderScope): SQL => {
  const within = literally(text);
  const ways = [
    sql`select o.id from ${orders} o where o.number ilike ${within}`,
    sql`select o.id from ${orders} o where o.purchase_order_number ilike ${within}`,
    sql`select o.id from ${companies} c join ${orders} o on o.company_id = c.id where c.name ilike ${within}`,
    sql`select s.order_id from ${shipments} s where s.tracking_number = ${text}`,
    sql`select l.order_id from ${orderLines} l where l.item_number = ${text}`,
  ];
  // A customer remembers what he bought; among the orders of one company that is a short look.
  if ('companyId' in scope)
    ways.push(sql`select l.order_id from ${orderLines} l join ${orders} o on o.id = l.order_id
      where o.company_id = ${scope.companyId}
        and (l.name ->> 'zh' ilike ${within} or l.name ->> 'en' ilike ${within} or l.item_number ilike ${within})`);
  return sql`${orders.id} in (${sql.join(ways, sql` union all `)})`;
};

const matching = (scope: OrderScope, filter: OrderFilter): SQL | undefined =>
  and(
    visibleOrders(scope),
    filter.statuses?.length ? inArray(orders.displayStatus, filter.statuses) : undefined,
    filter.companyId ? eq(orders.companyId, filter.companyId) : undefined,
    filter.paymentTerms ? eq(orders.paymentTerms, filter.paymentTerms) : undefined,
    filter.source ? eq(orders.source, filter.source) : undefined,
    filter.from ? gte(orders.placedAt, filter.from) : undefined,
    filter.to ? lt(orders.placedAt, filter.to) : undefined,
    filter.unpaid ? and(gt(openAmount, 0), notInArray(orders.approval, ['draft', 'cancelled', 'rejected'])) : undefined,
    filter.late ? isLate : undefined,
    filter.review ? waitsFor(filter.review) : undefined,
    filter.ids ? inArray(orders.id, [...filter.ids]) : undefined,
    filter.text?.trim() ? named(filter.text.trim(), scope) : undefined,
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
  /** The review that is next, of an order that has one. */
  review: nextReview,
};

/** What the chosen orders are called in the statement that shows them. */
const PICKED = 'picked';

/**
 * What a list shows of some orders. Which ones is decided before, by their own columns alone, so that an index in the list's
 * order can answer; whatever else is shown is read of those on the page, not of the thousands before it.
 */
const shown = (tx: Tx, page: { as: (alias: typeof PICKED) => Subquery }, sort: OrderSort) => {
  const goods = tx
    .select({
      lines: sql<number>`count(*)::int`.as('lines'),
      units: sql<number>`coalesce(sum(${orderLines.quantity}), 0)::int`.as('units'),
    })
    .from(orderLines)
    .where(eq(orderLines.orderId, orders.id))
    .as('goods');
  return tx
    .select({ ...listed, lines: goods.lines, units: goods.units })
    .from(page.as(PICKED))
    .innerJoin(orders, sql`${orders.id} = ${sql.identifier(PICKED)}.id`)
    .innerJoin(companies, eq(companies.id, orders.companyId))
    .innerJoinLateral(goods, sql`true`)
    .orderBy(...sorts[sort]);
};

export const orderLists = {
  /** Orders that wait for money and whose time to pay is over. Whoever has sent a voucher is waiting for us. */
  unpaidInTime: async (tx: Tx, limit: number): Promise<string[]> => {
    const rows = await tx
      .select({ id: orders.id })
      .from(orders)
      .where(
        and(
          eq(orders.approval, 'awaiting-payment'),
          sql`${orders.payUntil} <= now()`,
          sql`not exists (select from ${transferVouchers} where ${transferVouchers.orderId} = ${orders.id} and ${transferVouchers.state} = 'submitted')`,
        ),
      )
      .orderBy(orders.payUntil)
      .limit(limit);
    return rows.map((row) => row.id);
  },

  page: async (
    tx: Tx,
    scope: OrderScope,
    filter: OrderFilter,
    sort: OrderSort,
    { page, size }: { page: number; size: number },
  ) => {
    const where = matching(scope, filter);
    const picked = tx
      .select({ id: orders.id })
      .from(orders)
      .where(where)
      .orderBy(...sorts[sort])
      .limit(size)
      .offset((page - 1) * size);
    const rows = await shown(tx, picked, sort);
    return rows.map((row) => ({
      ...row,
      review: row.approval === 'in-review' || row.approval === 'confirmed' ? row.review : null,
      displayStatus: row.displayStatus as DisplayStatus,
      approval: row.approval as ApprovalState,
      paymentStatus: row.paymentStatus as PaymentStatus,
      paymentTerms: row.paymentTerms as PaymentTerms,
    }));
  },

  /**
   * A page of a list with all that stands beside it, in two statements sent together: its rows, and how many orders stand
   * in each status under the other filters. The total is a sum of those: what was counted once is not counted again.
   */
  withCounts: async (
    tx: Tx,
    scope: OrderScope,
    filter: OrderFilter,
    sort: OrderSort,
    page: { page: number; size: number },
  ) => {
    const { statuses, late, ids, ...others } = filter;
    // What is late or blocked stands beside the statuses, not among them: those are counted without it.
    const apart = late || ids;
    const [rows, counts, found] = await Promise.all([
      orderLists.page(tx, scope, filter, sort, page),
      orderLists.counts(tx, scope, others),
      apart ? tx.select({ n: count() }).from(orders).where(matching(scope, filter)) : undefined,
    ]);
    if (found) return { rows, counts, total: found[0]?.n ?? 0 };
    const counted = Object.entries(counts).filter(
      ([status]) => !statuses?.length || statuses.some((wanted) => wanted === status),
    );
    return { rows, counts, total: counted.reduce((sum, [, n]) => sum + n, 0) };
  },

  /**
   * The next orders of a list, newest first, behind the last one had: a file of any length is written page by page, each in
   * two statements, and an order placed meanwhile moves none of them.
   */
  after: async (
    tx: Tx,
    scope: OrderScope,
    filter: OrderFilter,
    last: { placedAt: Instant; id: string } | undefined,
    size: number,
  ) => {
    const picked = tx
      .select({ id: orders.id })
      .from(orders)
      .where(
        and(
          matching(scope, filter),
          last && sql`(${orders.placedAt}, ${orders.id}) < (${last.placedAt}::timestamptz, ${last.id}::uuid)`,
        ),
      )
      .orderBy(...sorts['placed-desc'])
      .limit(size);
    const found = await shown(tx, picked, 'placed-desc');
    return found.map((row) => ({
      ...row,
      displayStatus: row.displayStatus as DisplayStatus,
      paymentStatus: row.paymentStatus as PaymentStatus,
      paymentTerms: row.paymentTerms as PaymentTerms,
    }));
  },

  /** The lines of some orders, for a file. */
  linesOf: (tx: Tx, orderIds: readonly string[]) =>
    tx
      .select({
        orderId: orderLines.orderId,
        itemNumber: orderLines.itemNumber,
        name: orderLines.name,
        optionText: orderLines.optionText,
        unit: orderLines.unit,
        quantity: orderLines.quantity,
        cancelled: orderLines.cancelled,
        shipped: orderLines.shipped,
        unitPriceE4: orderLines.unitPriceE4,
        netAmount: orderLines.netAmount,
        isGift: orderLines.isGift,
      })
      .from(orderLines)
      .where(inArray(orderLines.orderId, [...orderIds]))
      .orderBy(orderLines.orderId, orderLines.position),

  /** How many orders stand in each status, under the other filters. */
  counts: async (
    tx: Tx,
    scope: OrderScope,
    filter: Omit<OrderFilter, 'statuses'>,
  ): Promise<Partial<Record<DisplayStatus, number>>> => {
    const where = matching(scope, filter);
    // Of all orders the sum is kept.
    const rows = where
      ? await tx
          .select({ status: orders.displayStatus, n: count() })
          .from(orders)
          .where(where)
          .groupBy(orders.displayStatus)
      : await tx
          .select({
            status: orderTallies.displayStatus,
            n: sql<number>`sum(${orderTallies.orders})::int8`.mapWith(Number),
          })
          .from(orderTallies)
          .groupBy(orderTallies.displayStatus)
          .having(sql`sum(${orderTallies.orders}) > 0`);
    return Object.fromEntries(rows.map((row) => [row.status, row.n]));
  },

  /** Sums up what has gathered of the tallies, so that few rows are read. */
  sumTallies: async (tx: Tx): Promise<void> => {
    await tx.execute(sql`
      with gathered as (delete from ${orderTallies} returning display_status, orders)
      insert into ${orderTallies} (display_status, orders)
      select display_status, sum(orders) from gathered group by display_status having sum(orders) <> 0`);
  },
};
