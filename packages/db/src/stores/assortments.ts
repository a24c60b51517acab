import type { AudienceRef, GoodsRef, Viewer } from '@tradeline/domain/catalog';
import { asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import {
  assortmentAudiences,
  assortmentGoods,
  assortments,
  brands,
  categories,
  companies,
  customerGroups,
  products,
  skus,
} from '../schema/index.ts';
import { among, type MeantGoods } from './among.ts';
import { visibleTo } from './visibility.ts';

export type AssortmentHead = { code: string; name: Bilingual; effect: 'only' | 'hide'; active: boolean };
export type AssortmentDraft = AssortmentHead & { audiences: AudienceRef[]; goods: GoodsRef[] };

/** References are texts that may name anything; only what looks like a key is compared with keys. */
const keysOf = (refs: readonly { kind: string; ref?: string }[], kind: string): string[] =>
  refs.flatMap((one) => (one.kind === kind && one.ref && /^[0-9a-f-]{36}$/u.test(one.ref) ? [one.ref] : []));

export const assortmentStore = {
  /** Every assortment with how much it names. */
  list: (tx: Tx) =>
    tx
      .select({
        id: assortments.id,
        code: assortments.code,
        name: assortments.name,
        effect: sql<'only' | 'hide'>`${assortments.effect}`,
        active: assortments.active,
        createdAt: assortments.createdAt,
        audiences: sql<
          { kind: string; ref: string }[]
        >`coalesce((select json_agg(json_build_object('kind', u.kind, 'ref', u.ref) order by u.kind, u.ref) from assortment_audiences u where u.assortment_id = "assortments"."id"), '[]')`,
        goods: sql<
          Record<string, number>
        >`coalesce((select json_object_agg(kind, n) from (select g.kind, count(*)::int n from assortment_goods g where g.assortment_id = "assortments"."id" group by 1) x), '{}')`,
      })
      .from(assortments)
      .orderBy(asc(assortments.code)),

  find: async (tx: Tx, id: string): Promise<(AssortmentDraft & { id: string }) | undefined> => {
    const [head] = await tx.select().from(assortments).where(eq(assortments.id, id)).for('no key update');
    if (!head) return undefined;
    const audiences = await tx
      .select({ kind: assortmentAudiences.kind, ref: assortmentAudiences.ref })
      .from(assortmentAudiences)
      .where(eq(assortmentAudiences.assortmentId, id))
      .orderBy(assortmentAudiences.kind, assortmentAudiences.ref);
    const goods = await tx
      .select({ kind: assortmentGoods.kind, ref: assortmentGoods.ref })
      .from(assortmentGoods)
      .where(eq(assortmentGoods.assortmentId, id))
      .orderBy(assortmentGoods.kind, assortmentGoods.ref);
    return {
      id,
      code: head.code,
      name: head.name,
      effect: head.effect as 'only' | 'hide',
      active: head.active,
      audiences: audiences.map(({ kind, ref }) =>
        kind === 'stranger' || kind === 'everyone' ? { kind } : { kind: kind as 'company' | 'group' | 'level', ref },
      ),
      goods: goods.map(({ kind, ref }) => ({ kind: kind as GoodsRef['kind'], ref })),
    };
  },

  codeTaken: async (tx: Tx, code: string, except?: string): Promise<boolean> => {
    const rows = await tx.select({ id: assortments.id }).from(assortments).where(eq(assortments.code, code));
    return rows.some((row) => row.id !== except);
  },

  /** Writes an assortment as a whole: what it named before and does not name now is gone. */
  put: async (tx: Tx, id: string, { audiences, goods, ...head }: AssortmentDraft): Promise<void> => {
    await tx
      .insert(assortments)
      .values({ id, ...head })
      .onConflictDoUpdate({ target: assortments.id, set: head });
    await tx.delete(assortmentAudiences).where(eq(assortmentAudiences.assortmentId, id));
    await tx.delete(assortmentGoods).where(eq(assortmentGoods.assortmentId, id));
    if (audiences.length > 0)
      await tx.insert(assortmentAudiences).values(
        audiences.map((one) => ({
          id: newId(),
          assortmentId: id,
          kind: one.kind,
          ref: 'ref' in one ? one.ref : '',
        })),
      );
    for (let from = 0; from < goods.length; from += 1_000)
      await tx
        .insert(assortmentGoods)
        .values(goods.slice(from, from + 1_000).map((one) => ({ id: newId(), assortmentId: id, ...one })));
  },

  setActive: async (tx: Tx, id: string, active: boolean): Promise<boolean> =>
    (await tx.update(assortments).set({ active }).where(eq(assortments.id, id)).returning({ id: assortments.id }))
      .length === 1,

  remove: async (tx: Tx, id: string): Promise<void> => {
    await tx.delete(assortments).where(eq(assortments.id, id));
  },

  /** What the references are called, to show and to check them: what is not found is not there. */
  namesOf: async (
    tx: Tx,
    audiences: readonly AudienceRef[],
    goods: readonly GoodsRef[],
  ): Promise<Map<string, { name: Bilingual; number: string | null }>> => {
    const found = new Map<string, { name: Bilingual; number: string | null }>();
    const note = (kind: string, rows: { id: string; name: Bilingual; number: string | null }[]) => {
      for (const { id, name, number } of rows) found.set(`${kind}:${id}`, { name, number });
    };
    const none = sql<string | null>`null`;
    const [companyIds, groupIds] = [keysOf(audiences, 'company'), keysOf(audiences, 'group')];
    if (companyIds.length > 0)
      note(
        'company',
        await tx
          .select({ id: companies.id, name: sql<Bilingual>`json_build_object('zh', name)`, number: companies.number })
          .from(companies)
          .where(inArray(companies.id, companyIds)),
      );
    if (groupIds.length > 0)
      note(
        'group',
        await tx
          .select({ id: customerGroups.id, name: customerGroups.name, number: none })
          .from(customerGroups)
          .where(inArray(customerGroups.id, groupIds)),
      );
    const tables = { product: products, category: categories, brand: brands } as const;
    for (const [kind, table] of Object.entries(tables)) {
      const ids = keysOf(goods, kind);
      if (ids.length === 0) continue;
      const number = kind === 'product' ? sql<string | null>`number` : none;
      note(kind, await tx.select({ id: table.id, name: table.name, number }).from(table).where(inArray(table.id, ids)));
    }
    return found;
  },

  /** Every active customer as visibility sees him. */
  customers: (tx: Tx) =>
    tx
      .select({
        id: companies.id,
        number: companies.number,
        name: companies.name,
        groupId: companies.groupId,
        level: companies.level,
      })
      .from(companies)
      .where(eq(companies.status, 'active'))
      .orderBy(companies.number),

  /** Published goods a viewer sees now, and all there are. */
  countFor: async (tx: Tx, viewer: Viewer): Promise<{ sees: number; total: number }> => {
    const [row] = await tx
      .select({ sees: sql<number>`count(*) filter (where ${visibleTo(viewer)})::int`, total: count() })
      .from(products)
      .where(eq(products.status, 'published'));
    return row ?? { sees: 0, total: 0 };
  },

  /** Tags in use, most used first. */
  tags: (tx: Tx) =>
    tx.execute<{ tag: string; products: number }>(
      sql`select tag, count(*)::int as products from products, unnest(tags) tag group by 1 order by 2 desc, 1 limit 500`,
    ),

  /** A page of published goods with all that decides who sees them. `which` narrows to what the viewer sees or not. */
  goodsFor: async (
    tx: Tx,
    viewer: Viewer,
    { goods, which }: { goods: MeantGoods; which: 'all' | 'visible' | 'hidden' },
    { page, size }: { page: number; size: number },
  ) => {
    const where = sql`${products.status} = 'published'
      ${goods.productIds ? sql`and ${among(products.id, goods.productIds)}` : sql``}
      ${goods.skuIds ? sql`and exists (select 1 from ${skus} where ${skus.productId} = ${products.id} and ${among(skus.id, goods.skuIds)})` : sql``}
      ${which === 'all' ? sql`` : which === 'visible' ? sql`and ${visibleTo(viewer)}` : sql`and not ${visibleTo(viewer)}`}`;
    const rows = await tx
      .select({
        id: products.id,
        number: products.number,
        name: products.name,
        categoryId: products.categoryId,
        brandId: products.brandId,
        tags: products.tags,
      })
      .from(products)
      .where(where)
      .orderBy(products.number)
      .limit(size)
      .offset((page - 1) * size);
    const [counted] = await tx.select({ total: count() }).from(products).where(where);
    return { rows, total: counted?.total ?? 0 };
  },
};
