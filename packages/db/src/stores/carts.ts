import { and, eq, sql } from 'drizzle-orm';
import type { Raw, Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { preparedRows } from '../prepared.ts';
import { cartLines, carts, orders } from '../schema/index.ts';
import { announced } from './announce.ts';
import { announcedTold, currentCart, openToHim, toldOf, touchCarts } from './cart-access.ts';
import { type ReadMark, stillStands } from './search-changes.ts';

export type CartOwner = { companyId: string; buyerId: string };
export type CartLine = { skuId: string; quantity: number };
/** A line as it is kept: in a shared cart with the name of who put it in. */
export type KeptLine = CartLine & { addedBy: string | null };
/** A cart that a company shares: its name and whose it is. Null where it is only its owner's. */
export type CartSharing = { id: string; name: string; ownerId: string; ownerName: string } | null;

/** Without a cart named, the one that takes what he adds. */
export type CartChange = { mode: 'set' | 'add'; lines: CartLine[]; cartId?: string | undefined };

export const cartStore = {
  /** The cart that takes what he adds; two first clicks at once still make one. */
  open: async (tx: Tx, owner: CartOwner): Promise<string> => {
    const current = sql`select ${currentCart(owner)} as id`;
    const [found] = await tx.execute<{ id: string | null }>(current);
    if (found?.id) return found.id;
    await tx
      .insert(carts)
      .values({ id: newId(), ...owner })
      .onConflictDoNothing();
    const [made] = await tx.execute<{ id: string | null }>(current);
    if (!made?.id) throw new Error('a cart that was just opened is gone');
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

  lines: (tx: Tx, cartId: string): Promise<KeptLine[]> =>
    tx
      .select({
        skuId: cartLines.skuId,
        quantity: cartLines.quantity,
        addedBy: sql<string | null>`(select b.name from carts c join buyers b on b.id = cart_lines.added_by
          where c.id = cart_lines.cart_id and c.shared)`,
      })
      .from(cartLines)
      .where(eq(cartLines.cartId, cartId))
      .orderBy(cartLines.addedAt, cartLines.id),

  sharing: async (tx: Tx, cartId: string): Promise<CartSharing> =>
    (
      await tx.execute<NonNullable<CartSharing>>(sql`
        select c.id, c.name, b.id as "ownerId", b.name as "ownerName" from carts c join buyers b on b.id = c.buyer_id
        where c.id = ${cartId} and c.shared`)
    )[0] ?? null,

  /**
   * Adds many lines in one statement, to stand in the order given; each SKU at most once. Taken in the order of SKUs, like
   * every writer of lines.
   */
  addAll: async (tx: Tx, cartId: string, addedBy: string, lines: CartLine[]): Promise<void> => {
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
            addedBy,
            addedAt: sql`now() + ${place}::int * interval '1 millisecond'`,
          }))
          .toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1)),
      )
      .onConflictDoUpdate({
        target: [cartLines.cartId, cartLines.skuId],
        set: { quantity: sql`${cartLines.quantity} + excluded.quantity` },
      });
    await touchCarts(tx, [cartId]);
  },

  /**
   * Sets or adds quantities in the cart that takes what he adds, or in the one he means; 0 takes a line out. What comes together stands in the order given. One
   * statement, so it is done as a whole or not at all, by SKU like every writer of lines. False, and nothing is changed, where no
   * cart is open, and where `mark` is given and something of the catalogue has changed since.
   */
  change: async (raw: Raw, owner: CartOwner, { mode, lines, cartId }: CartChange, mark?: ReadMark) => {
    const wished = new Map<string, number>();
    for (const { skuId, quantity } of lines)
      wished.set(skuId, quantity + (mode === 'add' && quantity > 0 ? (wished.get(skuId) ?? 0) : 0));
    const column = (values: Iterable<unknown>) => `{${[...values].join(',')}}`;
    const changed = await preparedRows(
      raw,
      sql`with held as materialized (
        select c.id, c.company_id, c.shared from carts c where c.id = ${cartId ?? currentCart(owner)} and c.state = 'open'
          and ${openToHim(owner)} and ${mark ? stillStands(mark) : sql`true`} for update),
      wish as materialized (
        select * from unnest(${column([...wished.keys()].map(newId))}::uuid[], ${column(wished.keys())}::uuid[],
          ${column(wished.values())}::bigint[]) with ordinality as w(id, sku_id, quantity, place)),
      gone as (
        delete from cart_lines l using held, wish w where l.cart_id = held.id and l.sku_id = w.sku_id and w.quantity = 0),
      put as (
        insert into cart_lines (id, cart_id, sku_id, quantity, added_by, added_at)
        select w.id, held.id, w.sku_id, w.quantity, ${owner.buyerId}::uuid, now() + w.place * interval '1 millisecond'
        from held, wish w
        where w.quantity > 0 order by w.sku_id
        on conflict (cart_id, sku_id) do update
          set quantity = ${mode === 'add' ? sql`cart_lines.quantity + ` : sql``}excluded.quantity),
      told as (${toldOf(sql`held`)})
      update carts set updated_at = now() from held where carts.id = held.id
      returning carts.id, ${announcedTold}`,
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
    await touchCarts(tx, [cartId]);
  },

  /** Takes the cart for placing: a second placement waits here and then sees what the first one made of it. */
  lock: async (
    tx: Tx,
    cartId: string,
    owner: CartOwner,
  ): Promise<{ state: string; orderNumber: string | null } | undefined> => {
    const [row] = await tx.execute<{ state: string }>(
      sql`select c.state from carts c where c.id = ${cartId} and ${openToHim(owner)} for update`,
    );
    if (!row) return undefined;
    if (row.state === 'open') return { state: row.state, orderNumber: null };
    const [made] = await tx.select({ number: orders.number }).from(orders).where(eq(orders.cartId, cartId));
    return { state: row.state, orderNumber: made?.number ?? null };
  },

  /** Final: it has become an order. */
  close: async (tx: Tx, cartId: string): Promise<void> => {
    await tx.execute(sql`
      with closed as (
        update carts set state = 'ordered', updated_at = now() where id = ${cartId} returning id, company_id, shared),
      told as (${toldOf(sql`closed`, 'cart.ordered')})
      ${announced(sql`told`)}`);
  },
};
