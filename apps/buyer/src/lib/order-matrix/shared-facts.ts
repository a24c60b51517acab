import type { OfferedSku } from './use-sheet.ts';

const rulesKey = ({ minQuantity, multiple, maxQuantity, unit }: OfferedSku) =>
  JSON.stringify([minQuantity, multiple, maxQuantity, unit]);
const priceKey = ({ price, unit }: OfferedSku) => JSON.stringify([price?.tiers, unit]);

const same = <Item>(items: readonly Item[], key: (item: Item) => string): boolean => new Set(items.map(key)).size <= 1;

/** What all variants have in common is said once above them instead of in every cell. */
export const sharedFacts = (skus: readonly OfferedSku[]): { price: boolean; rules: boolean } => ({
  price: same(skus, priceKey),
  rules: same(skus, rulesKey),
});
