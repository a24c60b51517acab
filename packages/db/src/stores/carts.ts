import { and, eq, sql } from 'drizzle-orm';
import type { Raw, Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { preparedRows } from '../prepared.ts';
import { cartLines, carts, orders } from '../schema/index.ts';
import { type ReadMark, stillStands } from './search-changes.ts';

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

  /**
   * Adds many lines in one statement, to stand in the order given; each SKU at most once. Taken in the order of SKUs, like
   * every writer of lines.
   */
  addAll: async (tx: Tx, cartId: string, lines: CartLine[]): Promise<void> => {
    if (lines.length === 0) return;
    await tx
      .insert(cartLines)
      .values(
        lines
          .map(({ skuId, quantity }, place) => ({
            id: newId(),
            cartId,
            skuId,
            quantity,
            addedAt: sql`now() + ${place}::int * interval '1 millisecond'`,
          }))
          .toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1)),
      )
      .onConflictDoUpdate({
        target: [cartLines.cartId, cartLines.skuId],
        set: { quantity: sql`${cartLines.quantity} + excluded.quantity` },
      });
    await tx.update(carts).set({ updatedAt: sql`now()` }).where(eq(carts.id, cartId));
  },

  /**
   * Sets or adds quantities in the buyer's open cart; 0 takes a line out. What comes together stands in the order given. One
   * statement, so it is done as a whole or not at all, by SKU like every writer of lines. False, and nothing is changed, where no
   * cart is open, and where `mark` is given and something of the catalogue has changed since.
   */
  change: async (raw: Raw, owner: CartOwner, mode: 'set' | 'add', lines: CartLine[], mark?: ReadMark) => {
    const wished = new Map<string, number>();
    for (const { skuId, quantity } of lines)
      wished.set(skuId, quantity + (mode === 'add' && quantity > 0 ? (wished.get(skuId) ?? 0) : 0));
    const column = (values: Iterable<unknown>) => `{${[...values].join(',')}}`;
    const changed = await preparedRows(
      raw,
      sql`with held as materialized (
        select id from carts where buyer_id = ${owner.buyerId} and company_id = ${owner.companyId}
          and state = 'open' and current and ${mark ? stillStands(mark) : sql`true`} for update),
      wish as materialized (
        select * from unnest(${column([...wished.keys()].map(newId))}::uuid[], ${column(wished.keys())}::uuid[],
          ${column(wished.values())}::bigint[]) with ordinality as w(id, sku_id, quantity, place)),
      gone as (
        delete from cart_lines l using held, wish w where l.cart_id = held.id and l.sku_id = w.sku_id and w.quantity = 0),
      put as (
        insert into cart_lines (id, cart_id, sku_id, quantity, added_at)
        select w.id, held.id, w.sku_id, w.quantity, now() + w.place * interval '1 millisecond' from held, wish w
        where w.quantity > 0 order by w.sku_id
        on conflict (cart_id, sku_id) do update
          set quantity = ${mode === 'add' ? sql`cart_lines.quantity + ` : sql``}excluded.quantity)
      update carts set updated_at = now() from held where carts.id = held.id returning carts.id`,
    );
    return changed.length > 0;
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
