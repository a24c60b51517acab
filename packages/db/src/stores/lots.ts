import type { LotPart, LotTracking } from '@tradeline/domain/inventory';
import type { Day, Instant } from '@tradeline/domain/kernel';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import type { NamedLot } from '../schema/lots.ts';
import type { Page } from './catalog.ts';
import { instantOf } from './documents.ts';
import { writeLotEntries } from './lot-moves.ts';
import type { StockKey } from './stock.ts';
import { shopDay, unpromisedUnits } from './stock-figures.ts';
import { goodsColumns, type StockGoods } from './stock-lists.ts';

export type { NamedLot };
/** Of a lot in a warehouse, as its SKU's page shows it. */
export type LotRow = {
  lotId: string;
  code: string;
  expiresOn: Day | null;
  /** Days until it may not be sent any more, below 0 when that is over; null: it keeps. */
  daysLeft: number | null;
  warehouseId: string;
  warehouseName: Bilingual;
  onHand: number;
  picked: number;
  quarantine: number;
  coming: number;
};
/** Somebody who was sent units of a lot. */
export type LotRecipient = {
  orderId: string;
  orderNumber: string;
  companyId: string;
  companyName: string;
  contactName: string;
  phone: string;
  sentAt: Instant;
  units: number;
};
/** Units of a lot that has ended, in the box of an order; with the bin in which others of the goods lie. */
export type EndedBox = StockGoods & {
  reservationId: string;
  lineId: string;
  warehouseId: string;
  warehouseName: Bilingual;
  lotId: string;
  code: string;
  expiresOn: Day;
  units: number;
  zone: string | null;
  bin: string | null;
};
export type ExpiringView = 'expired' | 'soon' | 'snoozed';
export type ExpiringLot = StockGoods & LotRow & { snoozedUntil: Instant | null; snoozedBy: string | null };

const today = shopDay;
const pickedOf = sql`coalesce((select sum(b.units) from picked_lots b join reservations r on r.id = b.reservation_id
  where b.lot_id = l.id and r.warehouse_id = s.warehouse_id), 0)::float8`;
const lotColumns = sql`l.id as "lotId", l.code, l.expires_on::text as "expiresOn", (l.expires_on - ${today})::float8 as "daysLeft",
  s.warehouse_id as "warehouseId", w.name as "warehouseName", s.on_hand::float8 as "onHand", ${pickedOf} as picked,
  s.quarantine::float8 as quarantine, s.in_transit_in::float8 as coming`;

const shows = (view: ExpiringView | undefined) => {
  switch (view) {
    case 'expired':
      return sql`(l.snoozed_until is null or l.snoozed_until <= now()) and l.expires_on < ${today}`;
    case 'soon':
      return sql`(l.snoozed_until is null or l.snoozed_until <= now()) and l.expires_on >= ${today}`;
    case 'snoozed':
      return sql`l.snoozed_until > now()`;
    default:
      return sql`(l.snoozed_until is null or l.snoozed_until <= now())`;
  }
};

export const lotStore = {
  tracking: async (tx: Tx, productId: string): Promise<LotTracking | undefined> =>
    (await tx.execute<{ kept: LotTracking }>(sql`select lot_tracking as kept from products where id = ${productId}`))[0]
      ?.kept,

  /**
   * Begins or ends to keep a product by lot. Its balances are locked first, so that whatever moves them comes before or after;
   * what lies there goes into the lot without a code, or out of all lots.
   */
  setTracking: async (tx: Tx, productId: string, kept: LotTracking, actor: string): Promise<void> => {
    await tx.execute(sql`
      select from stock where sku_id in (select id from skus where product_id = ${productId}) order by sku_id, warehouse_id for no key update`);
    const [before] = await tx.execute<{ kept: LotTracking }>(
      sql`select lot_tracking as kept from products where id = ${productId} for no key update`,
    );
    await tx.execute(sql`update products set lot_tracking = ${kept} where id = ${productId}`);
    if (!before || (before.kept === 'none') === (kept === 'none')) return;
    if (kept === 'none') await closeLots(tx, productId, actor);
    else await openLots(tx, productId, actor);
  },

  ofSku: async (tx: Tx, skuId: string): Promise<{ tracking: LotTracking; rows: LotRow[] }> => {
    const [[product], rows] = await Promise.all([
      tx.execute<{ tracking: LotTracking }>(
        sql`select p.lot_tracking as tracking from skus k join products p on p.id = k.product_id where k.id = ${skuId}`,
      ),
      tx.execute<LotRow>(sql`
        select ${lotColumns} from lots l join lot_stock s on s.lot_id = l.id join warehouses w on w.id = s.warehouse_id
        where l.sku_id = ${skuId} and s.on_hand + s.quarantine + s.in_transit_in > 0
        order by l.expires_on nulls last, l.code, w.priority, w.code limit 500`),
    ]);
    return { tracking: product?.tracking ?? 'none', rows: [...rows] };
  },

  /** Who got units of a lot, the latest first: for a recall. */
  recipients: async (tx: Tx, lotId: string): Promise<LotRecipient[]> => [
    ...(await tx.execute<LotRecipient>(sql`
      select o.id as "orderId", o.number as "orderNumber", c.id as "companyId", c.name as "companyName",
        o.contact_name as "contactName", o.phone,
        ${instantOf(sql`max(e.at)`)} as "sentAt", (-sum(e.on_hand))::float8 as units
      from lot_entries e join orders o on o.id = split_part(e.cause_id, ':', 1)::uuid join companies c on c.id = o.company_id
      where e.lot_id = ${lotId} and e.kind = 'ship' and e.cause_type = 'order-step'
      group by o.id, c.id having sum(e.on_hand) <> 0 order by max(e.at) desc, o.number limit 2000`)),
  ],

  /** Lots of which something lies there and that end within so many days, or have ended. */
  expiring: async (tx: Tx, view: ExpiringView | undefined, withinDays: number, { page, size }: Page) => {
    const near = sql`lots l join lot_stock s on s.lot_id = l.id and s.on_hand + s.quarantine > 0
      join warehouses w on w.id = s.warehouse_id where l.expires_on < ${today} + ${withinDays}::int`;
    const [rows, [counts]] = await Promise.all([
      tx.execute<ExpiringLot>(sql`
        select ${goodsColumns}, f.* from (
          select l.sku_id, ${lotColumns}, case when l.snoozed_until > now() then ${instantOf(sql`l.snoozed_until`)} end as "snoozedUntil",
            l.snoozed_by_name as "snoozedBy" from ${near} and ${shows(view)}
          order by l.expires_on, l.id, s.warehouse_id limit ${size} offset ${(page - 1) * size}) f
        join skus k on k.id = f.sku_id join products p on p.id = k.product_id order by f."expiresOn", f."lotId", f."warehouseId"`),
      tx.execute<Record<ExpiringView, number>>(sql`
        select (count(*) filter (where ${shows('expired')}))::int as expired, (count(*) filter (where ${shows('soon')}))::int as soon,
          (count(*) filter (where ${shows('snoozed')}))::int as snoozed from ${near}`),
    ]);
    const { expired = 0, soon = 0, snoozed = 0 } = counts ?? {};
    const total = view ? { expired, soon, snoozed }[view] : expired + soon;
    return { rows: [...rows], counts: { expired, soon, snoozed }, total };
  },

  /** Balances with units of ended lots that lie in nobody's box, while units are promised to nobody; of all, or of these. */
  endedAndFree: async (tx: Tx, of?: readonly StockKey[]): Promise<StockKey[]> => [
    ...(await tx.execute<StockKey>(sql`
      select distinct l.sku_id as "skuId", s.warehouse_id as "warehouseId"
      from lots l join lot_stock s on s.lot_id = l.id join stock b on b.sku_id = l.sku_id and b.warehouse_id = s.warehouse_id
      where l.expires_on < ${today} and s.on_hand > ${pickedOf} and ${unpromisedUnits('b')} > 0
        ${of ? sql`and (l.sku_id, s.warehouse_id) in (select v."skuId", v."warehouseId" from jsonb_to_recordset(${JSON.stringify(of)}::jsonb) as v("skuId" uuid, "warehouseId" uuid))` : sql``}
      order by 1, 2`)),
  ],
  /** The shop's day, its hour, and the milliseconds until the day turns. */
  clock: async (tx: Tx): Promise<{ day: Day; hour: number; turnsIn: number }> =>
    (
      await tx.execute<{ day: Day; hour: number; turnsIn: number }>(sql`
        select n.t::date::text as day, extract(hour from n.t)::float8 as hour,
          ceil(extract(epoch from (n.t::date + 1)::timestamp - n.t) * 1000)::float8 as "turnsIn"
        from (select clock_timestamp() at time zone coalesce((select time_zone from shop), 'Asia/Shanghai') as t) n`)
    )[0]!,

  /** Puts off the alert of a lot for some days; 0 brings it back. The SKU whose lot it is, or nothing. */
  snooze: async (tx: Tx, lotId: string, days: number, byName: string): Promise<string | undefined> => {
    const [row] = await tx.execute<{ skuId: string }>(sql`
      update lots set snoozed_until = case when ${days}::int > 0 then now() + ${`${days} days`}::interval end, snoozed_by_name = ${byName}
      where id = ${lotId} returning sku_id as "skuId"`);
    return row?.skuId;
  },

  /** Of which lots the held goods were picked. */
  picked: async (
    tx: Tx,
    reservationIds: readonly string[],
  ): Promise<{ reservationId: string; lotId: string; units: number }[]> => [
    ...(await tx.execute<{ reservationId: string; lotId: string; units: number }>(sql`
      select b.reservation_id as "reservationId", b.lot_id as "lotId", b.units::float8 as units
      from picked_lots b join lots l on l.id = b.lot_id
      where b.reservation_id = any(${`{${reservationIds.join(',')}}`}::uuid[]) order by b.reservation_id, l.expires_on nulls last, l.code`)),
  ],
  pick: async (tx: Tx, reservationId: string, parts: readonly LotPart[]): Promise<void> => {
    await tx.execute(sql`
      insert into picked_lots as b (reservation_id, lot_id, units)
      select ${reservationId}::uuid, v."lotId", sum(v.quantity) from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
        as v("lotId" uuid, quantity bigint) group by 2 order by 2
      on conflict (reservation_id, lot_id) do update set units = b.units + excluded.units`);
  },
  /** Units that leave their box with a parcel. */
  unpick: async (tx: Tx, parts: readonly { reservationId: string; lotId: string; units: number }[]): Promise<void> => {
    if (parts.length === 0) return;
    const given = sql`jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as v("reservationId" uuid, "lotId" uuid, units bigint)`;
    await tx.execute(sql`delete from picked_lots b using ${given}
      where b.reservation_id = v."reservationId" and b.lot_id = v."lotId" and b.units = v.units`);
    await tx.execute(sql`update picked_lots b set units = b.units - v.units from ${given}
      where b.reservation_id = v."reservationId" and b.lot_id = v."lotId" and b.units > v.units`);
  },

  /** What lies in an order's boxes of lots that have ended, in the order in which the shelves are walked. */
  endedInBoxes: async (tx: Tx, orderId: string): Promise<EndedBox[]> => [
    ...(await tx.execute<EndedBox>(sql`
      select ${goodsColumns}, r.id as "reservationId", r.order_line_id as "lineId", r.warehouse_id as "warehouseId",
        w.name as "warehouseName", l.id as "lotId", l.code, l.expires_on::text as "expiresOn", b.units::float8 as units, i.zone, i.code as bin
      from reservations r join picked_lots b on b.reservation_id = r.id join lots l on l.id = b.lot_id and l.expires_on < ${today}
      join warehouses w on w.id = r.warehouse_id join skus k on k.id = r.sku_id join products p on p.id = k.product_id
      left join lateral (select n.zone, n.code from bin_goods g join bins n on n.id = g.bin_id
        where g.sku_id = r.sku_id and n.warehouse_id = r.warehouse_id order by n.zone, n.code limit 1) i on true
      where r.order_id = ${orderId} and r.state = 'allocated'
      order by w.priority, w.code, i.zone nulls last, i.code, k.item_number, r.id, l.expires_on, l.code`)),
  ],

  /** The lots that a step of an order sent, by SKU. */
  sentBy: async (tx: Tx, causeId: string): Promise<Map<string, NamedLot[]>> => {
    const rows = await tx.execute<NamedLot & { skuId: string }>(sql`
      select l.sku_id as "skuId", l.code, l.expires_on::text as "expiresOn", (-sum(e.on_hand))::float8 as quantity
      from lot_entries e join lots l on l.id = e.lot_id
      where e.cause_type = 'order-step' and e.cause_id = ${causeId} and e.kind = 'ship' group by l.id order by l.expires_on nulls last, l.code`);
    return Map.groupBy(rows, (row) => row.skuId);
  },
};

const openLots = async (tx: Tx, productId: string, actor: string): Promise<void> => {
  await tx.execute(sql`
    insert into lots (id, sku_id, code) select gen_random_uuid(), k.id, '' from skus k
    where k.product_id = ${productId} and exists (select from stock s where s.sku_id = k.id
      and s.on_hand + s.quarantine + s.in_transit_in + s.in_transit_out > 0) on conflict do nothing`);
  const rows = await tx.execute<LotFold>(sql`
    select l.id as "lotId", s.warehouse_id as "warehouseId", s.on_hand::float8 as "onHand", s.quarantine::float8 as quarantine,
      s.in_transit_in::float8 as "inTransitIn", s.in_transit_out::float8 as "inTransitOut"
    from stock s join skus k on k.id = s.sku_id and k.product_id = ${productId} join lots l on l.sku_id = k.id and l.code = ''
    where s.on_hand + s.quarantine + s.in_transit_in + s.in_transit_out > 0`);
  await writeLotEntries(
    tx,
    rows.map((row) => switched(row, 'open', productId, actor)),
  );
};
const closeLots = async (tx: Tx, productId: string, actor: string): Promise<void> => {
  await tx.execute(sql`delete from picked_lots b using lots l join skus k on k.id = l.sku_id
    where l.id = b.lot_id and k.product_id = ${productId}`);
  const rows = await tx.execute<LotFold>(sql`
    select l.id as "lotId", s.warehouse_id as "warehouseId", (-s.on_hand)::float8 as "onHand", (-s.quarantine)::float8 as quarantine,
      (-s.in_transit_in)::float8 as "inTransitIn", (-s.in_transit_out)::float8 as "inTransitOut"
    from lot_stock s join lots l on l.id = s.lot_id join skus k on k.id = l.sku_id and k.product_id = ${productId}
    where s.on_hand + s.quarantine + s.in_transit_in + s.in_transit_out > 0`);
  await writeLotEntries(
    tx,
    rows.map((row) => switched(row, 'close', productId, actor)),
  );
};
type LotFold = {
  lotId: string;
  warehouseId: string;
  onHand: number;
  quarantine: number;
  inTransitIn: number;
  inTransitOut: number;
};
const switched = (row: LotFold, kind: 'open' | 'close', productId: string, actor: string) => ({
  ...row,
  ...{ kind, causeType: 'lot-tracking', causeId: productId, actor },
});
