import type { Instant } from '@tradeline/domain/kernel';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { buyers, cartLines, carts } from '../schema/index.ts';
import { among } from './among.ts';
import { announcedTold, currentCart, openToHim, toldOf, touchCarts } from './cart-access.ts';
import type { CartOwner } from './carts.ts';

export type NamedCart = {
  id: string;
  name: string;
  /** It takes what he adds. */
  current: boolean;
  lines: number;
  updatedAt: Instant;
  shared: boolean;
  own: boolean;
  ownerName: string;
  /** Whose it was works here no longer: a colleague may take it over. */
  ownerGone: boolean;
};
/** `current` of his own is the one that is his when he is in no colleague's; of a colleague's, the one that he has joined. */
export type HeldCart = { id: string; own: boolean; current: boolean };
type Seen = NonNullable<typeof carts.$inferSelect.seen>[string];

const ownOpen = ({ buyerId, companyId }: CartOwner) =>
  and(eq(carts.buyerId, buyerId), eq(carts.companyId, companyId), eq(carts.state, 'open'));

const changed = async (rows: Promise<readonly unknown[]>): Promise<boolean> => (await rows).length === 1;

/** Several carts of one buyer. What is done to one that another's press has just placed or removed is false: it is not his open cart. */
export const namedCartStore = {
  /**
   * Open ones that he may fill, the current one first, then the latest. `all`: those that somebody left behind without sharing
   * them too, if anything is in them.
   */
  list: async (tx: Tx, owner: CartOwner, all: boolean): Promise<NamedCart[]> => [
    ...(await tx.execute<NamedCart>(sql`
      select c.id, c.name, c.shared, c.buyer_id = ${owner.buyerId} as own, b.name as "ownerName", not b.active as "ownerGone",
        c.id = ${currentCart(owner)} as current, l.lines,
        to_char(c.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"
      from carts c join buyers b on b.id = c.buyer_id
        cross join lateral (select count(*)::int as lines from cart_lines l where l.cart_id = c.id) l
      where c.state = 'open' and c.company_id = ${owner.companyId}
        and (c.buyer_id = ${owner.buyerId} or c.shared or (${all} and not b.active and l.lines > 0))
      order by current desc, own desc, c.updated_at desc, c.id`)),
  ],

  /**
   * Takes the buyer and all open carts that he may fill, in the one order: how many there are and which is current is decided by
   * one press at a time.
   */
  hold: async (tx: Tx, owner: CartOwner): Promise<HeldCart[]> => {
    await tx.select({ id: buyers.id }).from(buyers).where(eq(buyers.id, owner.buyerId)).for('no key update');
    const held = await tx.execute<HeldCart>(sql`
      select c.id, c.buyer_id = ${owner.buyerId} as own, case when c.buyer_id = ${owner.buyerId} then c.current
        else exists (select from joined_carts j where j.cart_id = c.id and j.buyer_id = ${owner.buyerId}) end as current
      from carts c where c.state = 'open' and ${openToHim(owner)} order by c.id for update`);
    return [...held];
  },

  /** Adds one that is not current yet. */
  add: async (tx: Tx, owner: CartOwner, name: string): Promise<string> => {
    const id = newId();
    await tx.insert(carts).values({ id, ...owner, name, current: false });
    return id;
  },

  rename: async (tx: Tx, owner: CartOwner, id: string, name: string): Promise<boolean> => {
    const named = await changed(
      tx
        .update(carts)
        .set({ name })
        .where(and(eq(carts.id, id), ownOpen(owner)))
        .returning({ id: carts.id }),
    );
    if (named) await touchCarts(tx, [id]);
    return named;
  },

  /** Only under the hold: there is one current cart of his own at a time. */
  choose: async (tx: Tx, owner: CartOwner, id: string): Promise<void> => {
    await tx
      .update(carts)
      .set({ current: false })
      .where(and(ownOpen(owner), eq(carts.current, true)));
    await tx
      .update(carts)
      .set({ current: true, updatedAt: sql`now()` })
      .where(and(eq(carts.id, id), ownOpen(owner)));
  },

  /** A colleague's shared cart takes what he adds from now on. Only under the hold. */
  join: async (tx: Tx, { buyerId }: CartOwner, cartId: string): Promise<void> => {
    await tx.execute(sql`insert into joined_carts (buyer_id, cart_id) values (${buyerId}, ${cartId})
      on conflict (buyer_id) do update set cart_id = excluded.cart_id, joined_at = now()`);
  },
  leave: async (tx: Tx, { buyerId }: CartOwner): Promise<void> => {
    await tx.execute(sql`delete from joined_carts where buyer_id = ${buyerId}`);
  },

  /** Shares an own open cart with the company, or takes it back; those who worked in it hear of either. */
  share: async (tx: Tx, { buyerId, companyId }: CartOwner, id: string, shared: boolean): Promise<boolean> =>
    changed(
      tx.execute(sql`
        with changed as (
          update carts c set shared = ${shared}, updated_at = now()
          where c.id = ${id} and c.buyer_id = ${buyerId} and c.company_id = ${companyId} and c.state = 'open'
          returning c.id, c.company_id, true as shared),
        told as (${toldOf(sql`changed`, shared ? 'cart.shared' : 'cart.gone')})
        select changed.id, ${announcedTold} from changed`),
    ),

  /** Puts one away with its lines; it can be brought back for a day. */
  discard: async (tx: Tx, { buyerId, companyId }: CartOwner, id: string): Promise<boolean> =>
    changed(
      tx.execute(sql`
        with changed as (
          update carts c set state = 'discarded', current = false, updated_at = now()
          where c.id = ${id} and c.buyer_id = ${buyerId} and c.company_id = ${companyId} and c.state = 'open'
          returning c.id, c.company_id, c.shared),
        told as (${toldOf(sql`changed`, 'cart.gone')})
        select changed.id, ${announcedTold} from changed`),
    ),

  restore: async (tx: Tx, { buyerId, companyId }: CartOwner, id: string): Promise<boolean> =>
    changed(
      tx.execute(sql`
        with changed as (
          update carts c set state = 'open', updated_at = now()
          where c.id = ${id} and c.buyer_id = ${buyerId} and c.company_id = ${companyId} and c.state = 'discarded'
            and c.updated_at > now() - interval '1 day'
          returning c.id, c.company_id, c.shared),
        told as (${toldOf(sql`changed`, 'cart.shared')})
        select changed.id, ${announcedTold} from changed`),
    ),

  /** Makes an open cart his whose owner works here no longer. `all`: one that was never shared too. Whose it was. */
  takeOver: async (
    tx: Tx,
    { buyerId, companyId }: CartOwner,
    id: string,
    all: boolean,
  ): Promise<{ from: string } | undefined> => {
    const rows = await tx.execute<{ from: string }>(sql`
      with taken as (
        update carts c set buyer_id = ${buyerId}, current = false, updated_at = now() from buyers b
        where c.id = ${id} and c.company_id = ${companyId} and c.state = 'open' and b.id = c.buyer_id and not b.active
          and (c.shared or ${all})
        returning c.id, c.company_id, c.shared, b.name),
      told as (${toldOf(sql`taken`)})
      select taken.name as "from", ${announcedTold} from taken`);
    return rows[0];
  },

  /** Lines go from one held cart to another; quantities of the same goods add up. How many went. */
  move: async (tx: Tx, from: string, to: string, skuIds: readonly string[], by: string): Promise<number> => {
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
          .map(({ skuId, quantity }) => ({ id: newId(), cartId: to, skuId, quantity, addedBy: by })),
      )
      .onConflictDoUpdate({
        target: [cartLines.cartId, cartLines.skuId],
        set: { quantity: sql`${cartLines.quantity} + excluded.quantity` },
      });
    await touchCarts(tx, [from, to]);
    return lines.length;
  },

  /** How one person last saw a cart; a colleague's look is his own. */
  seen: async (tx: Tx, id: string, buyerId: string): Promise<Seen | null> =>
    (await tx.select({ seen: carts.seen }).from(carts).where(eq(carts.id, id)))[0]?.seen?.[buyerId] ?? null,
  saveSeen: async (tx: Tx, id: string, buyerId: string, seen: Seen): Promise<void> => {
    await tx
      .update(carts)
      .set({ seen: sql`coalesce(${carts.seen}, '{}') || ${JSON.stringify({ [buyerId]: seen })}::jsonb` })
      .where(eq(carts.id, id));
  },
};
