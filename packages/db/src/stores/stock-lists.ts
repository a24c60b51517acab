import type { LotTracking } from '@tradeline/domain/inventory';
import type { Day, Instant } from '@tradeline/domain/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { OptionAxis } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';
import type { Page, ProductCard } from './catalog.ts';
import { unpromisedUnits } from './stock-figures.ts';
import { movedSince, type OrderFigure, orderFigures, scopeOf, stockTotals } from './stock-totals.ts';

export const stockStates = ['low', 'out', 'quarantine', 'transit', 'slow'] as const;
export type StockState = (typeof stockStates)[number];
export const stockSorts = ['number', 'available', 'on-hand', 'short'] as const;
export type StockSort = (typeof stockSorts)[number];
export type StockFilter = {
  /** Figures of this warehouse only; absent: of all together. */
  warehouseId?: string | undefined;
  /** Only variants of these products … */
  productIds?: readonly string[] | undefined;
  /** … or exactly these. */
  skuIds?: readonly string[] | undefined;
  state?: StockState | undefined;
};

/** Goods by name, as a row of any stock screen shows them. */
export type StockGoods = {
  skuId: string;
  productId: string;
  itemNumber: string;
  name: Bilingual;
  unit: Bilingual;
  axes: OptionAxis[];
  options: Record<string, string>;
  picture: ProductCard['picture'];
  /** Whether it is kept by lot. */
  byLot: LotTracking;
};
export type StockListRow = StockGoods & {
  onHand: number;
  reserved: number;
  allocated: number;
  quarantine: number;
  inTransitIn: number;
  inTransitOut: number;
  available: number;
  safety: number;
  /** Warehouses in which less is left than should be. */
  lowSites: number;
  nextReceipt: { on: Day; units: number } | null;
};

const ids = (values: readonly string[]): string => `{${values.join(',')}}`;

/** What names goods in a row: of a SKU `k` and the product that is called so. */
export const goodsColumnsOf = (
  product: SQL,
): SQL => sql`k.id as "skuId", ${product}.id as "productId", k.item_number as "itemNumber",
  ${product}.name, k.unit, ${product}.lot_tracking as "byLot", ${product}.axes, k.options, (
  select json_build_object('stem', x.stem, 'widths', x.widths, 'alt', x.alt) from pictures x
  where x.product_id = ${product}.id order by x.sku_id is distinct from k.id, x.position limit 1) as picture`;
/** The same where the product is called `p`. */
export const goodsColumns = goodsColumnsOf(sql`p`);

/** The rows of `stock` of a SKU `k` that a filter speaks of. */
const rowsAt = ({ warehouseId }: StockFilter): SQL =>
  warehouseId ? sql`s.sku_id = k.id and s.warehouse_id = ${warehouseId}` : sql`s.sku_id = k.id`;

const inState = (filter: StockFilter): SQL | undefined => {
  const some = (condition: SQL): SQL => sql`k.id in (select s.sku_id from stock s where ${condition}
    ${filter.warehouseId ? sql`and s.warehouse_id = ${filter.warehouseId}` : sql``})`;
  switch (filter.state) {
    case undefined:
      return undefined;
    case 'low':
      return some(sql`s.is_low`);
    case 'out':
      // Of one warehouse there is one balance; of all together none may have anything left.
      return filter.warehouseId
        ? some(sql`s.is_out`)
        : sql`k.id in (select o.sku_id from stock o where o.is_out group by o.sku_id
            having count(*) = (select count(*) from stock s where s.sku_id = o.sku_id))`;
    case 'quarantine':
      return some(sql`s.quarantine > 0`);
    case 'transit':
      return some(sql`s.in_transit_in > 0`);
    case 'slow':
      return sql`k.id in (select t.sku_id from stock_turnover t where t.dead_since is not null) and ${some(sql`s.on_hand > 0`)}`;
  }
};

/**
 * Goods that are sold; what was withdrawn is listed as long as some of it lies there. Asked of each withdrawn one (the limit
 * says so), since they are few: asked of all at once it reads every balance.
 */
const isListed = (active: SQL, skuId: SQL): SQL => sql`(${active} or coalesce((
  select true from stock s where s.sku_id = ${skuId} and (s.on_hand > 0 or s.quarantine > 0 or s.in_transit_in > 0) limit 1), false))`;

const conditions = (filter: StockFilter): SQL =>
  sql.join(
    [
      isListed(sql`k.status = 'active'`, sql`k.id`),
      filter.productIds && sql`k.product_id = any(${ids(filter.productIds)}::uuid[])`,
      filter.skuIds && sql`k.id = any(${ids(filter.skuIds)}::uuid[])`,
      inState(filter),
    ].filter((condition) => condition !== undefined),
    sql` and `,
  );

/** Few goods are summed one by one, all of them together. */
const totalsBy = (filter: StockFilter, figure: SQL): SQL =>
  filter.state || filter.productIds || filter.skuIds
    ? sql`left join lateral (select ${figure} as figure from stock s where ${rowsAt(filter)}) t on true`
    : sql`left join (
  select s.sku_id, ${figure} as figure from stock s
  ${filter.warehouseId ? sql`where s.warehouse_id = ${filter.warehouseId}` : sql``} group by s.sku_id) t on t.sku_id = k.id`;

/** The SKUs of a page by their item number, as the index has them, or by a figure that is summed first. */
const summed = (filter: StockFilter, sort: StockSort, rows: SQL): SQL =>
  sort === 'number'
    ? sql`select k.id from skus k where ${conditions(filter)} order by k.item_number ${rows}`
    : sql`select k.id from skus k ${totalsBy(filter, orderFigures[sort].of)}
        where ${conditions(filter)} order by coalesce(t.figure, 0), k.item_number ${rows}`;

/** The same from figures that were kept, and of goods that moved since, from those of now. */
const kept = (filter: StockFilter, sort: OrderFigure, upTo: number, { page, size }: Page): SQL => {
  const { kept: by, of } = orderFigures[sort];
  return sql`
    with moved as materialized (${movedSince(upTo)})
    select u.id from (
      (select t.sku_id as id, t.${by} as figure, t.item_number from stock_totals t where t.scope = ${scopeOf(filter.warehouseId)}
       and t.sku_id not in (select m.sku_id from moved m) and ${isListed(sql`t.active`, sql`t.sku_id`)}
       order by t.${by}, t.item_number limit ${page * size})
      union all
      (select k.id, f.figure, k.item_number from moved m join skus k on k.id = m.sku_id
       cross join lateral (select ${of} as figure from stock s where ${rowsAt(filter)}) f where ${conditions(filter)})) u
    order by u.figure, u.item_number limit ${size} offset ${(page - 1) * size}`;
};

/** Stock as the staff leaf through it: a row a SKU, in two statements whatever is asked, three in the order of a figure. */
export const stockListStore = {
  page: async (tx: Tx, filter: StockFilter, sort: StockSort, { page, size }: Page) => {
    const narrowed = filter.state ?? filter.productIds ?? filter.skuIds;
    const upTo = sort === 'number' || narrowed ? undefined : await stockTotals.keptUpTo(tx, filter.warehouseId);
    const place =
      sort === 'number' || upTo === undefined
        ? summed(filter, sort, sql`limit ${size} offset ${(page - 1) * size}`)
        : kept(filter, sort, upTo, { page, size });
    const rows = tx.execute<StockListRow>(sql`
      with chosen as materialized (
        select q.id, row_number() over () as place from (${place}) q)
      select ${goodsColumns}, f.*, r.next as "nextReceipt"
      from chosen c join skus k on k.id = c.id join products p on p.id = k.product_id
      cross join lateral (
        select coalesce(sum(s.on_hand), 0)::float8 as "onHand", coalesce(sum(s.reserved), 0)::float8 as reserved,
               coalesce(sum(s.allocated), 0)::float8 as allocated, coalesce(sum(s.quarantine), 0)::float8 as quarantine,
               coalesce(sum(s.in_transit_in), 0)::float8 as "inTransitIn", coalesce(sum(s.in_transit_out), 0)::float8 as "inTransitOut",
               coalesce(sum(${unpromisedUnits()}), 0)::float8 as available,
               coalesce(sum(s.safety), 0)::float8 as safety, (count(*) filter (where s.is_low))::int as "lowSites"
        from stock s where ${rowsAt(filter)}) f
      left join lateral (
        select json_build_object('on', e.expected_on::text, 'units', sum(e.quantity - e.received)) as next
        from expected_receipts e where e.sku_id = k.id and e.received < e.quantity
          ${filter.warehouseId ? sql`and e.warehouse_id = ${filter.warehouseId}` : sql``}
        group by e.expected_on order by e.expected_on limit 1) r on true
      order by c.place`);
    const total = tx.execute<{ total: number }>(
      sql`select count(*)::int as total from skus k where ${conditions(filter)}`,
    );
    const [found, [counted]] = await Promise.all([rows, total]);
    return { rows: [...found], total: counted?.total ?? 0 };
  },

  /** How many SKUs are in each state, in one reading of the partial indexes. */
  counts: async (tx: Tx, warehouseId: string | undefined): Promise<Record<StockState, number>> => {
    const count = (state: StockState): SQL =>
      sql`(select count(*)::int from skus k where ${conditions({ warehouseId, state })}) as ${sql.identifier(state)}`;
    const [row] = await tx.execute<Record<StockState, number>>(
      sql`select ${sql.join(
        stockStates.map((state) => count(state)),
        sql`, `,
      )}`,
    );
    return row!;
  },

  goods: async (tx: Tx, skuId: string): Promise<StockGoods | undefined> => {
    const [row] = await tx.execute<StockGoods>(
      sql`select ${goodsColumns} from skus k join products p on p.id = k.product_id where k.id = ${skuId}`,
    );
    return row;
  },

  /** SKUs that a scanned or typed code names exactly: an item number or a barcode. */
  byCode: async (tx: Tx, code: string): Promise<string[]> =>
    (
      await tx.execute<{ id: string }>(
        sql`select id from skus where item_number in (${code}, ${code.toUpperCase()}) or barcode = ${code} limit 20`,
      )
    ).map(({ id }) => id),

  /** Which orders hold the goods, the oldest first. */
  holders: async (tx: Tx, skuId: string): Promise<StockHolder[]> => [
    ...(await tx.execute<StockHolder>(sql`
      select o.id as "orderId", o.number, c.name as "companyName", r.warehouse_id as "warehouseId", r.state,
             sum(r.quantity)::float8 as quantity, o.display_status as status,
             to_char(o.placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "placedAt"
      from reservations r join orders o on o.id = r.order_id join companies c on c.id = o.company_id
      where r.sku_id = ${skuId} and r.state in ('reserved', 'allocated') and r.quantity > 0
      group by o.id, c.name, r.warehouse_id, r.state order by o.placed_at, o.number limit 200`)),
  ],

  /** Goods that are to come, the soonest first. */
  receipts: async (tx: Tx, skuId: string): Promise<StockReceipt[]> => [
    ...(await tx.execute<StockReceipt>(sql`
      select e.id, e.warehouse_id as "warehouseId", (e.quantity - e.received)::float8 as units, e.expected_on::text as "expectedOn",
             e.reference from expected_receipts e
      where e.sku_id = ${skuId} and e.received < e.quantity order by e.expected_on, e.id limit 100`)),
  ],
};

export type StockHolder = {
  orderId: string;
  number: string;
  companyName: string;
  warehouseId: string;
  state: 'reserved' | 'allocated';
  quantity: number;
  status: string;
  placedAt: Instant;
};
export type StockReceipt = {
  id: string;
  warehouseId: string;
  units: number;
  expectedOn: Day;
  reference: string | null;
};
