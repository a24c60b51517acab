import type { SharingParty, SharingRule, UseWanted } from '@tradeline/domain/inventory';
import type { Day, Instant } from '@tradeline/domain/kernel';
import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { stockSharing, stockSharingGoods } from '../schema/index.ts';
import { instantOf } from './documents.ts';
import { insertMany } from './insert-many.ts';

/** A rule as staff write it; without `skuIds` it is for all goods. Days are the shop's, the last one included. */
export type SharingFields = Omit<SharingRule, 'id' | 'countedSince' | 'quotaFrom' | 'quotaUntil'> & {
  quotaFrom: Day | null;
  quotaUntil: Day | null;
};
/** The same with what it takes to show it. */
export type SharingRow = SharingRule & {
  version: number;
  groupName: Bilingual | null;
  warehouseName: Bilingual;
  quotaFromDay: Day | null;
  quotaUntilDay: Day | null;
  /** Its first goods by name, for a list. */
  goods: { skuId: string; itemNumber: string; name: Bilingual }[];
};

const zone = sql`coalesce((select time_zone from shop), 'Asia/Shanghai')`;
const dayStart = (day: SQL): SQL => instantOf(sql`(${day}::timestamp at time zone ${zone})`);
const columns = sql`r.id, r.warehouse_id as "warehouseId", r.party, ${instantOf(sql`r.counted_since`)} as "countedSince",
  r.quota::float8 as quota, ${dayStart(sql`r.quota_from`)} as "quotaFrom", ${dayStart(sql`(r.quota_until + 1)`)} as "quotaUntil",
  r.cap::float8 as cap, r.share_bp as "shareBp", r.buffer::float8 as buffer, r.breaks_quotas as "breaksQuotas",
  case when r.all_goods then null else (select coalesce(json_agg(g.sku_id), '[]') from stock_sharing_goods g where g.rule_id = r.id) end as "skuIds"`;

const groupOf = (party: SharingParty): string | null => (party.startsWith('group:') ? party.slice(6) : null);

/** Which orders a party placed: those of its group's customers, or of a channel by whoever goes by no rule of his group. */
const placedBy = sql`(v.party is null
  or c.group_id::text = substr(v.party, 7) and v.party like 'group:%'
  or o.channel = substr(v.party, 9) and v.party like 'channel:%'
    and (c.group_id is null or not (v."exceptGroups" ? c.group_id::text)))`;
const itsOrders = (line: SQL): SQL => sql`join orders o on o.id = ${line} and o.placed_at >= v.since
  join companies c on c.id = o.company_id and ${placedBy}`;

/** 共享规则: what groups of customers and channels may take of a warehouse, and what they have taken. */
export const sharingStore = {
  /** All rules, and the moment at which they were read. */
  rules: async (tx: Tx): Promise<{ rules: SharingRule[]; now: Instant }> => {
    const [row] = await tx.execute<{ rules: SharingRule[]; now: Instant }>(sql`select ${instantOf(sql`now()`)} as now,
      (select coalesce(json_agg(x order by x.id), '[]') from (select ${columns} from stock_sharing r) x) as rules`);
    return row!;
  },
  list: async (tx: Tx): Promise<SharingRow[]> => [
    ...(await tx.execute<SharingRow>(sql`
      select ${columns}, r.version, g.name as "groupName", w.name as "warehouseName",
        r.quota_from::text as "quotaFromDay", r.quota_until::text as "quotaUntilDay",
        (select coalesce(json_agg(json_build_object('skuId', k.id, 'itemNumber', k.item_number, 'name', p.name) order by k.item_number), '[]')
          from stock_sharing_goods sg join skus k on k.id = sg.sku_id join products p on p.id = k.product_id where sg.rule_id = r.id) as goods
      from stock_sharing r join warehouses w on w.id = r.warehouse_id left join customer_groups g on g.id = r.group_id
      order by w.priority, w.code, r.all_goods desc, r.party, r.id`)),
  ],

  /**
   * Units taken: what orders still hold, and what was sent to them. Read behind the lock of the balances it holds until the
   * transaction ends, since whoever takes goods under a rule takes that lock first.
   */
  used: async (tx: Tx, wanted: readonly UseWanted[]): Promise<Map<string, number>> => {
    if (wanted.length === 0) return new Map();
    const rows = await tx.execute<{ key: string; units: number }>(sql`
      select v.key, ((select coalesce(sum(r.quantity), 0) from reservations r ${itsOrders(sql`r.order_id`)}
          where r.sku_id = v."skuId" and r.warehouse_id = v."warehouseId" and r.state in ('reserved', 'allocated'))
        + (select coalesce(sum(s.quantity), 0) from order_lines l ${itsOrders(sql`l.order_id`)}
          join shipment_lines s on s.order_line_id = l.id
          join shipments t on t.id = s.shipment_id and t.warehouse_id = v."warehouseId"
          where l.sku_id = v."skuId"))::float8 as units
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as v(key text, "skuId" uuid, "warehouseId" uuid, since timestamptz, party text, "exceptGroups" jsonb)`);
    return new Map(rows.map(({ key, units }) => [key, units]));
  },

  /** The least that may be ordered of SKUs. */
  leasts: async (tx: Tx, skuIds: readonly string[]): Promise<Map<string, number>> => {
    const rows = await tx.execute<{ id: string; least: number }>(sql`
      select id, greatest(min_quantity, 1)::float8 as least from skus where id = any(${`{${skuIds.join(',')}}`}::uuid[])`);
    return new Map(rows.map(({ id, least }) => [id, least]));
  },

  /** Who changes rules of a warehouse does so one after the other: two rules for the same goods must not slip past each other. */
  lock: async (tx: Tx, warehouseId: string): Promise<boolean> =>
    (await tx.execute(sql`select 1 from warehouses where id = ${warehouseId} for no key update`)).length === 1,

  /** Item numbers of these goods for which the party has another rule there; `*` where both rules are for all goods. */
  overlaps: async (tx: Tx, id: string | undefined, fields: SharingFields): Promise<string[]> => {
    const others = and(
      eq(stockSharing.warehouseId, fields.warehouseId),
      eq(stockSharing.party, fields.party),
      id ? ne(stockSharing.id, id) : undefined,
    );
    if (fields.skuIds === null)
      return (
        await tx.select({ id: stockSharing.id }).from(stockSharing).where(and(others, stockSharing.allGoods))
      ).map(() => '*');
    const rows = await tx.execute<{ itemNumber: string }>(sql`
      select distinct k.item_number as "itemNumber" from stock_sharing join stock_sharing_goods g on g.rule_id = stock_sharing.id
      join skus k on k.id = g.sku_id
      where ${others} and g.sku_id = any(${`{${fields.skuIds.join(',')}}`}::uuid[]) order by 1`);
    return rows.map(({ itemNumber }) => itemNumber);
  },

  /** Adds a rule or changes one over the version that was read; undefined when it is another by now. */
  save: async (
    tx: Tx,
    target: { id: string; version: number } | undefined,
    { skuIds, ...fields }: SharingFields,
    countAnew: boolean,
  ): Promise<string | undefined> => {
    const row = { ...fields, groupId: groupOf(fields.party), allGoods: skuIds === null };
    const id = target?.id ?? newId();
    if (target) {
      const anew = countAnew ? { countedSince: sql`now()` } : {};
      const saved = await tx
        .update(stockSharing)
        .set({ ...row, ...anew, version: target.version + 1 })
        .where(and(eq(stockSharing.id, id), eq(stockSharing.version, target.version)))
        .returning({ id: stockSharing.id });
      if (saved.length === 0) return undefined;
      await tx.delete(stockSharingGoods).where(eq(stockSharingGoods.ruleId, id));
    } else await tx.insert(stockSharing).values({ id, ...row });
    await insertMany(
      tx,
      stockSharingGoods,
      (skuIds ?? []).map((skuId) => ({ ruleId: id, skuId })),
    );
    return id;
  },

  /** Ends a rule at the version that was read. */
  remove: async (tx: Tx, { id, version }: { id: string; version: number }): Promise<boolean> =>
    (
      await tx
        .delete(stockSharing)
        .where(and(eq(stockSharing.id, id), eq(stockSharing.version, version)))
        .returning({ id: stockSharing.id })
    ).length === 1,
};
