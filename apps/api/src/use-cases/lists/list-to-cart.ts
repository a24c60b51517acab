import { createHash } from 'node:crypto';
import { transact } from '@tradeline/db';
import { cartStore, idempotencyStore } from '@tradeline/db/stores';
import { checkQuantity } from '@tradeline/domain/catalog';
import { seemsToCover } from '@tradeline/domain/inventory';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { CartView } from '../cart/cart-view.ts';
import { type CartDeps, viewCart } from '../cart/view-cart.ts';
import { type ListItem, viewList } from './view-list.ts';

/** What became of one of the goods of a list. `quantity` is what went into the cart. */
export type ListLineReport = { skuId: string; itemNumber: string; name: ListItem['productName'] } & (
  | { outcome: 'added'; quantity: number }
  /** The list's quantity breaks a rule of today: the nearest valid one went in. */
  | { outcome: 'adjusted'; quantity: number; wanted: number }
  | { outcome: 'withdrawn' | 'no-price' | 'short' | 'not-orderable' }
);
export type ListReport = { lines: ListLineReport[] };

const PROCEDURE = 'lists.toCart';

/** What can be ordered of one line now. Nothing that cannot be had goes into the cart, and nothing is left out silently. */
export const decideLine = ({ skuId, itemNumber, productName: name, quantity, offered }: ListItem): ListLineReport => {
  const line = { skuId, itemNumber, name };
  if (!offered) return { ...line, outcome: 'withdrawn' };
  if (!offered.price) return { ...line, outcome: 'no-price' };
  const wanted = quantity ?? offered.minQuantity;
  const checked = checkQuantity(wanted, {
    minimum: offered.minQuantity,
    multiple: offered.multiple,
    maximum: offered.maxQuantity ?? undefined,
  });
  const valid = checked.ok ? checked.value : checked.error.suggest;
  if (valid === 0) return { ...line, outcome: 'not-orderable' };
  if (!seemsToCover(offered.stock, valid)) return { ...line, outcome: 'short' };
  return valid === wanted
    ? { ...line, outcome: 'added', quantity: valid }
    : { ...line, outcome: 'adjusted', quantity: valid, wanted };
};

/** Adds a whole list to the cart and says what became of each line. One key adds once, however often it is sent. */
export const listToCart = async (
  deps: CartDeps,
  buyer: Buyer,
  listId: string,
  idempotencyKey: string,
): Promise<Result<{ report: ListReport; cart: CartView }, Refusal>> => {
  const list = await viewList(deps, buyer, listId);
  if (!list.ok) return list;
  const added = await transact<ListReport, Refusal>(deps.db, async (tx) => {
    const scope = { companyId: buyer.company.id, procedure: PROCEDURE, key: idempotencyKey };
    const requestHash = createHash('sha256')
      .update(JSON.stringify([buyer.id, listId]))
      .digest('hex');
    const claim = await idempotencyStore.claim(tx, scope, requestHash);
    if (!claim.claimed)
      return claim.requestHash === requestHash ? ok(claim.result as ListReport) : err({ kind: 'idempotency-mismatch' });
    const report: ListReport = { lines: list.value.items.map(decideLine) };
    const cartId = await cartStore.hold(tx, { companyId: buyer.company.id, buyerId: buyer.id });
    await cartStore.addAll(
      tx,
      cartId,
      buyer.id,
      report.lines.flatMap((line) => ('quantity' in line ? [{ skuId: line.skuId, quantity: line.quantity }] : [])),
    );
    await idempotencyStore.settle(tx, scope, report);
    return ok(report);
  });
  return added.ok ? ok({ report: added.value, cart: await viewCart(deps, buyer) }) : added;
};
