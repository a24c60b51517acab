import type { Tx } from '@tradeline/db';
import { sharingStore, stockStore } from '@tradeline/db/stores';
import {
  type SharedShelf,
  type SharingAsker,
  type SharingRule,
  sharedGoods,
  sharedUnits,
  usesWanted,
} from '@tradeline/domain/inventory';
import type { Instant } from '@tradeline/domain/kernel';
import type { SearchIndex } from '../../../search/engine.ts';
import type { Visitor } from '../../../trpc/context.ts';

export type Sharing = { rules: readonly SharingRule[]; asker: SharingAsker; now: Instant };

/** A visitor as sharing rules ask for him: whoever looks at goods in the portal would order there. */
export const askerOf = ({ company }: Pick<Visitor, 'company'>): SharingAsker => ({
  channel: 'portal',
  groupId: company?.groupId ?? null,
});

/** The rules as they were last heard of, without a question to the database where memory is made. */
export const sharingRules = async (tx: Tx, search: SearchIndex): Promise<readonly SharingRule[]> =>
  search.ready() ? (await search.state()).sharing.rules() : (await sharingStore.rules(tx)).rules;

/**
 * What somebody may take of shelves: all that is free where no rule speaks of them, else what the rules leave, for which the
 * documents are asked once.
 */
export const sharedShelves = async <Shelf extends SharedShelf>(
  tx: Tx,
  { rules, asker, now }: Sharing,
  shelves: readonly Shelf[],
): Promise<Shelf[]> => {
  if (rules.length === 0) return [...shelves];
  const wanted = shelves.flatMap((shelf) => usesWanted(rules, asker, shelf));
  const used = await sharingStore.used(tx, wanted);
  return shelves.map((shelf) => {
    const { available, rule, limits } = sharedUnits(rules, asker, shelf, used, now);
    return rule || limits.some(({ units }) => units !== shelf.available) ? { ...shelf, available } : shelf;
  });
};

/** Units that somebody may take of SKUs that rules speak of, over all warehouses; the others are not in the answer. */
export const sharedTotals = async (
  tx: Tx,
  sharing: Sharing,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const shared = sharedGoods(sharing.rules, skuIds);
  const left = new Map(shared.map((id) => [id, 0]));
  if (shared.length === 0) return left;
  for (const { skuId, available } of await sharedShelves(tx, sharing, await stockStore.shelves(tx, shared)))
    left.set(skuId, (left.get(skuId) ?? 0) + Math.max(0, available));
  return left;
};

/** Goods of an order that sharing rules speak of. What is only given on top is ours to give, whatever is kept for whom. */
export const sharedWishes = (
  lines: readonly { readonly skuId: string; readonly isGift?: boolean }[],
  { rules }: Pick<Sharing, 'rules'>,
): string[] => [
  ...new Set(
    sharedGoods(
      rules,
      lines.flatMap(({ skuId, isGift }) => (isGift ? [] : [skuId])),
    ),
  ),
];
