import { transact } from '@tradeline/db';
import { type DeliveryMethod, deliveryStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';

/** Adds a way of delivery or changes one; orders keep the price they were placed with. */
export const saveDelivery = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  id: string | undefined,
  method: Omit<DeliveryMethod, 'id'>,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const before = id ? await deliveryStore.find(tx, id) : undefined;
    const saved = await deliveryStore.save(tx, id, method);
    if (saved === 'taken') return err({ kind: 'delivery-code-taken', code: method.code });
    if (!saved) return err({ kind: 'delivery-method-not-found', code: method.code });
    await record(tx, by, {
      action: id ? 'delivery.change' : 'delivery.add',
      subject: { type: 'delivery-method', id: saved.id },
      before: before ?? null,
      after: method,
    });
    return ok(saved);
  });
