import { type Minor, minor } from '@tradeline/domain/money';
import type { DisplayStatus, ReviewStep } from '@tradeline/domain/order';
import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { creditEntries, orderReviews, orders, orderViews, shop, staff } from '../schema/index.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

/** Statuses in which goods are still ours to send. */
const toSend: DisplayStatus[] = ['submitted', 'in-review', 'confirmed', 'picking', 'partially-shipped'];
/** An order without a wished day is late when it has waited so long. */
const LATE_DAYS = 3;

const today = sql`(now() at time zone coalesce((select time_zone from ${shop}), 'Asia/Shanghai'))::date`;

/** Goods are not all sent, and the day the customer wished is over; where he wished none, three days are. */
export const isLate: SQL = sql`(${inArray(orders.displayStatus, toSend)} and case when ${orders.wishedDate} is null
  then ${orders.placedAt} < now() - make_interval(days => ${LATE_DAYS}) else ${orders.wishedDate} < ${today} end)`;

/** The first review of an order that nobody has passed. */
export const nextReview = sql<ReviewStep | null>`(select r.step from ${orderReviews} r where r.order_id = ${orders.id} and r.passed_by is null order by r.round desc, r.position limit 1)`;

/** Orders whose next open review is this one. An order whose review has not begun waits for its first. */
export const waitsFor = (step: ReviewStep): SQL =>
  step === 'release'
    ? sql`(${orders.approval} = 'confirmed' and ${nextReview} = 'release')`
    : sql`(${orders.approval} = 'in-review' and coalesce(${nextReview}, 'order') = ${step})`;

export type OnCredit = { id: string; number: string; companyId: string; held: Minor };

export const orderAttentionStore = {
  late: async (tx: Tx, scope: OrderScope): Promise<number> =>
    (
      await tx
        .select({ n: count() })
        .from(orders)
        .where(and(visibleOrders(scope), isLate))
    )[0]?.n ?? 0,

  /** Orders on account that goods are still to be sent for, with what each holds of its customer's limit. */
  onCredit: async (tx: Tx, scope: OrderScope, limit: number): Promise<OnCredit[]> => {
    const rows = await tx
      .select({
        id: orders.id,
        number: orders.number,
        companyId: orders.companyId,
        held: sql<string>`(select coalesce(sum(${creditEntries.amount}), 0) from ${creditEntries} where ${creditEntries.orderId} = ${orders.id})`,
      })
      .from(orders)
      .where(and(visibleOrders(scope), eq(orders.paymentTerms, 'terms'), inArray(orders.displayStatus, toSend)))
      .orderBy(desc(orders.placedAt))
      .limit(limit);
    return rows.map((row) => ({ ...row, held: minor(Number(row.held)) })).filter(({ held }) => held > 0);
  },
};

export type NewView = { id: string; staffId: string; name: string; shared: boolean; search: Record<string, unknown> };

/** 常用视图: one's own and those that colleagues share. */
export const orderViewStore = {
  seenBy: (tx: Tx, staffId: string) =>
    tx
      .select({
        id: orderViews.id,
        name: orderViews.name,
        shared: orderViews.shared,
        search: orderViews.search,
        staffId: orderViews.staffId,
        staffName: staff.name,
      })
      .from(orderViews)
      .innerJoin(staff, eq(staff.id, orderViews.staffId))
      .where(sql`(${orderViews.staffId} = ${staffId} or ${orderViews.shared})`)
      .orderBy(orderViews.name, orderViews.id)
      .limit(100),
  /** Saves under a name; one's own of the same name is replaced. */
  save: async (tx: Tx, view: NewView): Promise<void> => {
    await tx
      .insert(orderViews)
      .values(view)
      .onConflictDoUpdate({
        target: [orderViews.staffId, orderViews.name],
        set: { search: view.search, shared: view.shared },
      });
  },
  count: async (tx: Tx, staffId: string): Promise<number> =>
    (await tx.select({ n: count() }).from(orderViews).where(eq(orderViews.staffId, staffId)))[0]?.n ?? 0,
  /** Whether there was one of this person's to remove. */
  remove: async (tx: Tx, staffId: string, id: string): Promise<boolean> =>
    (
      await tx
        .delete(orderViews)
        .where(and(eq(orderViews.id, id), eq(orderViews.staffId, staffId)))
        .returning({ id: orderViews.id })
    ).length === 1,
};
