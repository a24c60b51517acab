import type { PriceKind } from '@tradeline/domain/pricing';
import { type SQL, sql } from 'drizzle-orm';
import type { Raw } from '../client.ts';
import { preparedRows } from '../prepared.ts';
import type { OptionAxis } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';
import type { PriceAudience } from './prices.ts';
import { type ReadMark, stillStands } from './search-changes.ts';
import { unpromisedUnits } from './stock-figures.ts';
import { type Looker, shownTo } from './visibility.ts';

export type FoundSku = {
  id: string;
  itemNumber: string;
  minQuantity: number;
  available: number;
  expectedOn: string | null;
  /** Place of the list in `lists`, least quantity, unit price in ten-thousandths. */
  prices: [list: number, minQuantity: number, unitPriceE4: number][];
};
/** The rest of what a quantity and a line need, sent for a product that is one SKU. */
export type SingleSku = {
  barcode: string | null;
  options: Record<string, string>;
  unit: Bilingual;
  cartonQuantity: number;
  multiple: number;
  maxQuantity: number | null;
  packText: string | null;
  weightGrams: number | null;
  taxRate: string;
};
export type FoundProduct = {
  id: string;
  number: string;
  name: Bilingual;
  summary: Bilingual | null;
  model: string | null;
  categoryId: string;
  brand: { id: string; name: Bilingual } | null;
  axes: OptionAxis[];
  picture: { stem: string; widths: number[]; alt: Bilingual } | null;
  skus: FoundSku[];
  single: SingleSku | null;
};
export type FoundList = { id: string; kind: PriceKind; priority: number; validFrom: string };
export type FoundRows = { lists: FoundList[]; products: FoundProduct[] };

/** What of a product is the same for everybody, and stays until somebody edits it or its prices. */
export type GoodsCard = Omit<FoundProduct, 'skus'> & {
  skus: (Pick<FoundSku, 'id' | 'itemNumber' | 'minQuantity'> & {
    prices: [listId: string, minQuantity: number, unitPriceE4: number][];
  })[];
};
/** What stands on the shelves, in the order of the SKUs asked for; days only of those that have one. */
export type Shelves = { fresh: boolean; available: number[]; expected: Record<string, string> };

const listsOf = (who: PriceAudience) => sql`
  select row_number() over (order by id) - 1 as place, id, kind, priority,
    coalesce(to_char(valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') as "validFrom"
  from price_lists
  where active and currency = 'CNY'
    and (valid_from is null or valid_from <= now()) and (valid_to is null or valid_to > now())
    and (company_id is null or company_id = ${who.companyId}::uuid)
    and (group_id is null or group_id = ${who.groupId}::uuid)
    and (level is null or level = ${who.level}) and (channel is null or channel = ${who.channel})`;

const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

/** Products in the order asked for, with `more` of each SKU: JSON pairs about `s`. */
const productsOf = (ids: readonly string[], more: SQL, shown: SQL): SQL => sql`
  coalesce((select json_agg(json_build_object('id', products.id, 'number', products.number, 'name', products.name,
    'summary', products.summary, 'model', products.model, 'categoryId', products.category_id, 'axes', products.axes,
    'brand', (select json_build_object('id', b.id, 'name', b.name) from brands b where b.id = products.brand_id),
    'picture', (select json_build_object('stem', i.stem, 'widths', i.widths, 'alt', i.alt) from pictures i
      where i.product_id = products.id order by i.position limit 1),
    'skus', own.skus, 'single', case when own.n = 1 then own.single end) order by wish.place)
  from unnest(${uuids(ids)}) with ordinality as wish(id, place)
  join products on products.id = wish.id and products.id = any(${uuids(ids)})
  cross join lateral (
    select count(*) as n,
      coalesce(json_agg(json_build_object('id', s.id, 'itemNumber', s.item_number, 'minQuantity', s.min_quantity, ${more})
        order by s.position, s.item_number), '[]') as skus,
      (array_agg(json_build_object('barcode', s.barcode, 'options', s.options, 'unit', s.unit,
        'cartonQuantity', s.carton_quantity, 'multiple', s.multiple, 'maxQuantity', s.max_quantity,
        'packText', s.pack_text, 'weightGrams', s.weight_grams, 'taxRate', products.tax_rate)))[1] as single
    from skus s where s.product_id = products.id and s.status = 'active') own
  where own.n > 0 and ${shown}), '[]')`;

/**
 * The products a search found, as they are now: in the order given, without those that have meanwhile been taken away
 * from the viewer, with stock and every price that holds for him. One statement, whatever the size of the page.
 */
export const foundRows = async (
  raw: Raw,
  looker: Looker,
  productIds: readonly string[],
  prices: PriceAudience | undefined,
): Promise<FoundRows> => {
  const more = sql`
    'available', coalesce((select sum(${unpromisedUnits('k')}) from stock k
      join warehouses w on w.id = k.warehouse_id and w.active where k.sku_id = s.id), 0),
    'expectedOn', (select min(e.expected_on) from expected_receipts e
      where e.sku_id = s.id and e.received < e.quantity and e.expected_on >= current_date),
    'prices', coalesce((select json_agg(json_build_array(l.place, p.min_quantity, p.unit_price_e_4))
      from prices p join lists l on l.id = p.price_list_id where p.sku_id = s.id), '[]')`;
  const [row] = await preparedRows<FoundRows>(
    raw,
    sql`with lists as materialized (${prices ? listsOf(prices) : sql`select 0 as place, null::uuid as id, '' as kind, 0 as priority, '' as "validFrom" where false`})
    select
      coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'priority', priority, 'validFrom', "validFrom") order by place) from lists), '[]') as lists,
      ${productsOf(productIds, more, shownTo(looker) ?? sql`true`)} as products`,
  );
  return row ?? { lists: [], products: [] };
};

/** Cards of products for whoever is shown them, with the prices of every list. */
export const goodsCards = async (raw: Raw, productIds: readonly string[]): Promise<GoodsCard[]> => {
  if (productIds.length === 0) return [];
  const more = sql`'prices', coalesce((select json_agg(json_build_array(p.price_list_id, p.min_quantity, p.unit_price_e_4))
    from prices p where p.sku_id = s.id), '[]')`;
  const [row] = await preparedRows<{ cards: GoodsCard[] }>(
    raw,
    sql`select ${productsOf(productIds, more, sql`true`)} as cards`,
  );
  return row?.cards ?? [];
};

/**
 * What moves all day: stock of some SKUs. In the same moment it is said whether everything else that was read up to
 * `mark` still stands: then cards kept in memory and sets of visible goods are as true as if they were read now.
 */
export const shelvesNow = async (raw: Raw, skuIds: readonly string[], mark: ReadMark): Promise<Shelves> => {
  const wanted = uuids(skuIds);
  const [row] = await preparedRows<Shelves>(
    raw,
    sql`select ${stillStands(mark)} as fresh,
      (select coalesce(json_agg(coalesce((select sum(${unpromisedUnits('k')}) from stock k
          join warehouses w on w.id = k.warehouse_id and w.active where k.sku_id = wish.id), 0) order by wish.place), '[]')
        from unnest(${wanted}) with ordinality as wish(id, place)) as available,
      (select coalesce(json_object_agg(e.sku_id, e.day), '{}') from (
        select sku_id, min(expected_on) as day from expected_receipts
        where sku_id = any(${wanted}) and received < quantity and expected_on >= current_date
        group by sku_id) e) as expected`,
  );
  return row ?? { fresh: false, available: [], expected: {} };
};
