import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { externalRefs, pictures, products, skus } from '../schema/index.ts';

const SOURCE = 'picture-zip';
export type PictureTarget = { productId: string; skuId: string | null; name: Bilingual };
export type ZipPicture = PictureTarget & {
  /** What the file is called, without folders: a second file of the name replaces the first. */
  file: string;
  digest: string;
  position: number;
  stem: string;
  widths: number[];
  importId: string;
};

/** Pictures that came by zip: which file became which picture, so that a second run changes nothing. */
export const pictureSheetStore = {
  /** The goods behind item numbers and product numbers, by number in lower case. */
  targets: async (tx: Tx, numbers: readonly string[]): Promise<Map<string, PictureTarget>> => {
    if (numbers.length === 0) return new Map();
    const lower = numbers.map((number) => number.toLowerCase());
    const found = new Map<string, PictureTarget>();
    const byProduct = await tx
      .select({ number: sql<string>`lower(${products.number})`, productId: products.id, name: products.name })
      .from(products)
      .where(inArray(sql`lower(${products.number})`, lower));
    for (const { number, productId, name } of byProduct) found.set(number, { productId, skuId: null, name });
    const bySku = await tx
      .select({
        number: sql<string>`lower(${skus.itemNumber})`,
        skuId: skus.id,
        productId: products.id,
        name: products.name,
        only: sql<boolean>`not exists (select 1 from ${skus} o where o.product_id = ${products.id} and o.id <> "skus"."id")`,
      })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(inArray(sql`lower(${skus.itemNumber})`, lower));
    // A picture of the only SKU shows the product.
    for (const { number, skuId, productId, name, only } of bySku)
      found.set(number, { productId, skuId: only ? null : skuId, name });
    return found;
  },
  digests: async (tx: Tx, files: readonly string[]): Promise<Map<string, string>> => {
    if (files.length === 0) return new Map();
    const rows = await tx
      .select({ file: externalRefs.externalId, digest: externalRefs.digest, stem: pictures.stem })
      .from(externalRefs)
      .innerJoin(pictures, sql`${pictures.id}::text = ${externalRefs.internalId}`)
      .where(and(eq(externalRefs.source, SOURCE), inArray(externalRefs.externalId, [...files])));
    return new Map(rows.map(({ file, digest }) => [file, digest]));
  },
  /** Puts a picture beside the goods, in place of the one that came under this name before. */
  put: async (tx: Tx, picture: ZipPicture): Promise<void> => {
    const { file, digest, importId, name, ...shown } = picture;
    const [earlier] = await tx
      .select({ id: externalRefs.internalId })
      .from(externalRefs)
      .where(and(eq(externalRefs.source, SOURCE), eq(externalRefs.kind, 'picture'), eq(externalRefs.externalId, file)));
    const [replaced] = earlier
      ? await tx
          .update(pictures)
          .set({ stem: shown.stem, widths: shown.widths, productId: shown.productId, skuId: shown.skuId })
          .where(eq(pictures.id, earlier.id))
          .returning({ id: pictures.id })
      : [];
    const id = replaced?.id ?? newId();
    if (!replaced) await tx.insert(pictures).values({ id, ...shown, alt: name });
    await tx
      .insert(externalRefs)
      .values({ source: SOURCE, kind: 'picture', externalId: file, internalId: id, digest, importId })
      .onConflictDoUpdate({
        target: [externalRefs.source, externalRefs.kind, externalRefs.externalId],
        set: { internalId: id, digest, importId },
      });
  },
};
