import type { Tx } from '@tradeline/db';
import { type LotsOfGoods, pickListStore } from '@tradeline/db/stores';
import { planPicks } from '@tradeline/domain/inventory';
import { type OfferedLot, offeredLots } from './pick-lots.ts';

export type PlannedLot = OfferedLot & { units: number };
export type ShelfPlan = {
  /** The lots to take at an open stop, of whatever list. */
  atStop: ReadonlyMap<string, readonly PlannedLot[]>;
  /** The lots from which so many more units can be taken, one wish after another, without touching what the stops take. */
  beyond: (skuId: string, units: readonly number[]) => readonly (readonly PlannedLot[])[];
};

/**
 * Which lots are taken at the shelves of a warehouse. All open lists are planned as one walk, the first made first: what one
 * of them is sent for and has not picked yet is not offered to the next.
 */
export const planShelves = async (
  tx: Tx,
  warehouseId: string,
  goods: ReadonlyMap<string, LotsOfGoods>,
): Promise<ShelfPlan> => {
  const stops = goods.size === 0 ? [] : await pickListStore.openStops(tx, warehouseId, [...goods.keys()]);
  const at = (skuId: string) => stops.filter((stop) => stop.skuId === skuId);
  const lotsOf = (skuId: string) => {
    const own = goods.get(skuId);
    return own ? offeredLots(own, warehouseId) : [];
  };
  const plan = (skuId: string, more: readonly number[]) =>
    planPicks(lotsOf(skuId), [...at(skuId).map(({ open }) => open), ...more]);
  const planned = [...goods.keys()].flatMap((skuId) => {
    const taken = plan(skuId, []);
    return at(skuId).map(({ id }, n) => [id, taken[n] ?? []] as const);
  });
  return {
    atStop: new Map(planned),
    beyond: (skuId, units) => plan(skuId, units).slice(at(skuId).length),
  };
};
