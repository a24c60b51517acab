import type { PointsEvent } from '@tradeline/domain/membership';
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { orders, pointAccounts, pointEntries } from '../schema/index.ts';
import { insertMany } from './insert-many.ts';

export type PointEntry = {
  event: PointsEvent;
  orderId?: string | undefined;
  cause: { type: string; id: string };
  actor: string;
};

const takeAccount = async (tx: Tx, companyId: string): Promise<void> => {
  await tx
    .insert(pointAccounts)
    .values({ companyId })
    .onConflictDoUpdate({ target: pointAccounts.companyId, set: { version: sql`${pointAccounts.version}` } });
};

export const pointStore = {
  /** The ledger of a company in the order it was written, as the domain folds it. */
  events: async (tx: Tx, companyId: string): Promise<PointsEvent[]> => {
    const rows = await tx
      .select({ event: pointEntries.event })
      .from(pointEntries)
      .where(eq(pointEntries.companyId, companyId))
      .orderBy(asc(pointEntries.seq));
    return rows.map((row) => row.event as PointsEvent);
  },

  /** The same with what each entry was for, the latest first, for people to read. */
  entries: (tx: Tx, companyId: string, limit = 200) =>
    tx
      .select({
        seq: pointEntries.seq,
        kind: pointEntries.kind,
        points: pointEntries.points,
        at: pointEntries.at,
        orderId: pointEntries.orderId,
        orderNumber: orders.number,
        event: pointEntries.event,
      })
      .from(pointEntries)
      .leftJoin(orders, eq(orders.id, pointEntries.orderId))
      .where(eq(pointEntries.companyId, companyId))
      .orderBy(desc(pointEntries.seq))
      .limit(limit),

  /** The same under the account's lock: nobody else writes to it until the transaction ends. */
  lock: async (tx: Tx, companyId: string): Promise<PointsEvent[]> => {
    // One statement makes the account and takes its lock; the ledger is read by the next, which waits behind it.
    const [, events] = await Promise.all([takeAccount(tx, companyId), pointStore.events(tx, companyId)]);
    return events;
  },

  /** Writes entries that the domain has accepted; only under the lock. `usable` is what its fold says now. */
  append: async (tx: Tx, companyId: string, entries: PointEntry[], usable: number): Promise<void> => {
    if (entries.length === 0) return;
    await Promise.all([
      insertMany(
        tx,
        pointEntries,
        entries.map(({ event, orderId, cause, actor }) => ({
          companyId,
          orderId: orderId ?? null,
          kind: event.type,
          points: event.points,
          on: event.on,
          event,
          causeType: cause.type,
          causeId: cause.id,
          actor,
        })),
      ),
      tx
        .update(pointAccounts)
        .set({ usable, version: sql`${pointAccounts.version} + 1` })
        .where(eq(pointAccounts.companyId, companyId)),
    ]);
  },

  /** Points an order has taken and not given back. */
  heldBy: async (tx: Tx, orderId: string): Promise<number> => {
    const [row] = await tx
      .select({
        held: sql<number>`coalesce(sum(case ${pointEntries.kind} when 'redeem' then ${pointEntries.points} when 'restore' then -${pointEntries.points} else 0 end), 0)::int`,
      })
      .from(pointEntries)
      .where(eq(pointEntries.orderId, orderId));
    return row?.held ?? 0;
  },
};
