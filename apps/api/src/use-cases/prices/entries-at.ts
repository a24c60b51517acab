import type { Tx } from '@tradeline/db';
import { priceEffectStore, priceEntry, priceVersionStore } from '@tradeline/db/stores';
import type { Instant, SkuId } from '@tradeline/domain/kernel';
import { type PriceEntry, pricesBefore } from '@tradeline/domain/pricing';

/**
 * Every price of some goods on the lists that are switched on, as it stands now or stood at an earlier moment: published
 * changes are reckoned back. The terms of a list (audience, validity) are those of now.
 */
export const entriesAt = async (
  tx: Tx,
  skuIds: string[],
  at: Instant,
  now: Instant,
): Promise<{ entries: Map<string, PriceEntry[]>; lists: Awaited<ReturnType<typeof priceEffectStore.lists>> }> => {
  const lists = await priceEffectStore.lists(tx);
  const active = [...lists.values()].filter((list) => list.active).map(({ id }) => id);
  const current = await priceEffectStore.prices(tx, skuIds, active);
  const later = at < now ? await priceVersionStore.changesSince(tx, skuIds, at) : [];
  const byList = Map.groupBy(current, ({ listId }) => listId);
  const changedIn = Map.groupBy(later, ({ listId }) => listId);
  const entries = active.flatMap((listId) => {
    const list = lists.get(listId);
    const stored = (byList.get(listId) ?? []).map((row) => ({ ...row, skuId: row.skuId as SkuId }));
    return list ? pricesBefore(stored, [changedIn.get(listId) ?? []]).map((price) => priceEntry(list, price)) : [];
  });
  return { entries: Map.groupBy(entries, ({ skuId }) => skuId as string), lists };
};
