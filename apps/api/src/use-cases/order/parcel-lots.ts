import type { Tx } from '@tradeline/db';
import {
  type Held,
  lotStore,
  lotsAt,
  lotsOfGoods,
  type Movement,
  type NamedLot,
  type ParcelLine,
} from '@tradeline/db/stores';
import { type LotPart, proposeLots } from '@tradeline/domain/inventory';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { LineQuantity } from '@tradeline/domain/order';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { noneToSend } from '../picking/pick-lots.ts';
import type { OrderRecord } from './order-facts.ts';

type Part = { held: Held; units: number };
type Boxed = { reservationId: string; lotId: string; units: number };

/** The lots picked of these goods, as far as they leave now: those that expire first go with the first parcel. */
export const boxedLots = async (tx: Tx, parts: readonly Part[]): Promise<Boxed[]> => {
  const picked = await lotStore.picked(
    tx,
    parts.map(({ held }) => held.id),
  );
  return parts.flatMap(({ held, units }) => {
    let left = units;
    return picked
      .filter(({ reservationId }) => reservationId === held.id)
      .map((one) => {
        const going = Math.min(left, one.units);
        left -= going;
        return { ...one, units: going };
      })
      .filter((one) => one.units > 0);
  });
};

/** The lots of one entry; nothing where none was picked, so that first expired goes first. */
export const lotsOfMovement = (
  { skuId, warehouseId }: Pick<Movement, 'skuId' | 'warehouseId'>,
  parts: readonly Part[],
  boxed: readonly Boxed[],
): LotPart[] | undefined => {
  const own = new Set(
    parts.filter(({ held }) => held.skuId === skuId && held.warehouseId === warehouseId).map(({ held }) => held.id),
  );
  const lots = boxed
    .filter(({ reservationId }) => own.has(reservationId))
    .map(({ lotId, units }) => ({ lotId, quantity: units }));
  return lots.length > 0 ? lots : undefined;
};

/** Which line of a parcel has which of the lots that went with it. */
export const parcelLines = (
  { lines: ordered }: Pick<OrderRecord, 'lines'>,
  lines: readonly LineQuantity[],
  sent: ReadonlyMap<string, readonly NamedLot[]>,
): ParcelLine[] => {
  const left = new Map([...sent].map(([skuId, lots]) => [skuId, lots.map((lot) => ({ ...lot }))]));
  return lines.map(({ lineId, quantity }) => {
    let open = quantity;
    const lots = (left.get(ordered.find(({ id }) => id === lineId)?.skuId ?? '') ?? []).flatMap((lot) => {
      const units = Math.min(open, lot.quantity);
      open -= units;
      lot.quantity -= units;
      return units > 0 ? [{ code: lot.code, expiresOn: lot.expiresOn, quantity: units }] : [];
    });
    return { orderLineId: lineId, quantity, lots: lots.length > 0 ? lots : null };
  });
};

/** Refuses a parcel of which a part would have to come from a lot that may not be sent any more. */
export const checkParcelLots = async (tx: Tx, parts: readonly Part[]): Promise<Result<void, Refusal>> => {
  const goods = await lotsOfGoods(tx, [...new Set(parts.map(({ held }) => held.skuId))]);
  if (goods.size === 0) return ok(undefined);
  const boxed = await boxedLots(tx, parts);
  for (const group of Map.groupBy(parts, ({ held }) => `${held.skuId} ${held.warehouseId}`).values()) {
    const { skuId, warehouseId } = group[0]!.held;
    const own = goods.get(skuId);
    if (!own) continue;
    const asked = group.reduce((sum, { units }) => sum + units, 0);
    const known = lotsOfMovement({ skuId, warehouseId }, group, boxed) ?? [];
    const stale = lotsAt(own, warehouseId).find(
      ({ lotId, expiresOn }) => expiresOn !== null && expiresOn < own.today && known.some((lot) => lot.lotId === lotId),
    );
    const rest = asked - known.reduce((sum, { quantity }) => sum + quantity, 0);
    const { left } = proposeLots(lotsAt(own, warehouseId), rest, own.today);
    const refuse = (why: ReturnType<typeof noneToSend>): Result<void, Refusal> =>
      err({ kind: 'lot-refused', skuId, itemNumber: own.itemNumber, why });
    if (stale && stale.expiresOn !== null)
      return refuse({ kind: 'lot-expired', code: stale.code, expiresOn: stale.expiresOn, nearest: null });
    if (left > 0) return refuse(noneToSend(own, warehouseId, left, rest));
  }
  return ok(undefined);
};
