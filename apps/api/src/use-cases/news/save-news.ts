import { transact } from '@tradeline/db';
import { auditStore, type NewsFields, newsStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Staff } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** Writes news, or changes some over the version that was read; who saves over a newer one is told. */
export const saveNews = (
  deps: Pick<Deps, 'db'>,
  staff: Staff,
  requestId: string,
  over: { id: string; version: number } | undefined,
  fields: NewsFields,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(deps.db, async (tx) => {
    const before = over && (await newsStore.find(tx, over.id));
    if (over && !before) return err({ kind: 'news-not-found' });
    if (over && !(await newsStore.change(tx, over.id, over.version, fields))) return err({ kind: 'news-changed' });
    const id = over ? over.id : await newsStore.add(tx, fields);
    await auditStore.add(tx, {
      actor: { type: 'staff', id: staff.id, name: staff.name },
      action: over ? 'news.change' : 'news.add',
      subject: { type: 'news', id },
      before: before ?? null,
      after: fields,
      requestId,
    });
    return ok({ id });
  });

export const removeNews = (
  deps: Pick<Deps, 'db'>,
  staff: Staff,
  requestId: string,
  id: string,
): Promise<Result<void, Refusal>> =>
  transact<void, Refusal>(deps.db, async (tx) => {
    const before = await newsStore.find(tx, id);
    if (!before || !(await newsStore.remove(tx, id))) return err({ kind: 'news-not-found' });
    await auditStore.add(tx, {
      actor: { type: 'staff', id: staff.id, name: staff.name },
      action: 'news.remove',
      subject: { type: 'news', id },
      before,
      after: null,
      requestId,
    });
    return ok(undefined);
  });
