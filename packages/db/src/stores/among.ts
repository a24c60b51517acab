import { type AnyColumn, and, type SQL, sql } from 'drizzle-orm';
import { skus } from '../schema/index.ts';

/** One of these keys, as one parameter however many there are: the text stays the same, so its plan is kept. */
export const among = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${`{${ids.join(',')}}`}::uuid[])`;

/** Goods that somebody's words mean: some SKUs, or all SKUs of some products; any where neither is said. */
export type MeantGoods = { skuIds?: readonly string[] | undefined; productIds?: readonly string[] | undefined };
export const amongMeant = ({ skuIds, productIds }: MeantGoods): SQL | undefined =>
  and(skuIds && among(skus.id, skuIds), productIds && among(skus.productId, productIds));

/** Whatever goods a cart holds when the statement runs. */
export type CartGoods = { cartId: string };

/** One of these goods, or of those in a cart: who knows the cart need not read its lines first. */
export const amongGoods = (column: AnyColumn, goods: readonly string[] | CartGoods): SQL =>
  'cartId' in goods
    ? sql`${column} in (select sku_id from cart_lines where cart_id = ${goods.cartId})`
    : among(column, goods);
