import type { Tx } from '@tradeline/db';
import { type Shelf, sharingStore, stockStore } from '@tradeline/db/stores';
import { type ShownStock, type StockFacts, showStock } from '@tradeline/domain/inventory';
import type { Visitor } from '../../trpc/context.ts';
import { askerOf, sharedShelves } from '../stock/sharing/shared-units.ts';

type Bilingual = Shelf['warehouseName'];

/** Stock of a SKU as somebody may know it; warehouse by warehouse only where the shop says so. */
export type ToldStock = ShownStock & { warehouses?: (ShownStock & { id: string; name: Bilingual })[] };

/** The earlier of two days; none is later than any. */
const earlier = (a: StockFacts['expectedOn'], b: Shelf['expectedOn']): StockFacts['expectedOn'] =>
  b !== null && (a === undefined || b < a) ? b : a;

/** What stands on the shelves of one SKU, told by the policy. Figures the policy hides are not in the answer. */
export const tellStock = (shelves: readonly Shelf[], least: number, policy: Visitor['stock']): ToldStock => {
  const all = shelves.reduce<StockFacts>(
    (sum, shelf) => ({
      least,
      available: sum.available + shelf.available,
      expectedOn: earlier(sum.expectedOn, shelf.expectedOn),
    }),
    { available: 0, least },
  );
  const told = showStock(all, policy.display);
  if (!policy.byWarehouse || shelves.length < 2) return told;
  return {
    ...told,
    warehouses: shelves.map(({ warehouseId, warehouseName, available, expectedOn }) => ({
      id: warehouseId,
      name: warehouseName,
      ...showStock({ available, least, expectedOn: expectedOn ?? undefined }, policy.display),
    })),
  };
};

/** Stock of many SKUs for one visitor: two statements, one more where a sharing rule speaks of them. */
export const toldStock = async (
  tx: Tx,
  visitor: Pick<Visitor, 'stock' | 'company'>,
  skus: readonly { id: string; minQuantity: number }[],
): Promise<(skuId: string) => ToldStock> => {
  const ids = skus.map(({ id }) => id);
  const [seen, sharing] = await Promise.all([stockStore.shelves(tx, ids), sharingStore.rules(tx)]);
  const asker = askerOf(visitor);
  const shelves = Map.groupBy(await sharedShelves(tx, { ...sharing, asker }, seen), ({ skuId }) => skuId);
  const leasts = new Map(skus.map(({ id, minQuantity }) => [id, minQuantity]));
  return (skuId) => tellStock(shelves.get(skuId) ?? [], leasts.get(skuId) ?? 1, visitor.stock);
};
