import type { FoundList, FoundSku } from '@tradeline/db/stores';
import { CNY, type UnitPriceE4, unitPriceE4 } from '@tradeline/domain/money';
import { type ListedPrice, type PriceKind, priceOf } from '@tradeline/domain/pricing';
import type { MyPrice, Tier } from '../price-view.ts';

/** What goods cost from the cheapest SKU to the dearest, each at the least quantity one may order. */
export type RowPrice = { from: UnitPriceE4; to: UnitPriceE4; kind: PriceKind; tiered: boolean };

const listedOf = (sku: FoundSku, lists: readonly FoundList[]): ListedPrice[] =>
  sku.prices.flatMap(([place, minQuantity, price]) => {
    const list = lists[place];
    return list ? [{ list: { ...list, listId: list.id }, minQuantity, unitPriceE4: price }] : [];
  });

/** The price of one SKU with its tiers, as `myPrice` of the product page gives it. */
export const priceOfSku = (sku: FoundSku, lists: readonly FoundList[]): MyPrice | undefined => {
  const listed = listedOf(sku, lists);
  const first = priceOf(listed, sku.minQuantity);
  if (!first) return undefined;
  const steps = [...new Set([sku.minQuantity, ...listed.map((price) => price.minQuantity)])]
    .filter((quantity) => quantity >= sku.minQuantity)
    .sort((a, b) => a - b);
  const tiers: Tier[] = [];
  for (const minQuantity of steps) {
    const at = priceOf(listed, minQuantity);
    if (at && at.unitPriceE4 !== tiers.at(-1)?.unitPriceE4)
      tiers.push({ minQuantity, unitPriceE4: unitPriceE4(at.unitPriceE4) });
  }
  return { unitPriceE4: unitPriceE4(first.unitPriceE4), kind: first.list.kind, tiers, currency: CNY };
};

export const rowPrice = (skus: readonly FoundSku[], lists: readonly FoundList[]): RowPrice | undefined => {
  let best: RowPrice | undefined;
  for (const sku of skus) {
    const price = priceOfSku(sku, lists);
    if (!price) continue;
    const { unitPriceE4: own, kind } = price;
    const tiered = price.tiers.length > 1;
    best = best
      ? {
          from: unitPriceE4(Math.min(own, best.from)),
          to: unitPriceE4(Math.max(own, best.to)),
          kind: own < best.from ? kind : best.kind,
          tiered: best.tiered || tiered,
        }
      : { from: own, to: own, kind, tiered };
  }
  return best;
};
