import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { documents, pictures, products, skus } from '../schema/index.ts';

export type PictureRow = typeof pictures.$inferSelect;
export type DocumentRow = typeof documents.$inferSelect;

/** Pictures and documents of a product, in the order they are shown. */
export const productMediaStore = {
  /** Holds the product, so that two people who sort its pictures are lined up. False: there is no such product. */
  lock: async (tx: Tx, productId: string): Promise<boolean> =>
    (await tx.select({ id: products.id }).from(products).where(eq(products.id, productId)).for('update')).length === 1,
  pictures: (tx: Tx, productId: string): Promise<PictureRow[]> =>
    tx.select().from(pictures).where(eq(pictures.productId, productId)).orderBy(pictures.position, pictures.id),
  addPicture: async (tx: Tx, row: Omit<PictureRow, 'position'>): Promise<void> => {
    await tx.insert(pictures).values({ ...row, position: nextPosition('pictures', row.productId) });
  },
  changePicture: async (
    tx: Tx,
    productId: string,
    id: string,
    set: Partial<Pick<PictureRow, 'alt' | 'skuId' | 'stem' | 'widths' | 'crop' | 'original' | 'originalWidth'>>,
  ): Promise<boolean> =>
    (
      await tx
        .update(pictures)
        .set(set)
        .where(and(eq(pictures.id, id), eq(pictures.productId, productId)))
        .returning({ id: pictures.id })
    ).length === 1,
  removePicture: async (tx: Tx, productId: string, id: string): Promise<PictureRow | undefined> =>
    (
      await tx
        .delete(pictures)
        .where(and(eq(pictures.id, id), eq(pictures.productId, productId)))
        .returning()
    )[0],
  /** Whether another picture shows the same files, as those of a duplicated product do. */
  stemInUse: async (tx: Tx, stem: string): Promise<boolean> =>
    (
      await tx
        .select({ id: pictures.id })
        .from(pictures)
        .where(sql`${pictures.stem} = ${stem} or ${pictures.original} = ${stem}`)
        .limit(1)
    ).length > 0,
  hasVariant: async (tx: Tx, productId: string, skuId: string): Promise<boolean> =>
    (
      await tx
        .select({ id: skus.id })
        .from(skus)
        .where(and(eq(skus.id, skuId), eq(skus.productId, productId)))
    ).length === 1,

  documents: (tx: Tx, productId: string): Promise<DocumentRow[]> =>
    tx.select().from(documents).where(eq(documents.productId, productId)).orderBy(documents.position, documents.id),
  addDocument: async (tx: Tx, row: Omit<DocumentRow, 'position' | 'createdAt'>): Promise<void> => {
    await tx.insert(documents).values({ ...row, position: nextPosition('documents', row.productId) });
  },
  renameDocument: async (tx: Tx, productId: string, id: string, name: Bilingual): Promise<boolean> =>
    (
      await tx
        .update(documents)
        .set({ name })
        .where(and(eq(documents.id, id), eq(documents.productId, productId)))
        .returning({ id: documents.id })
    ).length === 1,
  removeDocument: async (tx: Tx, productId: string, id: string): Promise<DocumentRow | undefined> =>
    (
      await tx
        .delete(documents)
        .where(and(eq(documents.id, id), eq(documents.productId, productId)))
        .returning()
    )[0],
  fileInUse: async (tx: Tx, file: string): Promise<boolean> =>
    (await tx.select({ id: documents.id }).from(documents).where(eq(documents.file, file)).limit(1)).length > 0,

  /** Puts pictures or documents into the order of these ids. */
  sort: async (tx: Tx, what: 'pictures' | 'documents', productId: string, ids: string[]): Promise<void> => {
    const table = what === 'pictures' ? pictures : documents;
    for (const [position, id] of ids.entries())
      await tx
        .update(table)
        .set({ position })
        .where(and(eq(table.id, id), eq(table.productId, productId)));
  },
};

const nextPosition = (table: 'pictures' | 'documents', productId: string) =>
  sql<number>`(select coalesce(max(position) + 1, 0) from ${sql.identifier(table)} where product_id = ${productId})`;
