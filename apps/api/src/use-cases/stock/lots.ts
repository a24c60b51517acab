import { transact } from '@tradeline/db';
import { lotStore } from '@tradeline/db/stores';
import type { LotTracking } from '@tradeline/domain/inventory';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { announce } from './announce.ts';

/** Begins or ends to keep the stock of a product by lot. What lies there now becomes goods whose lot nobody noted. */
export const setLotTracking = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { productId, tracking }: { productId: string; tracking: LotTracking },
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const before = await lotStore.tracking(tx, productId);
    if (before === undefined) return err({ kind: 'product-not-found' });
    await lotStore.setTracking(tx, productId, tracking, `staff:${by.staff.id}`);
    await record(tx, by, {
      action: 'product.lot-tracking',
      subject: { type: 'product', id: productId },
      before: { tracking: before },
      after: { tracking },
    });
    await announce(tx, 'stock.lots', productId);
    return ok(true);
  });

/** Puts the alert of a lot off for some days; 0 brings it back. */
export const snoozeLot = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { lotId, days }: { lotId: string; days: number },
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const skuId = await lotStore.snooze(tx, lotId, days, by.staff.name);
    if (skuId === undefined) return err({ kind: 'lot-not-found' });
    await record(tx, by, {
      action: days === 0 ? 'stock.alert-wake' : 'stock.alert-snooze',
      subject: { type: 'sku', id: skuId },
      after: { lotId, days },
    });
    await announce(tx, 'stock.alert', skuId);
    return ok(true);
  });
