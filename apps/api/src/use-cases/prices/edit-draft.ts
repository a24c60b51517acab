import { newId, type Tx, transact } from '@tradeline/db';
import { priceEffectStore, priceListStore, priceVersionStore, type WantedPrice } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { auditPrices, type PriceActor } from './actor.ts';

export type DraftEdit = {
  listId: string;
  /** The draft that is edited; none: the first edit begins one. */
  versionId?: string | undefined;
  wanted: readonly WantedPrice[];
  /** Prices about which the draft says nothing any more. */
  forgotten: readonly { skuId: string; minQuantity: number }[];
};

/** A draft of a list, ready to be written to; nobody publishes it meanwhile. */
export const openDraft = async (
  tx: Tx,
  actor: PriceActor,
  listId: string,
  versionId: string | undefined,
  more: { note?: string | undefined; undoes?: number | undefined } = {},
): Promise<Result<string, Refusal>> => {
  if (versionId === undefined) {
    const id = newId();
    await priceVersionStore.add(tx, {
      id,
      priceListId: listId,
      createdBy: actor.id,
      note: more.note ?? null,
      ...(more.undoes === undefined ? {} : { undoes: more.undoes }),
    });
    return ok(id);
  }
  const touched = await priceVersionStore.touch(tx, versionId, actor.id);
  const draft = await priceVersionStore.find(tx, versionId);
  if (draft?.priceListId !== listId) return err({ kind: 'price-version-not-found' });
  return touched === undefined ? err({ kind: 'price-draft-closed', state: draft.state }) : ok(versionId);
};

/** Writes prices into a draft. What a buyer pays does not change before it is published. */
export const editDraft = (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  edit: DraftEdit,
): Promise<Result<{ versionId: string; changes: number }, Refusal>> =>
  transact(db, async (tx): Promise<Result<{ versionId: string; changes: number }, Refusal>> => {
    if (!(await priceListStore.find(tx, edit.listId))) return err({ kind: 'price-list-not-found' });
    const ids = [...new Set(edit.wanted.map(({ skuId }) => skuId))];
    const known = new Set((await priceEffectStore.skus(tx, ids)).map(({ id }) => id));
    const stranger = ids.find((id) => !known.has(id));
    if (stranger) return err({ kind: 'sku-not-found', skuId: stranger });
    const draft = await openDraft(tx, actor, edit.listId, edit.versionId);
    if (!draft.ok) return draft;
    await priceVersionStore.forget(tx, draft.value, edit.forgotten);
    await priceVersionStore.want(tx, draft.value, edit.listId, edit.wanted);
    const version = await priceVersionStore.find(tx, draft.value);
    return ok({ versionId: draft.value, changes: version?.changes ?? 0 });
  });

/** Gives a draft its note: what it is for, as its colleagues will read it in the list of versions. */
export const noteDraft = (
  { db }: Pick<Deps, 'db'>,
  versionId: string,
  note: string | null,
): Promise<Result<null, Refusal>> =>
  transact(db, async (tx): Promise<Result<null, Refusal>> => {
    const version = await priceVersionStore.find(tx, versionId);
    if (!version) return err({ kind: 'price-version-not-found' });
    if (version.state !== 'draft') return err({ kind: 'price-draft-closed', state: version.state });
    await priceVersionStore.note(tx, versionId, note);
    return ok(null);
  });

export const discardDraft = (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  versionId: string,
): Promise<Result<null, Refusal>> =>
  transact(db, async (tx): Promise<Result<null, Refusal>> => {
    const version = await priceVersionStore.find(tx, versionId);
    if (!version) return err({ kind: 'price-version-not-found' });
    if (!(await priceVersionStore.discard(tx, versionId)))
      return err({ kind: 'price-draft-closed', state: version.state });
    await auditPrices(tx, actor, 'price-draft.discard', version.priceListId, {
      before: { versionId, changes: version.changes, note: version.note },
    });
    return ok(null);
  });
