import type { Instant } from '@tradeline/domain/kernel';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { orderLines, orders, skus } from '../schema/index.ts';

/** What a company bought: the ground of its usual goods and of its next order. */
export const boughtGoods = {
  /** What a company ordered in the last two years, line by line, gifts aside: what its next order is worked out from. */
  purchases: (tx: Tx, companyId: string) =>
    tx
      .select({
        orderId: orderLines.orderId,
        placedAt: sql<Instant>`to_char(${orders.placedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
        skuId: orderLines.skuId,
        quantity: sql<number>`(${orderLines.quantity} - ${orderLines.cancelled})::int8`.mapWith(Number),
        amount: orderLines.netAmount,
      })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(
        and(
          eq(orders.companyId, companyId),
          eq(orderLines.isGift, false),
          sql`${orderLines.quantity} > ${orderLines.cancelled}`,
          sql`${orders.placedAt} > now() - interval '2 years'`,
          sql`${orders.approval} not in ('cancelled', 'rejected')`,
        ),
      ),

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
