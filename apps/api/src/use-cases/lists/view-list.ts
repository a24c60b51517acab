import { catalogStore, goodsListStore, type SkuWithPicture } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import { type OfferedSku, offer } from '../catalog/browse.ts';
import { viewerOf } from '../session/visitor.ts';
import { ownerOf } from './list-owner.ts';

/** Goods on a list; `offered` is absent for those that can no longer be had. */
export type ListItem = {
  skuId: string;
  quantity: number | null;
  productId: string;
  itemNumber: string;
  productName: SkuWithPicture['productName'];
  axes: SkuWithPicture['axes'];
  options: SkuWithPicture['options'];
  unit: SkuWithPicture['unit'];
  picture: SkuWithPicture['picture'];
  offered: OfferedSku | undefined;
};

/** A list with today's prices and stock. Withdrawn goods stay on it, named; goods hidden from the buyer since are left out. */
export const viewList = async ({ db }: Pick<Deps, 'db'>, buyer: Buyer, id: string) => {
  const list = await goodsListStore.find(db, ownerOf(buyer), id);
  if (!list) return err({ kind: 'list-not-found' } as const);
  const lines = await goodsListStore.lines(db, id);
  const skus = await catalogStore.skus(
    db,
    lines.map((line) => line.skuId),
    viewerOf(buyer),
  );
  const bySku = new Map(skus.filter((sku) => sku.visible).map((sku) => [sku.id, sku]));
  const offered = new Map(
    (
      await offer(
        db,
        buyer,
        skus.filter((sku) => sku.shown),
      )
    ).map((sku) => [sku.id, sku]),
  );
  const items = lines.flatMap(({ skuId, quantity }): ListItem[] => {
    const sku = bySku.get(skuId);
    if (!sku || sku.productStatus === 'draft') return [];
    const { productId, itemNumber, productName, axes, options, unit, picture } = sku;
    return [
      {
        skuId,
        quantity,
        productId,
        itemNumber,
        productName,
        axes,
        options,
        unit,
        picture,
        offered: offered.get(skuId),
      },
    ];
  });
  return ok({ ...list, items });
};
