import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { customerCodes, products, skus } from '../schema/index.ts';
import { among } from './among.ts';
import { type Looker, visibleTo } from './visibility.ts';

const facts = (companyId: string) => ({
  id: skus.id,
  productId: skus.productId,
  itemNumber: skus.itemNumber,
  barcode: skus.barcode,
  options: skus.options,
  axes: products.axes,
  unit: skus.unit,
  packUnits: skus.packUnits,
  cartonQuantity: skus.cartonQuantity,
  minQuantity: skus.minQuantity,
  multiple: skus.multiple,
  maxQuantity: skus.maxQuantity,
  productName: products.name,
  productNumber: products.number,
  offered: sql<boolean>`${skus.status} = 'active' and ${products.status} = 'published'`,
  /** The company's own codes for it, as they are compared. */
  codes: sql<
    string[]
  >`array(select ${customerCodes.normalised} from ${customerCodes} where ${customerCodes.companyId} = ${companyId} and ${customerCodes.skuId} = ${skus.id})`,
});

export type EntryGoods = Awaited<ReturnType<typeof entryGoodsStore.named>>[number];

const find = (tx: Tx, looker: Looker, companyId: string, where: SQL | undefined) =>
  tx
    .select(facts(companyId))
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .where(and(where, visibleTo(looker)))
    .orderBy(products.number, skus.position, skus.itemNumber);

/** What a buyer may mean who writes an order in his own words. */
export const entryGoodsStore = {
  /** Goods whose item number, barcode or product number is one of `numbers`, or whose own code is one of `codes`. */
  named: (
    tx: Tx,
    looker: Looker,
    companyId: string,
    { numbers, codes }: { numbers: readonly string[]; codes: readonly string[] },
  ) => {
    const numbered = sql`any(${sql.param(numbers)}::text[])`;
    // Each way by its own index; one condition with `or` over three tables would read them all.
    const ids = sql`select s.id from skus s where s.item_number = ${numbered}
      union select s.id from skus s where s.barcode = ${numbered}
      union select s.id from skus s join products p on p.id = s.product_id where p.number = ${numbered}
      union select c.sku_id from customer_codes c where c.company_id = ${companyId} and c.normalised = any(${sql.param(codes)}::text[])`;
    return find(tx, looker, companyId, sql`${skus.id} in (${ids})`);
  },

  /** Goods by id, as far as he may see them. */
  byIds: (tx: Tx, looker: Looker, companyId: string, ids: readonly string[]) =>
    find(tx, looker, companyId, among(skus.id, ids)),

  /** The variants of some products that can be had. */
  ofProducts: (tx: Tx, looker: Looker, companyId: string, productIds: readonly string[]) =>
    find(
      tx,
      looker,
      companyId,
      and(among(skus.productId, productIds), eq(skus.status, 'active'), eq(products.status, 'published')),
    ),

  /** Every word that goods are counted in, in both languages. */
  unitWords: async (tx: Tx): Promise<string[]> => {
    const rows = await tx.execute<{ name: Bilingual }>(sql`
      select distinct unit as name from skus
      union select distinct pack -> 'name' from skus, jsonb_array_elements(pack_units) pack`);
    return rows.flatMap(({ name }) => [name.zh, name.en ?? '']).filter(Boolean);
  },
};
