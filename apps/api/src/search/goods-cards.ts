import type { Raw } from '@tradeline/db';
import { type GoodsCard, goodsCards as readCards } from '@tradeline/db/stores';

/** Cards held; some kilobytes each. The goods people look at are far fewer than those there are. */
const MOST = 6_000;

/**
 * Cards of goods that were lately shown, kept until a change of them is read. A card whose reading began before a change
 * was heard is used once and not kept: it may be of before.
 */
export const goodsCards = (raw: Raw) => {
  const known = new Map<string, GoodsCard>();
  let changes = 0;

  return {
    /** In the order asked for; without those that have no SKU on offer. */
    of: async (productIds: readonly string[]): Promise<GoodsCard[]> => {
      const missing = productIds.filter((id) => !known.has(id));
      const before = changes;
      const read = new Map((await readCards(raw, missing)).map((card) => [card.id, card]));
      const cards = productIds.flatMap((id) => read.get(id) ?? known.get(id) ?? []);
      if (changes === before)
        for (const card of cards) {
          known.delete(card.id);
          known.set(card.id, card);
        }
      while (known.size > MOST) known.delete(known.keys().next().value!);
      return cards;
    },
    /** These products, or their prices, are not what they were; without ids: any of them. */
    forget: (productIds?: readonly string[]): void => {
      changes++;
      if (!productIds) known.clear();
      else for (const id of productIds) known.delete(id);
    },
  };
};
export type GoodsCards = ReturnType<typeof goodsCards>;
