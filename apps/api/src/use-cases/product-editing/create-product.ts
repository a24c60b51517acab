import { newId, transact } from '@tradeline/db';
import { auditStore, outboxStore, type ProductFields, productStore } from '@tradeline/db/stores';
import { checkProduct } from '@tradeline/domain/catalog';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Editor, historyEntry } from './actor.ts';
import { checkNumbersFree, orTaken } from './taken.ts';

export type NewProduct = Pick<ProductFields, 'number' | 'name' | 'categoryId'> & { unit: ProductFields['name'] };

/** Begins a product: a draft with one variant whose item number is the product's, that nobody but staff sees. */
export const createProduct = (
  { db }: Pick<Deps, 'db'>,
  editor: Editor,
  { unit, ...wish }: NewProduct,
): Promise<Result<{ id: string }, Refusal>> => {
  const id = newId();
  const fields: ProductFields = { ...nothing, ...wish };
  const variant = { ...loose, itemNumber: wish.number, unit };
  return orTaken(db, { number: wish.number, itemNumbers: [wish.number] }, () =>
    transact<{ id: string }, Refusal>(db, async (tx) => {
      const problems = checkProduct({ ...fields, variants: [variant] });
      if (problems.length > 0) return err({ kind: 'product-invalid', problems });
      const unknown = await productStore.unknownReferences(tx, fields);
      if (unknown.length > 0) return err({ kind: 'unknown-reference', fields: unknown });
      const free = await checkNumbersFree(tx, { number: wish.number, itemNumbers: [wish.number] });
      if (!free.ok) return free;
      await productStore.create(tx, id, fields);
      await productStore.addVariants(tx, id, [{ ...variant, id: newId(), position: 0 }]);
      await auditStore.add(
        tx,
        historyEntry(editor, 'created', id, [
          { field: 'number', before: null, after: wish.number },
          { field: 'name.zh', before: null, after: wish.name.zh },
        ]),
      );
      await outboxStore.add(tx, { type: 'product.created', aggregateType: 'product', aggregateId: id, payload: {} });
      return ok({ id });
    }),
  );
};

const nothing = {
  summary: null,
  description: null,
  model: null,
  brandId: null,
  supplierId: null,
  taxRate: '13',
  tags: [],
  keywords: '',
  attributes: {},
  specification: [],
  axes: [],
} satisfies Partial<ProductFields>;

/** Goods that come loose, one at a time. */
export const loose = {
  barcode: null,
  options: {},
  packUnits: [],
  cartonQuantity: 1,
  minQuantity: 1,
  multiple: 1,
  maxQuantity: null,
  weightGrams: null,
  packText: null,
  status: 'active' as const,
};
