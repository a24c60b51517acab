import type { Instant } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { and, asc, gt, inArray, isNotNull, notInArray, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { orders } from '../schema/index.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

export type Due = {
  id: string;
  number: string;
  open: Minor;
  currency: string;
  dueAt: Instant | null;
  placedAt: Instant;
};

/** What an order still costs: its total less what was granted back, less what came in and stayed. */
export const openAmount = sql<number>`${orders.totalAmount} - ${orders.grantedAmount} - ${orders.paidAmount} + ${orders.refundedAmount}`;

/** Orders that are still to be paid: by a day (账期), or before they go on (待付款); the first due first. */
export const dues = async (
  tx: Tx,
  scope: OrderScope,
  limit: number,
): Promise<{ rows: Due[]; total: Minor; overdue: Minor; count: number }> => {
  const where = and(
    visibleOrders(scope),
    gt(openAmount, 0),
    notInArray(orders.approval, ['draft', 'cancelled', 'rejected']),
    or(
      and(inArray(orders.paymentTerms, ['terms']), isNotNull(orders.dueAt)),
      inArray(orders.approval, ['awaiting-payment']),
    ),
  );
  const rows = await tx
    .select({
      id: orders.id,
      number: orders.number,
      open: openAmount.mapWith((value) => minor(Number(value))),
      currency: orders.currency,
      dueAt: orders.dueAt,
      placedAt: orders.placedAt,
    })
    .from(orders)
    .where(where)
    .orderBy(asc(sql`coalesce(${orders.dueAt}, ${orders.placedAt})`), asc(orders.id))
    .limit(limit);
  const [sums] = await tx
    .select({
      total: sql<string>`coalesce(sum(${openAmount}), 0)`,
      overdue: sql<string>`coalesce(sum(${openAmount}) filter (where ${orders.dueAt} < now()), 0)`,
      count: sql<number>`count(*)::int`,
    })
    .from(orders)
    .where(where);
  return {
    rows,
    total: minor(Number(sums?.total ?? 0)),
    overdue: minor(Number(sums?.overdue ?? 0)),
    count: sums?.count ?? 0,
  };
};
