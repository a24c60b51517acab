import type { Instant } from '@tradeline/domain/kernel';
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { buyers, goodsListLines, goodsLists, skus } from '../schema/index.ts';

export type ListOwner = { companyId: string; buyerId: string };
export type ListLine = { skuId: string; quantity: number | null };
export type ListRow = {
  id: string;
  kind: 'favourites' | 'list';
  name: string;
  shared: boolean;
  own: boolean;
  ownerName: string;
  lines: number;
  updatedAt: Instant;
};

/** My own lists, and those that colleagues of my company share. */
const readable = (owner: ListOwner): SQL | undefined =>
  and(
    eq(goodsLists.companyId, owner.companyId),
    or(eq(goodsLists.buyerId, owner.buyerId), and(eq(goodsLists.shared, true), eq(goodsLists.kind, 'list'))),
  );
const own = (owner: ListOwner): SQL | undefined =>
  and(eq(goodsLists.companyId, owner.companyId), eq(goodsLists.buyerId, owner.buyerId));

const row = (owner: ListOwner) => ({
  id: goodsLists.id,
  kind: sql<ListRow['kind']>`${goodsLists.kind}`,
  name: goodsLists.name,
  shared: goodsLists.shared,
  own: sql<boolean>`${goodsLists.buyerId} = ${owner.buyerId}`,
  ownerName: buyers.name,
  lines: sql<number>`(select count(*)::int from ${goodsListLines} where ${goodsListLines.listId} = ${goodsLists.id})`,
  updatedAt: goodsLists.updatedAt,
});

export const goodsListStore = {
  /** Favourites first, then own lists, then what others share; newest changes first. */
  mine: (tx: Tx, owner: ListOwner): Promise<ListRow[]> =>
    tx
      .select(row(owner))
      .from(goodsLists)
      .innerJoin(buyers, eq(buyers.id, goodsLists.buyerId))
      .where(readable(owner))
      .orderBy(
        sql`${goodsLists.kind} = 'favourites' desc, ${goodsLists.buyerId} = ${owner.buyerId} desc, ${goodsLists.updatedAt} desc`,
      ),

  find: async (tx: Tx, owner: ListOwner, id: string): Promise<ListRow | undefined> =>
    (
      await tx
        .select(row(owner))
        .from(goodsLists)
        .innerJoin(buyers, eq(buyers.id, goodsLists.buyerId))
        .where(and(eq(goodsLists.id, id), readable(owner)))
    )[0],

  lines: (tx: Tx, listId: string): Promise<ListLine[]> =>
    tx
      .select({ skuId: goodsListLines.skuId, quantity: goodsListLines.quantity })
      .from(goodsListLines)
      .where(eq(goodsListLines.listId, listId))
      .orderBy(asc(goodsListLines.position), asc(goodsListLines.addedAt), asc(goodsListLines.skuId)),

  /** Takes an own list for a change of its lines; a second change waits. */
  lock: async (tx: Tx, owner: ListOwner, id: string): Promise<{ kind: ListRow['kind'] } | undefined> =>
    (
      await tx
        .select({ kind: sql<ListRow['kind']>`${goodsLists.kind}` })
        .from(goodsLists)
        .where(and(eq(goodsLists.id, id), own(owner)))
        .for('update')
    )[0],

  create: async (tx: Tx, owner: ListOwner, fields: { name: string; shared: boolean }): Promise<string> => {
    const id = newId();
    await tx.insert(goodsLists).values({ id, ...owner, kind: 'list', ...fields });
    return id;
  },

  /** The buyer's favourites; two first hearts at once still make one list. */
  favourites: async (tx: Tx, owner: ListOwner): Promise<string> => {
    await tx
      .insert(goodsLists)
      .values({ id: newId(), ...owner, kind: 'favourites', name: '' })
      .onConflictDoNothing();
    const [found] = await tx
      .select({ id: goodsLists.id })
      .from(goodsLists)
      .where(and(own(owner), eq(goodsLists.kind, 'favourites')));
    if (!found) throw new Error('favourites that were just made are gone');
    return found.id;
  },

  favouriteSkus: (tx: Tx, owner: ListOwner): Promise<{ skuId: string; productId: string }[]> =>
    tx
      .select({ skuId: goodsListLines.skuId, productId: skus.productId })
      .from(goodsListLines)
      .innerJoin(goodsLists, eq(goodsLists.id, goodsListLines.listId))
      .innerJoin(skus, eq(skus.id, goodsListLines.skuId))
      .where(and(own(owner), eq(goodsLists.kind, 'favourites'))),

  /** Changes an own named list; false: there is none. */
  update: async (
    tx: Tx,
    owner: ListOwner,
    id: string,
    fields: { name?: string | undefined; shared?: boolean | undefined },
  ): Promise<boolean> => {
    const changed = await tx
      .update(goodsLists)
      .set({
        ...(fields.name === undefined ? {} : { name: fields.name }),
        ...(fields.shared === undefined ? {} : { shared: fields.shared }),
        updatedAt: sql`now()`,
      })
      .where(and(eq(goodsLists.id, id), own(owner), eq(goodsLists.kind, 'list')))
      .returning({ id: goodsLists.id });
    return changed.length === 1;
  },

  remove: async (tx: Tx, owner: ListOwner, id: string): Promise<boolean> =>
    (
      await tx
        .delete(goodsLists)
        .where(and(eq(goodsLists.id, id), own(owner), eq(goodsLists.kind, 'list')))
        .returning({ id: goodsLists.id })
    ).length === 1,

  count: (tx: Tx, owner: ListOwner): Promise<number> => tx.$count(goodsLists, own(owner)),

  /** Puts goods at the end of a list, or changes their quantity where they stand. */
  put: async (tx: Tx, listId: string, lines: readonly ListLine[]): Promise<void> => {
    if (lines.length === 0) return;
    const [last] = await tx
      .select({ position: sql<number>`coalesce(max(${goodsListLines.position}), 0)::int` })
      .from(goodsListLines)
      .where(eq(goodsListLines.listId, listId));
    await tx
      .insert(goodsListLines)
      .values(lines.map((line, at) => ({ listId, ...line, position: (last?.position ?? 0) + at + 1 })))
      .onConflictDoUpdate({
        target: [goodsListLines.listId, goodsListLines.skuId],
        set: { quantity: sql`excluded.quantity` },
      });
    await goodsListStore.touch(tx, listId);
  },

  take: async (tx: Tx, listId: string, skuIds: readonly string[]): Promise<void> => {
    if (skuIds.length === 0) return;
    await tx
      .delete(goodsListLines)
      .where(and(eq(goodsListLines.listId, listId), inArray(goodsListLines.skuId, [...skuIds])));
    await goodsListStore.touch(tx, listId);
  },

  /** Goods in a new order; what is not named keeps its place behind them. */
  arrange: async (tx: Tx, listId: string, skuIds: readonly string[]): Promise<void> => {
    await tx.execute(sql`update ${goodsListLines} set position = case
        when w.place is null then ${goodsListLines.position} + ${skuIds.length} else w.place::int end
      from (select l.sku_id, o.place from ${goodsListLines} l
        left join unnest(${`{${skuIds.join(',')}}`}::uuid[]) with ordinality o(sku_id, place) on o.sku_id = l.sku_id
        where l.list_id = ${listId}) w
      where ${goodsListLines.listId} = ${listId} and ${goodsListLines.skuId} = w.sku_id`);
    await goodsListStore.touch(tx, listId);
  },

  touch: async (tx: Tx, listId: string): Promise<void> => {
    await tx.update(goodsLists).set({ updatedAt: sql`now()` }).where(eq(goodsLists.id, listId));
  },
};
