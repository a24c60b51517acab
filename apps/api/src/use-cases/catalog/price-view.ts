import type { Tx } from '@tradeline/db';
import { priceStore, type SkuFacts, transactionTime } from '@tradeline/db/stores';
import type { Instant } from '@tradeline/domain/kernel';
import { CNY, type Currency, type UnitPriceE4 } from '@tradeline/domain/money';
import { type PriceEntry, type PriceKind, selectPrice } from '@tradeline/domain/pricing';
import type { Visitor } from '../../trpc/context.ts';
import { audienceOf, customerOf } from '../pricing/quote-facts.ts';

/** From `minQuantity` base units on, one unit costs this. */
export type Tier = { minQuantity: number; unitPriceE4: UnitPriceE4 };
export type MyPrice = { unitPriceE4: UnitPriceE4; kind: PriceKind; tiers: Tier[]; currency: Currency };

const priceAt = (entries: readonly PriceEntry[], quantity: number, visitor: Visitor, now: Instant) =>
  selectPrice(entries, {
    currency: CNY,
    now,
    customer: customerOf(visitor),
    quantity: { line: quantity, product: quantity, group: quantity },
  });

/** What one unit costs this visitor at the least quantity he may order, and every quantity from which it costs less. */
export const myPrice = (
  sku: Pick<SkuFacts, 'minQuantity'>,
  entries: readonly PriceEntry[],
  visitor: Visitor,
  now: Instant,
): MyPrice | undefined => {
  const first = priceAt(entries, sku.minQuantity, visitor, now);
  if (!first.ok) return undefined;
  const steps = [
    ...new Set([sku.minQuantity, ...entries.map((e) => Number(e.minQuantity ?? 1)).filter((q) => q > sku.minQuantity)]),
  ].sort((a, b) => a - b);
  const tiers: Tier[] = [];
  for (const minQuantity of steps) {
    const at = priceAt(entries, minQuantity, visitor, now);
    if (at.ok && at.value.unitPriceE4 !== tiers.at(-1)?.unitPriceE4)
      tiers.push({ minQuantity, unitPriceE4: at.value.unitPriceE4 });
  }
  return { unitPriceE4: first.value.unitPriceE4, kind: first.value.kind, tiers, currency: CNY };
};

/** Prices of many SKUs for one visitor in one query. */
export const myPrices = async (tx: Tx, visitor: Visitor, skus: SkuFacts[]): Promise<Map<string, MyPrice>> => {
  const entries = Map.groupBy(
    await priceStore.candidates(
      tx,
      skus.map((sku) => sku.id),
      audienceOf(visitor),
    ),
    (entry) => entry.skuId as string,
  );
  const now = await transactionTime(tx);
  const found = new Map<string, MyPrice>();
  for (const sku of skus) {
    const price = myPrice(sku, entries.get(sku.id) ?? [], visitor, now);
    if (price) found.set(sku.id, price);
  }
  return found;
};
