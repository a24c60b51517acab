import type { Tx } from '@tradeline/db';
import { newId, transact } from '@tradeline/db';
import {
  auditStore,
  type FirstPrice,
  firstPriceStore,
  outboxStore,
  type ProductFields,
  type ProductRecord,
  productHistoryStore,
  productStore,
  type VariantFields,
} from '@tradeline/db/stores';
import { checkProduct, mayPublish, missingForPublishing, productChanges } from '@tradeline/domain/catalog';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { UnitPriceE4 } from '@tradeline/domain/money';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Editor, historyEntry } from './actor.ts';
import { checkNumbersFree, orTaken } from './taken.ts';

export type VariantWish = VariantFields & {
  id?: string | undefined;
  /** For goods that have no price in the base list yet; one that has keeps it. */
  firstPriceE4?: UnitPriceE4 | undefined;
};
export type SaveRequest = { id: string; expectedVersion: number; draft: ProductFields & { variants: VariantWish[] } };
export type Saved = { version: number; changed: number };

/**
 * Writes a whole product as its form stands. Refused when somebody saved in between, when a field is wrong, or when goods
 * that customers see would lose what they must have. A variant that is no longer there is deleted only if nothing ever
 * happened to it; else it is withdrawn and keeps its history.
 */
export const saveProduct = (
  { db }: Pick<Deps, 'db'>,
  editor: Editor,
  { id, expectedVersion, draft: { variants: wishes, ...fields } }: SaveRequest,
): Promise<Result<Saved, Refusal>> => {
  const numbers = { number: fields.number, itemNumbers: wishes.map(({ itemNumber }) => itemNumber), productId: id };
  return orTaken(db, numbers, () =>
    transact<Saved, Refusal>(db, async (tx) => {
      const before = await productStore.find(tx, id, true);
      if (!before) return err({ kind: 'product-not-found' });
      if (before.version !== expectedVersion) return err(await movedOn(tx, before, expectedVersion));
      const variants = wishes.map((wish) => permitted(wish, before, editor));
      const definitions = await productStore.attributesOf(tx, fields.categoryId);
      const problems = checkProduct({ ...fields, variants }, definitions);
      if (problems.length > 0) return err({ kind: 'product-invalid', problems });
      const unknown = await productStore.unknownReferences(tx, fields);
      if (unknown.length > 0) return err({ kind: 'unknown-reference', fields: unknown });
      const free = await checkNumbersFree(tx, numbers);
      if (!free.ok) return free;

      await writeVariants(tx, before, variants);
      const priced = editor.mayPrice ? await firstPrices(tx, editor, variants, fields.number) : [];
      const shown = before.status === 'published' || before.publishAt !== null;
      if (shown) {
        const prices = await firstPriceStore.basePrices(
          tx,
          variants.map((variant) => variant.id),
        );
        const missing = missingForPublishing({
          ...fields,
          definitions,
          pictures: 1,
          variants: variants.map((variant) => ({ ...variant, priced: prices.has(variant.id) })),
        }).filter(({ must }) => must);
        if (!mayPublish(missing)) return err({ kind: 'product-not-ready', missing });
      }
      if (!(await productStore.save(tx, id, expectedVersion, fields)))
        return err(await movedOn(tx, before, expectedVersion));
      const after = await productStore.find(tx, id);
      const changes = after ? productChanges(before, after) : [];
      const all = [
        ...changes,
        ...priced.map(({ itemNumber, firstPriceE4 }) => ({
          field: `variants/${itemNumber}/firstPriceE4`,
          before: null,
          after: firstPriceE4 ?? null,
        })),
      ];
      await auditStore.add(tx, historyEntry(editor, 'saved', id, all));
      await outboxStore.add(tx, {
        type: 'product.saved',
        aggregateType: 'product',
        aggregateId: id,
        aggregateVersion: expectedVersion + 1,
        payload: { fields: all.map(({ field }) => field) },
      });
      return ok({ version: expectedVersion + 1, changed: all.length });
    }),
  );
};

type Variant = VariantWish & { id: string; isNew: boolean };

/** A variant with its id; one of another product is a new one, and a cost that may not be seen stays as it is. */
const permitted = ({ id, cost, ...wish }: VariantWish, before: ProductRecord, { seesCost }: Editor): Variant => {
  const old = before.variants.find((variant) => variant.id === id);
  const unseen = seesCost ? {} : { cost: undefined };
  return { ...wish, ...(cost === undefined ? {} : { cost }), ...unseen, id: old?.id ?? newId(), isNew: !old };
};

const writeVariants = async (tx: Tx, before: ProductRecord, variants: readonly Variant[]): Promise<void> => {
  const kept = new Set(variants.map((variant) => variant.id));
  const gone = before.variants.filter((variant) => !kept.has(variant.id)).map((variant) => variant.id);
  const used = await productStore.withHistory(tx, gone);
  await productStore.removeVariants(
    tx,
    gone.filter((id) => !used.has(id)),
  );
  await productStore.withdrawVariants(tx, [...used]);
  const rows = variants.map(({ isNew, firstPriceE4: _, ...variant }, position) => ({
    isNew,
    row: { ...variant, position },
  }));
  // Item numbers may have changed places: each moves aside before any takes its new one.
  const renamed = rows.filter(
    ({ isNew, row }) => !isNew && before.variants.find(({ id }) => id === row.id)?.itemNumber !== row.itemNumber,
  );
  await productStore.setAside(
    tx,
    renamed.map(({ row }) => row.id),
  );
  for (const { row } of rows.filter(({ isNew }) => !isNew)) {
    const { id, ...fields } = row;
    await productStore.changeVariant(tx, before.id, id, fields);
  }
  await productStore.addVariants(
    tx,
    before.id,
    rows.filter(({ isNew }) => isNew).map(({ row }) => row),
  );
};

const firstPrices = async (
  tx: Tx,
  editor: Editor,
  variants: readonly Variant[],
  number: string,
): Promise<Variant[]> => {
  const wanted = variants.flatMap(({ id, firstPriceE4 }): FirstPrice[] =>
    firstPriceE4 === undefined ? [] : [{ skuId: id, unitPriceE4: firstPriceE4 }],
  );
  const had = await firstPriceStore.basePrices(
    tx,
    wanted.map(({ skuId }) => skuId),
  );
  const added = await firstPriceStore.addFirstPrices(
    tx,
    wanted.filter(({ skuId }) => !had.has(skuId)),
    editor.staff.name,
    number,
  );
  return variants.filter(({ id }) => added.includes(id));
};

/** Who was faster, and when. */
export const movedOn = async (
  tx: Tx,
  { id, version }: Pick<ProductRecord, 'id' | 'version'>,
  expected: number,
): Promise<Refusal> => {
  const last = await productHistoryStore.lastSaved(tx, id);
  return { kind: 'product-moved-on', expected, actual: version, by: last?.by ?? null, at: last?.at ?? null };
};
