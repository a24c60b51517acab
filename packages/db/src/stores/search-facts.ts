import type { Instant } from '@tradeline/domain/kernel';
import type { Raw } from '../client.ts';
import type { AttributeValues, OptionAxis, Specification } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';

export type { Bilingual } from '../schema/columns.ts';

/** What the search index holds of a product. */
export type ProductFacts = {
  id: string;
  number: string;
  name: Bilingual;
  summary: Bilingual | null;
  model: string | null;
  brandId: string | null;
  categoryId: string;
  axes: OptionAxis[];
  specification: Specification;
  attributes: AttributeValues;
  tags: string[];
  keywords: string;
  status: string;
  since: string;
  skus: SkuSearchFacts[];
};
export type SkuSearchFacts = {
  id: string;
  itemNumber: string;
  barcode: string | null;
  options: Record<string, string>;
  minQuantity: number;
  active: boolean;
  inStock: boolean;
};

export type StructureFacts = {
  categories: { id: string; parentId: string | null; name: Bilingual }[];
  brands: { id: string; name: Bilingual }[];
  attributes: {
    code: string;
    name: Bilingual;
    kind: 'choice' | 'number' | 'text';
    unit: string | null;
    choices: { code: string; name: Bilingual }[];
    filterable: boolean;
    position: number;
  }[];
  synonyms: { terms: string[]; mode: 'both' | 'one-way' }[];
  words: string[];
};
export type AssortmentFacts = {
  id: string;
  effect: 'only' | 'hide';
  audiences: { kind: 'company' | 'group' | 'level' | 'stranger' | 'everyone'; ref: string }[];
  goods: { kind: 'product' | 'category' | 'brand' | 'tag'; ref: string }[];
};
export type ListFacts = {
  id: string;
  kind: string;
  currency: string;
  companyId: string | null;
  groupId: string | null;
  level: string | null;
  channel: string | null;
  priority: number;
  validFrom: string | null;
  validTo: string | null;
};
export type ListPrice = { skuId: string; listId: string; minQuantity: number; unitPriceE4: number };

export type PromotionFacts = {
  id: string;
  name: Bilingual;
  slogan: Bilingual | null;
  definition: unknown;
  startsAt: Instant | null;
  endsAt: Instant | null;
};

const instantOf = (raw: Raw, column: string) =>
  raw`to_char(${raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const BATCH = 1_000;

const productFacts = (raw: Raw) => raw`
  p.id, p.number, p.name, p.summary, p.model, p.brand_id as "brandId", p.category_id as "categoryId", p.axes,
  p.specification, p.attributes, p.tags, p.keywords, p.status,
  to_char(coalesce(p.published_at, p.created_at) at time zone 'UTC', 'YYYYMMDDHH24MISSMS') as since,
  coalesce((
    select json_agg(json_build_object('id', s.id, 'itemNumber', s.item_number, 'barcode', s.barcode, 'options', s.options,
      'minQuantity', s.min_quantity, 'active', s.status = 'active', 'inStock', coalesce((
        select sum(k.on_hand - k.reserved - k.allocated) >= greatest(s.min_quantity, 1) from stock k
        join warehouses w on w.id = k.warehouse_id and w.active where k.sku_id = s.id), false))
      order by s.position, s.item_number)
    from skus s where s.product_id = p.id), '[]') as skus`;

/** Reads for the search index. They may take their time: nobody waits for them, and they hold no locks. */
export const searchFactStore = {
  /** Every product, some at a time, so that neither side holds all of them twice. */
  eachProduct: async (raw: Raw, take: (rows: ProductFacts[]) => Promise<void> | void): Promise<void> => {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await raw<ProductFacts[]>`
        select ${productFacts(raw)} from products p where p.id > ${after} order by p.id limit ${BATCH}`;
      if (rows.length > 0) await take(rows);
      if (rows.length < BATCH) return;
      after = rows.at(-1)!.id;
    }
  },

  products: async (raw: Raw, ids: string[]): Promise<ProductFacts[]> =>
    ids.length === 0
      ? []
      : raw<ProductFacts[]>`select ${productFacts(raw)} from products p where p.id = any(${ids}::uuid[])`,

  /** Which of these SKUs have anything left to promise. */
  inStock: async (raw: Raw, skuIds: string[]): Promise<Map<string, boolean>> => {
    const rows = await raw<{ id: string; inStock: boolean }[]>`
      select s.id, coalesce(sum(k.on_hand - k.reserved - k.allocated) filter (where w.active), 0) >= greatest(s.min_quantity, 1) as "inStock"
      from skus s left join stock k on k.sku_id = s.id left join warehouses w on w.id = k.warehouse_id
      where s.id = any(${skuIds}::uuid[]) group by s.id`;
    return new Map(rows.map((row) => [row.id, row.inStock]));
  },

  structure: async (raw: Raw): Promise<StructureFacts> => {
    const [row] = await raw<[StructureFacts]>`
      select
        coalesce((select json_agg(json_build_object('id', id, 'parentId', parent_id, 'name', name) order by position, slug) from categories), '[]') as categories,
        coalesce((select json_agg(json_build_object('id', id, 'name', name) order by position, slug) from brands), '[]') as brands,
        coalesce((select json_agg(json_build_object('code', code, 'name', name, 'kind', kind, 'unit', unit, 'choices', choices,
          'filterable', filterable, 'position', position) order by position, code) from attributes), '[]') as attributes,
        coalesce((select json_agg(json_build_object('terms', terms, 'mode', mode)) from search_synonyms), '[]') as synonyms,
        coalesce((select json_agg(word) from search_words), '[]') as words`;
    return row;
  },

  assortments: (raw: Raw): Promise<AssortmentFacts[]> => raw<AssortmentFacts[]>`
    select a.id, a.effect,
      coalesce((select json_agg(json_build_object('kind', kind, 'ref', ref)) from assortment_audiences where assortment_id = a.id), '[]') as audiences,
      coalesce((select json_agg(json_build_object('kind', kind, 'ref', ref)) from assortment_goods where assortment_id = a.id), '[]') as goods
    from assortments a where a.active`,

  promotions: async (raw: Raw): Promise<PromotionFacts[]> => raw<PromotionFacts[]>`
    select id, name, slogan, definition, ${instantOf(raw, 'starts_at')} as "startsAt", ${instantOf(raw, 'ends_at')} as "endsAt"
    from promotions where status = 'active' and (ends_at is null or ends_at > now()) order by id`,

  zone: async (raw: Raw): Promise<string> => {
    const [row] = await raw<{ zone: string }[]>`select time_zone as zone from shop`;
    return row?.zone ?? 'Asia/Shanghai';
  },

  lists: (raw: Raw): Promise<ListFacts[]> => raw<ListFacts[]>`
    select id, kind, currency, company_id as "companyId", group_id as "groupId", level, channel, priority,
      ${instantOf(raw, 'valid_from')} as "validFrom", ${instantOf(raw, 'valid_to')} as "validTo"
    from price_lists where active and (valid_to is null or valid_to > now())`,

  /** All prices of some lists, one column an array: a hundred thousand rows arrive as few values. */
  pricesOfList: async (
    raw: Raw,
    listId: string,
  ): Promise<{ skuIds: string[]; minQuantities: number[]; unitPrices: number[] }> => {
    const rows = await raw<{ skuId: string; minQuantity: string; unitPriceE4: string }[]>`
      select sku_id as "skuId", min_quantity as "minQuantity", unit_price_e_4 as "unitPriceE4" from prices
      where price_list_id = ${listId}`;
    return {
      skuIds: rows.map((row) => row.skuId),
      minQuantities: rows.map((row) => Number(row.minQuantity)),
      unitPrices: rows.map((row) => Number(row.unitPriceE4)),
    };
  },

  pricesOfSkus: async (raw: Raw, skuIds: string[]): Promise<ListPrice[]> => {
    const rows = await raw<{ skuId: string; listId: string; minQuantity: string; unitPriceE4: string }[]>`
      select sku_id as "skuId", price_list_id as "listId", min_quantity as "minQuantity", unit_price_e_4 as "unitPriceE4"
      from prices where sku_id = any(${skuIds}::uuid[])`;
    return rows.map((row) => ({ ...row, minQuantity: Number(row.minQuantity), unitPriceE4: Number(row.unitPriceE4) }));
  },

  /** Orders of the last half year that each product stands in: what sells goes first. */
  sales: async (raw: Raw): Promise<Map<string, number>> => {
    // Half a year of lines: longer than a request may take, and nobody waits for it.
    const rows = await raw.begin(async (tx) => {
      await tx`set local statement_timeout = '60s'`;
      return tx<{ id: string; orders: number }[]>`
        select s.product_id as id, count(distinct l.order_id)::int as orders
        from order_lines l join orders o on o.id = l.order_id join skus s on s.id = l.sku_id
        where o.placed_at > now() - interval '180 days' and o.approval not in ('cancelled', 'rejected')
        group by s.product_id`;
    });
    return new Map(rows.map((row) => [row.id, row.orders]));
  },

  /** SKUs that lie in open carts somebody touched within a month, those in most carts first. */
  inCarts: async (raw: Raw, most: number): Promise<string[]> => {
    const rows = await raw<{ id: string }[]>`
      select l.sku_id as id from carts c join cart_lines l on l.cart_id = c.id
      where c.state = 'open' and c.updated_at > now() - interval '30 days'
      group by l.sku_id order by count(*) desc, l.sku_id limit ${most}`;
    return rows.map(({ id }) => id);
  },

  /** What a company bought before, and what it calls our goods. */
  ofCompany: async (raw: Raw, companyId: string) => {
    const [row] = await raw<
      [{ bought: string[] | null; codes: { code: string; normalised: string; skuId: string }[] | null }]
    >`
      select
        (select json_agg(distinct s.product_id) from orders o join order_lines l on l.order_id = o.id join skus s on s.id = l.sku_id
          where o.company_id = ${companyId} and o.approval not in ('cancelled', 'rejected')) as bought,
        (select json_agg(json_build_object('code', code, 'normalised', normalised, 'skuId', sku_id)) from customer_codes
          where company_id = ${companyId}) as codes`;
    return { bought: row.bought ?? [], codes: row.codes ?? [] };
  },
};
