import { type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '../client.ts';
import { unpromisedUnits } from './stock-figures.ts';

/** Figures a list of stock may be in the order of. What is kept is read from the smallest up, so "most" is kept negative. */
export const orderFigures = {
  available: { kept: sql`by_available`, of: sql`coalesce(sum(${unpromisedUnits()}), 0)` },
  'on-hand': { kept: sql`by_on_hand`, of: sql`-coalesce(sum(s.on_hand), 0)` },
  short: { kept: sql`by_short`, of: sql`-coalesce(max(s.safety - ${unpromisedUnits()}), 0)` },
} as const;
export type OrderFigure = keyof typeof orderFigures;

/** All warehouses together. */
const EVERYWHERE = '00000000-0000-0000-0000-000000000000';
export const scopeOf = (warehouseId: string | undefined): string => warehouseId ?? EVERYWHERE;

/** With more to be reckoned anew than this, all of it is. */
const MANY = 20_000;
/** SKUs written at once: a statement must end long before its limit. */
const AT_ONCE = 2_000;
const LAST = '4611686018427387904';

/**
 * SKUs whose kept figures may be out of date: the ledger moved them, or something else about them was changed. The range has
 * two ends so that the planner looks it up by index whatever the figures are.
 */
export const movedSince = (upTo: number): SQL => sql`
  select e.sku_id from stock_entries e where e.seq between ${upTo + 1}::bigint and ${LAST}::bigint
  union select m.sku_id from stock_total_marks m`;

/** The figures of goods `k`, a row a warehouse and one for all together, as they are now. */
const figuresOf = (goods: SQL): SQL => sql`
  select case when grouping(w.id) = 1 then ${EVERYWHERE}::uuid else w.id end as scope, k.id as sku_id, k.item_number, k.status = 'active' as active,
    ${orderFigures['on-hand'].of} as by_on_hand, ${orderFigures.available.of} as by_available, ${orderFigures.short.of} as by_short
  from skus k cross join warehouses w left join stock s on s.sku_id = k.id and s.warehouse_id = w.id
  where ${goods} group by grouping sets ((k.id, w.id), (k.id))`;

const write = async (tx: Tx, goods: SQL): Promise<void> => {
  await tx.execute(sql`
    insert into stock_totals as t (scope, sku_id, item_number, active, by_on_hand, by_available, by_short) ${figuresOf(goods)}
    on conflict (sku_id, scope) do update set item_number = excluded.item_number, active = excluded.active, by_on_hand = excluded.by_on_hand,
      by_available = excluded.by_available, by_short = excluded.by_short
    where (t.item_number, t.active, t.by_on_hand, t.by_available, t.by_short)
      <> (excluded.item_number, excluded.active, excluded.by_on_hand, excluded.by_available, excluded.by_short)`);
};

type State = { upTo: number; since: number; marked: number; scopes: string[] };
const stateOf = async (tx: Tx): Promise<State | undefined> =>
  (
    await tx.execute<State>(sql`
      select t.up_to::float8 as "upTo", (coalesce((select max(seq) from stock_entries), 0) - t.up_to)::float8 as since,
        (select count(*)::int from stock_total_marks) as marked, t.scopes from stock_totals_state t`)
  )[0];

/** Whether figures of all these are kept, and little enough has happened since. */
const isNear = ({ scopes, since, marked }: State, wanted: readonly string[]): boolean =>
  wanted.every((scope) => scopes.includes(scope)) && since <= MANY && marked <= MANY;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A place in the ledger before which nothing can appear any more: entries take their number before they are committed, so
 * whoever was at work when the number was read is waited for. Nothing when that takes too long.
 */
const settledPlace = async (db: Database, patience: number): Promise<number | undefined> => {
  const [seen] = await db.execute<{ seq: number }>(sql`
    select coalesce(pg_sequence_last_value(pg_get_serial_sequence('stock_entries', 'seq')::regclass), 0)::float8 as seq`);
  const [edge] = await db.execute<{ xid: string }>(sql`select pg_current_xact_id()::text as xid`);
  for (let waited = 0; waited <= patience; waited += 50) {
    const [now] = await db.execute<{ over: boolean }>(
      sql`select pg_snapshot_xmin(pg_current_snapshot()) >= ${edge!.xid}::xid8 as over`,
    );
    if (now?.over) return seen!.seq;
    await pause(50);
  }
  return undefined;
};

/**
 * Figures by SKU kept beside the balances, so that a list in the order of one need not sum all of them. A placement does
 * not know of them: what moved since they were kept is told by the ledger (decision 288).
 */
export const stockTotals = {
  /** Up to which entry of the ledger the kept figures go; nothing when summing all balances is the better way. */
  keptUpTo: async (tx: Tx, warehouseId: string | undefined): Promise<number | undefined> => {
    const state = await stateOf(tx);
    return state && isNear(state, [scopeOf(warehouseId)]) ? state.upTo : undefined;
  },

  /**
   * Brings what is kept up to date. Any number of processes may ask; one at a time does it, and a writer that takes longer
   * than `patience` ms puts it off.
   */
  refresh: async (db: Database, patience = 1_000): Promise<boolean> => {
    const place = await settledPlace(db, patience);
    if (place === undefined) return false;
    return db.transaction(async (tx) => {
      const [lock] = await tx.execute<{ held: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtext('stock_totals')) as held`,
      );
      if (!lock?.held) return false;
      const marks = await tx.execute<{ id: string }>(sql`select id::text as id from stock_total_marks`);
      const state = await stateOf(tx);
      const places = await tx.execute<{ id: string }>(sql`select id from warehouses order by id`);
      const scopes = [EVERYWHERE, ...places.map(({ id }) => id)];
      if (state && isNear(state, scopes)) await write(tx, sql`k.id in (${movedSince(state.upTo)})`);
      else await writeAll(tx);
      await tx.execute(
        sql`delete from stock_total_marks where id = any(${`{${marks.map(({ id }) => id).join(',')}}`}::bigint[])`,
      );
      // Goods deleted meanwhile take themselves off the number, so it is counted with the row in hand.
      await tx.execute(sql`select from stock_totals_state for update`);
      await tx.execute(sql`
        insert into stock_totals_state as t (up_to, scopes, active)
        select ${place}::bigint, ${`{${scopes.join(',')}}`}::uuid[], count(*) from stock_totals where scope = ${EVERYWHERE} and active
        on conflict (one) do update set up_to = greatest(t.up_to, excluded.up_to), scopes = excluded.scopes, active = excluded.active`);
      return true;
    });
  },
};

/** All goods, so many at a time. */
const writeAll = async (tx: Tx): Promise<void> => {
  for (let after = EVERYWHERE; ; ) {
    const [end] = await tx.execute<{ id: string }>(sql`
      select id from (select id from skus where id > ${after} order by id limit ${AT_ONCE}) k order by id desc limit 1`);
    if (!end) break;
    await write(tx, sql`k.id > ${after} and k.id <= ${end.id}`);
    after = end.id;
  }
  await tx.execute(sql`analyze stock_totals`);
};
