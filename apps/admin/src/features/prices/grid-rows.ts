import type { Outputs } from '../../lib/trpc.ts';

export type GridSku = Outputs['prices']['grid']['rows'][number];
/** One price of a SKU as the grid shows it: published, wished, or both. */
export type GridTier = {
  minQuantity: number;
  publishedE4: number | null;
  /** What the draft says; undefined: nothing, the published price stays. */
  draftE4: number | null | undefined;
  /** The published price moved after the draft was written. */
  moved: boolean;
};

/** Tiers of a SKU by quantity; one that is not listed anywhere has an empty first one to type into. */
export const tiersOf = (sku: GridSku, extra: readonly number[] = []): GridTier[] => {
  const published = new Map(sku.prices.map((price) => [price.minQuantity, price.unitPriceE4 as number]));
  const changed = new Map(sku.changes.map((change) => [change.minQuantity, change]));
  const first = published.size + changed.size === 0 ? [1] : [];
  return [...new Set([...published.keys(), ...changed.keys(), ...extra, ...first])]
    .sort((a, b) => a - b)
    .map((minQuantity) => {
      const change = changed.get(minQuantity);
      const publishedE4 = published.get(minQuantity) ?? null;
      return {
        minQuantity,
        publishedE4,
        draftE4: change ? change.afterE4 : undefined,
        moved: change !== undefined && change.beforeE4 !== publishedE4,
      };
    });
};

/** The price that will hold: the draft's word, else what is published. */
export const comingE4 = ({ draftE4, publishedE4 }: GridTier): number | null =>
  draftE4 === undefined ? publishedE4 : draftE4;

/** Quantities from which a larger order would be dearer. */
export const inversionsOf = (tiers: readonly GridTier[]): ReadonlySet<number> => {
  const found = new Set<number>();
  let last: number | undefined;
  for (const tier of tiers) {
    const price = comingE4(tier);
    if (price === null) continue;
    if (last !== undefined && price > last) found.add(tier.minQuantity);
    last = price;
  }
  return found;
};
