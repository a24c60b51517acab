import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** One of these keys, as one parameter however many there are: the text stays the same, so its plan is kept. */
export const among = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${`{${ids.join(',')}}`}::uuid[])`;

/** Whatever goods a cart holds when the statement runs. */
export type CartGoods = { cartId: string };

/** One of these goods, or of those in a cart: who knows the cart need not read its lines first. */
export const amongGoods = (column: AnyColumn, goods: readonly string[] | CartGoods): SQL =>
  'cartId' in goods
    ? sql`${column} in (select sku_id from cart_lines where cart_id = ${goods.cartId})`
    : among(column, goods);
