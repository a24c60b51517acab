import type { Instant } from '@tradeline/domain/kernel';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { buyers, cartLines, carts } from '../schema/index.ts';
import { among } from './among.ts';
import type { CartOwner } from './carts.ts';

export type NamedCart = { id: string; name: string; current: boolean; lines: number; updatedAt: Instant };
type Seen = typeof carts.$inferSelect.seen;

const of = ({ buyerId, companyId }: CartOwner) => and(eq(carts.buyerId, buyerId), eq(carts.companyId, companyId));
const openOf = (owner: CartOwner) => and(of(owner), eq(carts.state, 'open'));

/** Several carts of one buyer. What is done to one that another's press has just placed or removed is false: it is not his open cart. */
export const namedCartStore = {
  /** Open ones, the current one first, then the latest. */
  list: (tx: Tx, owner: CartOwner): Promise<NamedCart[]> =>
    tx
      .select({
        id: carts.id,
        name: carts.name,
        current: carts.current,
        lines: sql<number>`(select count(*)::int from cart_lines l where l.cart_id = "carts"."id")`,
        updatedAt: carts.updatedAt,
      })
      .from(carts)
      .where(openOf(owner))
      .orderBy(desc(carts.current), desc(carts.updatedAt), asc(carts.id)),

  /** Takes the buyer and all his open carts, in the one order: how many there are and which is current is decided by one press at a time. */
  hold: async (tx: Tx, owner: CartOwner): Promise<{ id: string; current: boolean }[]> => {
    await tx.select({ id: buyers.id }).from(buyers).where(eq(buyers.id, owner.buyerId)).for('no key update');
    return tx
      .select({ id: carts.id, current: carts.current })
      .from(carts)
      .where(openOf(owner))
      .orderBy(asc(carts.id))
      .for('update');
  },

  /** Adds one that is not current yet. */
  add: async (tx: Tx, owner: CartOwner, name: string): Promise<string> => {
    const id = newId();
    await tx.insert(carts).values({ id, ...owner, name, current: false });
    return id;
  },

  rename: async (tx: Tx, owner: CartOwner, id: string, name: string): Promise<boolean> =>
    (
      await tx
        .update(carts)
        .set({ name })
        .where(and(eq(carts.id, id), openOf(owner)))
        .returning({ id: carts.id })
    ).length === 1,

  /** Only under the hold: there is one current cart at a time. */
  choose: async (tx: Tx, owner: CartOwner, id: string): Promise<void> => {
    await tx
      .update(carts)
      .set({ current: false })
      .where(and(openOf(owner), eq(carts.current, true)));
    await tx
      .update(carts)
      .set({ current: true, updatedAt: sql`now()` })
      .where(and(eq(carts.id, id), openOf(owner)));
  },

  /** Puts one away with its lines; it can be brought back for a day. */
  discard: async (tx: Tx, owner: CartOwner, id: string): Promise<boolean> =>
    (
      await tx
        .update(carts)
        .set({ state: 'discarded', current: false, updatedAt: sql`now()` })
        .where(and(eq(carts.id, id), openOf(owner)))
        .returning({ id: carts.id })
    ).length === 1,

  restore: async (tx: Tx, owner: CartOwner, id: string): Promise<boolean> =>
    (
      await tx
        .update(carts)
        .set({ state: 'open', updatedAt: sql`now()` })
        .where(
          and(
            eq(carts.id, id),
            of(owner),
            eq(carts.state, 'discarded'),
            sql`${carts.updatedAt} > now() - interval '1 day'`,
          ),
        )
        .returning({ id: carts.id })
    ).length === 1,

  /** Lines go from one held cart to another; quantities of the same goods add up. How many went. */
  move: async (tx: Tx, from: string, to: string, skuIds: readonly string[]): Promise<number> => {
    const lines = await tx
      .delete(cartLines)
      .where(and(eq(cartLines.cartId, from), among(cartLines.skuId, skuIds)))
      .returning({ skuId: cartLines.skuId, quantity: cartLines.quantity });
    if (lines.length === 0) return 0;
    await tx
      .insert(cartLines)
      .values(
        lines
          .toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1))
          .map(({ skuId, quantity }) => ({ id: newId(), cartId: to, skuId, quantity })),
      )
      .onConflictDoUpdate({
        target: [cartLines.cartId, cartLines.skuId],
        set: { quantity: sql`${cartLines.quantity} + excluded.quantity` },
      });
    await tx
      .update(carts)
      .set({ updatedAt: sql`now()` })
      .where(inArray(carts.id, [from, to]));
    return lines.length;
  },

  seen: async (tx: Tx, id: string): Promise<Seen> =>
    (await tx.select({ seen: carts.seen }).from(carts).where(eq(carts.id, id)))[0]?.seen ?? null,
  saveSeen: async (tx: Tx, id: string, seen: NonNullable<Seen>): Promise<void> => {
    await tx.update(carts).set({ seen }).where(eq(carts.id, id));
  },
};
