import {
  addDelta,
  type Balance,
  type Delta,
  deltasOf,
  emptyBalance,
  type LotPart,
  type StockEntry,
} from '@tradeline/domain/inventory';
import { type Day, invariant } from '@tradeline/domain/kernel';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { expectedReceipts, shop, stock, stockEntries, warehouses } from '../schema/index.ts';
import { among } from './among.ts';
import { recordsOf } from './insert-many.ts';
import { moveLots } from './lot-moves.ts';
import { endedUnits, shopDay, unpromisedUnits } from './stock-figures.ts';

export type StockKey = { skuId: string; warehouseId: string };
export type StockBalance = StockKey & {
  onHand: number;
  reserved: number;
  allocated: number;
  priority: number;
  warehouseCode: string;
  /** Units on the shelf of lots that have ended; known of rows that are locked. */
  ended?: number;
};
/** One entry of the domain's ledger. The leg of a transfer names the other end; what it does there is written with it. */
export type Movement = StockKey &
  Pick<StockEntry, 'kind' | 'quantity' | 'counterpart' | 'condition'> & {
    cause: { type: string; id: string };
    actor: string;
    reason?: string | undefined;
    /** The lots somebody named, for goods kept by lot. */
    lots?: readonly LotPart[] | undefined;
  };

/** The one lock order. Entries of one balance stay in the order in which they were asked for. */
const byKey = (a: StockKey, b: StockKey): number => {
  const [left, right] = [a.skuId + a.warehouseId, b.skuId + b.warehouseId];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The rows of the ledger that an entry writes: one for its own balance, for the leg of a transfer one for the other end. */
const rowsOf = (movement: Movement) => {
  const { skuId, warehouseId, kind, counterpart = null, cause, actor, reason = null } = movement;
  const row = (at: string, other: string | null, delta: Delta) => ({
    skuId,
    warehouseId: at,
    kind,
    ...addDelta(emptyBalance, delta),
    counterpart: other,
    causeType: cause.type,
    causeId: cause.id,
    actor,
    reason,
  });
  const { here, there } = deltasOf(movement);
  const own = row(warehouseId, counterpart, here);
  if (!there) return [own];
  invariant(counterpart !== null, `${kind} names the other end`);
  return [own, row(counterpart, warehouseId, there)];
};

/** The next day, as the shop reckons days, on which goods that are still to come are due in the warehouse of a `stock` row. */
const nextReceipt = sql<Day | null>`(
  select min(e.expected_on)::text from ${expectedReceipts} e
  where e.sku_id = ${stock.skuId} and e.warehouse_id = ${stock.warehouseId} and e.received < e.quantity
    and e.expected_on >= (now() at time zone coalesce((select time_zone from ${shop}), 'Asia/Shanghai'))::date)`;

export type Shelf = {
  skuId: string;
  warehouseId: string;
  warehouseName: Bilingual;
  available: number;
  expectedOn: Day | null;
};

const balances = (tx: Tx, skuIds: string[]) =>
  tx
    .select({
      skuId: stock.skuId,
      warehouseId: stock.warehouseId,
      onHand: stock.onHand,
      reserved: stock.reserved,
      allocated: stock.allocated,
      priority: warehouses.priority,
      warehouseCode: warehouses.code,
    })
    .from(stock)
    .innerJoin(warehouses, eq(warehouses.id, stock.warehouseId))
    .where(and(among(stock.skuId, skuIds), eq(warehouses.active, true)))
    .orderBy(asc(stock.skuId), asc(stock.warehouseId));

export const stockStore = {
  /** Units that can still be promised, by SKU, over all active warehouses. */
  available: async (tx: Tx, skuIds: string[]): Promise<Map<string, number>> => {
    if (skuIds.length === 0) return new Map();
    const rows = await tx
      .select({
        skuId: stock.skuId,
        available: sql<string>`sum(${unpromisedUnits('stock')})`,
      })
      .from(stock)
      .innerJoin(warehouses, and(eq(warehouses.id, stock.warehouseId), eq(warehouses.active, true)))
      .where(among(stock.skuId, skuIds))
      .groupBy(stock.skuId);
    return new Map(rows.map((row) => [row.skuId, Number(row.available)]));
  },

  /** What customers are told from: units that can still be promised by SKU and active warehouse, and the next day on which more come. */
  shelves: (tx: Tx, skuIds: string[]): Promise<Shelf[]> => {
    if (skuIds.length === 0) return Promise.resolve([]);
    return tx
      .select({
        skuId: stock.skuId,
        warehouseId: warehouses.id,
        warehouseName: warehouses.name,
        available: sql<number>`${unpromisedUnits('stock')}::int8`.mapWith(Number),
        expectedOn: nextReceipt,
      })
      .from(stock)
      .innerJoin(warehouses, and(eq(warehouses.id, stock.warehouseId), eq(warehouses.active, true)))
      .where(among(stock.skuId, skuIds))
      .orderBy(warehouses.priority, warehouses.code);
  },

  /**
   * The balances of these SKUs as they are seen, unlocked: enough to plan by, since `move` guards what it changes. A plan
   * that `move` refuses is made again from locked ones.
   */
  seen: async (tx: Tx, skuIds: string[]): Promise<StockBalance[]> => balances(tx, skuIds),
  /**
   * Takes the rows of these SKUs in the one lock order (SKU, warehouse), so that two orders never wait for each other in a
   * circle. What has ended on their shelves is asked behind the lock, in the same trip: whoever held it may have set it aside.
   */
  lock: async (tx: Tx, skuIds: string[]): Promise<StockBalance[]> => {
    const [rows, ended] = await Promise.all([
      balances(tx, skuIds).for('no key update', { of: stock }).execute(),
      tx.execute<StockKey & { units: number }>(sql`
        select s.sku_id as "skuId", s.warehouse_id as "warehouseId", ${endedUnits}::float8 as units from stock s
        where s.sku_id = any(${`{${skuIds.join(',')}}`}::uuid[])
          and exists (select from lots l where l.sku_id = s.sku_id and l.expires_on < ${shopDay})`),
    ]);
    if (ended.length === 0) return rows;
    const endedAt = new Map(ended.map(({ skuId, warehouseId, units }) => [`${skuId} ${warehouseId}`, units]));
    return rows.map((row) => ({ ...row, ended: endedAt.get(`${row.skuId} ${row.warehouseId}`) ?? 0 }));
  },

  /** Opens the balances that are not there yet, at nothing: a movement needs its row. */
  open: async (tx: Tx, keys: readonly StockKey[]): Promise<void> => {
    await tx.execute(sql`insert into stock (sku_id, warehouse_id)
      select v."skuId", v."warehouseId" from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as v("skuId" uuid, "warehouseId" uuid)
      order by 1, 2 on conflict do nothing`);
  },

  /** Takes the rows of these balances in the one lock order, as the domain sees them. What has no row is not among them. */
  take: async (tx: Tx, keys: readonly StockKey[]): Promise<(StockKey & Balance)[]> => [
    ...(await tx.execute<StockKey & Balance>(sql`
      select s.sku_id as "skuId", s.warehouse_id as "warehouseId", s.on_hand::float8 as "onHand", s.reserved::float8 as reserved,
        s.allocated::float8 as allocated, s.quarantine::float8 as quarantine, s.in_transit_in::float8 as "inTransitIn",
        s.in_transit_out::float8 as "inTransitOut"
      from stock s where (s.sku_id, s.warehouse_id) in (
        select v."skuId", v."warehouseId" from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as v("skuId" uuid, "warehouseId" uuid))
      order by s.sku_id, s.warehouse_id for no key update`)),
  ],

  /**
   * Moves balances and writes the ledger. False when a balance would go below zero or promise more than is there: then
   * nothing stands in the ledger and the transaction must be rolled back. The guard stands in the update itself, whatever
   * was read before. What promises more than before is not given units of a lot that has ended by the shop's day, whether
   * they were set aside yet or not. Goods kept by lot move with their lots.
   */
  move: async (tx: Tx, movements: readonly Movement[]): Promise<boolean> => {
    if (movements.length === 0) return true;
    const rows = movements.flatMap(rowsOf).sort(byKey);
    const { columns, json } = recordsOf(stockEntries, rows);
    // The rows are locked in order first: one update of many rows has no order of its own. The ledger is written only
    // when every balance could be moved.
    const [done] = await tx.execute<{ rows: number }>(sql`
      with entries as materialized (
        select ${columns} from jsonb_populate_recordset(null::stock_entries, ${json}::jsonb)),
      wanted as (
        select sku_id, warehouse_id, sum(on_hand)::bigint as on_hand, sum(reserved)::bigint as reserved,
               sum(allocated)::bigint as allocated, sum(quarantine)::bigint as quarantine,
               sum(in_transit_in)::bigint as in_transit_in, sum(in_transit_out)::bigint as in_transit_out
        from entries group by 1, 2),
      held as (
        select s.sku_id, s.warehouse_id from stock s join wanted w using (sku_id, warehouse_id)
        order by s.sku_id, s.warehouse_id for no key update of s),
      moved as (
        update stock s set on_hand = s.on_hand + w.on_hand, reserved = s.reserved + w.reserved,
                           allocated = s.allocated + w.allocated, quarantine = s.quarantine + w.quarantine,
                           in_transit_in = s.in_transit_in + w.in_transit_in,
                           in_transit_out = s.in_transit_out + w.in_transit_out
        from wanted w join held h using (sku_id, warehouse_id)
        where s.sku_id = w.sku_id and s.warehouse_id = w.warehouse_id
          and s.reserved + w.reserved >= 0 and s.allocated + w.allocated >= 0
          and s.reserved + w.reserved + s.allocated + w.allocated <= s.on_hand + w.on_hand
            - case when w.reserved + w.allocated > 0 then ${endedUnits} else 0 end
          and s.quarantine + w.quarantine >= 0
          and s.in_transit_in + w.in_transit_in >= 0 and s.in_transit_out + w.in_transit_out >= 0
        returning s.sku_id),
      written as (
        insert into stock_entries (${columns}) select ${columns} from entries
        where (select count(*) from moved) = (select count(*) from wanted) returning seq)
      select count(*)::int as rows from written`);
    return done?.rows === rows.length && moveLots(tx, movements);
  },

  warehouses: (tx: Tx) =>
    tx
      .select({ id: warehouses.id, code: warehouses.code, name: warehouses.name, region: warehouses.region })
      .from(warehouses)
      .where(eq(warehouses.active, true))
      .orderBy(warehouses.priority, warehouses.code),

  balancesOf: (tx: Tx, skuIds: string[]) => {
    if (skuIds.length === 0) return Promise.resolve([]);
    return tx
      .select({
        skuId: stock.skuId,
        warehouseId: stock.warehouseId,
        warehouseCode: warehouses.code,
        warehouseName: warehouses.name,
        onHand: stock.onHand,
        reserved: stock.reserved,
        allocated: stock.allocated,
        quarantine: stock.quarantine,
        inTransitIn: stock.inTransitIn,
        inTransitOut: stock.inTransitOut,
        safety: stock.safety,
      })
      .from(stock)
      .innerJoin(warehouses, eq(warehouses.id, stock.warehouseId))
      .where(among(stock.skuId, skuIds))
      .orderBy(warehouses.priority, warehouses.code);
  },
};
