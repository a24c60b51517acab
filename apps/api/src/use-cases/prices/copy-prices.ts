import { type Tx, transact } from '@tradeline/db';
import { priceEffectStore, priceListStore, priceVersionStore, type WantedPrice } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { applyFormula, checkFormula, type FormulaRefusal, type PriceFormula } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { auditPrices, type PriceActor } from './actor.ts';
import { openDraft } from './edit-draft.ts';
import { createListIn, type NewPriceList } from './save-list.ts';

export type CopyWish = {
  sourceId: string;
  formula: PriceFormula;
  /** Every tier, or the price from the smallest quantity only. */
  tiers: 'all' | 'first';
  category?: string | undefined;
  brand?: string | undefined;
};
export type CopyTarget =
  | { kind: 'draft'; listId: string; versionId?: string | undefined; note?: string | undefined }
  | { kind: 'new-list'; list: NewPriceList };

/** Prices that one copy may carry. */
const LIMIT = 300_000;
const EXAMPLES = 8;

type Copied = { skuId: string; minQuantity: number; fromE4: number; afterE4: number; raised: boolean };
type Computed = { copied: Copied[]; refused: Record<FormulaRefusal['kind'], number>; untouched: number };

const compute = async (tx: Tx, wish: CopyWish): Promise<Result<Computed, Refusal>> => {
  const formula = checkFormula(wish.formula);
  if (!formula.ok) return formula;
  if (!(await priceListStore.find(tx, wish.sourceId))) return err({ kind: 'price-list-not-found' });
  const costs = await priceVersionStore.costs(tx, wish);
  const source = (await priceVersionStore.current(tx, wish.sourceId)).filter(({ skuId }) => costs.has(skuId));
  if (source.length > LIMIT) return err({ kind: 'price-copy-too-large', limit: LIMIT, count: source.length });
  const least = new Map<string, number>();
  for (const { skuId, minQuantity } of source)
    least.set(skuId, Math.min(minQuantity, least.get(skuId) ?? Number.POSITIVE_INFINITY));
  const copied: Copied[] = [];
  const refused = { 'no-cost': 0, 'not-positive': 0, 'too-large': 0 };
  for (const { skuId, minQuantity, unitPriceE4 } of source) {
    if (wish.tiers === 'first' && minQuantity !== least.get(skuId)) continue;
    const cost = costs.get(skuId);
    const made = applyFormula(wish.formula, {
      priceE4: unitPriceE4,
      cost: cost === null || cost === undefined ? null : minor(cost),
    });
    if (made.ok)
      copied.push({ skuId, minQuantity, fromE4: unitPriceE4, afterE4: made.value.priceE4, raised: made.value.raised });
    else refused[made.error.kind] += 1;
  }
  return ok({ copied, refused, untouched: copied.filter(({ fromE4, afterE4 }) => fromE4 === afterE4).length });
};

/** What a formula would make of a list: counts, and examples spread over it. Nothing is written. */
export const previewCopy = async ({ db }: Pick<Deps, 'db'>, wish: CopyWish) => {
  const computed = await compute(db, wish);
  if (!computed.ok) return computed;
  const { copied, refused, untouched } = computed.value;
  const shown = copied
    .filter((_, at) => at % Math.max(1, Math.floor(copied.length / EXAMPLES)) === 0)
    .slice(0, EXAMPLES);
  const skus = new Map(
    (
      await priceEffectStore.skus(
        db,
        shown.map(({ skuId }) => skuId),
      )
    ).map((sku) => [sku.id, sku]),
  );
  return ok({
    prices: copied.length,
    untouched,
    raised: copied.filter(({ raised }) => raised).length,
    refused,
    examples: shown.map((each) => ({
      ...each,
      itemNumber: skus.get(each.skuId)?.itemNumber ?? '',
      productName: skus.get(each.skuId)?.productName ?? { zh: '' },
    })),
  });
};

/** Tiers that the target has and the copy has not: the goods that are copied get exactly the copied tiers. */
const dropped = async (tx: Tx, listId: string, copied: readonly Copied[]): Promise<WantedPrice[]> => {
  const skus = new Set(copied.map(({ skuId }) => skuId));
  const kept = new Set(copied.map(({ skuId, minQuantity }) => `${skuId} ${minQuantity}`));
  return (await priceVersionStore.current(tx, listId))
    .filter(({ skuId, minQuantity }) => skus.has(skuId) && !kept.has(`${skuId} ${minQuantity}`))
    .map(({ skuId, minQuantity }) => ({ skuId, minQuantity, afterE4: null }));
};

/** Writes a copy into a draft of a list, or of a new list: never straight into prices that hold. */
export const copyPrices = (
  { db }: Pick<Deps, 'db'>,
  actor: PriceActor,
  wish: CopyWish,
  target: CopyTarget,
): Promise<Result<{ listId: string; versionId: string; prices: number }, Refusal>> =>
  transact(db, async (tx): Promise<Result<{ listId: string; versionId: string; prices: number }, Refusal>> => {
    const computed = await compute(tx, wish);
    if (!computed.ok) return computed;
    const { copied } = computed.value;
    const list = target.kind === 'new-list' ? await createListIn(tx, actor, target.list) : ok({ id: target.listId });
    if (!list.ok) return list;
    const listId = list.value.id;
    if (!(await priceListStore.find(tx, listId))) return err({ kind: 'price-list-not-found' });
    const draft = await openDraft(tx, actor, listId, target.kind === 'draft' ? target.versionId : undefined, {
      note: target.kind === 'draft' ? target.note : undefined,
    });
    if (!draft.ok) return draft;
    const gone = wish.sourceId === listId && wish.tiers === 'all' ? [] : await dropped(tx, listId, copied);
    await priceVersionStore.want(tx, draft.value, listId, [...copied, ...gone]);
    await auditPrices(tx, actor, 'price-draft.copy', listId, {
      after: { versionId: draft.value, sourceId: wish.sourceId, formula: wish.formula, prices: copied.length },
    });
    return ok({ listId, versionId: draft.value, prices: copied.length });
  });
