import type { Instant } from '@tradeline/domain/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { Raw, Tx } from '../client.ts';
import { preparedRows } from '../prepared.ts';
import { currentCart } from './cart-access.ts';
import type { CartOwner, CartSharing, KeptLine } from './carts.ts';
import { type CounterRow, type PromotionUsage, usageOf } from './promotion-uses.ts';
import { type ReadMark, stillStands } from './search-changes.ts';
import { shelvesBySku } from './shelves-by-sku.ts';
import type { Shelf } from './stock.ts';

/** What moves of an open cart: all that is not the same for everybody who looks at its goods. */
export type CartNow = {
  id: string;
  lines: KeptLine[];
  sharing: CartSharing;
  /** Whether all that was read up to the mark still stands. */
  fresh: boolean;
  now: Instant;
  /** Of the goods in the cart, and of the others asked for. */
  shelves: Record<string, Omit<Shelf, 'skuId'>[]>;
  usage: Map<string, PromotionUsage>;
};

/** Beside the cart: other goods whose stock is wanted, and promotions whose use is. */
export type CartBeside = { skuIds: readonly string[]; promotionIds: readonly string[]; companyId: string };

const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

const cartNow = (which: SQL, goods: SQL, { promotionIds, companyId }: CartBeside, mark: ReadMark): SQL =>
  sql`select c.id, ${stillStands(mark)} as fresh,
    to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
    (select coalesce(json_agg(json_build_object('skuId', l.sku_id, 'quantity', l.quantity, 'addedBy',
        case when c.shared then (select b.name from buyers b where b.id = l.added_by) end) order by l.added_at, l.id), '[]')
      from cart_lines l where l.cart_id = c.id) as lines,
    case when c.shared then (select json_build_object('id', c.id, 'name', c.name, 'ownerId', b.id, 'ownerName', b.name)
      from buyers b where b.id = c.buyer_id) end as sharing,
    ${shelvesBySku(goods)} as shelves,
    (select coalesce(json_agg(json_build_object('promotionId', promotion_id, 'scope', scope, 'uses', uses, 'amount', amount)), '[]')
      from promotion_counters where promotion_id = any(${uuids(promotionIds)}) and scope in ('all', ${companyId})) as counters
    from carts c where ${which}`;

type CartRow = Omit<CartNow, 'usage'> & { counters: CounterRow[] };
const cartOf = (row: CartRow | undefined): CartNow | undefined => {
  if (!row) return undefined;
  const { counters, ...cart } = row;
  return { ...cart, usage: usageOf(counters) };
};

const own = sql`select sku_id from cart_lines l where l.cart_id = c.id`;
const others = ({ skuIds }: CartBeside): SQL => sql`select unnest(${uuids(skuIds)})`;

/** Carts as they are now, each in one statement. */
export const cartNowStore = {
  /** The open cart that takes what a buyer adds; undefined where none is open. */
  open: async (raw: Raw, owner: CartOwner, beside: CartBeside, mark: ReadMark) => {
    const current = sql`c.id = ${currentCart(owner)}`;
    const [row] = await preparedRows<CartRow>(raw, cartNow(current, sql`${own} union ${others(beside)}`, beside, mark));
    return cartOf(row);
  },
  /** The cart a transaction holds, without the stock of its own goods: those rows are locked and read later. */
  held: async (tx: Tx, cartId: string, beside: CartBeside, mark: ReadMark) => {
    const [row] = await tx.execute<CartRow>(cartNow(sql`c.id = ${cartId}`, others(beside), beside, mark));
    return cartOf(row);
  },
};
