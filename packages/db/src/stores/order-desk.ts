import type { Instant } from '@tradeline/domain/kernel';
import { type Currency, type Minor, minor } from '@tradeline/domain/money';
import type { DisplayStatus } from '@tradeline/domain/order';
import { and, count, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { orders, shop } from '../schema/index.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

/** Statuses in which somebody of the staff, or a carrier, has something to do. */
const waitingStatuses: DisplayStatus[] = [
  'submitted',
  'in-review',
  'confirmed',
  'picking',
  'partially-shipped',
  'shipped',
  'in-transit',
];

export type Waiting = { status: DisplayStatus; orders: number; oldestAt: Instant };
/** Orders of a day that were not cancelled; of yesterday only those up to this time of day, so that the two compare. */
export type DayOfOrders = { day: 'today' | 'yesterday'; currency: Currency; orders: number; amount: Minor };

/** Figures of the order desk: what waits, and how the day goes. */
export const orderDeskStore = {
  waiting: async (tx: Tx, scope: OrderScope): Promise<Waiting[]> => {
    const rows = await tx
      .select({
        status: orders.displayStatus,
        orders: count(),
        oldestAt: sql<Instant>`to_char(min(${orders.placedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      })
      .from(orders)
      .where(and(visibleOrders(scope), inArray(orders.displayStatus, waitingStatuses)))
      .groupBy(orders.displayStatus);
    return rows.map((row) => ({ ...row, status: row.status as DisplayStatus }));
  },

  days: async (tx: Tx, scope: OrderScope): Promise<DayOfOrders[]> => {
    const zone = sql`coalesce((select time_zone from ${shop}), 'Asia/Shanghai')`;
    const midnight = sql`(date_trunc('day', now() at time zone ${zone}) at time zone ${zone})`;
    const isToday = sql<boolean>`(${orders.placedAt} >= ${midnight})`;
    const rows = await tx
      .select({
        isToday,
        currency: orders.currency,
        orders: count(),
        amount: sql<string>`sum(${orders.totalAmount})`,
      })
      .from(orders)
      .where(
        and(
          visibleOrders(scope),
          // An end far off tells the planner that these are few: it knows neither day when it chooses the index.
          sql`${orders.placedAt} between ${midnight} - interval '1 day' and ${midnight} + interval '9 days'`,
          sql`(${orders.placedAt} >= ${midnight} or ${orders.placedAt} < now() - interval '1 day')`,
          sql`${orders.approval} not in ('cancelled', 'rejected')`,
        ),
      )
      .groupBy(sql`1`, orders.currency)
      .orderBy(orders.currency);
    return rows.map((row) => ({
      day: row.isToday ? 'today' : 'yesterday',
      currency: row.currency as Currency,
      orders: row.orders,
      amount: minor(Number(row.amount)),
    }));
  },

  sources: async (tx: Tx, scope: OrderScope): Promise<string[]> => {
    const rows = await tx
      .selectDistinct({ source: orders.source })
      .from(orders)
      .where(and(visibleOrders(scope), isNotNull(orders.source)))
      .orderBy(orders.source);
    return rows.flatMap((row) => row.source ?? []);
  },
};
