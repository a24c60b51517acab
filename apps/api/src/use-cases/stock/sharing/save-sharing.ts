import { type Tx, transact } from '@tradeline/db';
import { customerStore, type SharingFields, type SharingRow, sharingStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { type By, record } from '../../record.ts';
import { announce } from '../announce.ts';

/** A rule as somebody wants it, over the version that he read. */
export type SharingWish = SharingFields & {
  target?: { id: string; version: number } | undefined;
  /** What was taken so far counts no more. */
  countAnew: boolean;
};

const found = async (tx: Tx, id: string | undefined): Promise<SharingRow | undefined> =>
  id ? (await sharingStore.list(tx)).find((rule) => rule.id === id) : undefined;

/** Writes a rule that says something, for goods that its party has no other rule for in that warehouse. */
export const writeSharing = async (
  tx: Tx,
  { target, countAnew, ...fields }: SharingWish,
): Promise<Result<string, Refusal>> => {
  if (!(await sharingStore.lock(tx, fields.warehouseId))) return err({ kind: 'warehouse-not-found' });
  const { party, quota, cap, shareBp, buffer, breaksQuotas } = fields;
  if (party.startsWith('group:') && (await customerStore.groups(tx)).every(({ id }) => `group:${id}` !== party))
    return err({ kind: 'group-not-found' });
  if (quota === null && cap === null && shareBp === null && buffer === 0 && !breaksQuotas)
    return err({ kind: 'sharing-says-nothing' });
  const [first, ...others] = await sharingStore.overlaps(tx, target?.id, fields);
  if (first !== undefined) return err({ kind: 'sharing-overlaps', itemNumber: first, others: others.length });
  const saved = await sharingStore.save(tx, target, fields, countAnew);
  return saved ? ok(saved) : err({ kind: 'sharing-moved-on' });
};

export const saveSharing = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  wish: SharingWish,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const before = await found(tx, wish.target?.id);
    const written = await writeSharing(tx, wish);
    if (!written.ok) return written;
    const id = written.value;
    await record(tx, by, {
      action: wish.target ? 'stock.sharing-edit' : 'stock.sharing-add',
      subject: { type: 'stock-sharing', id },
      before: before ?? null,
      after: (await found(tx, id)) ?? null,
    });
    await announce(tx, 'stock.sharing', id);
    return ok({ id });
  });

/** Ends a rule: what it kept or held back is everybody's again. */
export const removeSharing = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  target: { id: string; version: number },
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    const before = await found(tx, target.id);
    if (!(await sharingStore.remove(tx, target))) return err({ kind: 'sharing-moved-on' });
    await record(tx, by, { action: 'stock.sharing-remove', subject: { type: 'stock-sharing', id: target.id }, before });
    await announce(tx, 'stock.sharing', target.id);
    return ok(true);
  });
