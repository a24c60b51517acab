import { asc, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { boughtTogether, orderLines, orders, skus } from '../schema/index.ts';

export type TogetherRow = typeof boughtTogether.$inferInsert;

/** Rows of one insert: each has four parameters, of which a statement takes 65,535. */
const CHUNK = 10_000;

export const boughtTogetherStore = {
  /** Products of each order of the last year that stood, one row an order and product, order by order. */
  baskets: (tx: Tx): Promise<{ orderId: string; productId: string }[]> =>
    tx
      .selectDistinct({ orderId: orders.id, productId: skus.productId })
      .from(orderLines)
      .innerJoin(orders, sql`${orders.id} = ${orderLines.orderId}`)
      .innerJoin(skus, sql`${skus.id} = ${orderLines.skuId}`)
      .where(
        sql`${orders.placedAt} > now() - interval '1 year' and ${orders.approval} not in ('draft', 'cancelled', 'rejected') and not ${orderLines.isGift}`,
      )
      .orderBy(asc(orders.id)),

  /** Puts all pairs in place of those that stood. */
  replace: async (tx: Tx, rows: readonly TogetherRow[]): Promise<void> => {
    await tx.delete(boughtTogether);
    for (let at = 0; at < rows.length; at += CHUNK) await tx.insert(boughtTogether).values(rows.slice(at, at + CHUNK));
  },
};
