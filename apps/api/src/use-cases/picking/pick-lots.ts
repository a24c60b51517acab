import type { Tx } from '@tradeline/db';
import { type LotsOfGoods, lotStore, lotsAt, lotsOfGoods, type PickStop, stockStore } from '@tradeline/db/stores';
import {
  firstExpiredFirst,
  freeOfLot,
  isExpired,
  type LotPart,
  type LotProblem,
  proposeLots,
  refusePick,
} from '@tradeline/domain/inventory';
import { type Day, err, ok, type Result } from '@tradeline/domain/kernel';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** What a stop offers of a lot. */
export type OfferedLot = { lotId: string; code: string; expiresOn: Day | null; free: number; expired: boolean };

/** The lots that lie free at a stop, those to take first at the top; expired ones are shown so that nobody takes them. */
export const offeredLots = (goods: LotsOfGoods, warehouseId: string): OfferedLot[] =>
  firstExpiredFirst(lotsAt(goods, warehouseId))
    .filter((lot) => freeOfLot(lot) > 0)
    .map((lot) => ({
      ...{ lotId: lot.lotId, code: lot.code, expiresOn: lot.expiresOn },
      ...{ free: freeOfLot(lot), expired: isExpired(lot, goods.today) },
    }));

/** Notes of which lots units were taken: those that the picker named, else first expired first. The order is locked. */
export const takeLots = async (
  tx: Tx,
  stop: PickStop,
  units: number,
  named: readonly LotPart[] | undefined,
): Promise<Result<void, Refusal>> => {
  if (!stop.byLot) return ok(undefined);
  // Two pickers at one shelf: the balance's row lines them up.
  await stockStore.take(tx, [stop]);
  const goods = (await lotsOfGoods(tx, [stop.skuId])).get(stop.skuId);
  if (!goods) return ok(undefined);
  const lots = lotsAt(goods, stop.warehouseId);
  const proposed = proposeLots(lots, units, goods.today);
  const why =
    named || proposed.left === 0
      ? refusePick(lots, named ?? proposed.parts, units, goods.today)
      : noneToSend(goods, stop.warehouseId, proposed.left, units);
  if (why) return err({ kind: 'lot-refused', skuId: stop.skuId, itemNumber: stop.itemNumber, why });
  await lotStore.pick(tx, stop.reservationId, named ?? proposed.parts);
  return ok(undefined);
};

/** Why so many units cannot come from lots that may be sent: what else lies there has expired, or is in other boxes. */
export const noneToSend = (goods: LotsOfGoods, warehouseId: string, left: number, asked: number): LotProblem => {
  const old = lotsAt(goods, warehouseId).find((lot) => freeOfLot(lot) > 0 && isExpired(lot, goods.today));
  return old && old.expiresOn !== null
    ? { kind: 'lot-expired', code: old.code, expiresOn: old.expiresOn, nearest: null }
    : { kind: 'lot-short', code: '', asked, there: asked - left };
};
