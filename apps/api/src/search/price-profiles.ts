import type { Raw } from '@tradeline/db';
import { type ListFacts, type PriceAudience, searchFactStore } from '@tradeline/db/stores';
import { CNY } from '@tradeline/domain/money';
import { compareLists, type ListRank, type PriceKind } from '@tradeline/domain/pricing';
import type { Catalogue } from './catalogue.ts';

/** Of one list, by SKU: the price at the least quantity one may order, and the tier it is of. */
type ListPrices = {
  readonly slots: Int32Array;
  readonly listed: ReadonlySet<number>;
  readonly prices: Float64Array;
  readonly tiers: Float64Array;
  /** What has changed since it was read; none: no longer listed. */
  readonly changed: Map<number, { price: number; tier: number } | undefined>;
};

const PROFILE_BYTES = 64 * 1024 * 1024;
const MOST_CHANGES = 5_000;

const rankOf = (list: ListFacts): ListRank => ({
  listId: list.id,
  kind: list.kind as PriceKind,
  priority: list.priority,
  validFrom: list.validFrom ?? '',
});

/**
 * What every SKU costs a customer, for filtering and sorting. Customers for whom the same lists hold share one column;
 * which lists hold is asked anew every time, so a list that begins or ends changes the answer at that moment.
 */
export const priceProfiles = (raw: Raw, catalogue: Catalogue) => {
  let lists: readonly ListFacts[] = [];
  const loaded = new Map<string, Promise<ListPrices>>();
  const profiles = new Map<string, Promise<Float64Array>>();
  const most = () => Math.max(4, Math.floor(PROFILE_BYTES / (8 * Math.max(1, catalogue.skus.size()))));

  const load = (listId: string): Promise<ListPrices> => {
    const known = loaded.get(listId);
    if (known) return known;
    const reading = searchFactStore.pricesOfList(raw, listId).then(({ skuIds, minQuantities, unitPrices }) => {
      const best = new Map<number, number>();
      for (const [i, skuId] of skuIds.entries()) {
        const slot = catalogue.skus.find(skuId);
        if (slot === undefined || minQuantities[i]! > (catalogue.least[slot] ?? 1)) continue;
        const other = best.get(slot);
        if (other === undefined || minQuantities[other]! < minQuantities[i]!) best.set(slot, i);
      }
      const rows = [...best.values()];
      return {
        slots: Int32Array.from(best.keys()),
        listed: new Set(best.keys()),
        prices: Float64Array.from(rows, (i) => unitPrices[i]!),
        tiers: Float64Array.from(rows, (i) => minQuantities[i]!),
        changed: new Map(),
      };
    });
    loaded.set(listId, reading);
    reading.catch(() => loaded.delete(listId));
    return reading;
  };

  /**
   * Lists from the weakest to the strongest, each over what stands. A stronger rank overwrites whatever it lists, so a
   * column is the one of the weaker ranks, which many customers share, with the last rank put over a copy of it.
   */
  const column = async (holding: readonly ListFacts[]): Promise<Float64Array> => {
    const last = holding.at(-1);
    if (!last) return new Float64Array(Math.ceil((catalogue.skus.size() + 1_000) * 1.1)).fill(-1);
    const from = holding.findIndex((list) => compareLists(rankOf(list), rankOf(last)) === 0);
    const prices = (await profileOf(holding.slice(0, from))).slice();
    const read = await Promise.all(holding.slice(from).map((list) => load(list.id)));
    // Within a rank the larger tier goes first, then the first list.
    const tiers = read.length > 1 ? new Map<number, number>() : undefined;
    for (const own of read) {
      const put = (slot: number, price: number, tier: number) => {
        if (tiers && (tiers.get(slot) ?? 0) > tier) return;
        tiers?.set(slot, tier);
        prices[slot] = price;
      };
      for (let n = 0; n < own.slots.length; n++)
        if (own.changed.size === 0 || !own.changed.has(own.slots[n]!))
          put(own.slots[n]!, own.prices[n]!, own.tiers[n]!);
      for (const [slot, now] of own.changed) if (now) put(slot, now.price, now.tier);
    }
    return prices;
  };

  const profileOf = (holding: readonly ListFacts[]): Promise<Float64Array> => {
    const key = holding.map((list) => list.id).join();
    let prices = profiles.get(key);
    if (!prices) {
      prices = column(holding);
      prices.catch(() => profiles.delete(key));
    }
    profiles.delete(key);
    profiles.set(key, prices);
    if (profiles.size > most()) profiles.delete(profiles.keys().next().value!);
    return prices;
  };

  const holds = (list: ListFacts, who: PriceAudience, now: string): boolean =>
    list.currency === CNY && (list.validFrom === null || list.validFrom <= now) && isFor(list, who, now);

  const isFor = (list: ListFacts, who: PriceAudience, now: string): boolean =>
    (list.validTo === null || now < list.validTo) &&
    (list.companyId === null || list.companyId === who.companyId) &&
    (list.groupId === null || list.groupId === who.groupId) &&
    (list.level === null || list.level === who.level) &&
    (list.channel === null || list.channel === who.channel);

  return {
    /** Reads which lists there are. Their prices are read when first asked for. */
    refreshLists: async (): Promise<void> => {
      lists = (await searchFactStore.lists(raw)).toSorted(
        (a, b) => compareLists(rankOf(b), rankOf(a)) || (a.id < b.id ? 1 : -1),
      );
      profiles.clear();
    },
    forget: (listIds: readonly string[] | undefined): void => {
      if (listIds) for (const id of listIds) loaded.delete(id);
      else loaded.clear();
      profiles.clear();
    },
    /** The lists that hold for a customer now, from the weakest to the strongest. */
    listsFor: (who: PriceAudience, now: string): ListFacts[] => lists.filter((list) => holds(list, who, now)),
    /** The same with those that are yet to begin, and in any currency. */
    candidatesFor: (who: PriceAudience, now: string): ListFacts[] => lists.filter((list) => isFor(list, who, now)),
    /** Unit prices by number of the SKU, -1 without one. */
    columnFor: (who: PriceAudience, now: string): Promise<Float64Array> =>
      profileOf(lists.filter((list) => holds(list, who, now))),
    /** Prices of some SKUs have changed, or may have. */
    touched: async (skuIds: readonly string[]): Promise<void> => {
      const slots = skuIds.flatMap((id) => catalogue.skus.find(id) ?? []);
      if (slots.length === 0 || loaded.size === 0) return;
      const rows = Map.groupBy(await searchFactStore.pricesOfSkus(raw, [...skuIds]), (row) => row.listId);
      for (const [listId, reading] of loaded) {
        const list = await reading;
        const best = new Map<number, { price: number; tier: number }>();
        for (const row of rows.get(listId) ?? []) {
          const slot = catalogue.skus.find(row.skuId);
          if (slot === undefined || row.minQuantity > (catalogue.least[slot] ?? 1)) continue;
          if ((best.get(slot)?.tier ?? 0) < row.minQuantity)
            best.set(slot, { price: row.unitPriceE4, tier: row.minQuantity });
        }
        for (const slot of slots) {
          const now = best.get(slot);
          if (now || list.changed.has(slot) || list.listed.has(slot)) list.changed.set(slot, now);
        }
        if (list.changed.size > MOST_CHANGES) loaded.delete(listId);
      }
      profiles.clear();
    },
  };
};
export type PriceProfiles = ReturnType<typeof priceProfiles>;
