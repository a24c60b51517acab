import type { Instant } from '@tradeline/domain/kernel';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { news } from '../schema/index.ts';

export type NewsFields = {
  title: Bilingual;
  body: Bilingual;
  pinned: boolean;
  status: 'draft' | 'published';
  startsAt: Instant | null;
  endsAt: Instant | null;
};
export type NewsRow = typeof news.$inferSelect;

export const newsStore = {
  /** What is told now, the pinned first. */
  running: (tx: Tx, limit: number) =>
    tx
      .select({
        id: news.id,
        title: news.title,
        body: news.body,
        pinned: news.pinned,
        since: sql<Instant>`coalesce(${news.startsAt}, ${news.createdAt})`.mapWith(news.createdAt),
      })
      .from(news)
      .where(
        and(
          eq(news.status, 'published'),
          sql`(${news.startsAt} is null or ${news.startsAt} <= now())`,
          sql`(${news.endsAt} is null or ${news.endsAt} > now())`,
        ),
      )
      .orderBy(desc(news.pinned), sql`coalesce(${news.startsAt}, ${news.createdAt}) desc`, desc(news.id))
      .limit(limit),

  all: (tx: Tx): Promise<NewsRow[]> =>
    tx.select().from(news).orderBy(sql`coalesce(${news.startsAt}, ${news.createdAt}) desc`, desc(news.id)).limit(500),

  find: async (tx: Tx, id: string): Promise<NewsRow | undefined> =>
    (await tx.select().from(news).where(eq(news.id, id)))[0],

  add: async (tx: Tx, fields: NewsFields): Promise<string> => {
    const id = newId();
    await tx.insert(news).values({ id, ...fields });
    return id;
  },

  /** Saves over the version that was read; false: there is a newer one. */
  change: async (tx: Tx, id: string, version: number, fields: NewsFields): Promise<boolean> =>
    (
      await tx
        .update(news)
        .set({ ...fields, version: sql`${news.version} + 1`, updatedAt: sql`now()` })
        .where(and(eq(news.id, id), eq(news.version, version)))
        .returning({ id: news.id })
    ).length === 1,

  remove: async (tx: Tx, id: string): Promise<boolean> =>
    (await tx.delete(news).where(eq(news.id, id)).returning({ id: news.id })).length === 1,
};
