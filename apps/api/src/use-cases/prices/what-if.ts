import type { Tx } from '@tradeline/db';
import { type EffectSku, priceEffectStore, priceEntry, priceListStore } from '@tradeline/db/stores';
import { addDays, type Instant, type SkuId } from '@tradeline/domain/kernel';
import { CNY, minor } from '@tradeline/domain/money';
import {
  audienceObstacle,
  type Direction,
  directionOf,
  type ImpactInput,
  type PriceEffect,
  type PriceEntry,
  type PriceImpact,
  priceImpact,
  pricesBefore,
} from '@tradeline/domain/pricing';
import { type Profiles, profilesOf } from './price-profiles.ts';
import type { WhatIfTask } from './what-if-subject.ts';

/** Goods whose prices, orders and carts are read and compared at one go. */
const PIECE = 250;
/** How far back orders are priced anew. */
export const SOLD_DAYS = 90;

export type SkuWhatIf = {
  sku: EffectSku;
  impact: PriceImpact;
};
export type WhatIfRun = {
  profiles: Profiles;
  lists: Awaited<ReturnType<typeof priceEffectStore.lists>>;
  /** Compares the next goods; call it until all are done. */
  piece: (skuIds: string[]) => Promise<SkuWhatIf[]>;
};

/** Prices of the list before and after, of one SKU. */
const sidesOf = (task: WhatIfTask, own: readonly PriceEntry[], skuId: string, asEntry: (p: Price) => PriceEntry) => {
  if (!task.changes) return task.list.active ? { before: own, after: [] } : { before: [], after: own };
  const changed = (task.changes.get(skuId) ?? []).map((change) => ({
    ...change,
    beforeE4: change.afterE4,
    afterE4: change.beforeE4,
  }));
  const stored = own.flatMap(({ minQuantity, amountE4 }) =>
    amountE4 === null ? [] : [{ skuId: skuId as SkuId, minQuantity: Number(minQuantity ?? 1), unitPriceE4: amountE4 }],
  );
  return { before: own, after: pricesBefore(stored, [changed]).map(asEntry) };
};
type Price = Parameters<typeof priceEntry>[1];

/** Prepares a comparison: reads lists and customers once; goods follow piece by piece. */
export const startWhatIf = async (tx: Tx, task: WhatIfTask): Promise<WhatIfRun> => {
  const lists = await priceEffectStore.lists(tx);
  const own = lists.get(task.list.id);
  const { minMargin } = await priceListStore.settings(tx);
  const running = [...lists.values()].filter(
    (list) => list.id !== task.list.id && list.active && (list.validTo === null || list.validTo > task.at),
  );
  const everybody = await priceEffectStore.customers(tx);
  const probe = own && priceEntry(own, { skuId: '', minQuantity: 1, unitPriceE4: 0 as never });
  const channel = task.list.channel ?? 'portal';
  const all = profilesOf(everybody, lists.values(), channel);
  // Nobody else's price can change by this list.
  const reached = all.members.filter((_, at) => probe && audienceObstacle(probe, all.contexts[at]!) === undefined);
  const profiles = profilesOf(reached.flat(), lists.values(), channel);
  const customers = profiles.members.map((members) => members.length);
  const since: Instant = addDays(task.at, -SOLD_DAYS);
  const listIds = [task.list.id, ...running.map(({ id }) => id)];
  const piece = async (skuIds: string[]): Promise<SkuWhatIf[]> => {
    const [skus, stored, sold, carted] = [
      await priceEffectStore.skus(tx, skuIds),
      Map.groupBy(await priceEffectStore.prices(tx, skuIds, listIds), ({ skuId }) => skuId),
      Map.groupBy(await priceEffectStore.sold(tx, skuIds, since), ({ skuId }) => skuId),
      Map.groupBy(await priceEffectStore.carted(tx, skuIds), ({ skuId }) => skuId),
    ];
    return skus.map((sku) => {
      const rows = stored.get(sku.id) ?? [];
      const entries = rows.map((row) => priceEntry(lists.get(row.listId)!, row));
      const others = entries.filter(({ listId }) => (listId as string) !== task.list.id);
      const mine = entries.filter(({ listId }) => (listId as string) === task.list.id);
      const { before, after } = sidesOf(task, mine, sku.id, (price) => priceEntry(own!, price));
      const input: ImpactInput = {
        before: [...others, ...before],
        after: [...others, ...after],
        profiles: profiles.contexts,
        customers,
        from: sku.minQuantity,
        query: { now: task.at, currency: CNY },
        cost: sku.cost === null ? null : minor(sku.cost),
        minMargin,
        sold: (sold.get(sku.id) ?? []).flatMap(({ companyId, quantity, times }) => {
          const profile = profiles.profileOf.get(companyId);
          return profile === undefined ? [] : [{ profile, of: companyId, quantity, times }];
        }),
        carted: (carted.get(sku.id) ?? []).flatMap(({ companyId, cartId, quantity }) => {
          const profile = profiles.profileOf.get(companyId);
          return profile === undefined ? [] : [{ profile, of: `${cartId} ${companyId}`, quantity, times: 1 }];
        }),
      };
      return { sku, impact: priceImpact(input) };
    });
  };
  return { profiles, lists, piece };
};

export type SkuRow = {
  id: string;
  itemNumber: string;
  dearer: number;
  cheaper: number;
  lost: number;
  gained: number;
  belowCost: boolean;
  belowFloor: boolean;
  invertedFrom: number | null;
  /** What most of the customers concerned see, at the first quantity that changes. */
  quantity: number;
  beforeE4: number | null;
  afterE4: number | null;
  soldUnits: number;
  soldBefore: number;
  soldAfter: number;
  cost: number | null;
};
export type CustomerRow = Record<Direction, number> & {
  id: string;
  number: string;
  name: string;
  soldBefore: number;
  soldAfter: number;
  cartBefore: number;
  cartAfter: number;
};
export type WhatIf = {
  at: Instant;
  counts: { skus: number; touched: number; moved: number; customers: Record<Direction, number>; reached: number };
  warnings: { belowCost: number; belowFloor: number; inverted: number; lost: number };
  sold: { before: number; after: number; cost: number; units: number; days: number };
  carts: { count: number; before: number; after: number };
  skus: SkuRow[];
  customers: CustomerRow[];
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const skuRow = ({ sku, impact }: SkuWhatIf, customers: readonly number[]): SkuRow => {
  const weight = ({ profiles }: PriceEffect): number => sum(profiles.map((at) => customers[at] ?? 0));
  const main = impact.effects.toSorted((a, b) => weight(b) - weight(a))[0];
  const step = main?.steps.find(({ before, after }) => before?.unitPriceE4 !== after?.unitPriceE4);
  return {
    id: sku.id,
    itemNumber: sku.itemNumber,
    dearer: impact.dearer,
    cheaper: impact.cheaper,
    lost: impact.lost,
    gained: impact.gained,
    belowCost: impact.belowCost,
    belowFloor: impact.belowFloor,
    invertedFrom: impact.invertedFrom ?? null,
    quantity: step?.quantity ?? sku.minQuantity,
    beforeE4: step?.before?.unitPriceE4 ?? null,
    afterE4: step?.after?.unitPriceE4 ?? null,
    soldUnits: impact.soldUnits,
    soldBefore: sum(impact.sold.map(({ before }) => before)),
    soldAfter: sum(impact.sold.map(({ after }) => after)),
    cost: sku.cost,
  };
};

/** Compares everything and adds it up; `onPiece` is told how many goods are done and may end the work by throwing. */
export const reckonWhatIf = async (
  tx: Tx,
  task: WhatIfTask,
  onPiece: (done: number, total: number) => Promise<void> = async () => {},
): Promise<WhatIf> => {
  const run = await startWhatIf(tx, task);
  const { members } = run.profiles;
  const sizes = members.map((each) => each.length);
  const byProfile = members.map((): Record<Direction, number> => ({ lost: 0, dearer: 0, cheaper: 0, gained: 0 }));
  const sold = new Map<string, { before: number; after: number }>();
  const carts = new Map<string, { before: number; after: number }>();
  const rows: SkuRow[] = [];
  const addTo = (sums: typeof sold, of: string, before: number, after: number): void => {
    const known = sums.get(of) ?? { before: 0, after: 0 };
    sums.set(of, { before: known.before + before, after: known.after + after });
  };
  for (let at = 0; at < task.skuIds.length; at += PIECE) {
    for (const each of await run.piece(task.skuIds.slice(at, at + PIECE))) {
      if (each.impact.effects.length === 0) continue;
      rows.push(skuRow(each, sizes));
      for (const effect of each.impact.effects) {
        const way = directionOf(effect);
        for (const profile of effect.profiles) byProfile[profile]![way] += 1;
      }
      for (const { of, before, after } of each.impact.sold) addTo(sold, of, before, after);
      for (const { of, before, after } of each.impact.carts) addTo(carts, of, before, after);
    }
    await onPiece(Math.min(at + PIECE, task.skuIds.length), task.skuIds.length);
  }
  const cartsOf = Map.groupBy([...carts], ([of]) => of.split(' ')[1] ?? '');
  const customers = members.flatMap((each, profile) => {
    const counts = byProfile[profile]!;
    if (sum(Object.values(counts)) === 0) return [];
    return each.map(({ id, number, name }): CustomerRow => {
      const own = cartsOf.get(id) ?? [];
      return {
        id,
        number,
        name,
        ...counts,
        soldBefore: sold.get(id)?.before ?? 0,
        soldAfter: sold.get(id)?.after ?? 0,
        cartBefore: sum(own.map(([, { before }]) => before)),
        cartAfter: sum(own.map(([, { after }]) => after)),
      };
    });
  });
  const having = (way: Direction): number => customers.filter((customer) => customer[way] > 0).length;
  const amounts = [...carts.values()];
  return {
    at: task.at,
    counts: {
      skus: task.skuIds.length,
      touched: rows.length,
      moved: await movedSince(tx, task),
      customers: {
        lost: having('lost'),
        dearer: having('dearer'),
        cheaper: having('cheaper'),
        gained: having('gained'),
      },
      reached: sum(sizes),
    },
    warnings: {
      belowCost: rows.filter((row) => row.belowCost).length,
      belowFloor: rows.filter((row) => row.belowFloor).length,
      inverted: rows.filter((row) => row.invertedFrom !== null).length,
      lost: rows.filter((row) => row.lost > 0).length,
    },
    sold: {
      before: sum(rows.map(({ soldBefore }) => soldBefore)),
      after: sum(rows.map(({ soldAfter }) => soldAfter)),
      cost: sum(rows.map(({ soldUnits, cost }) => soldUnits * (cost ?? 0))),
      units: sum(rows.map(({ soldUnits }) => soldUnits)),
      days: SOLD_DAYS,
    },
    carts: {
      count: carts.size,
      before: sum(amounts.map(({ before }) => before)),
      after: sum(amounts.map(({ after }) => after)),
    },
    skus: rows,
    customers: customers.sort(
      (a, b) => Math.abs(b.soldAfter - b.soldBefore) - Math.abs(a.soldAfter - a.soldBefore) || b.dearer - a.dearer,
    ),
  };
};

/** Prices of a draft that are no longer what they were when it was written. */
const movedSince = async (tx: Tx, task: WhatIfTask): Promise<number> => {
  if (!task.changes) return 0;
  const changes = [...task.changes.values()].flat();
  const drafted = new Map(changes.map((change) => [`${change.skuId} ${change.minQuantity}`, change.beforeE4]));
  const now = new Map<string, number>();
  for (let at = 0; at < task.skuIds.length; at += 5_000)
    for (const price of await priceEffectStore.prices(tx, task.skuIds.slice(at, at + 5_000), [task.list.id]))
      now.set(`${price.skuId} ${price.minQuantity}`, price.unitPriceE4);
  return [...drafted].filter(([place, before]) => (now.get(place) ?? null) !== before).length;
};
