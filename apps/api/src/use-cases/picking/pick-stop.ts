import { type Tx, transact } from '@tradeline/db';
import { type OrderScope, orderStore, type PickStop, pickListStore, stockStore } from '@tradeline/db/stores';
import type { ShortReason, ShortRest } from '@tradeline/domain/fulfilment';
import type { LotPart } from '@tradeline/domain/inventory';
import { err, invariant, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Actor, ledgerName } from '../order/actor.ts';
import { takeStep } from '../order/run-command.ts';
import { setAsideEnded } from '../stock/ended-lots.ts';
import { takeLots } from './pick-lots.ts';

export type PickedStop = { listDone: boolean };
type At = { scope: OrderScope; stopId: string; units: number };
/** Left out: the lots that expire first. */
type FromLots = { lots?: readonly LotPart[] | undefined };

/** Units of a stop lie in their order's box. Whoever comes second is told who was faster; nothing is counted twice. */
export const pickStop = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { scope, stopId, units, lots }: At & FromLots,
): Promise<Result<PickedStop, Refusal>> =>
  transact<PickedStop, Refusal>(db, async (tx) => {
    const found = await lockedStop(tx, scope, stopId, units);
    if (!found.ok) return found;
    const { orderId, orderLineId, listId } = found.value;
    const chosen = await takeLots(tx, found.value, units, lots);
    if (!chosen.ok) return chosen;
    if (!(await pickListStore.take(tx, stopId, units, actor.name))) return err(await settled(tx, stopId));
    const step = await takeStep(tx, actor, {
      scope,
      orderId,
      command: { action: 'pick', lines: [{ lineId: orderLineId, quantity: units }] },
    });
    if (!step.ok) return step;
    return ok({ listDone: await pickListStore.endFinished(tx, listId) });
  });

/**
 * Units of a stop were not there, or not fit to send. The order is owed them; and they leave what can be promised until
 * somebody has looked, since a shelf that has not what the books say would be promised again at once.
 */
export const missStop = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { scope, stopId, units, ...why }: At & { reason: ShortReason; rest: ShortRest; comment: string },
): Promise<Result<PickedStop, Refusal>> =>
  transact<PickedStop, Refusal>(db, async (tx) => {
    const found = await lockedStop(tx, scope, stopId, units);
    if (!found.ok) return found;
    const { orderId, orderLineId, reservationId, skuId, warehouseId, listId, listNumber } = found.value;
    const { reason, rest, comment } = why;
    if (!(await pickListStore.miss(tx, stopId, { units, reason, rest, by: actor.name })))
      return err(await settled(tx, stopId));
    const step = await takeStep(tx, actor, {
      scope,
      orderId,
      command: { action: 'short-pick', comment, lines: [{ lineId: orderLineId, quantity: units }] },
      shortOf: reservationId,
    });
    if (!step.ok) return step;
    const moved = await stockStore.move(tx, [
      {
        ...{ skuId, warehouseId, kind: 'quarantine', quantity: units, actor: ledgerName(actor) },
        cause: { type: 'order-step', id: `${orderId}:${step.value.version}` },
        reason: `${listNumber}: ${reason}`,
      },
    ]);
    invariant(moved, 'what was just released can be set aside');
    await setAsideEnded(tx, [{ skuId, warehouseId }]);
    return ok({ listDone: (await pickListStore.find(tx, listId))?.state === 'done' });
  });

/** The stop of an order that is locked from here on, if so many units of it are open. */
const lockedStop = async (
  tx: Tx,
  scope: OrderScope,
  stopId: string,
  units: number,
): Promise<Result<PickStop, Refusal>> => {
  const seen = await pickListStore.stop(tx, stopId);
  if (!seen || !(await orderStore.lock(tx, scope, seen.orderId))) return err({ kind: 'pick-stop-not-found' });
  const stop = (await pickListStore.stop(tx, stopId)) ?? seen;
  return stop.open < units ? err(settledAs(stop)) : ok(stop);
};

const settledAs = ({ open, doneByName, itemNumber }: PickStop): Refusal => ({
  kind: 'pick-stop-settled',
  itemNumber,
  open,
  by: doneByName,
});

const settled = async (tx: Tx, stopId: string): Promise<Refusal> => {
  const stop = await pickListStore.stop(tx, stopId);
  return stop ? settledAs(stop) : { kind: 'pick-stop-not-found' };
};
