import type { SkuId } from '../kernel/index.ts';
import type { UnitPriceE4 } from '../money/index.ts';

/** One price of a list before and after: null = the list has none for this SKU from this quantity on. */
export type PriceChange = {
  readonly skuId: SkuId;
  readonly minQuantity: number;
  readonly beforeE4: UnitPriceE4 | null;
  readonly afterE4: UnitPriceE4 | null;
};
export type ListPrice = { readonly skuId: SkuId; readonly minQuantity: number; readonly unitPriceE4: UnitPriceE4 };
export type NumberedChanges = { readonly number: number; readonly changes: readonly PriceChange[] };

type Place = Pick<PriceChange, 'skuId' | 'minQuantity'>;
const placeOf = ({ skuId, minQuantity }: Place): string => `${skuId} ${minQuantity}`;

/** What several versions together did, oldest first: the first `before` and the last `after` of each price that differs in the end. */
export const netChanges = (versions: readonly (readonly PriceChange[])[]): PriceChange[] => {
  const net = new Map<string, PriceChange>();
  for (const change of versions.flat()) {
    const earlier = net.get(placeOf(change));
    net.set(placeOf(change), earlier ? { ...change, beforeE4: earlier.beforeE4 } : change);
  }
  return [...net.values()].filter(({ beforeE4, afterE4 }) => beforeE4 !== afterE4);
};

/** A price that a rollback leaves alone, and why: a later version (its number) decided it anew, or it was changed outside the versions. */
export type UndoConflict = {
  readonly change: PriceChange;
  readonly by: number | 'outside';
  readonly currentE4: UnitPriceE4 | null;
};

/**
 * Takes a version back: what it changed becomes what it was. A price that a later version changed again, or that no
 * longer is what this version made it, is left alone and named.
 */
export const undoChanges = (
  changes: readonly PriceChange[],
  later: readonly NumberedChanges[],
  current: readonly ListPrice[],
): { readonly changes: PriceChange[]; readonly conflicts: UndoConflict[] } => {
  const lastBy = new Map<string, number>();
  for (const version of later)
    for (const change of version.changes)
      lastBy.set(placeOf(change), Math.max(version.number, lastBy.get(placeOf(change)) ?? 0));
  const now = new Map(current.map((price) => [placeOf(price), price.unitPriceE4]));
  const undone: PriceChange[] = [];
  const conflicts: UndoConflict[] = [];
  for (const change of changes) {
    const currentE4 = now.get(placeOf(change)) ?? null;
    const by = lastBy.get(placeOf(change)) ?? (currentE4 === change.afterE4 ? undefined : 'outside');
    if (by !== undefined) conflicts.push({ change, by, currentE4 });
    else undone.push({ ...change, beforeE4: change.afterE4, afterE4: change.beforeE4 });
  }
  return { changes: undone, conflicts };
};

/** The prices of a list as they were before the given versions (oldest first), from what they are now. */
export const pricesBefore = (
  current: readonly ListPrice[],
  versions: readonly (readonly PriceChange[])[],
): ListPrice[] => {
  const then = new Map(current.map((price) => [placeOf(price), price]));
  for (const { skuId, minQuantity, beforeE4 } of versions.flat().reverse()) {
    const place = placeOf({ skuId, minQuantity });
    if (beforeE4 === null) then.delete(place);
    else then.set(place, { skuId, minQuantity, unitPriceE4: beforeE4 });
  }
  return [...then.values()];
};
