import { daysBetween } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type Neighbourhood, neighbourhood, type WeightedSet } from '../baskets/index.ts';
import type { CustomerHistory } from '../customers/index.ts';

/** What is learned from everybody's orders. SKUs are numbered in the order of their ids. */
export type Recommender = {
  readonly asOf: Day;
  readonly skus: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** Over orders: what is bought together. */
  readonly together: Neighbourhood;
  readonly orders: number;
  /** Over customers: what the same customers order. */
  readonly also: Neighbourhood;
  readonly customers: number;
  /** Day of the first sale of each SKU. */
  readonly firstDays: readonly Day[];
  /** SKU numbers, most customers first. */
  readonly bestSellers: readonly number[];
  readonly segments: ReadonlyMap<string, Segment>;
};
export type Segment = { readonly customers: number; readonly bestSellers: readonly BestSeller[] };
export type BestSeller = { readonly item: number; readonly customers: number };

export type TrainOptions = {
  /** Older orders count less: half after so many days (180 unless said). */
  readonly halfLifeDays?: number | undefined;
  /** The segment of a customer (its trade, region or group), for what to offer one of whom little is known. */
  readonly segmentOf?: Readonly<Record<string, string>> | undefined;
  /** Neighbours kept of each SKU. */
  readonly keep?: number | undefined;
};

/** Learns from histories as they were on a day. Orders after it are left out by the caller (`historyBefore`). */
export const trainRecommender = (
  histories: readonly CustomerHistory[],
  asOf: Day,
  { halfLifeDays = 180, segmentOf = {}, keep = 50 }: TrainOptions = {},
): Recommender => {
  const buying = histories.filter(({ orders }) => orders.length > 0);
  const firstDay = new Map<string, Day>();
  for (const { orders } of buying)
    for (const { day, items } of orders)
      for (const { skuId } of items) {
        const known = firstDay.get(skuId);
        if (known === undefined || day < known) firstDay.set(skuId, day);
      }
  const skus = [...firstDay.keys()].sort();
  const numberOf = new Map(skus.map((sku, at) => [sku, at]));
  const freshness = freshnessFrom(asOf, halfLifeDays);

  const baskets: WeightedSet[] = [];
  const shelves: WeightedSet[] = [];
  for (const { orders } of buying) {
    const lately = new Map<number, number>();
    for (const { day, items } of orders) {
      const weight = freshness(day);
      const numbers = Int32Array.from(items, ({ skuId }) => numberOf.get(skuId)!);
      // The weight of a basket counts once in every pair of it, hence its root at either item.
      baskets.push({ items: numbers, weights: new Float64Array(items.length).fill(Math.sqrt(weight)) });
      for (const item of numbers) lately.set(item, weight);
    }
    shelves.push({ items: Int32Array.from(lately.keys()), weights: Float64Array.from(lately.values()) });
  }
  const also = neighbourhood(shelves, skus.length, { keep });
  const segments = new Map<string, { customers: number; counts: Map<number, number> }>();
  for (const [at, { customerId }] of buying.entries()) {
    const name = segmentOf[customerId];
    if (name === undefined) continue;
    const segment = segments.get(name) ?? { customers: 0, counts: new Map<number, number>() };
    segments.set(name, segment);
    segment.customers += 1;
    for (const item of shelves[at]!.items) segment.counts.set(item, (segment.counts.get(item) ?? 0) + 1);
  }
  return {
    asOf,
    skus,
    numberOf,
    together: neighbourhood(baskets, skus.length, { keep }),
    orders: baskets.length,
    also,
    customers: buying.length,
    firstDays: skus.map((sku) => firstDay.get(sku)!),
    bestSellers: ranked(also.counts),
    segments: new Map(
      [...segments].map(([name, { customers, counts }]) => [
        name,
        {
          customers,
          bestSellers: [...counts]
            .map(([item, count]) => ({ item, customers: count }))
            .sort((a, b) => b.customers - a.customers || a.item - b.item),
        },
      ]),
    ),
  };
};

/** 1 today, half of it a half-life ago; each day is worked out once. */
const freshnessFrom = (asOf: Day, halfLifeDays: number): ((day: Day) => number) => {
  const known = new Map<Day, number>();
  return (day) => {
    const weight = known.get(day) ?? 0.5 ** (Math.max(0, daysBetween(day, asOf)) / halfLifeDays);
    known.set(day, weight);
    return weight;
  };
};

const ranked = (counts: Int32Array): number[] =>
  Array.from(counts, (_, item) => item).sort((a, b) => counts[b]! - counts[a]! || a - b);
