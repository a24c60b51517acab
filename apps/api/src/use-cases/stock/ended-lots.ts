import { newId, type Tx, transact } from '@tradeline/db';
import { lotStore, lotsAt, lotsOfGoods, type Movement, type StockKey, stockStore } from '@tradeline/db/stores';
import { endedToSetAside, unpromised } from '@tradeline/domain/inventory';
import { invariant, ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import { announce } from './announce.ts';

/** The cause of the ledger's entries; each has an id of its own, since a lot may be set aside in parts. */
export const LOT_ENDED = 'lot-ended';
/** So many balances at a time: no order waits for long. */
const TOGETHER = 50;

/**
 * Sets aside what lies free of lots that have ended, so that it is promised to nobody. What is promised already stays so:
 * as those promises are given up, or goods arrive, the rest follows, in the transaction that does it (decision 310). The
 * balances are locked before lots are looked at, so that nothing is set aside twice. Answers how many units.
 */
export const setAsideEnded = async (tx: Tx, of: readonly StockKey[]): Promise<number> => {
  const keys = await lotStore.endedAndFree(tx, of);
  if (keys.length === 0) return 0;
  const balances = await stockStore.take(tx, keys);
  const goods = await lotsOfGoods(tx, [...new Set(keys.map(({ skuId }) => skuId))]);
  const movements = balances.flatMap((balance): Movement[] => {
    const { skuId, warehouseId } = balance;
    const own = goods.get(skuId);
    const lots = own ? endedToSetAside(lotsAt(own, warehouseId), unpromised(balance), own.today) : [];
    const quantity = lots.reduce((sum, lot) => sum + lot.quantity, 0);
    const cause = { type: LOT_ENDED, id: newId() };
    return quantity === 0
      ? []
      : [{ skuId, warehouseId, kind: 'quarantine', quantity, lots, cause, actor: 'system', reason: 'expired' }];
  });
  invariant(await stockStore.move(tx, movements), 'what was seen under lock can be set aside');
  for (const skuId of new Set(movements.map((movement) => movement.skuId))) await announce(tx, 'stock.lots', skuId);
  return movements.reduce((sum, { quantity }) => sum + quantity, 0);
};

/** The same for all goods, when a day has ended. */
export const endLots = async ({ db }: Pick<Deps, 'db'>): Promise<number> => {
  const keys = await lotStore.endedAndFree(db);
  let units = 0;
  for (let at = 0; at < keys.length; at += TOGETHER) {
    const done = await transact(db, async (tx) => ok(await setAsideEnded(tx, keys.slice(at, at + TOGETHER))));
    if (done.ok) units += done.value;
  }
  return units;
};
