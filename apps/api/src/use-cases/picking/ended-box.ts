import { newId, type Tx, transact } from '@tradeline/db';
import {
  type EndedBox,
  type LotsOfGoods,
  lotStore,
  lotsAt,
  lotsOfGoods,
  type OrderScope,
  orderStore,
  pickListStore,
  type StockKey,
  stockStore,
} from '@tradeline/db/stores';
import type { ShortRest } from '@tradeline/domain/fulfilment';
import { type LotPart, type LotProblem, refusePick, unpromised } from '@tradeline/domain/inventory';
import { err, invariant, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Actor, ledgerName } from '../order/actor.ts';
import { takeStep } from '../order/run-command.ts';
import { type By, record } from '../record.ts';
import { announce } from '../stock/announce.ts';
import { LOT_ENDED, setAsideEnded } from '../stock/ended-lots.ts';
import { type PlannedLot, planShelves } from './shelf-plan.ts';

/** Units of a lot that ended while they lay in the box, and the lots to take instead; `left` units have none. */
export type EndedPart = EndedBox & { take: readonly PlannedLot[]; left: number };

const keyOf = ({ skuId, warehouseId }: StockKey): string => `${skuId} ${warehouseId}`;
const sum = (parts: readonly { quantity: number }[]): number => parts.reduce((units, part) => units + part.quantity, 0);

/** What of an order may not be sent any more, and what would do instead: units that nobody was promised, and no list is sent for. */
export const viewEnded = async (
  { db }: Pick<Deps, 'db'>,
  scope: OrderScope,
  orderId: string,
): Promise<Result<EndedPart[], Refusal>> => {
  if (!(await orderStore.find(db, scope, orderId))) return err({ kind: 'order-not-found' });
  const ended = await lotStore.endedInBoxes(db, orderId);
  if (ended.length === 0) return ok([]);
  const skuIds = [...new Set(ended.map(({ skuId }) => skuId))];
  const goods = await lotsOfGoods(db, skuIds);
  const balances = await stockStore.balancesOf(db, skuIds);
  const parts: EndedPart[] = [];
  for (const [key, shelf] of Map.groupBy(ended, keyOf)) {
    const { warehouseId, skuId } = shelf[0]!;
    const balance = balances.find((one) => keyOf(one) === key);
    let free = balance ? Math.max(0, unpromised(balance)) : 0;
    const wishes = shelf.map(({ units }) => {
      const wish = Math.min(units, free);
      free -= wish;
      return wish;
    });
    const plan = (await planShelves(db, warehouseId, goods)).beyond(skuId, wishes);
    for (const [at, part] of shelf.entries()) {
      const take = plan[at] ?? [];
      parts.push({ ...part, take, left: part.units - take.reduce((units, lot) => units + lot.units, 0) });
    }
  }
  return ok(parts);
};

/** What is done about one of them: lots that lie in the box instead, and units that the order is owed. */
export type ClearedPart = { reservationId: string; lotId: string; take: readonly LotPart[]; owe: number };
type Clearing = {
  scope: OrderScope;
  orderId: string;
  expectedVersion: number;
  parts: readonly ClearedPart[];
  rest: ShortRest;
  /** Why units are owed, for the order's history. */
  comment: string;
};
type Cleared = ClearedPart & { box: EndedBox };

/**
 * Takes units of ended lots out of an order's box. They are set aside like all that has ended (decision 310), and units of
 * lots that stand lie in the box instead, as far as nobody was promised them; of the rest the picker was short. All in one
 * transaction, or nothing.
 */
export const clearEnded = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  by: By,
  { scope, orderId, expectedVersion, parts, rest, comment }: Clearing,
): Promise<Result<{ swapped: number; owed: number }, Refusal>> =>
  transact<{ swapped: number; owed: number }, Refusal>(db, async (tx) => {
    const order = await orderStore.lock(tx, scope, orderId);
    if (!order) return err({ kind: 'order-not-found' });
    if (order.version !== expectedVersion)
      return err({ kind: 'order-moved-on', expected: expectedVersion, actual: order.version });
    const found = await inBoxes(tx, orderId, parts);
    if (!found.ok) return found;
    const cleared = found.value;
    const shelves = [...Map.groupBy(cleared, ({ box }) => keyOf(box)).values()];
    const keys = shelves.map((group) => group[0]!.box);
    // What lies free of ended lots is nobody's to be swapped for.
    await setAsideEnded(tx, keys);
    const balances = await stockStore.take(tx, keys);
    const goods = await lotsOfGoods(tx, [...new Set(cleared.map(({ box }) => box.skuId))]);
    for (const group of shelves) {
      const { skuId, itemNumber } = group[0]!.box;
      const balance = balances.find((one) => keyOf(one) === keyOf(group[0]!.box));
      const why = goods.get(skuId) && balance && refuseSwap(group, goods.get(skuId)!, unpromised(balance));
      if (why) return err({ kind: 'lot-refused', skuId, itemNumber, why });
    }
    for (const part of cleared.filter(({ owe }) => owe > 0)) {
      const done = await giveUp(tx, actor, { scope, orderId, rest, comment }, part);
      if (!done.ok) return done;
    }
    await lotStore.unpick(
      tx,
      cleared.flatMap(({ reservationId, lotId, take }) => {
        const units = sum(take);
        return units > 0 ? [{ reservationId, lotId, units }] : [];
      }),
    );
    const moved = await stockStore.move(
      tx,
      shelves.map((group) => {
        const lots = group.map(({ lotId, take, owe }) => ({ lotId, quantity: sum(take) + owe }));
        return {
          ...{ skuId: group[0]!.box.skuId, warehouseId: group[0]!.box.warehouseId, kind: 'quarantine' as const },
          ...{ quantity: sum(lots), lots, cause: { type: LOT_ENDED, id: newId() } },
          ...{ actor: ledgerName(actor), reason: 'expired' },
        };
      }),
    );
    invariant(moved, 'what lay in a box and is promised no more can be set aside');
    for (const { reservationId, take } of cleared) if (take.length > 0) await lotStore.pick(tx, reservationId, take);
    const after = {
      swapped: cleared.reduce((units, { take }) => units + sum(take), 0),
      owed: cleared.reduce((units, { owe }) => units + owe, 0),
    };
    await record(tx, by, {
      action: 'picking.clear-ended',
      subject: { type: 'order', id: orderId },
      before: { ended: cleared.map(({ box }) => ({ itemNumber: box.itemNumber, lot: box.code, units: box.units })) },
      after,
    });
    for (const skuId of goods.keys()) await announce(tx, 'stock.lots', skuId);
    return ok(after);
  });

/** The boxes that are meant, if so much of the lot still lies there: a colleague may have been faster. */
const inBoxes = async (tx: Tx, orderId: string, parts: readonly ClearedPart[]): Promise<Result<Cleared[], Refusal>> => {
  const ended = await lotStore.endedInBoxes(tx, orderId);
  const cleared: Cleared[] = [];
  for (const [key, same] of Map.groupBy(parts, ({ reservationId, lotId }) => `${reservationId} ${lotId}`)) {
    const box = ended.find(({ reservationId, lotId }) => `${reservationId} ${lotId}` === key);
    if (!box) return err({ kind: 'box-cleared' });
    const take = same.flatMap((part) => part.take);
    const owe = same.reduce((units, part) => units + part.owe, 0);
    if (sum(take) + owe > box.units) return err({ kind: 'box-cleared' });
    if (sum(take) + owe > 0) cleared.push({ reservationId: box.reservationId, lotId: box.lotId, take, owe, box });
  }
  return cleared.length > 0 ? ok(cleared) : err({ kind: 'box-cleared' });
};

/** Why these lots cannot lie in the box instead: they have ended, somebody took them, or they are promised to others. */
const refuseSwap = (group: readonly Cleared[], goods: LotsOfGoods, free: number): LotProblem | undefined => {
  const take = group.flatMap((part) => part.take);
  const asked = sum(take);
  const lots = lotsAt(goods, group[0]!.box.warehouseId);
  const named = lots.find(({ lotId }) => lotId === take[0]?.lotId);
  return (
    refusePick(lots, take, asked, goods.today) ??
    (asked > free ? { kind: 'lot-short', code: named?.code ?? '', asked, there: Math.max(0, free) } : undefined)
  );
};

/** Units of a box that the order is owed from now on. */
const giveUp = async (
  tx: Tx,
  actor: Actor,
  { scope, orderId, rest, comment }: Pick<Clearing, 'scope' | 'orderId' | 'rest' | 'comment'>,
  { reservationId, lotId, owe, box }: Cleared,
): Promise<Result<true, Refusal>> => {
  await lotStore.unpick(tx, [{ reservationId, lotId, units: owe }]);
  const left = await pickListStore.unpack(tx, reservationId, { units: owe, reason: 'expired', rest });
  invariant(left, 'what lies in a box was picked at a stop');
  const lines = [{ lineId: box.lineId, quantity: owe }];
  const command = { action: 'short-pick' as const, fromBox: true, comment, lines };
  const step = await takeStep(tx, actor, { scope, orderId, command, shortOf: reservationId });
  return step.ok ? ok(true) : step;
};
