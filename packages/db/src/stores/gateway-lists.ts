import type { Instant } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { OrderScope } from './order-scope.ts';

/**
 * Money in and out through gateways, by what has to be done about it: `attention` waits for a person, `open` for the
 * gateway, `done` moved money, `ended` moved none.
 */
export const gatewayTabs = ['attention', 'open', 'done', 'ended'] as const;
export type GatewayTab = (typeof gatewayTabs)[number];
export type GatewayEntry = {
  kind: 'payment' | 'refund' | 'notice';
  id: string;
  orderId: string | null;
  orderNumber: string | null;
  companyName: string | null;
  channel: string;
  number: string;
  transaction: string | null;
  amount: Minor | null;
  state: string;
  error: string | null;
  createdAt: Instant;
  settledAt: Instant | null;
  tab: GatewayTab;
};

const literally = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Money that does not fit what was asked for, silence of more than ten minutes, and what a gateway declined to return. */
const entries = (scope: OrderScope): SQL => {
  const seen =
    scope.kind === 'sales'
      ? sql`o.company_id in (select id from companies where sales_rep_id = ${scope.staffId})`
      : scope.kind === 'all'
        ? sql`true`
        : sql`false`;
  return sql`
    select 'payment' as kind, a.id, a.order_id, o.number as order_number, c.name as company_name, a.channel, a.number,
      a.transaction, a.amount, a.state, a.error, a.created_at, a.settled_at,
      case when a.state = 'captured' then 'done'
        when a.error is not null and a.state <> 'failed' then 'attention'
        when a.state = 'unknown' and a.created_at < now() - interval '10 minutes' then 'attention'
        when a.state in ('started', 'unknown') then 'open' else 'ended' end as tab
    from payment_attempts a join orders o on o.id = a.order_id join companies c on c.id = o.company_id where ${seen}
    union all
    select 'refund', r.id, r.order_id, o.number, c.name, a.channel, r.number, r.transaction, r.amount, r.state, r.error,
      r.created_at, r.settled_at,
      case when r.state = 'succeeded' then 'done' when r.state = 'failed' then 'attention'
        when r.created_at < now() - interval '1 day' then 'attention' else 'open' end
    from refund_attempts r join payment_attempts a on a.id = r.attempt_id join orders o on o.id = r.order_id
    join companies c on c.id = o.company_id where ${seen}
    union all
    select 'notice', n.id, null, null, null, n.channel, coalesce(n.subject, n.notice_id), null, null, n.outcome, null,
      n.received_at, n.handled_at, 'attention'
    from inbound_notices n where n.outcome = 'other-number' and ${scope.kind === 'all'}`;
};

type Row = {
  kind: GatewayEntry['kind'];
  id: string;
  order_id: string | null;
  order_number: string | null;
  company_name: string | null;
  channel: string;
  number: string;
  transaction: string | null;
  amount: string | null;
  state: string;
  error: string | null;
  created_at: string;
  settled_at: string | null;
  tab: GatewayTab;
};

const instantOf = (text: string): Instant => new Date(text).toISOString() as Instant;

export const gatewayLists = {
  page: async (
    tx: Tx,
    scope: OrderScope,
    filter: { tab?: GatewayTab | undefined; text?: string | undefined },
    { page, size }: { page: number; size: number },
  ): Promise<{ rows: GatewayEntry[]; total: number; counts: Record<GatewayTab, number> }> => {
    const text = filter.text?.trim();
    const like = text ? literally(text) : undefined;
    const found = sql`select * from (${entries(scope)}) e ${
      like
        ? sql`where e.number ilike ${like} or e.order_number ilike ${like} or e.transaction ilike ${like} or e.company_name ilike ${like}`
        : sql``
    }`;
    const tabs = await tx.execute<{ tab: GatewayTab; n: string }>(
      sql`select tab, count(*) as n from (${found}) f group by tab`,
    );
    const counts = { attention: 0, open: 0, done: 0, ended: 0 };
    for (const { tab, n } of tabs) counts[tab] = Number(n);
    const rows = await tx.execute<Row>(sql`
      select * from (${found}) f ${filter.tab ? sql`where f.tab = ${filter.tab}` : sql``}
      order by f.created_at desc, f.id desc limit ${size} offset ${(page - 1) * size}`);
    const total = filter.tab ? counts[filter.tab] : Object.values(counts).reduce((sum, n) => sum + n, 0);
    return { rows: rows.map(entryOf), total, counts };
  },
};

const entryOf = (row: Row): GatewayEntry => ({
  kind: row.kind,
  id: row.id,
  orderId: row.order_id,
  orderNumber: row.order_number,
  companyName: row.company_name,
  channel: row.channel,
  number: row.number,
  transaction: row.transaction,
  amount: row.amount === null ? null : minor(Number(row.amount)),
  state: row.state,
  error: row.error,
  createdAt: instantOf(row.created_at),
  settledAt: row.settled_at === null ? null : instantOf(row.settled_at),
  tab: row.tab,
});
