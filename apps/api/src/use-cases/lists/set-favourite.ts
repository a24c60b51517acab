import { transact } from '@tradeline/db';
import { catalogStore, goodsListStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { viewerOf } from '../session/visitor.ts';
import { hasRoom, ownerOf } from './list-owner.ts';

/** The goods a heart stands on: one configuration, or a product, of which the first is kept and all are let go. */
export type Favourite = { productId: string; skuId?: string | undefined; favourite: boolean };

export const setFavourite = (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  { productId, skuId, favourite }: Favourite,
): Promise<Result<{ skuId: string; productId: string }[], Refusal>> =>
  transact<{ skuId: string; productId: string }[], Refusal>(deps.db, async (tx) => {
    const owner = ownerOf(buyer);
    const ofProduct = (await catalogStore.skusOfProducts(tx, [productId])).filter((sku) => sku.status === 'active');
    const listId = await goodsListStore.favourites(tx, owner);
    if (!favourite) {
      const kept = await goodsListStore.favouriteSkus(tx, owner);
      const gone = kept.filter((line) => line.productId === productId && (skuId === undefined || line.skuId === skuId));
      await goodsListStore.take(
        tx,
        listId,
        gone.map((line) => line.skuId),
      );
    } else {
      const wanted = skuId ?? ofProduct[0]?.id;
      const [sku] = wanted ? await catalogStore.skus(tx, [wanted], viewerOf(buyer)) : [];
      if (!sku?.shown || sku.productId !== productId) return err({ kind: 'product-not-found' });
      await goodsListStore.lock(tx, owner, listId);
      const room = await hasRoom(tx, listId, [sku.id]);
      if (!room.ok) return room;
      await goodsListStore.put(tx, listId, [{ skuId: sku.id, quantity: null }]);
    }
    return ok(await goodsListStore.favouriteSkus(tx, owner));
  });
