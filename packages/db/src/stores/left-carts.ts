import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { CartOwner } from './carts.ts';

/** A colleague's cart that no longer takes what somebody adds, and why: it became an order, was put away, or is shared no more. */
export type LeftCart = {
  name: string;
  ownerName: string;
  why: 'ordered' | 'discarded' | 'taken-back';
  order: { id: string; number: string; by: string } | null;
};

/** The cart that he had joined, once it cannot be filled any more; undefined where he can, and where he ordered it himself. */
export const leftCart = async (tx: Tx, { buyerId, companyId }: CartOwner): Promise<LeftCart | undefined> => {
  const rows = await tx.execute<LeftCart>(sql`
    select c.name, b.name as "ownerName",
      case c.state when 'ordered' then 'ordered' when 'discarded' then 'discarded' else 'taken-back' end as why,
      case when o.id is not null then json_build_object('id', o.id, 'number', o.number, 'by', p.name) end as "order"
    from joined_carts j join carts c on c.id = j.cart_id join buyers b on b.id = c.buyer_id
      left join orders o on o.cart_id = c.id left join buyers p on p.id = o.buyer_id
    where j.buyer_id = ${buyerId} and c.company_id = ${companyId} and not (c.state = 'open' and c.shared)
      and o.buyer_id is distinct from ${buyerId}`);
  return rows[0];
};
