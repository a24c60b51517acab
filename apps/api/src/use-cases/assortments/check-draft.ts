import type { Tx } from '@tradeline/db';
import { type AssortmentDraft, assortmentStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** Everything an assortment names must be there, and one that narrows must leave something to see. */
export const checkDraft = async (
  tx: Tx,
  draft: AssortmentDraft,
  id: string | undefined,
): Promise<Result<AssortmentDraft, Refusal>> => {
  if (await assortmentStore.codeTaken(tx, draft.code, id))
    return err({ kind: 'assortment-code-taken', code: draft.code });
  if (draft.active && draft.effect === 'only' && draft.goods.length === 0)
    return err({ kind: 'assortment-without-goods' });
  const names = await assortmentStore.namesOf(tx, draft.audiences, draft.goods);
  for (const one of [...draft.audiences, ...draft.goods])
    if ('ref' in one && one.kind !== 'level' && one.kind !== 'tag' && !names.has(`${one.kind}:${one.ref}`))
      return err({ kind: 'reference-not-found', of: one.kind, ref: one.ref });
  return ok(draft);
};
