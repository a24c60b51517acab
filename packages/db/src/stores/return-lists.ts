import type { Minor } from '@tradeline/domain/money';
import type { ReturnReason, ReturnState, ReturnWish } from '@tradeline/domain/order';
import { and, asc, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { categories, companies, orders, products, returnLines, returns, skus } from '../schema/index.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

/** What is to be done with a return, by whom: review, wait for the parcel, inspect, settle; or nothing any more. */
export const returnQueues = {
  review: ['requested'],
  arriving: ['approved', 'sent-back'],
  inspect: ['received'],
  settle: ['inspected'],
  done: ['refunded', 'replaced', 'rejected', 'cancelled'],
} as const satisfies Record<string, readonly ReturnState[]>;
export type ReturnQueue = keyof typeof returnQueues;

export type ReturnFilter = { queue?: ReturnQueue | undefined; text?: string | undefined };

const literally = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const matching = (scope: OrderScope, { queue, text }: ReturnFilter): SQL | undefined => {
  const word = text?.trim();
  return and(
    visibleOrders(scope),
    queue ? inArray(returns.state, [...returnQueues[queue]]) : undefined,
    word
      ? or(
          sql`${returns.number} ilike ${literally(word)}`,
          sql`${orders.number} ilike ${literally(word)}`,
          sql`${companies.name} ilike ${literally(word)}`,
          eq(returns.trackingNumber, word),
          eq(returns.creditNote, word),
        )
      : undefined,
  );
};

const listed = {
  id: returns.id,
  number: returns.number,
  state: returns.state,
  wish: returns.wish,
  reason: returns.reason,
  orderId: returns.orderId,
  orderNumber: orders.number,
  currency: orders.currency,
  companyId: returns.companyId,
  companyName: companies.name,
  trackingNumber: returns.trackingNumber,
  granted: returns.granted,
  requestedAt: returns.requestedAt,
  settledAt: returns.settledAt,
  units: sql<number>`(select coalesce(sum(l.quantity), 0)::int from ${returnLines} l where l.return_id = ${returns.id})`,
};

export const returnLists = {
  /** A page with the counts of every queue under the same words: two statements whatever the page holds. */
  page: async (tx: Tx, scope: OrderScope, filter: ReturnFilter, { page, size }: { page: number; size: number }) => {
    // What waits longest comes first; what is done, the latest first.
    const waits = filter.queue !== undefined && filter.queue !== 'done';
    const [rows, states] = await Promise.all([
      tx
        .select(listed)
        .from(returns)
        .innerJoin(orders, eq(orders.id, returns.orderId))
        .innerJoin(companies, eq(companies.id, returns.companyId))
        .where(matching(scope, filter))
        .orderBy(waits ? asc(returns.requestedAt) : desc(returns.requestedAt), desc(returns.id))
        .limit(size)
        .offset((page - 1) * size),
      tx
        .select({ state: returns.state, n: count() })
        .from(returns)
        .innerJoin(orders, eq(orders.id, returns.orderId))
        .innerJoin(companies, eq(companies.id, returns.companyId))
        .where(matching(scope, { text: filter.text }))
        .groupBy(returns.state),
    ]);
    const counted = (wanted: readonly string[]): number =>
      states.filter(({ state }) => wanted.includes(state)).reduce((sum, { n }) => sum + n, 0);
    const counts = Object.fromEntries(
      Object.entries(returnQueues).map(([queue, wanted]) => [queue, counted(wanted)]),
    ) as Record<ReturnQueue, number>;
    const total = filter.queue ? counts[filter.queue] : states.reduce((sum, { n }) => sum + n, 0);
    return {
      rows: rows.map((row) => ({
        ...row,
        state: row.state as ReturnState,
        wish: row.wish as ReturnWish,
        reason: row.reason as ReturnReason,
      })),
      counts,
      total,
    };
  },

  /** A return by its own id, within the orders one may see: which order it belongs to. */
  orderOf: async (tx: Tx, scope: OrderScope, id: string): Promise<string | undefined> => {
    const [row] = await tx
      .select({ orderId: returns.orderId })
      .from(returns)
      .innerJoin(orders, eq(orders.id, returns.orderId))
      .where(and(eq(returns.id, id), visibleOrders(scope)));
    return row?.orderId;
  },

  /** The return that an order replaces the goods of. */
  replacedBy: async (tx: Tx, orderId: string): Promise<{ id: string; number: string } | undefined> =>
    (
      await tx
        .select({ id: returns.id, number: returns.number })
        .from(returns)
        .where(eq(returns.replacementId, orderId))
    )[0],

  /** The categories of SKUs by slug: how long goods may be sent back hangs on them. */
  categoriesOf: async (tx: Tx, skuIds: string[]): Promise<Map<string, string[]>> => {
    if (skuIds.length === 0) return new Map();
    const rows = await tx
      .select({ skuId: skus.id, slug: categories.slug })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .innerJoin(categories, eq(categories.id, products.categoryId))
      .where(inArray(skus.id, skuIds));
    return new Map(rows.map(({ skuId, slug }) => [skuId, [slug]]));
  },

  /** Why goods came back in the last days, most frequent first: requests, units, and what was granted. */
  reasons: async (tx: Tx, scope: OrderScope, days: number) => {
    const rows = await tx
      .select({
        reason: returns.reason,
        requests: count(),
        units: sql<number>`coalesce(sum((select sum(l.quantity) from ${returnLines} l where l.return_id = ${returns.id})), 0)::int`,
        granted: sql<Minor>`coalesce(sum(${returns.granted}), 0)::float8`,
      })
      .from(returns)
      .innerJoin(orders, eq(orders.id, returns.orderId))
      .where(
        and(
          visibleOrders(scope),
          sql`${returns.requestedAt} > now() - make_interval(days => ${days})`,
          sql`${returns.state} <> 'cancelled'`,
        ),
      )
      .groupBy(returns.reason)
      .orderBy(desc(count()));
    return rows.map((row) => ({ ...row, reason: row.reason as ReturnReason }));
  },
};
