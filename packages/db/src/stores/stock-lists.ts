import type { LotTracking } from '@tradeline/domain/inventory';
import type { Day, Instant } from '@tradeline/domain/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { OptionAxis } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';
import type { Page, ProductCard } from './catalog.ts';
import {
  conditions,
  rowsAt,
  type StockFilter,
  type StockSort,
  type StockState,
  stockStates,
} from './stock-conditions.ts';
import { unpromisedUnits } from './stock-figures.ts';
import { isKept, keptCount, keptPage } from './stock-kept.ts';
import { orderFigures, stockTotals } from './stock-totals.ts';

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

/** What names goods in a row: of a SKU `k` and the product that is called so. */
export const goodsColumnsOf = (
  product: SQL,
): SQL => sql`k.id as "skuId", ${product}.id as "productId", k.item_number as "itemNumber",
  ${product}.name, k.unit, ${product}.lot_tracking as "byLot", ${product}.axes, k.options, (
  select json_build_object('stem', x.stem, 'widths', x.widths, 'alt', x.alt) from pictures x
  where x.product_id = ${product}.id order by x.sku_id is distinct from k.id, x.position limit 1) as picture`;
/** The same where the product is called `p`. */
export const goodsColumns = goodsColumnsOf(sql`p`);

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

/** How many SKUs a filter finds: from what is kept where it tells, one by one otherwise. */
const counted = (filter: StockFilter, upTo: number | undefined): SQL =>
  upTo !== undefined && isKept(filter)
    ? keptCount(filter, upTo)
    : sql`(select count(*)::int from skus k where ${conditions(filter)})`;

/** Stock as the staff leaf through it: a row a SKU, in three statements whatever is asked. */
export const stockListStore = {
  page: async (tx: Tx, filter: StockFilter, sort: StockSort, { page, size }: Page) => {
    const upTo = isKept(filter) ? await stockTotals.keptUpTo(tx, filter.warehouseId) : undefined;
    // By number the index of all goods has the page as it is.
    const place =
      upTo === undefined || (sort === 'number' && !filter.state)
        ? summed(filter, sort, sql`limit ${size} offset ${(page - 1) * size}`)
        : keptPage(filter, sort, upTo, { page, size });
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
    const total = tx.execute<{ total: number }>(sql`select ${counted(filter, upTo)} as total`);
    const [found, [sum]] = await Promise.all([rows, total]);
    return { rows: [...found], total: sum?.total ?? 0 };
  },

  /** How many SKUs are in each state. */
  counts: async (tx: Tx, warehouseId: string | undefined): Promise<Record<StockState, number>> => {
    const upTo = await stockTotals.keptUpTo(tx, warehouseId);
    const count = (state: StockState): SQL => sql`${counted({ warehouseId, state }, upTo)} as ${sql.identifier(state)}`;
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
