import { type Tx, transact } from '@tradeline/db';
import { type PriceVersionRow, priceEffectStore, priceListStore, priceVersionStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type PriceChange, type UndoConflict, undoChanges } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { auditPrices, type PriceActor } from './actor.ts';
import { openDraft } from './edit-draft.ts';

/** Conflicts that are told one by one; of more only the number is told. */
const TOLD = 200;

type Undo = { version: PriceVersionRow; number: number; changes: PriceChange[]; conflicts: UndoConflict[] };

const readUndo = async (tx: Tx, versionId: string): Promise<Result<Undo, Refusal>> => {
  const version = await priceVersionStore.find(tx, versionId);
  if (!version || version.number === null) return err({ kind: 'price-version-not-found' });
  const list = await priceListStore.find(tx, version.priceListId);
  if (!list) return err({ kind: 'price-list-not-found' });
  const [own, later, current] = [
    await priceVersionStore.changes(tx, versionId),
    await priceVersionStore.changesBetween(tx, list.id, version.number, list.version),
    await priceVersionStore.current(tx, list.id),
  ];
  return ok({ version, number: version.number, ...undoChanges(own, later, current) });
};

/** What taking a version back would do: how many prices return, and which ones a later version decided anew. */
export const viewUndo = async ({ db }: Pick<Deps, 'db'>, versionId: string) => {
  const undo = await readUndo(db, versionId);
  if (!undo.ok) return undo;
  const { number, changes, conflicts } = undo.value;
  const told = conflicts.slice(0, TOLD);
  const named = await priceEffectStore.skus(db, [...new Set(told.map(({ change }) => change.skuId as string))]);
  const bySku = new Map(named.map((sku) => [sku.id, sku]));
  return ok({
    number,
    changes: changes.length,
    conflicts: conflicts.length,
    told: told.map(({ change, by, currentE4 }) => ({
      skuId: change.skuId as string,
      itemNumber: bySku.get(change.skuId)?.itemNumber ?? '',
      productName: bySku.get(change.skuId)?.productName ?? { zh: '' },
      minQuantity: change.minQuantity,
      by,
      currentE4,
      formerE4: change.beforeE4,
    })),
  });
};

/** Takes a version back as a new draft, which is looked at and published like any other. */
export const rollBack = (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  versionId: string,
): Promise<Result<{ versionId: string; changes: number; conflicts: number }, Refusal>> =>
  transact(db, async (tx): Promise<Result<{ versionId: string; changes: number; conflicts: number }, Refusal>> => {
    const undo = await readUndo(tx, versionId);
    if (!undo.ok) return undo;
    const { version, number, changes, conflicts } = undo.value;
    if (changes.length === 0) return err({ kind: 'price-nothing-to-undo', number, conflicts: conflicts.length });
    const draft = await openDraft(tx, actor, version.priceListId, undefined, { undoes: number });
    if (!draft.ok) return draft;
    await priceVersionStore.want(tx, draft.value, version.priceListId, changes);
    await auditPrices(tx, actor, 'price-version.roll-back', version.priceListId, {
      after: { versionId: draft.value, undoes: number, changes: changes.length, conflicts: conflicts.length },
    });
    return ok({ versionId: draft.value, changes: changes.length, conflicts: conflicts.length });
  });
