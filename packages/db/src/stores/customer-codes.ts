import type { Instant } from '@tradeline/domain/kernel';
import { and, asc, count, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { OptionAxis } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';
import { customerCodes, products, skus } from '../schema/index.ts';
import { amongMeant, type MeantGoods } from './among.ts';
import { type Looker, visibleTo } from './visibility.ts';

export type CodeRow = {
  code: string;
  normalised: string;
  skuId: string;
  itemNumber: string;
  productId: string;
  productName: Bilingual;
  axes: OptionAxis[];
  options: Record<string, string>;
  /** Whether the goods can still be had. */
  offered: boolean;
  createdAt: Instant;
};
/** What is looked for: a part of a code as he writes it, or goods that his words mean. */
export type CodesWanted = { text: string; goods: MeantGoods };
export type NewCode = { code: string; normalised: string; skuId: string };

const literally = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** A customer's codes, of goods he may see; goods hidden from him since are not told. */
const matching = (companyId: string, looker: Looker, wanted: CodesWanted | undefined): SQL | undefined =>
  and(
    eq(customerCodes.companyId, companyId),
    visibleTo(looker),
    wanted && or(ilike(customerCodes.code, literally(wanted.text)), amongMeant(wanted.goods)),
  );

export const customerCodeStore = {
  page: async (
    tx: Tx,
    companyId: string,
    looker: Looker,
    wanted: CodesWanted | undefined,
    { page, size }: { page: number; size: number },
  ): Promise<{ rows: CodeRow[]; total: number }> => {
    const where = matching(companyId, looker, wanted);
    const rows = await tx
      .select({
        code: customerCodes.code,
        normalised: customerCodes.normalised,
        skuId: skus.id,
        itemNumber: skus.itemNumber,
        productId: products.id,
        productName: products.name,
        axes: products.axes,
        options: skus.options,
        offered: sql<boolean>`${skus.status} = 'active' and ${products.status} = 'published'`,
        createdAt: customerCodes.createdAt,
      })
      .from(customerCodes)
      .innerJoin(skus, eq(skus.id, customerCodes.skuId))
      .innerJoin(products, eq(products.id, skus.productId))
      .where(where)
      .orderBy(asc(customerCodes.normalised))
      .limit(size)
      .offset((page - 1) * size);
    const [counted] = await tx
      .select({ total: count() })
      .from(customerCodes)
      .innerJoin(skus, eq(skus.id, customerCodes.skuId))
      .innerJoin(products, eq(products.id, skus.productId))
      .where(where);
    return { rows, total: counted?.total ?? 0 };
  },

  /** Which of some codes are taken, by their normalised form. */
  taken: async (tx: Tx, companyId: string, normalised: readonly string[]) => {
    if (normalised.length === 0) return [];
    return tx
      .select({
        normalised: customerCodes.normalised,
        code: customerCodes.code,
        skuId: customerCodes.skuId,
        itemNumber: skus.itemNumber,
      })
      .from(customerCodes)
      .innerJoin(skus, eq(skus.id, customerCodes.skuId))
      .where(and(eq(customerCodes.companyId, companyId), inArray(customerCodes.normalised, [...normalised])));
  },

  /** SKUs by item number, upper and lower case alike, as far as the looker may see them. */
  byItemNumber: (tx: Tx, looker: Looker, itemNumbers: readonly string[]) => {
    if (itemNumbers.length === 0) return Promise.resolve([]);
    return tx
      .select({ id: skus.id, itemNumber: skus.itemNumber })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(
        and(
          inArray(skus.itemNumber, [...new Set(itemNumbers.flatMap((n) => [n, n.toUpperCase(), n.toLowerCase()]))]),
          visibleTo(looker),
          sql`${products.status} <> 'draft'`,
        ),
      );
  },

  /** Writes codes that nobody holds; says which were written, so that one taken meanwhile shows. */
  add: async (tx: Tx, companyId: string, codes: readonly NewCode[]): Promise<Set<string>> => {
    if (codes.length === 0) return new Set();
    const written = await tx
      .insert(customerCodes)
      .values(codes.map((code) => ({ companyId, ...code })))
      .onConflictDoNothing()
      .returning({ normalised: customerCodes.normalised });
    return new Set(written.map(({ normalised }) => normalised));
  },

  /** Writes codes, also where they stood for other goods. */
  move: async (tx: Tx, companyId: string, codes: readonly NewCode[]): Promise<void> => {
    if (codes.length === 0) return;
    await tx
      .insert(customerCodes)
      .values(codes.map((code) => ({ companyId, ...code })))
      .onConflictDoUpdate({
        target: [customerCodes.companyId, customerCodes.normalised],
        set: { skuId: sql`excluded.sku_id`, code: sql`excluded.code` },
      });
  },

  remove: async (tx: Tx, companyId: string, normalised: string): Promise<boolean> =>
    (
      await tx
        .delete(customerCodes)
        .where(and(eq(customerCodes.companyId, companyId), eq(customerCodes.normalised, normalised)))
        .returning({ normalised: customerCodes.normalised })
    ).length === 1,

  count: (tx: Tx, companyId: string): Promise<number> =>
    tx.$count(customerCodes, eq(customerCodes.companyId, companyId)),
};
