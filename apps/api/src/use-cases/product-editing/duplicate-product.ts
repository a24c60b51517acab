import { newId, transact } from '@tradeline/db';
import { auditStore, outboxStore, type ProductRecord, productMediaStore, productStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Editor, historyEntry } from './actor.ts';
import { loose } from './create-product.ts';
import { checkNumbersFree, orTaken } from './taken.ts';

export type DuplicateRequest = { id: string; number: string; withVariants: boolean; withPictures: boolean };

/** A draft like another product under a new number. Files are shared, prices and stock are not taken over. */
export const duplicateProduct = async (
  { db }: Pick<Deps, 'db'>,
  editor: Editor,
  { id, number, withVariants, withPictures }: DuplicateRequest,
): Promise<Result<{ id: string }, Refusal>> => {
  const source = await productStore.find(db, id);
  if (!source) return err({ kind: 'product-not-found' });
  const copyId = newId();
  const variants = variantsOf(source, number, withVariants);
  const numbers = { number, itemNumbers: variants.map(({ itemNumber }) => itemNumber) };
  return orTaken(db, numbers, () =>
    transact<{ id: string }, Refusal>(db, async (tx) => {
      const free = await checkNumbersFree(tx, numbers);
      if (!free.ok) return free;
      const { number: _, axes, ...fields } = fieldsOf(source);
      await productStore.create(tx, copyId, { ...fields, number, axes: withVariants ? axes : [] });
      await productStore.addVariants(tx, copyId, variants);
      if (withPictures) {
        const twin = new Map(
          source.variants.map((variant, i) => [variant.id, withVariants ? variants[i]?.id : undefined]),
        );
        for (const picture of await productMediaStore.pictures(tx, id)) {
          const { position: __, ...row } = picture;
          const skuId = (row.skuId && twin.get(row.skuId)) ?? null;
          await productMediaStore.addPicture(tx, { ...row, id: newId(), productId: copyId, skuId });
        }
      }
      await auditStore.add(
        tx,
        historyEntry(editor, 'duplicated', copyId, [
          { field: 'number', before: null, after: number },
          { field: 'from', before: null, after: source.number },
        ]),
      );
      await outboxStore.add(tx, {
        type: 'product.created',
        aggregateType: 'product',
        aggregateId: copyId,
        payload: {},
      });
      return ok({ id: copyId });
    }),
  );
};

const fieldsOf = ({
  variants: _,
  id: __,
  status,
  publishAt,
  withdrawAt,
  publishedAt,
  version,
  createdAt,
  updatedAt,
  ...fields
}: ProductRecord) => fields;

/** Item numbers that began with the old product's number begin with the new one's; others are counted. Barcodes are not copied. */
const variantsOf = (source: ProductRecord, number: string, all: boolean) => {
  const { variants } = source;
  if (!all) {
    const first = variants[0];
    return [{ ...loose, unit: first?.unit ?? { zh: '件' }, itemNumber: number, id: newId(), position: 0 }];
  }
  return variants.map((variant, position) => ({
    ...variant,
    id: newId(),
    position,
    barcode: null,
    itemNumber: variant.itemNumber.startsWith(source.number)
      ? `${number}${variant.itemNumber.slice(source.number.length)}`
      : `${number}-${position + 1}`,
  }));
};
