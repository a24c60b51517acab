import { transact } from '@tradeline/db';
import { type WarehouseFields, warehouseStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { announce } from './announce.ts';

/** Adds a warehouse or changes one. It is closed only when nothing lies in it any more. */
export const saveWarehouse = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  id: string | undefined,
  fields: WarehouseFields,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const before = id ? await warehouseStore.find(tx, id) : undefined;
    if (id && !before) return err({ kind: 'warehouse-not-found' });
    if (id && before?.active && !fields.active) {
      const held = await warehouseStore.holds(tx, id);
      if (held.units > 0) return err({ kind: 'warehouse-not-empty', ...held });
    }
    const saved = await warehouseStore.save(tx, id, fields);
    if (!saved) return err({ kind: 'warehouse-code-taken', code: fields.code });
    await record(tx, by, {
      action: id ? 'warehouse.edit' : 'warehouse.add',
      subject: { type: 'warehouse', id: saved },
      before: before ?? null,
      after: fields,
    });
    await announce(tx, 'stock.warehouse', saved);
    return ok({ id: saved });
  });

export type BinWish = { id?: string | undefined; zone: string; code: string; skuIds: readonly string[] };

export const saveBin = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  warehouseId: string,
  wish: BinWish,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const before = wish.id ? await warehouseStore.findBin(tx, wish.id) : undefined;
    if (wish.id && before?.warehouseId !== warehouseId) return err({ kind: 'stock-document-not-found' });
    const saved = await warehouseStore.saveBin(tx, warehouseId, wish);
    if (!saved) return err({ kind: 'bin-code-taken', code: wish.code });
    await record(tx, by, {
      action: wish.id ? 'warehouse.bin-edit' : 'warehouse.bin-add',
      subject: { type: 'bin', id: saved },
      before: before ?? null,
      after: wish,
    });
    await announce(tx, 'stock.warehouse', warehouseId);
    return ok({ id: saved });
  });

export const removeBin = ({ db }: Pick<Deps, 'db'>, by: By, id: string): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const before = await warehouseStore.findBin(tx, id);
    if (!before) return err({ kind: 'stock-document-not-found' });
    await warehouseStore.removeBin(tx, id);
    await record(tx, by, { action: 'warehouse.bin-remove', subject: { type: 'bin', id }, before });
    await announce(tx, 'stock.warehouse', before.warehouseId);
    return ok(true);
  });
