import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { cartLines, carts, orders } from '../schema/index.ts';

export type CartOwner = { companyId: string; buyerId: string };
export type CartLine = { skuId: string; quantity: number };

export const cartStore = {
  /** The buyer's open cart; two first clicks at once still make one. */
  open: async (tx: Tx, owner: CartOwner): Promise<string> => {
    const mine = and(
      eq(carts.buyerId, owner.buyerId),
      eq(carts.companyId, owner.companyId),
      eq(carts.state, 'open'),
      eq(carts.current, true),
    );
    const [found] = await tx.select({ id: carts.id }).from(carts).where(mine);
    if (found) return found.id;
    await tx
      .insert(carts)
      .values({ id: newId(), ...owner })
      .onConflictDoNothing();
    const [made] = await tx.select({ id: carts.id }).from(carts).where(mine);
    if (!made) throw new Error('a cart that was just opened is gone');
    return made.id;
  },

  lines: (tx: Tx, cartId: string): Promise<CartLine[]> =>
    tx
      .select({ skuId: cartLines.skuId, quantity: cartLines.quantity })
      .from(cartLines)
      .where(eq(cartLines.cartId, cartId))
      .orderBy(cartLines.addedAt, cartLines.id),

  /** Sets the quantity of a SKU; 0 takes it out. */
  set: async (tx: Tx, cartId: string, { skuId, quantity }: CartLine): Promise<void> => {
    if (quantity === 0) await tx.delete(cartLines).where(and(eq(cartLines.cartId, cartId), eq(cartLines.skuId, skuId)));
    else
      await tx
        .insert(cartLines)
        .values({ id: newId(), cartId, skuId, quantity })
        .onConflictDoUpdate({ target: [cartLines.cartId, cartLines.skuId], set: { quantity } });
    await tx.update(carts).set({ updatedAt: sql`now()` }).where(eq(carts.id, cartId));
  },

  /** Adds to what is there already. */
  add: async (tx: Tx, cartId: string, { skuId, quantity }: CartLine): Promise<void> => {
    await tx
      .insert(cartLines)
      .values({ id: newId(), cartId, skuId, quantity })
      .onConflictDoUpdate({
        target: [cartLines.cartId, cartLines.skuId],
        set: { quantity: sql`${cartLines.quantity} + ${quantity}` },
      });
    await tx.update(carts).set({ updatedAt: sql`now()` }).where(eq(carts.id, cartId));
  },

  /** Takes the cart for placing: a second placement waits here and then sees what the first one made of it. */
  lock: async (
    tx: Tx,
    cartId: string,
    owner: CartOwner,
  ): Promise<{ state: string; orderNumber: string | null } | undefined> => {
    const [row] = await tx
      .select({ state: carts.state })
      .from(carts)
      .where(and(eq(carts.id, cartId), eq(carts.buyerId, owner.buyerId), eq(carts.companyId, owner.companyId)))
      .for('update');
    if (!row) return undefined;
    if (row.state === 'open') return { state: row.state, orderNumber: null };
    const [made] = await tx.select({ number: orders.number }).from(orders).where(eq(orders.cartId, cartId));
    return { state: row.state, orderNumber: made?.number ?? null };
  },

  close: async (tx: Tx, cartId: string): Promise<void> => {
    await tx.update(carts).set({ state: 'ordered', updatedAt: sql`now()` }).where(eq(carts.id, cartId));
  },
};
