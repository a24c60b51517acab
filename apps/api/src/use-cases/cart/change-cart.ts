import { transact } from '@tradeline/db';
import { type CartLine, cartStore, catalogStore, type SkuWithPicture } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { viewerOf } from '../session/visitor.ts';
import { type CartView, viewCart } from './view-cart.ts';

export type CartChange = { mode: 'set' | 'add'; lines: CartLine[] };

/**
 * Sets or adds quantities; 0 takes a line out. Quantities that break a rule are kept as typed (the quote names the
 * nearest valid ones, and placing refuses them), so nothing a buyer entered is lost or changed behind his back.
 */
export const changeCart = async (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  change: CartChange,
): Promise<Result<CartView, Refusal>> => {
  const changed = await transact<void, Refusal>(deps.db, async (tx) => {
    const ids = change.lines.map((line) => line.skuId);
    const [skus, cartId] = await Promise.all([
      catalogStore.skus(tx, ids, viewerOf(buyer)),
      cartStore.hold(tx, { companyId: buyer.company.id, buyerId: buyer.id }),
    ]);
    const known = new Map(skus.map((sku) => [sku.id, sku]));
    // One order of rows for every writer, so that two tabs never wait for each other in a circle.
    for (const line of change.lines.toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1))) {
      // Taking out what is not in it changes nothing, whatever it is: the answer tells nobody which goods there are.
      if (line.quantity === 0) {
        await cartStore.set(tx, cartId, line);
        continue;
      }
      const sku = known.get(line.skuId);
      if (!sku) return err({ kind: 'sku-not-found', skuId: line.skuId });
      if (!sku.shown) return err(notShown(sku));
      if (change.mode === 'add') await cartStore.add(tx, cartId, line);
      else await cartStore.set(tx, cartId, line);
    }
    return ok(undefined);
  });
  return changed.ok ? ok(await viewCart(deps, buyer)) : changed;
};

/** Goods that were offered and are no more are named; those he may never have seen are as if they were not. */
const notShown = (sku: SkuWithPicture): Refusal =>
  sku.visible
    ? { kind: 'sku-withdrawn', skuId: sku.id, itemNumber: sku.itemNumber }
    : { kind: 'sku-not-found', skuId: sku.id };
