import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { brands, products } from '../schema/index.ts';

export type BrandFields = { name: Bilingual; description: Bilingual | null; logoStem: string | null };

export const brandStore = {
  list: (tx: Tx) =>
    tx
      .select({
        id: brands.id,
        slug: brands.slug,
        name: brands.name,
        description: brands.description,
        logoStem: brands.logoStem,
        position: brands.position,
        products: sql<number>`(select count(*)::int from products p where p.brand_id = "brands"."id")`,
        published: sql<number>`(select count(*)::int from products p where p.brand_id = "brands"."id" and p.status = 'published')`,
      })
      .from(brands)
      .orderBy(brands.position, brands.slug),
  find: async (tx: Tx, id: string) => (await tx.select().from(brands).where(eq(brands.id, id)).for('no key update'))[0],
  slugTaken: async (tx: Tx, slug: string): Promise<boolean> =>
    (await tx.select({ id: brands.id }).from(brands).where(eq(brands.slug, slug))).length > 0,
  /** A brand of this very name, in either language. */
  named: async (tx: Tx, name: Bilingual) =>
    tx
      .select({ id: brands.id, name: brands.name })
      .from(brands)
      .where(
        sql`lower(${brands.name} ->> 'zh') = lower(${name.zh}) or lower(${brands.name} ->> 'en') = lower(${name.en ?? name.zh})`,
      ),
  insert: async (tx: Tx, row: typeof brands.$inferInsert): Promise<void> => {
    await tx.insert(brands).values(row);
  },
  update: async (tx: Tx, id: string, fields: Partial<BrandFields>): Promise<void> => {
    await tx.update(brands).set(fields).where(eq(brands.id, id));
  },
  order: async (tx: Tx, ids: readonly string[]): Promise<void> => {
    await tx.execute(sql`update brands set position = o.n - 1
      from (select id::uuid, n from unnest(${sql.param(ids)}::text[]) with ordinality as x(id, n)) o where o.id = brands.id`);
  },
  /** All that names one brand names the other: goods, assortments, promotions. Says how much of each there was. */
  merge: async (
    tx: Tx,
    from: string,
    into: string,
  ): Promise<{ products: number; assortments: number; promotions: number }> => {
    const moved = await tx
      .update(products)
      .set({ brandId: into, version: sql`${products.version} + 1`, updatedAt: sql`now()` })
      .where(eq(products.brandId, from))
      .returning({ id: products.id });
    const named =
      await tx.execute(sql`update assortment_goods g set ref = ${into} where kind = 'brand' and ref = ${from}
      and not exists (select 1 from assortment_goods o where o.assortment_id = g.assortment_id and o.kind = 'brand' and o.ref = ${into})
      returning 1`);
    await tx.execute(sql`delete from assortment_goods where kind = 'brand' and ref = ${from}`);
    const promoted = await tx.execute(
      sql`update promotions set definition = replace(definition::text, ${from}, ${into})::jsonb where definition::text like ${`%${from}%`} returning 1`,
    );
    return { products: moved.length, assortments: named.length, promotions: promoted.length };
  },
  /** How many assortments and promotions name it. */
  uses: async (tx: Tx, id: string): Promise<{ products: number; assortments: number; promotions: number }> => {
    const [row] = await tx.execute<{ products: number; assortments: number; promotions: number }>(sql`select
      (select count(*)::int from products where brand_id = ${id}) as products,
      (select count(*)::int from assortment_goods where kind = 'brand' and ref = ${id}) as assortments,
      (select count(*)::int from promotions where definition::text like ${`%${id}%`}) as promotions`);
    return row!;
  },
  remove: async (tx: Tx, id: string): Promise<void> => {
    await tx.delete(brands).where(eq(brands.id, id));
  },
};
