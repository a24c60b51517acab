import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { attributes } from '../schema/index.ts';

export type AttributeKind = 'choice' | 'number' | 'text';
export type AttributeChoice = { code: string; name: Bilingual };
export type AttributeFields = {
  name: Bilingual;
  kind: AttributeKind;
  unit: string | null;
  choices: AttributeChoice[];
  filterable: boolean;
  required: boolean;
};

export const attributeStore = {
  /** Every attribute with the goods that have a value of it. */
  list: (tx: Tx) =>
    tx
      .select({
        id: attributes.id,
        categoryId: attributes.categoryId,
        code: attributes.code,
        name: attributes.name,
        kind: sql<AttributeKind>`${attributes.kind}`,
        unit: attributes.unit,
        choices: attributes.choices,
        filterable: attributes.filterable,
        required: attributes.required,
        position: attributes.position,
        products: sql<number>`(select count(*)::int from products p where p.attributes ? "attributes"."code")`,
      })
      .from(attributes)
      .orderBy(asc(attributes.position), asc(attributes.code)),
  find: async (tx: Tx, id: string) =>
    (await tx.select().from(attributes).where(eq(attributes.id, id)).for('no key update'))[0],
  codeTaken: async (tx: Tx, code: string): Promise<boolean> =>
    (await tx.select({ id: attributes.id }).from(attributes).where(eq(attributes.code, code))).length > 0,
  /** Goods that have a value of it, and goods by choice. */
  uses: async (tx: Tx, code: string): Promise<{ products: number; byChoice: Map<string, number> }> => {
    const rows = await tx.execute<{ value: string | null; n: number }>(
      sql`select case when jsonb_typeof(attributes -> ${code}) = 'string' then attributes ->> ${code} end as value, count(*)::int as n
        from products where attributes ? ${code} group by 1`,
    );
    return {
      products: rows.reduce((sum, row) => sum + row.n, 0),
      byChoice: new Map(rows.flatMap((row) => (row.value === null ? [] : [[row.value, row.n]]))),
    };
  },
  insert: async (tx: Tx, row: typeof attributes.$inferInsert): Promise<void> => {
    await tx.insert(attributes).values(row);
  },
  update: async (tx: Tx, id: string, fields: Partial<AttributeFields>): Promise<void> => {
    await tx.update(attributes).set(fields).where(eq(attributes.id, id));
  },
  order: async (tx: Tx, ids: readonly string[]): Promise<void> => {
    await tx.execute(sql`update attributes set position = o.n - 1
      from (select id::uuid, n from unnest(${sql.param(ids)}::text[]) with ordinality as x(id, n)) o where o.id = attributes.id`);
  },
  /** Goods with one choice get another, or none. Says how many. */
  replaceChoice: async (tx: Tx, code: string, from: string, to: string | undefined): Promise<number> => {
    const value =
      to === undefined
        ? sql`attributes - ${code}::text`
        : sql`jsonb_set(attributes, array[${code}], to_jsonb(${to}::text))`;
    const rows =
      await tx.execute(sql`update products set attributes = ${value}, version = version + 1, updated_at = now()
      where attributes ->> ${code} = ${from} returning 1`);
    return rows.length;
  },
  /** Takes the definition and every value of it away. */
  remove: async (tx: Tx, id: string, code: string): Promise<void> => {
    await tx.execute(sql`update products set attributes = attributes - ${code}::text, version = version + 1, updated_at = now()
      where attributes ? ${code}`);
    await tx.delete(attributes).where(eq(attributes.id, id));
  },
};
