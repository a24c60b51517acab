import { priceEffectStore, priceListStore, priceVersionStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { netChanges, type PriceChange } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

const named = async (
  db: Deps['db'],
  changes: readonly PriceChange[],
  { page, size }: { page: number; size: number },
) => {
  const skus = await priceEffectStore.skus(db, [...new Set(changes.map(({ skuId }) => skuId as string))]);
  const place = new Map(skus.map((sku, at) => [sku.id, { at, sku }]));
  const rows = changes
    .flatMap((change) => {
      const found = place.get(change.skuId);
      return found ? [{ change, ...found }] : [];
    })
    .sort((a, b) => a.at - b.at || a.change.minQuantity - b.change.minQuantity)
    .slice((page - 1) * size, page * size)
    .map(({ change, sku }) => ({
      skuId: sku.id,
      itemNumber: sku.itemNumber,
      productName: sku.productName,
      options: sku.options,
      axes: sku.axes,
      minQuantity: change.minQuantity,
      beforeE4: change.beforeE4,
      afterE4: change.afterE4,
    }));
  return { total: changes.length, rows };
};

/** What differs in a list between two of its versions (0: before the first), by item number. Backward reads as a change back. */
export const diffVersions = async (
  { db }: Pick<Deps, 'db'>,
  { listId, from, to }: { listId: string; from: number; to: number },
  page: { page: number; size: number },
): Promise<Result<Awaited<ReturnType<typeof named>>, Refusal>> => {
  const list = await priceListStore.find(db, listId);
  if (!list) return err({ kind: 'price-list-not-found' });
  if (Math.max(from, to) > list.version) return err({ kind: 'price-version-not-found' });
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const net = netChanges((await priceVersionStore.changesBetween(db, listId, low, high)).map(({ changes }) => changes));
  const turned =
    from <= to ? net : net.map((change) => ({ ...change, beforeE4: change.afterE4, afterE4: change.beforeE4 }));
  return ok(await named(db, turned, page));
};

/** What a draft changes, by item number. */
export const draftChanges = async (
  { db }: Pick<Deps, 'db'>,
  versionId: string,
  page: { page: number; size: number },
): Promise<Result<Awaited<ReturnType<typeof named>>, Refusal>> => {
  if (!(await priceVersionStore.find(db, versionId))) return err({ kind: 'price-version-not-found' });
  return ok(await named(db, await priceVersionStore.changes(db, versionId), page));
};
