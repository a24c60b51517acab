import { transact } from '@tradeline/db';
import { lotsOfGoods, type OrderScope, orderStore, pickingQueueStore, pickListStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { announce } from '../stock/announce.ts';
import { offeredLots } from './pick-lots.ts';
import { planShelves } from './shelf-plan.ts';

/** A list with its stops, as it is walked; goods kept by lot with the lots that lie there, and those to take. */
export const viewList = async ({ db }: Pick<Deps, 'db'>, id: string) => {
  const [list, lines] = await Promise.all([pickListStore.find(db, id), pickListStore.lines(db, id)]);
  if (!list) return err({ kind: 'pick-list-not-found' as const });
  const goods = await lotsOfGoods(db, [...new Set(lines.map(({ skuId }) => skuId))]);
  const lotsOf = (skuId: string) => {
    const own = goods.get(skuId);
    return own ? offeredLots(own, list.warehouseId) : null;
  };
  const { atStop } = await planShelves(db, list.warehouseId, goods);
  return ok({
    ...list,
    lines: lines.map((line) => ({ ...line, lots: lotsOf(line.skuId), take: atStop.get(line.id) ?? [] })),
  });
};

/** Gives a list up. What lies picked stays so; the rest waits to be planned anew. */
export const cancelList = ({ db }: Pick<Deps, 'db'>, by: By, id: string): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    // Orders first, as everywhere: a picker who takes the last unit and who gives the list up do not wait for each other.
    for (const orderId of await pickListStore.ordersOf(tx, id)) await orderStore.lock(tx, { kind: 'all' }, orderId);
    const list = await pickListStore.find(tx, id);
    if (!list) return err({ kind: 'pick-list-not-found' });
    if (!(await pickListStore.cancel(tx, id))) return err({ kind: 'pick-list-closed', state: list.state });
    await record(tx, by, {
      action: 'picking.cancel-list',
      subject: { type: 'pick-list', id },
      before: { state: list.state, picked: list.picked },
      after: { state: 'cancelled', number: list.number },
    });
    await announce(tx, 'stock.pick-list', id);
    return ok(true);
  });

/** 加急: the order is picked, and served with goods that come, before the others. */
export const setUrgent = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { scope, orderId, urgent }: { scope: OrderScope; orderId: string; urgent: boolean },
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const order = await orderStore.lock(tx, scope, orderId);
    if (!order) return err({ kind: 'order-not-found' });
    await pickingQueueStore.setPriority(tx, orderId, urgent ? 1 : 0);
    await record(tx, by, {
      action: 'order.urgent',
      subject: { type: 'order', id: orderId },
      before: { priority: order.priority },
      after: { priority: urgent ? 1 : 0 },
    });
    await announce(tx, 'stock.pick-list', orderId);
    return ok(true);
  });
