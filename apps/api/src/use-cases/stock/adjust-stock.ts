import { type Tx, transact } from '@tradeline/db';
import { type AdjustLine, type AdjustReason, adjustmentStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { announce } from './announce.ts';
import { type Booking, bookEntries } from './book.ts';
import { stockSettingsNow } from './stock-settings.ts';

export type AdjustWish = { warehouseId: string; reason: AdjustReason; note: string; lines: readonly AdjustLine[] };
export type Adjusted = { id: string; number: string; state: 'pending' | 'booked' };

type Document = { number: string; warehouseId: string; reason: string; note: string };
const movementsOf = (
  { number, warehouseId, reason, note }: Document,
  lines: readonly AdjustLine[],
  actor: string,
): Booking[] =>
  lines.map(({ skuId, kind, quantity, lots }) => ({
    ...{ skuId, warehouseId, kind, quantity, actor },
    cause: { type: 'adjustment', id: number },
    reason: note ? `${reason}: ${note}` : reason,
    named: lots,
  }));

/** Corrects stock, with a reason; what is worth more than the setting waits for a second pair of eyes. */
export const adjustStock = ({ db }: Pick<Deps, 'db'>, by: By, wish: AdjustWish): Promise<Result<Adjusted, Refusal>> =>
  transact<Adjusted, Refusal>(db, async (tx) => {
    const costs = await adjustmentStore.costs(
      tx,
      wish.lines.map(({ skuId }) => skuId),
    );
    const unknown = wish.lines.find(({ skuId }) => !costs.has(skuId));
    if (unknown) return err({ kind: 'sku-not-found', skuId: unknown.skuId });
    const lines = wish.lines.map((line) => ({ ...line, unitCost: costs.get(line.skuId)!.cost }));
    const value = minor(lines.reduce((sum, { quantity, unitCost }) => sum + Math.abs(quantity) * unitCost, 0));
    const { approveAbove } = await stockSettingsNow(tx);
    const state = approveAbove !== null && value > approveAbove ? 'pending' : 'booked';
    const { id, number } = await adjustmentStore.add(
      tx,
      {
        ...{ warehouseId: wish.warehouseId, reason: wish.reason, note: wish.note, state, value },
        ...{ requestedBy: by.staff.id, requestedByName: by.staff.name },
      },
      lines,
    );
    if (state === 'booked') {
      const movements = movementsOf({ ...wish, number }, lines, `staff:${by.staff.id}`);
      const booked = await bookEntries(tx, movements, (skuId) => costs.get(skuId)?.itemNumber ?? '');
      if (!booked.ok) return booked;
    }
    await record(tx, by, {
      action: state === 'booked' ? 'stock.adjust' : 'stock.adjust-request',
      subject: { type: 'stock-adjustment', id },
      after: { number, ...wish, value, state },
    });
    await announce(tx, 'stock.adjusted', id);
    return ok({ id, number, state });
  });

/** Books or rejects what waits; never by who asked for it. */
export const decideAdjustment = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { id, approve, comment }: { id: string; approve: boolean; comment: string },
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const found = await adjustmentStore.find(tx, id);
    if (!found) return err({ kind: 'stock-document-not-found' });
    if (found.requestedBy === by.staff.id) return err({ kind: 'stock-four-eyes' });
    const state = approve ? 'booked' : 'rejected';
    if (!(await adjustmentStore.decide(tx, id, state, by.staff, comment || null)))
      return err({ kind: 'stock-document-moved-on', state: (await adjustmentStore.find(tx, id))?.state ?? 'booked' });
    if (approve) {
      const booked = await bookFound(tx, found, `staff:${by.staff.id}`);
      if (!booked.ok) return booked;
    }
    await record(tx, by, {
      action: approve ? 'stock.adjust-approve' : 'stock.adjust-reject',
      subject: { type: 'stock-adjustment', id },
      before: { state: 'pending' },
      after: { state, number: found.number, value: found.value },
      ...(comment ? { reason: comment } : {}),
    });
    await announce(tx, 'stock.adjusted', id);
    return ok(true);
  });

const bookFound = async (tx: Tx, found: Document & { id: string }, actor: string) => {
  const lines = await adjustmentStore.lines(tx, found.id);
  return bookEntries(
    tx,
    movementsOf(found, lines, actor),
    (skuId) => lines.find((line) => line.skuId === skuId)?.itemNumber ?? '',
  );
};
