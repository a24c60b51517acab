import { type Tx, transact } from '@tradeline/db';
import { putBackStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { announce } from '../stock/announce.ts';
import { bookEntries } from '../stock/book.ts';

/** `booked`: free again. `already`: a colleague was faster. `elsewhere`: somebody has moved the units out of quarantine before. */
export type PutBack = { outcome: 'booked' | 'already' | 'elsewhere' };

/** Goods are back on their shelf: they leave quarantine and may be promised again. Twice is once. */
export const putBack = async ({ db }: Pick<Deps, 'db'>, by: By, id: string): Promise<Result<PutBack, Refusal>> => {
  const booked = await transact<PutBack, Refusal>(db, (tx) => bookBack(tx, by, id));
  // An adjustment has taken them out of quarantine: there is nothing left to book, and the list says so no longer.
  return !booked.ok && (booked.error.kind === 'stock-refused' || booked.error.kind === 'lot-refused')
    ? transact<PutBack, Refusal>(db, (tx) => closeOnly(tx, by, id))
    : booked;
};

const bookBack = async (tx: Tx, by: By, id: string): Promise<Result<PutBack, Refusal>> => {
  const row = await putBackStore.done(tx, id, by.staff.name);
  if (!row) return err({ kind: 'put-back-not-found' });
  if (row === 'already') return ok({ outcome: 'already' });
  const { skuId, warehouseId, units, lots } = row;
  const booked = await bookEntries(
    tx,
    [
      {
        ...{ skuId, warehouseId, kind: 'restock', quantity: units, named: lots },
        ...{ cause: { type: 'put-back', id }, actor: `staff:${by.staff.id}` },
      },
    ],
    () => '',
  );
  if (!booked.ok) return booked;
  await told(tx, by, id, { units, outcome: 'booked' });
  return ok({ outcome: 'booked' });
};

const closeOnly = async (tx: Tx, by: By, id: string): Promise<Result<PutBack, Refusal>> => {
  const row = await putBackStore.done(tx, id, by.staff.name);
  if (!row) return err({ kind: 'put-back-not-found' });
  if (row === 'already') return ok({ outcome: 'already' });
  await told(tx, by, id, { units: row.units, outcome: 'elsewhere' });
  return ok({ outcome: 'elsewhere' });
};

const told = async (tx: Tx, by: By, id: string, after: { units: number; outcome: string }): Promise<void> => {
  await record(tx, by, { action: 'stock.put-back', subject: { type: 'put-back', id }, before: { open: true }, after });
  await announce(tx, 'stock.put-back', id);
};
