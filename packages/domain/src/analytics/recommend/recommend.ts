import { daysBetween } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { CustomerHistory } from '../customers/index.ts';
import { isDue, type OwnItem, ownItems } from './own-items.ts';
import type { Blocked, BlockReason, Recommended } from './reason.ts';
import { alsoReason, neighbourScores, ownReason, tasteOf, togetherReason } from './score.ts';
import type { Recommender } from './train.ts';

export type Recommendations = {
  /** The most overdue first: score is elapsed over usual days. */
  readonly dueForReorder: readonly Recommended[];
  /** What orders with the cart's goods hold too, and not less often than chance would have it. Empty for an empty cart. */
  readonly boughtTogether: readonly Recommended[];
  /** What customers with the same goods order and this one never has. */
  readonly alsoOrdered: readonly Recommended[];
  /** Never ordered by this customer: goods new in the range, then best sellers of its segment, then of all. */
  readonly newForYou: readonly Recommended[];
  /** How many SKUs were not offered, by why: known and not yet due again, or blocked. */
  readonly leftOut: Readonly<Partial<Record<BlockReason | 'owned-not-due', number>>>;
};
export type RecommendOptions = {
  readonly cart?: readonly string[] | undefined;
  readonly segment?: string | undefined;
  readonly blocked?: Blocked | undefined;
  /** Of each of the four. */
  readonly limit?: number | undefined;
  /** First sold so many days ago or later is new in the range. */
  readonly newDays?: number | undefined;
};

/** Four lists for one customer on a day, each entry with its reason and counts. What it has and does not need yet is in none. */
export const recommend = (
  model: Recommender,
  history: CustomerHistory,
  asOf: Day,
  { cart = [], segment, blocked = {}, limit = 10, newDays = 60 }: RecommendOptions = {},
): Recommendations => {
  const own = ownItems(history, asOf);
  const [owned, inCart] = [new Map(own.map((item) => [item.skuId, item])), new Set(cart)];
  const left = new Map<string, BlockReason | 'owned-not-due'>();
  const offered = (skuId: string): boolean => {
    if (inCart.has(skuId)) return false;
    const item = owned.get(skuId);
    const reason = blocked[skuId] ?? (item && !isDue(item) ? 'owned-not-due' : undefined);
    if (reason !== undefined) left.set(skuId, reason);
    return reason === undefined;
  };
  const unknown = (skuId: string): boolean => offered(skuId) && !owned.has(skuId);
  const numbers = cart.map((skuId) => model.numberOf.get(skuId)).filter((item) => item !== undefined);
  const skuOf = (item: number): string => model.skus[item]!;

  const dueForReorder = dueItems(own, offered);
  const boughtTogether = neighbourScores(model.together, new Map(numbers.map((item) => [item, 1])))
    .filter(({ item, lift = 1 }) => lift >= 1 && offered(skuOf(item)))
    .map((near) => ({ skuId: skuOf(near.item), score: near.score, reason: togetherReason(model, near) }));
  const alsoOrdered = neighbourScores(model.also, tasteOf(model, own))
    .filter(({ item }) => unknown(skuOf(item)))
    .map((near) => ({ skuId: skuOf(near.item), score: near.score, reason: alsoReason(model, near) }));
  const newForYou = unknownGoods(model, asOf, newDays, segment, limit, unknown);

  const leftOut: Partial<Record<BlockReason | 'owned-not-due', number>> = {};
  for (const reason of left.values()) leftOut[reason] = (leftOut[reason] ?? 0) + 1;
  return {
    dueForReorder: dueForReorder.slice(0, limit),
    boughtTogether: boughtTogether.slice(0, limit),
    alsoOrdered: alsoOrdered.slice(0, limit),
    newForYou,
    leftOut,
  };
};

const dueItems = (own: readonly OwnItem[], offered: (skuId: string) => boolean): Recommended[] =>
  own
    .filter((item) => offered(item.skuId) && isDue(item))
    .map((item) => ({
      skuId: item.skuId,
      score: item.elapsedDays / Math.max(1, item.usualDays ?? 1),
      reason: ownReason(item, true),
    }))
    .sort((a, b) => b.score - a.score || (a.skuId < b.skuId ? -1 : 1));

const unknownGoods = (
  model: Recommender,
  asOf: Day,
  newDays: number,
  segmentName: string | undefined,
  limit: number,
  unknown: (skuId: string) => boolean,
): Recommended[] => {
  const { skus, firstDays, bestSellers, customers: all } = model;
  const segment = segmentName === undefined ? undefined : model.segments.get(segmentName);
  // When everything was first sold within the look-back, the log is young, not the range.
  const opened = [...firstDays].sort()[0] ?? asOf;
  const isNew = (item: number): boolean =>
    daysBetween(firstDays[item]!, asOf) < newDays && daysBetween(opened, firstDays[item]!) >= newDays;
  const found: Recommended[] = [];
  const listed = new Set<number>();
  const add = (item: number, score: number, reason: Recommended['reason']): void => {
    if (found.length >= limit || listed.has(item) || !unknown(skus[item]!)) return;
    listed.add(item);
    found.push({ skuId: skus[item]!, score, reason });
  };
  const customersOf = (item: number): number => model.also.counts[item]!;
  for (const item of bestSellers)
    if (isNew(item))
      add(item, customersOf(item) / all, {
        kind: 'new-in-range',
        firstDay: firstDays[item]!,
        customers: customersOf(item),
      });
  for (const { item, customers } of segment?.bestSellers ?? [])
    add(item, customers / segment!.customers, {
      kind: 'best-seller',
      segment: segmentName!,
      customers,
      of: segment!.customers,
    });
  for (const item of bestSellers)
    add(item, customersOf(item) / all, { kind: 'best-seller', customers: customersOf(item), of: all });
  return found;
};
