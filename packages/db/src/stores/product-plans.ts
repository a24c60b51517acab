import type { Instant } from '@tradeline/domain/kernel';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { products } from '../schema/index.ts';

export type Switched = { id: string; number: string; version: number; to: 'published' | 'withdrawn'; at: Instant };

const iso = (column: typeof products.publishAt | typeof products.withdrawAt) =>
  sql<Instant>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The plans of products to go live and to leave, carried out by the database's clock. */
export const productPlanStore = {
  /**
   * Carries out what is due, publishing before withdrawing, so that a plan whose both ends have passed ends withdrawn.
   * Rows somebody is editing are left for the next round. Says what was switched.
   */
  carryOut: async (tx: Tx): Promise<Switched[]> => {
    const published = await tx
      .update(products)
      .set({
        status: 'published',
        publishedAt: sql`${products.publishAt}`,
        publishAt: null,
        version: sql`${products.version} + 1`,
        updatedAt: sql`now()`,
      })
      .where(
        sql`${products.id} in (select id from ${products} where publish_at <= now() and status <> 'published' for update skip locked)`,
      )
      .returning({ id: products.id, number: products.number, version: products.version, at: products.publishedAt });
    const due = await tx
      .select({ id: products.id, at: iso(products.withdrawAt) })
      .from(products)
      .where(sql`${products.withdrawAt} <= now() and ${products.status} = 'published'`)
      .for('update', { skipLocked: true });
    const planned = new Map(due.map((row) => [row.id, row.at]));
    const withdrawn =
      due.length === 0
        ? []
        : await tx
            .update(products)
            .set({
              status: 'withdrawn',
              withdrawAt: null,
              version: sql`${products.version} + 1`,
              updatedAt: sql`now()`,
            })
            .where(sql`${products.id} in ${due.map((row) => row.id)}`)
            .returning({ id: products.id, number: products.number, version: products.version });
    return [
      ...published.map(({ at, ...row }) => ({ ...row, to: 'published' as const, at: at as Instant })),
      ...withdrawn.map((row) => ({ ...row, to: 'withdrawn' as const, at: planned.get(row.id) as Instant })),
    ];
  },
  /** Milliseconds until the next plan is due, by the database's clock; undefined when nothing is planned. */
  nextIn: async (tx: Tx): Promise<number | undefined> => {
    const [row] = await tx.execute<{ ms: string | null }>(sql`
      select ceil(extract(epoch from min(at) - clock_timestamp()) * 1000)::text as ms from (
        select min(publish_at) as at from ${products} where status <> 'published' and publish_at is not null
        union all select min(withdraw_at) from ${products} where status = 'published' and withdraw_at is not null) plans`);
    return row?.ms === null || row?.ms === undefined ? undefined : Math.max(0, Number(row.ms));
  },
};
