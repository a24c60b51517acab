import type { Instant } from '@tradeline/domain/kernel';
import type { Raw } from '../client.ts';
import type { CartLine, CartOwner } from './carts.ts';
import { type CounterRow, type PromotionUsage, usageOf } from './promotion-uses.ts';
import { type ReadMark, stillStands } from './search-changes.ts';
import { shelvesBySku } from './shelves-by-sku.ts';
import type { Shelf } from './stock.ts';

/** What moves of an open cart: all that is not the same for everybody who looks at its goods. */
export type CartNow = {
  id: string;
  lines: CartLine[];
  /** Whether all that was read up to the mark still stands. */
  fresh: boolean;
  now: Instant;
  /** Of the goods in the cart, and of the others asked for. */
  shelves: Record<string, Omit<Shelf, 'skuId'>[]>;
  usage: Map<string, PromotionUsage>;
};

/** A buyer's open cart as it is now, in one statement; undefined where none is open. */
export const cartNow = async (
  raw: Raw,
  owner: CartOwner,
  more: { skuIds: readonly string[]; promotionIds: readonly string[] },
  mark: ReadMark,
): Promise<CartNow | undefined> => {
  const wanted = raw`select sku_id from cart_lines l where l.cart_id = c.id
    union select unnest(${`{${more.skuIds.join(',')}}`}::uuid[])`;
  const [row] = await raw<(Omit<CartNow, 'usage'> & { counters: CounterRow[] })[]>`
    select c.id, ${stillStands(raw, mark)} as fresh,
      to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
      (select coalesce(json_agg(json_build_object('skuId', l.sku_id, 'quantity', l.quantity) order by l.added_at, l.id), '[]')
        from cart_lines l where l.cart_id = c.id) as lines,
      ${shelvesBySku(raw, wanted)} as shelves,
      (select coalesce(json_agg(json_build_object('promotionId', promotion_id, 'scope', scope, 'uses', uses, 'amount', amount)), '[]')
        from promotion_counters where promotion_id = any(${`{${more.promotionIds.join(',')}}`}::uuid[])
          and scope in ('all', ${owner.companyId})) as counters
    from carts c where c.buyer_id = ${owner.buyerId} and c.company_id = ${owner.companyId} and c.state = 'open' and c.current`;
  if (!row) return undefined;
  const { counters, ...cart } = row;
  return { ...cart, usage: usageOf(counters) };
};
