import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { cartLines, carts, orders } from '../schema/index.ts';

export type CartOwner = { companyId: string; buyerId: string };
export type CartLine = { skuId: string; quantity: number };

const touch = async (tx: Tx, cartId: string): Promise<void> => {
  await tx.update(carts).set({ updatedAt: sql`now()` }).where(eq(carts.id, cartId));
};

const put = async (tx: Tx, cartId: string, { skuId, quantity }: CartLine): Promise<void> => {
  if (quantity === 0) await tx.delete(cartLines).where(and(eq(cartLines.cartId, cartId), eq(cartLines.skuId, skuId)));
  else
    await tx
      .insert(cartLines)
      .values({ id: newId(), cartId, skuId, quantity })
      .onConflictDoUpdate({ target: [cartLines.cartId, cartLines.skuId], set: { quantity } });
};

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

  /**
   * The buyer's open cart, held until the transaction ends: what is decided about its lines stays true. When it is being
   * placed right now, the next one is opened.
   */
  hold: async (tx: Tx, owner: CartOwner): Promise<string> => {
    for (;;) {
      const id = await cartStore.open(tx, owner);
      if ((await cartStore.lock(tx, id, owner))?.state === 'open') return id;
    }
  },

  lines: (tx: Tx, cartId: string): Promise<CartLine[]> =>
    tx
      .select({ skuId: cartLines.skuId, quantity: cartLines.quantity })
      .from(cartLines)
      .where(eq(cartLines.cartId, cartId))
      .orderBy(cartLines.addedAt, cartLines.id),

  /** Sets the quantity of a SKU; 0 takes it out. */
  set: async (tx: Tx, cartId: string, line: CartLine): Promise<void> => {
    await Promise.all([put(tx, cartId, line), touch(tx, cartId)]);
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

  /** Adds many lines in one statement; each SKU at most once. Taken in the order of SKUs, like every writer of lines. */
  addAll: async (tx: Tx, cartId: string, lines: CartLine[]): Promise<void> => {
    if (lines.length === 0) return;
    await tx
      .insert(cartLines)
      .values(
        lines
          .toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1))
          .map(({ skuId, quantity }) => ({ id: newId(), cartId, skuId, quantity })),
      )
      .onConflictDoUpdate({
        target: [cartLines.cartId, cartLines.skuId],
        set: { quantity: sql`${cartLines.quantity} + excluded.quantity` },
      });
    await tx.update(carts).set({ updatedAt: sql`now()` }).where(eq(carts.id, cartId));
  },

  /** Takes away what was added, and no more than is there still; a line left with nothing goes. */
  takeAway: async (tx: Tx, cartId: string, lines: CartLine[]): Promise<void> => {
    for (const { skuId, quantity } of lines.toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1))) {
      const line = and(eq(cartLines.cartId, cartId), eq(cartLines.skuId, skuId));
      await tx.delete(cartLines).where(and(line, sql`${cartLines.quantity} <= ${quantity}`));
      await tx
        .update(cartLines)
        .set({ quantity: sql`${cartLines.quantity} - ${quantity}` })
        .where(line);
    }
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
