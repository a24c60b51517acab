import type { CategoryPlace } from '@tradeline/domain/catalog';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { attributes, categories, products } from '../schema/index.ts';

export type { Bilingual as BilingualText } from '../schema/columns.ts';

/** What else knows a category, besides the goods in it: it must not be taken from under them. */
export type CategoryUses = {
  products: number;
  children: number;
  attributes: number;
  assortments: Bilingual[];
  promotions: Bilingual[];
};

/** One number for the lock that lines up those who change the tree. */
const TREE_LOCK = 7_203_116;

export const categoryStore = {
  /** The tree with what stands right in each: all goods, and those published. */
  tree: (tx: Tx) =>
    tx
      .select({
        id: categories.id,
        parentId: categories.parentId,
        slug: categories.slug,
        name: categories.name,
        position: categories.position,
        products: sql<number>`(select count(*)::int from products p where p.category_id = "categories"."id")`,
        published: sql<number>`(select count(*)::int from products p where p.category_id = "categories"."id" and p.status = 'published')`,
        attributes: sql<number>`(select count(*)::int from attributes a where a.category_id = "categories"."id")`,
      })
      .from(categories)
      .orderBy(categories.position, categories.slug),

  /** Places of all categories, under the lock that keeps two movers from making a ring between them. */
  lockPlaces: async (tx: Tx): Promise<CategoryPlace[]> => {
    await tx.execute(sql`select pg_advisory_xact_lock(${TREE_LOCK})`);
    return tx
      .select({ id: categories.id, parentId: categories.parentId, position: categories.position })
      .from(categories);
  },
  place: async (tx: Tx, places: readonly CategoryPlace[]): Promise<void> => {
    for (const { id, parentId, position } of places)
      await tx.update(categories).set({ parentId, position }).where(eq(categories.id, id));
  },

  find: async (tx: Tx, id: string) => (await tx.select().from(categories).where(eq(categories.id, id)))[0],
  slugTaken: async (tx: Tx, slug: string): Promise<boolean> =>
    (await tx.select({ id: categories.id }).from(categories).where(eq(categories.slug, slug))).length > 0,
  insert: async (tx: Tx, row: typeof categories.$inferInsert): Promise<void> => {
    await tx.insert(categories).values(row);
  },
  rename: async (tx: Tx, id: string, name: Bilingual): Promise<boolean> =>
    (await tx.update(categories).set({ name }).where(eq(categories.id, id)).returning({ id: categories.id })).length ===
    1,

  uses: async (tx: Tx, id: string): Promise<CategoryUses> => {
    const [row] = await tx.execute<CategoryUses>(sql`select
      (select count(*)::int from products where category_id = ${id}) as products,
      (select count(*)::int from categories where parent_id = ${id}) as children,
      (select count(*)::int from attributes where category_id = ${id}) as attributes,
      coalesce((select json_agg(a.name order by a.code) from assortments a
        where exists (select 1 from assortment_goods g where g.assortment_id = a.id and g.kind = 'category' and g.ref = ${id})), '[]') as assortments,
      coalesce((select json_agg(p.name order by p.code) from promotions p where p.definition::text like ${`%${id}%`}), '[]') as promotions`);
    return row!;
  },
  /** Goods, subcategories and attributes of one category become those of another. */
  empty: async (tx: Tx, id: string, into: string): Promise<void> => {
    await tx
      .update(products)
      .set({ categoryId: into, version: sql`${products.version} + 1`, updatedAt: sql`now()` })
      .where(eq(products.categoryId, id));
    await tx.update(attributes).set({ categoryId: into }).where(eq(attributes.categoryId, id));
  },
  remove: async (tx: Tx, id: string): Promise<void> => {
    await tx.delete(categories).where(eq(categories.id, id));
  },
};
