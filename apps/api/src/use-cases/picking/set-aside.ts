import type { Tx } from '@tradeline/db';
import { type Held, lotStore, type Movement, putBackStore, stockStore } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';

type Part = { held: Held; units: number };
type Lots = Awaited<ReturnType<typeof lotStore.picked>>;

/** Of units that an order gives up, those that lie picked: what was not picked is given up first. */
const boxed = ({ held, units }: Part): number => Math.max(0, held.picked - (held.quantity - units));

/** Which lots lie in the boxes of these goods. Asked before and after they are given up, the difference is what is to go back. */
export const lotsInBoxes = (tx: Tx, parts: readonly Part[]): Promise<Lots> => {
  const ids = parts.filter((part) => boxed(part) > 0).map(({ held }) => held.id);
  return ids.length === 0 ? Promise.resolve([]) : lotStore.picked(tx, ids);
};

/**
 * Goods in the box of an order that does not get them are on no shelf: they are set aside in the transaction that gives
 * them up, and listed to be put back. Only then can they be promised again (decision 298).
 */
export const setAside = async (
  tx: Tx,
  parts: readonly Part[],
  before: Lots,
  order: { id: string; number: string },
  entry: Pick<Movement, 'cause' | 'actor'>,
): Promise<void> => {
  const lying = parts.filter((part) => boxed(part) > 0);
  if (lying.length === 0) return;
  const after = await lotsInBoxes(tx, parts);
  const left = (reservationId: string, lotId: string): number =>
    after.find((one) => one.reservationId === reservationId && one.lotId === lotId)?.units ?? 0;
  const shelves = [...Map.groupBy(lying, ({ held }) => `${held.skuId} ${held.warehouseId}`).values()].map((group) => {
    const { skuId, warehouseId } = group[0]!.held;
    const lots = before
      .filter(({ reservationId }) => group.some(({ held }) => held.id === reservationId))
      .map(({ reservationId, lotId, units }) => ({ lotId, quantity: units - left(reservationId, lotId) }))
      .filter(({ quantity }) => quantity > 0);
    return { skuId, warehouseId, units: group.reduce((sum, part) => sum + boxed(part), 0), lots };
  });
  const moved = await stockStore.move(
    tx,
    shelves.map(({ skuId, warehouseId, units, lots }) => ({
      ...{ skuId, warehouseId, kind: 'quarantine', quantity: units, ...entry, reason: order.number },
      ...(lots.length > 0 ? { lots } : {}),
    })),
  );
  invariant(moved, 'what was just released can be set aside');
  await putBackStore.add(
    tx,
    shelves.map((shelf) => ({ ...shelf, orderId: order.id })),
  );
};
