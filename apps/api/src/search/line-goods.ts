import { setTimeout } from 'node:timers/promises';
import type { Database, Raw } from '@tradeline/db';
import { catalogStore, type ListPrice, type SkuWithPicture, searchFactStore } from '@tradeline/db/stores';
import { keptReads } from './kept-reads.ts';

/** What a line needs to know of its goods, whoever asks: with the prices of every list, without what depends on the looker. */
export type LineFacts = {
  readonly sku: Omit<SkuWithPicture, 'visible' | 'shown'>;
  readonly prices: readonly ListPrice[];
};

/** Goods held; about a kilobyte each. What lies in carts is a small part of what there is. */
const MOST = 10_000;

/** Read together when nobody asked yet: a short statement each, so that whoever asks meanwhile waits for none of them. */
const AHEAD = 100;

/** Goods that were lately put on a line, by SKU. */
export const lineGoods = (db: Database, raw: Raw) =>
  keptReads<LineFacts>(
    MOST,
    async (skuIds) => {
      const ids = [...skuIds];
      const [skus, prices] = await Promise.all([
        catalogStore.skus(db, ids, 'staff'),
        searchFactStore.pricesOfSkus(raw, ids),
      ]);
      const pricesOf = Map.groupBy(prices, ({ skuId }) => skuId);
      return new Map(
        skus.map(({ visible: _, shown: __, ...sku }) => [sku.id, { sku, prices: pricesOf.get(sku.id) ?? [] }]),
      );
    },
    ({ sku }, products) => products.has(sku.productId),
  );
export type LineGoods = ReturnType<typeof lineGoods>;

/**
 * Reads what lies in open carts before it is ordered, what most carts hold first: after a start, or after everything had to be
 * forgotten, orders would else read it one by one while they hold locks.
 */
export const readAhead = async (raw: Raw, lines: LineGoods): Promise<void> => {
  const skuIds = await searchFactStore.inCarts(raw, MOST / 2);
  for (let at = 0; at < skuIds.length; at += AHEAD) {
    await lines.of(skuIds.slice(at, at + AHEAD));
    await setTimeout(10, undefined, { ref: false });
  }
};
