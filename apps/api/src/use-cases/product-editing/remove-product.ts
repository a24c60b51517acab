import { transact } from '@tradeline/db';
import { auditStore, outboxStore, productMediaStore, productStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Editor, historyEntry } from './actor.ts';
import { forgetFiles } from './forget-files.ts';
import { movedOn } from './save-product.ts';

/** Deletes a draft that nothing ever happened to. Goods that were ordered or stocked are withdrawn instead. */
export const removeProduct = async (
  deps: Pick<Deps, 'db' | 'storage'>,
  editor: Editor,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<Result<true, Refusal>> => {
  const removed = await transact<{ stems: { stem: string; widths: number[] }[]; files: string[] }, Refusal>(
    deps.db,
    async (tx) => {
      const product = await productStore.find(tx, id, true);
      if (!product) return err({ kind: 'product-not-found' });
      if (product.version !== expectedVersion) return err(await movedOn(tx, product, expectedVersion));
      if (product.status !== 'draft') return err({ kind: 'product-not-draft', status: product.status });
      const ids = product.variants.map((variant) => variant.id);
      const used = await productStore.withHistory(tx, ids);
      if (used.size > 0) {
        const items = product.variants.filter((variant) => used.has(variant.id)).map(({ itemNumber }) => itemNumber);
        return err({ kind: 'product-in-use', items });
      }
      const pictures = await productMediaStore.pictures(tx, id);
      const documents = await productMediaStore.documents(tx, id);
      await productStore.removeVariants(tx, ids);
      await productStore.removeProduct(tx, id);
      await auditStore.add(
        tx,
        historyEntry(editor, 'deleted', id, [
          { field: 'number', before: product.number, after: null },
          { field: 'name.zh', before: product.name.zh, after: null },
        ]),
      );
      await outboxStore.add(tx, { type: 'product.deleted', aggregateType: 'product', aggregateId: id, payload: {} });
      return ok({
        stems: pictures.flatMap(({ stem, widths, original, originalWidth }) => [
          { stem, widths },
          ...(original && originalWidth ? [{ stem: original, widths: [originalWidth] }] : []),
        ]),
        files: documents.map(({ file }) => file),
      });
    },
  );
  if (!removed.ok) return removed;
  await forgetFiles(deps, removed.value);
  return ok(true);
};
