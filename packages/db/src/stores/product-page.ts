import type { Instant } from '@tradeline/domain/kernel';
import { sql } from 'drizzle-orm';
import type { Raw } from '../client.ts';
import { preparedRows } from '../prepared.ts';
import type { AttributeValues, OptionAxis, PackUnit, Specification } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';
import type { SkuFacts } from './catalog.ts';
import { type ReadMark, stillStands } from './search-changes.ts';
import { shelvesBySku } from './shelves-by-sku.ts';
import type { Shelf } from './stock.ts';
import { unpromisedUnits } from './stock-figures.ts';
import { type Looker, shownTo } from './visibility.ts';

export type PagePicture = { stem: string; widths: number[]; alt: Bilingual; skuId: string | null };
export type AttributeLine = {
  code: string;
  name: Bilingual;
  kind: 'choice' | 'number' | 'text';
  unit: string | null;
  choices: { code: string; name: Bilingual }[];
};
/** A SKU with what stands on its shelves and what the customer calls it. */
export type PageSku = SkuFacts & { packUnits: PackUnit[]; shelves: Omit<Shelf, 'skuId'>[]; codes: string[] };
/** Goods beside others: enough for a card. */
export type Beside = {
  id: string;
  number: string;
  name: Bilingual;
  picture: Omit<PagePicture, 'skuId'> | null;
  skus: { id: string; minQuantity: number }[];
};
export type ProductPageRow = {
  now: Instant;
  product: {
    id: string;
    number: string;
    name: Bilingual;
    summary: Bilingual | null;
    description: Bilingual | null;
    model: string | null;
    categoryId: string;
    brand: { id: string; name: Bilingual } | null;
    axes: OptionAxis[];
    specification: Specification;
    attributes: AttributeValues;
    tags: string[];
    taxRate: string;
  };
  /** From the root to the product's own category. */
  path: { id: string; name: Bilingual }[];
  attributeLines: AttributeLine[];
  pictures: PagePicture[];
  documents: { id: string; name: Bilingual; file: string; bytes: number }[];
  skus: PageSku[];
  related: Beside[];
  together: Beside[];
};

/** Goods beside others at most, of each sort. */
export const BESIDE = 12;
/** Read for nobody in particular, more: not everybody is shown all of them. */
const BESIDE_FOR_ALL = 60;

/** Cards of the products that `from` names by id and place, as far as the looker is shown them. */
const cards = (looker: Looker, from: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(card order by place), '[]') from (
    select b.place, json_build_object('id', q.id, 'number', q.number, 'name', q.name,
      'picture', (select json_build_object('stem', i.stem, 'widths', i.widths, 'alt', i.alt)
        from pictures i where i.product_id = q.id order by i.position limit 1),
      'skus', (select coalesce(json_agg(json_build_object('id', k.id, 'minQuantity', k.min_quantity) order by k.position), '[]')
        from skus k where k.product_id = q.id and k.status = 'active')) as card
    from (${from}) b join products q on q.id = b.id
    where ${shownTo(looker, 'q') ?? sql`true`}
    order by b.place limit ${looker === 'staff' ? BESIDE_FOR_ALL : BESIDE}) beside)`;

/**
 * All that a product page tells of its goods, in one statement, prices apart: undefined when there is no such product for
 * the looker. Days of receipts are those from the shop's today on.
 */
export const productPage = async (
  raw: Raw,
  id: string,
  looker: Looker,
  companyId: string | null,
): Promise<ProductPageRow | undefined> => {
  const [row] = await preparedRows<{ page: ProductPageRow }>(
    raw,
    sql`select json_build_object(
      'now', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'product', json_build_object('id', p.id, 'number', p.number, 'name', p.name, 'summary', p.summary,
        'description', p.description, 'model', p.model, 'categoryId', p.category_id, 'axes', p.axes,
        'specification', p.specification, 'attributes', p.attributes, 'tags', p.tags, 'taxRate', p.tax_rate,
        'brand', (select json_build_object('id', b.id, 'name', b.name) from brands b where b.id = p.brand_id)),
      'path', (with recursive up as (
          select c.id, c.name, c.parent_id, 0 as depth from categories c where c.id = p.category_id
          union all select c.id, c.name, c.parent_id, up.depth + 1 from categories c join up on c.id = up.parent_id)
        select coalesce(json_agg(json_build_object('id', up.id, 'name', up.name) order by up.depth desc), '[]') from up),
      'attributeLines', (select coalesce(json_agg(json_build_object('code', a.code, 'name', a.name, 'kind', a.kind,
          'unit', a.unit, 'choices', a.choices) order by a.position, a.code), '[]')
        from attributes a where p.attributes ? a.code),
      'pictures', (select coalesce(json_agg(json_build_object('stem', i.stem, 'widths', i.widths, 'alt', i.alt,
          'skuId', i.sku_id) order by i.position), '[]') from pictures i where i.product_id = p.id),
      'documents', (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name, 'file', d.file,
          'bytes', d.bytes) order by d.position), '[]') from documents d where d.product_id = p.id),
      'skus', (select coalesce(json_agg(json_build_object('id', k.id, 'productId', k.product_id, 'itemNumber', k.item_number,
          'barcode', k.barcode, 'options', k.options, 'unit', k.unit, 'packUnits', k.pack_units,
          'cartonQuantity', k.carton_quantity, 'minQuantity', k.min_quantity, 'multiple', k.multiple,
          'maxQuantity', k.max_quantity, 'packText', k.pack_text, 'weightGrams', k.weight_grams, 'status', k.status,
          'productName', p.name, 'productNumber', p.number, 'productStatus', p.status, 'categoryId', p.category_id,
          'brandId', p.brand_id, 'taxRate', p.tax_rate,
          'codes', (select coalesce(json_agg(c.code order by c.created_at), '[]') from customer_codes c
            where c.sku_id = k.id and c.company_id = ${companyId}::uuid),
          'shelves', (select coalesce(json_agg(json_build_object('warehouseId', w.id, 'warehouseName', w.name,
              'available', ${unpromisedUnits()},
              'expectedOn', (select min(e.expected_on) from expected_receipts e
                where e.sku_id = s.sku_id and e.warehouse_id = s.warehouse_id and e.received < e.quantity
                  and e.expected_on >= (now() at time zone coalesce((select time_zone from shop), 'Asia/Shanghai'))::date))
              order by w.priority, w.code), '[]')
            from stock s join warehouses w on w.id = s.warehouse_id and w.active where s.sku_id = k.id))
          order by k.position, k.item_number), '[]')
        from skus k where k.product_id = p.id and k.status = 'active'),
      'related', ${cards(looker, sql`select r.related_id as id, r.position as place from related_products r where r.product_id = p.id`)},
      'together', ${cards(looker, sql`select t.other_id as id, t.rank as place from bought_together t where t.product_id = p.id`)}
    ) as page
    from products p where p.id = ${id}::uuid and ${shownTo(looker, 'p') ?? sql`true`}`,
  );
  return row?.page;
};

/** What moves of a product page: its stock, and what a company calls its SKUs; both by SKU. */
export type ProductNow = {
  fresh: boolean;
  now: Instant;
  shelves: Record<string, PageSku['shelves']>;
  codes: Record<string, string[]>;
};

/** The rest of a page that is kept in memory, and whether everything else that was read up to `mark` still stands. */
export const productNow = async (
  raw: Raw,
  skuIds: readonly string[],
  companyId: string | null,
  mark: ReadMark,
): Promise<ProductNow> => {
  const wanted = sql`${`{${skuIds.join(',')}}`}::uuid[]`;
  const [row] = await preparedRows<ProductNow>(
    raw,
    sql`select ${stillStands(mark)} as fresh,
      to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
      ${shelvesBySku(sql`select unnest(${wanted})`)} as shelves,
      (select coalesce(json_object_agg(sku_id, codes), '{}') from (
        select sku_id, json_agg(code order by created_at) as codes from customer_codes
        where company_id = ${companyId}::uuid and sku_id = any(${wanted}) group by sku_id) named) as codes`,
  );
  return row!;
};

/** Cards of products in the order asked for, as far as the looker is shown them. */
export const productCards = async (
  raw: Raw,
  ids: readonly string[],
  looker: Looker,
): Promise<Omit<Beside, 'skus'>[]> => {
  if (ids.length === 0) return [];
  const wanted = sql`select w.id, w.place from unnest(${`{${ids.join(',')}}`}::uuid[]) with ordinality w(id, place)`;
  const [row] = await preparedRows<{ cards: Beside[] }>(raw, sql`select ${cards(looker, wanted)} as cards`);
  return (row?.cards ?? []).map(({ skus: _, ...card }) => card);
};
