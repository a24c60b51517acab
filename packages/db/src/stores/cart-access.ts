import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { announceable, announced } from './announce.ts';
import type { CartOwner } from './carts.ts';

/** Which carts somebody may fill: his own, and those that his company's people share. `c` is the cart. */
export const openToHim = ({ buyerId, companyId }: CartOwner): SQL =>
  sql`c.company_id = ${companyId} and (c.buyer_id = ${buyerId} or c.shared)`;

/** The open cart that takes what he adds: a colleague's that he has joined, as long as it is open and shared; else his own. */
export const currentCart = ({ buyerId, companyId }: CartOwner): SQL =>
  sql`coalesce(
    (select s.id from joined_carts j join carts s on s.id = j.cart_id
      where j.buyer_id = ${buyerId} and s.company_id = ${companyId} and s.state = 'open' and s.shared),
    (select o.id from carts o
      where o.buyer_id = ${buyerId} and o.company_id = ${companyId} and o.state = 'open' and o.current))`;

/**
 * Tells a shared cart's company that it has changed: a part of the statement that changes it. `from` is a row with the cart's
 * id, company and whether it is, or was until now, shared.
 */
export const toldOf = (from: SQL, type: CartEvent = 'cart.changed'): SQL =>
  sql`insert into outbox (id, type, aggregate_type, aggregate_id, company_id, payload)
    select gen_random_uuid(), ${type}, 'cart', f.id, f.company_id, '{}' from ${from} f where f.shared returning ${announceable}`;

/** Whatever else the statement answers: a column that announces what `told` has written. */
export const announcedTold: SQL = sql`(select count(*) from (${announced(sql`told`)}) announced)`;

export type CartEvent = 'cart.changed' | 'cart.shared' | 'cart.ordered' | 'cart.gone';

/** Marks held carts as changed just now, and tells of those that are shared. */
export const touchCarts = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await tx.execute(sql`
    with touched as (
      update carts set updated_at = now() where id = any(${`{${ids.join(',')}}`}::uuid[]) returning id, company_id, shared),
    told as (${toldOf(sql`touched`)})
    ${announced(sql`told`)}`);
};
