import { transact } from '@tradeline/db';
import { type Movement, type TransferLine, type TransferWish, transferStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { announce } from './announce.ts';
import { bookEntries } from './book.ts';

export type TransferParts = readonly { skuId: string; quantity: number }[];
type ReceivedPart = { skuId: string; received: number; lost: number };

const itemOf =
  (lines: readonly TransferLine[]) =>
  (skuId: string): string =>
    lines.find((line) => line.skuId === skuId)?.itemNumber ?? '';

export const draftTransfer = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  wish: TransferWish,
  parts: TransferParts,
): Promise<Result<{ id: string; number: string }, Refusal>> =>
  transact<{ id: string; number: string }, Refusal>(db, async (tx) => {
    if (wish.fromId === wish.toId) return err({ kind: 'stock-same-warehouse' });
    const made = await transferStore.add(tx, wish, parts, by.staff.name);
    await record(tx, by, {
      action: 'stock.transfer-draft',
      subject: { type: 'stock-transfer', id: made.id },
      after: { number: made.number, ...wish, parts },
    });
    await announce(tx, 'stock.transfer', made.id);
    return ok(made);
  });

export const editTransfer = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { id, note, expectedOn, parts }: { id: string; note: string; expectedOn: string | null; parts: TransferParts },
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const before = await transferStore.find(tx, id);
    if (!before) return err({ kind: 'stock-document-not-found' });
    const lines = await transferStore.lines(tx, id);
    if (!(await transferStore.edit(tx, id, { note, expectedOn }, parts)))
      return err({ kind: 'stock-document-moved-on', state: before.state });
    await record(tx, by, {
      action: 'stock.transfer-edit',
      subject: { type: 'stock-transfer', id },
      before: { note: before.note, parts: lines.map(({ skuId, quantity }) => ({ skuId, quantity })) },
      after: { note, expectedOn, parts },
    });
    await announce(tx, 'stock.transfer', id);
    return ok(true);
  });

/** The goods leave: the first leg. They are on nobody's shelf until they come. */
export const sendTransfer = ({ db }: Pick<Deps, 'db'>, by: By, id: string): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const found = await transferStore.find(tx, id);
    if (!found) return err({ kind: 'stock-document-not-found' });
    if (!(await transferStore.send(tx, id, by.staff.name)))
      return err({ kind: 'stock-document-moved-on', state: found.state });
    const lines = await transferStore.lines(tx, id);
    const movements = lines.map(
      ({ skuId, quantity }): Movement => ({
        ...{ skuId, quantity, warehouseId: found.fromId, counterpart: found.toId, kind: 'transfer-out' },
        cause: { type: 'transfer', id: found.number },
        actor: `staff:${by.staff.id}`,
      }),
    );
    const booked = await bookEntries(tx, movements, itemOf(lines));
    if (!booked.ok) return booked;
    await record(tx, by, {
      action: 'stock.transfer-send',
      subject: { type: 'stock-transfer', id },
      before: { state: 'draft' },
      after: { state: 'in-transit', number: found.number },
    });
    await announce(tx, 'stock.transfer', id);
    return ok(true);
  });

export const cancelTransfer = ({ db }: Pick<Deps, 'db'>, by: By, id: string): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const found = await transferStore.find(tx, id);
    if (!found) return err({ kind: 'stock-document-not-found' });
    if (!(await transferStore.cancel(tx, id))) return err({ kind: 'stock-document-moved-on', state: found.state });
    await record(tx, by, {
      action: 'stock.transfer-cancel',
      subject: { type: 'stock-transfer', id },
      before: { state: 'draft' },
      after: { state: 'cancelled' },
    });
    await announce(tx, 'stock.transfer', id);
    return ok(true);
  });

/**
 * Goods come in: the second leg, in one or several receipts. What is short stays on its way, or is written off as lost,
 * which needs a reason; the transfer is over when nothing of it is on its way.
 */
export const receiveTransfer = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  { id, parts, reason }: { id: string; parts: readonly ReceivedPart[]; reason: string },
): Promise<Result<{ over: boolean }, Refusal>> =>
  transact<{ over: boolean }, Refusal>(db, async (tx) => {
    const locked = await transferStore.lock(tx, id);
    const found = await transferStore.find(tx, id);
    if (!locked || !found) return err({ kind: 'stock-document-not-found' });
    if (locked.state !== 'in-transit') return err({ kind: 'stock-document-moved-on', state: locked.state });
    const lines = await transferStore.lines(tx, id);
    const moved = parts.filter(({ received, lost }) => received + lost > 0);
    if (moved.length === 0) return err({ kind: 'stock-nothing-received' });
    for (const { skuId, received, lost } of moved) {
      const line = lines.find((one) => one.skuId === skuId);
      const open = line ? line.quantity - line.received - line.lost : 0;
      if (received + lost > open) return err({ kind: 'stock-transfer-over', itemNumber: line?.itemNumber ?? '', open });
    }
    await transferStore.receive(tx, id, moved, by.staff.name);
    const cause = {
      type: 'transfer',
      id: locked.receipts === 0 ? found.number : `${found.number}:${locked.receipts + 1}`,
    };
    const leg = { warehouseId: found.toId, counterpart: found.fromId, cause, actor: `staff:${by.staff.id}` };
    const movements = moved.flatMap(({ skuId, received, lost }): Movement[] => [
      ...(received > 0 ? [{ ...leg, skuId, kind: 'transfer-in' as const, quantity: received }] : []),
      ...(lost > 0 ? [{ ...leg, skuId, kind: 'transfer-loss' as const, quantity: lost, reason }] : []),
    ]);
    const booked = await bookEntries(tx, movements, itemOf(lines));
    if (!booked.ok) return booked;
    const after = await transferStore.find(tx, id);
    await record(tx, by, {
      action: 'stock.transfer-receive',
      subject: { type: 'stock-transfer', id },
      before: { state: 'in-transit', open: found.open },
      after: { state: after?.state, open: after?.open, number: found.number, parts: moved },
      ...(reason ? { reason } : {}),
    });
    await announce(tx, 'stock.transfer', id);
    return ok({ over: after?.state === 'received' });
  });
