import type { Raw } from '@tradeline/db';
import { type GoodsCard, goodsCards as readCards } from '@tradeline/db/stores';
import { keptReads } from './kept-reads.ts';

/** Cards held; some kilobytes each. The goods people look at are far fewer than those there are. */
const MOST = 12_000;

/** Cards of goods that were lately shown, by product; without those that have no SKU on offer. */
export const goodsCards = (raw: Raw) =>
  keptReads<GoodsCard>(
    MOST,
    async (productIds) => new Map((await readCards(raw, productIds)).map((card) => [card.id, card])),
    ({ id }, products) => products.has(id),
  );
export type GoodsCards = ReturnType<typeof goodsCards>;
