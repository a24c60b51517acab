import { type Tx, transact } from '@tradeline/db';
import { type OrderScope, orderStore, type PickingPart, pickingQueueStore, pickListStore } from '@tradeline/db/stores';
import { byWalk, planWaves, type WaveRules } from '@tradeline/domain/fulfilment';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from '../order/actor.ts';
import { takeStep } from '../order/run-command.ts';
import { type By, record } from '../record.ts';
import { announce } from '../stock/announce.ts';

export type WaveRequest = {
  scope: OrderScope;
  warehouseId: string;
  orderIds: readonly string[];
  rules: WaveRules;
};
export type MadeWaves = {
  lists: { id: string; number: string; orders: number; stops: number }[];
  /** Orders that could not join, each with its reason. */
  refused: { number: string; refusal: Refusal }[];
};

/**
 * Gives orders to picking: each takes its step, then those that go together make one list, walked in the order of the
 * shelves. An order that somebody else moved on meanwhile is left out and named; the others are not held up by it.
 */
export const makeWaves = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  by: By,
  { scope, warehouseId, orderIds, rules }: WaveRequest,
): Promise<Result<MadeWaves, Refusal>> =>
  transact<MadeWaves, Refusal>(db, async (tx) => {
    const refused: MadeWaves['refused'] = [];
    const taken = new Map<string, string>();
    // One after the other and always in one order: two who plan at once line up.
    for (const orderId of [...new Set(orderIds)].toSorted()) {
      const order = await orderStore.lock(tx, scope, orderId);
      if (!order) return err({ kind: 'order-not-found' });
      const refusal = await giveToPicking(tx, actor, scope, order);
      if (refusal) refused.push({ number: order.number, refusal });
      else taken.set(orderId, order.number);
    }
    const queue = await pickingQueueStore.among(tx, warehouseId, [...taken.keys()]);
    const parts = await pickingQueueStore.parts(tx, warehouseId, [...taken.keys()]);
    for (const [orderId, number] of taken)
      if (queue.every((row) => row.orderId !== orderId)) refused.push({ number, refusal: { kind: 'nothing-to-pick' } });
    if (parts.length === 0) return err(refused[0]?.refusal ?? { kind: 'nothing-to-pick' });
    const lists: MadeWaves['lists'] = [];
    for (const wave of planWaves(queue, rules)) {
      const lines = linesOf(wave.orderIds, parts);
      const { group: groupKey } = wave;
      const made = await pickListStore.add(
        tx,
        { warehouseId, groupedBy: rules.by, groupKey, createdByName: by.staff.name },
        lines,
      );
      lists.push({ ...made, orders: wave.orderIds.length, stops: lines.length });
      await record(tx, by, {
        action: 'picking.make-list',
        subject: { type: 'pick-list', id: made.id },
        after: { number: made.number, warehouseId, groupedBy: rules.by, groupKey, orderIds: wave.orderIds },
      });
      await announce(tx, 'stock.pick-list', made.id);
    }
    return ok({ lists, refused });
  });

/** Confirmed goods become goods that are picked; undefined when the order stands at picking already, or now. */
const giveToPicking = async (
  tx: Tx,
  actor: Actor,
  scope: OrderScope,
  { id: orderId, approval }: { id: string; approval: string },
): Promise<Refusal | undefined> => {
  const action = approval === 'picking' ? 'allocate' : 'start-picking';
  const step = await takeStep(tx, actor, { scope, orderId, command: { action } });
  // Everything it holds was given to picking before, and waits for a list.
  return step.ok || (action === 'allocate' && step.error.kind === 'no-units') ? undefined : step.error;
};

/** The stops of a list: each order has its box on the cart, and the way through the shelves is walked once. */
const linesOf = (orderIds: readonly string[], parts: readonly PickingPart[]) =>
  parts
    .filter(({ orderId }) => orderIds.includes(orderId))
    .map((part) => ({ ...part, slot: orderIds.indexOf(part.orderId) + 1 }))
    .toSorted((a, b) => byWalk(a, b) || a.slot - b.slot || (a.reservationId < b.reservationId ? -1 : 1));
