import type { Instant } from '@tradeline/domain/kernel';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { auditLog, skus } from '../schema/index.ts';

/** What was done to products, and what doing something to them would touch. */
export const productHistoryStore = {
  /** Who wrote to a product last. */
  lastSaved: async (tx: Tx, id: string): Promise<{ by: string; at: Instant } | undefined> =>
    (
      await tx
        .select({ by: auditLog.actorName, at: auditLog.at })
        .from(auditLog)
        .where(and(eq(auditLog.subjectType, 'product'), eq(auditLog.subjectId, id)))
        .orderBy(sql`${auditLog.seq} desc`)
        .limit(1)
    )[0],
  history: (tx: Tx, id: string, before: number | undefined, limit: number) =>
    tx
      .select({
        seq: auditLog.seq,
        at: auditLog.at,
        by: auditLog.actorName,
        action: auditLog.action,
        before: auditLog.before,
        after: auditLog.after,
      })
      .from(auditLog)
      .where(
        and(
          eq(auditLog.subjectType, 'product'),
          eq(auditLog.subjectId, id),
          before === undefined ? undefined : sql`${auditLog.seq} < ${before}`,
        ),
      )
      .orderBy(sql`${auditLog.seq} desc`)
      .limit(limit),

  /** What publishing or withdrawing these goods touches, in numbers. */
  consequences: async (tx: Tx, ids: string[]) => {
    const [row] = await tx.execute<{ variants: number; carts: number; orders: number; lists: number }>(sql`
      with s as (select id from ${skus} where ${inArray(skus.productId, ids)} and status = 'active')
      select (select count(*)::int from s) as variants,
        (select count(distinct l.cart_id)::int from cart_lines l join carts c on c.id = l.cart_id where c.status = 'active' and l.sku_id in (select id from s)) as carts,
        (select count(distinct l.order_id)::int from order_lines l join orders o on o.id = l.order_id where o.approval in ('submitted', 'in-review', 'confirmed') and l.sku_id in (select id from s)) as orders,
        (select count(distinct g.list_id)::int from goods_list_lines g where g.sku_id in (select id from s)) as lists`);
    return row ?? { variants: 0, carts: 0, orders: 0, lists: 0 };
  },
};
