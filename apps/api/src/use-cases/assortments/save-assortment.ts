import { newId, transact } from '@tradeline/db';
import { type AssortmentDraft, assortmentStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';
import { checkDraft } from './check-draft.ts';

/** Creates an assortment, or writes one anew as a whole; from the commit on every read follows it. */
export const saveAssortment = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  id: string | undefined,
  draft: AssortmentDraft,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const before = id === undefined ? undefined : await assortmentStore.find(tx, id);
    if (id !== undefined && !before) return err({ kind: 'assortment-not-found' });
    const checked = await checkDraft(tx, draft, id);
    if (!checked.ok) return checked;
    const key = id ?? newId();
    await assortmentStore.put(tx, key, draft);
    await record(tx, by, {
      action: before ? 'assortment.change' : 'assortment.create',
      subject: { type: 'assortment', id: key },
      before: before ?? null,
      after: draft,
    });
    return ok({ id: key });
  });

/** Switches an assortment on or off without touching what it names. */
export const switchAssortment = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  id: string,
  active: boolean,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const before = await assortmentStore.find(tx, id);
    if (!before) return err({ kind: 'assortment-not-found' });
    if (active && before.effect === 'only' && before.goods.length === 0)
      return err({ kind: 'assortment-without-goods' });
    await assortmentStore.setActive(tx, id, active);
    await record(tx, by, {
      action: active ? 'assortment.activate' : 'assortment.deactivate',
      subject: { type: 'assortment', id },
      before: { active: before.active },
      after: { active },
    });
    return ok({ id });
  });

/** Takes an assortment away; the audit log keeps all it named, and the answer is what would bring it back. */
export const removeAssortment = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  id: string,
): Promise<Result<AssortmentDraft, Refusal>> =>
  transact<AssortmentDraft, Refusal>(db, async (tx) => {
    const before = await assortmentStore.find(tx, id);
    if (!before) return err({ kind: 'assortment-not-found' });
    await assortmentStore.remove(tx, id);
    await record(tx, by, { action: 'assortment.remove', subject: { type: 'assortment', id }, before, after: null });
    const { id: _, ...draft } = before;
    return ok(draft);
  });
