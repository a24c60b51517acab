import type { UnitPriceE4 } from '@tradeline/domain/money';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { priceChanges, priceLists, prices, priceVersions, products, skus, stock, warehouses } from '../schema/index.ts';
import { matchingProducts, type ProductFilter } from './catalog.ts';
import { stockStore } from './stock.ts';

export type PriceRow = { skuId: string; priceListId: string; minQuantity: number; unitPriceE4: UnitPriceE4 };
export type PriceWish = {
  skuId: string;
  minQuantity: number;
  beforeE4: UnitPriceE4 | null;
  afterE4: UnitPriceE4 | null;
};
export type StockRow = { skuId: string; warehouseId: string; onHand: number; promised: number };
export type StockWish = { skuId: string; warehouseId: string; delta: number };

/** Prices and stock as sheets read and write them: whole columns at a time. */
export const listSheetStore = {
  skuNames: (tx: Tx, itemNumbers: readonly string[]) =>
    itemNumbers.length === 0
      ? Promise.resolve([])
      : tx
          .select({ id: skus.id, itemNumber: skus.itemNumber })
          .from(skus)
          .where(
            inArray(
              sql`lower(${skus.itemNumber})`,
              [...itemNumbers].map((each) => each.toLowerCase()),
            ),
          ),
  allItemNumbers: async (tx: Tx): Promise<string[]> =>
    (await tx.select({ itemNumber: skus.itemNumber }).from(skus)).map(({ itemNumber }) => itemNumber),

  pricesOf: (tx: Tx, skuIds: readonly string[]): Promise<PriceRow[]> =>
    skuIds.length === 0
      ? Promise.resolve([])
      : tx
          .select({
            skuId: prices.skuId,
            priceListId: prices.priceListId,
            minQuantity: prices.minQuantity,
            unitPriceE4: prices.unitPriceE4,
          })
          .from(prices)
          .where(inArray(prices.skuId, [...skuIds])),
  /** A draft of a list with these changes; buyers see nothing of it before it is published. */
  draftPrices: async (tx: Tx, priceListId: string, createdBy: string, note: string, wishes: readonly PriceWish[]) => {
    const versionId = newId();
    await tx.insert(priceVersions).values({ id: versionId, priceListId, createdBy, note });
    for (let at = 0; at < wishes.length; at += 1_000)
      await tx.insert(priceChanges).values(wishes.slice(at, at + 1_000).map((wish) => ({ versionId, ...wish })));
    return versionId;
  },
  pricePage: (tx: Tx, filter: ProductFilter, listId: string | undefined, after: string, size: number) =>
    tx
      .select({
        itemNumber: skus.itemNumber,
        list: priceLists.code,
        minQuantity: prices.minQuantity,
        unitPriceE4: prices.unitPriceE4,
      })
      .from(prices)
      .innerJoin(priceLists, eq(priceLists.id, prices.priceListId))
      .innerJoin(skus, eq(skus.id, prices.skuId))
      .innerJoin(products, eq(products.id, skus.productId))
      .where(
        and(
          matchingProducts(tx, filter),
          inArray(
            skus.id,
            tx
              .select({ id: skus.id })
              .from(skus)
              .where(gt(skus.itemNumber, after))
              .orderBy(asc(skus.itemNumber))
              .limit(size),
          ),
          listId ? eq(prices.priceListId, listId) : undefined,
        ),
      )
      .orderBy(asc(skus.itemNumber), asc(priceLists.code), asc(prices.minQuantity)),

  stockOf: (tx: Tx, skuIds: readonly string[]): Promise<StockRow[]> =>
    skuIds.length === 0
      ? Promise.resolve([])
      : tx
          .select({
            skuId: stock.skuId,
            warehouseId: stock.warehouseId,
            onHand: stock.onHand,
            promised: sql<number>`(${stock.reserved} + ${stock.allocated})::float8`,
          })
          .from(stock)
          .where(inArray(stock.skuId, [...skuIds])),
  stockPage: (tx: Tx, filter: ProductFilter, after: string, size: number) =>
    tx
      .select({
        itemNumber: skus.itemNumber,
        warehouse: warehouses.code,
        onHand: stock.onHand,
        reserved: stock.reserved,
        allocated: stock.allocated,
      })
      .from(stock)
      .innerJoin(warehouses, eq(warehouses.id, stock.warehouseId))
      .innerJoin(skus, eq(skus.id, stock.skuId))
      .innerJoin(products, eq(products.id, skus.productId))
      .where(
        and(
          matchingProducts(tx, filter),
          inArray(
            skus.id,
            tx
              .select({ id: skus.id })
              .from(skus)
              .where(gt(skus.itemNumber, after))
              .orderBy(asc(skus.itemNumber))
              .limit(size),
          ),
        ),
      )
      .orderBy(asc(skus.itemNumber), asc(warehouses.code)),
  /** The item number that ends a page, so that the next one begins behind it; none: there is no more. */
  pageEnd: async (tx: Tx, after: string, size: number): Promise<string | undefined> => {
    const rows = await tx
      .select({ itemNumber: skus.itemNumber })
      .from(skus)
      .where(gt(skus.itemNumber, after))
      .orderBy(asc(skus.itemNumber))
      .limit(size);
    return rows.at(-1)?.itemNumber;
  },

  /** Moves counted stock in one statement a batch; false when a balance moved meanwhile so that less is left than promised. */
  adjustStock: async (
    tx: Tx,
    wishes: readonly StockWish[],
    { cause, actor, reason }: { cause: string; actor: string; reason: string },
  ): Promise<boolean> => {
    await stockStore.open(
      tx,
      wishes.map(({ skuId, warehouseId }) => ({ skuId, warehouseId })),
    );
    return stockStore.move(
      tx,
      wishes.map(({ skuId, warehouseId, delta }) => ({
        skuId,
        warehouseId,
        kind: 'adjust',
        quantity: delta,
        cause: { type: 'import', id: cause },
        actor,
        reason,
      })),
    );
  },
};
