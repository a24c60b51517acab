import type { Grade } from '@tradeline/domain/credit';
import { type Currency, type Minor, minor } from '@tradeline/domain/money';
import type { AutoConfirmFacts } from '@tradeline/domain/order';
import { and, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { orderFlow } from '../schema/index.ts';

export type FlowTask = { eventId: string; orderId: string; event: string };
/** What the rule of automatic confirmation looks at, with the order's name. */
export type JudgedOrder = AutoConfirmFacts & {
  id: string;
  number: string;
  companyName: string;
  currency: Currency;
};

const ATTEMPTS = 8;

/**
 * The facts of orders as the rule asks for them. What was past due is reckoned for the moment the order was placed; a
 * grade is the customer's of today; units are missing of orders that still wait.
 */
const judged = async (tx: Tx, where: SQL, limit: number): Promise<JudgedOrder[]> => {
  const rows = await tx.execute<Record<string, string | null>>(sql`
    select o.id, o.number, c.name as company, o.currency, o.total_amount as total, o.channel, a.rating,
      (select count(*) from orders e where e.company_id = o.company_id and e.placed_at < o.placed_at
         and e.approval in ('confirmed', 'picking', 'closed')) as earlier,
      (select coalesce(sum(greatest(0, e.total_amount - e.granted_amount - coalesce((
           select sum(case p.kind when 'receipt' then p.amount else -p.amount end) from payments p
           where p.order_id = e.id and p.received_at <= o.placed_at), 0))), 0)
         from orders e where e.company_id = o.company_id and e.payment_terms = 'terms' and e.due_at < o.placed_at
           and e.approval in ('picking', 'closed')) as overdue,
      case when o.approval in ('submitted', 'in-review', 'awaiting-payment', 'confirmed') then greatest(0,
        (select coalesce(sum(l.quantity - l.cancelled - l.shipped), 0) from order_lines l where l.order_id = o.id)
        - (select coalesce(sum(r.quantity), 0) from reservations r where r.order_id = o.id and r.state in ('reserved', 'allocated')))
        else 0 end as missing,
      o.agreed_lines as agreed
    from orders o join companies c on c.id = o.company_id left join credit_accounts a on a.company_id = o.company_id
    where ${where}
    order by o.placed_at desc, o.id desc
    limit ${limit}`);
  return rows.map((row) => ({
    id: row.id ?? '',
    number: row.number ?? '',
    companyName: row.company ?? '',
    currency: row.currency as Currency,
    total: minor(Number(row.total)),
    earlierOrders: Number(row.earlier),
    overdue: minor(Number(row.overdue)),
    missingUnits: Number(row.missing),
    agreedLines: Number(row.agreed),
    channel: row.channel ?? '',
    grade: (row.rating as Grade | null) ?? null,
  }));
};

/** What flows by itself: tasks that events ask for, and the facts by which an order passes without a person. */
export const orderFlowStore = {
  factsOf: async (tx: Tx, orderId: string): Promise<JudgedOrder | undefined> =>
    (await judged(tx, sql`o.id = ${orderId}::uuid`, 1))[0],

  /** Orders of the last thirty days that somebody had to decide on, newest first. */
  lastMonth: async (tx: Tx, limit: number): Promise<{ rows: JudgedOrder[]; total: number; amount: Minor }> => {
    const month = sql`o.placed_at >= now() - interval '30 days' and o.source is null and o.approval <> 'draft'`;
    const [rows, [sums]] = await Promise.all([
      judged(tx, month, limit),
      tx.execute<{ n: string; amount: string }>(
        sql`select count(*) as n, coalesce(sum(o.total_amount), 0) as amount from orders o where ${month}`,
      ),
    ]);
    return { rows, total: Number(sums?.n ?? 0), amount: minor(Number(sums?.amount ?? 0)) };
  },

  /** Asks for what events may bring about; asked again it changes nothing. Wakes whoever carries it out. */
  ask: async (tx: Tx, tasks: readonly FlowTask[]): Promise<void> => {
    await tx
      .insert(orderFlow)
      .values([...tasks])
      .onConflictDoNothing();
    await tx.execute(sql`select pg_notify('order-flow', '')`);
  },

  /** The oldest task that waits, held until the transaction ends; one at a time, by one process. */
  take: async (tx: Tx): Promise<FlowTask | undefined> =>
    (
      await tx
        .select({ eventId: orderFlow.eventId, orderId: orderFlow.orderId, event: orderFlow.event })
        .from(orderFlow)
        .where(and(isNull(orderFlow.doneAt), lt(orderFlow.attempts, ATTEMPTS)))
        .orderBy(orderFlow.attempts, orderFlow.at)
        .limit(1)
        .for('update', { skipLocked: true })
    )[0],

  done: async (tx: Tx, eventId: string, outcome: Record<string, unknown>): Promise<void> => {
    await tx.update(orderFlow).set({ outcome, doneAt: sql`now()` }).where(eq(orderFlow.eventId, eventId));
  },

  failed: async (tx: Tx, eventId: string): Promise<void> => {
    await tx
      .update(orderFlow)
      .set({ attempts: sql`${orderFlow.attempts} + 1` })
      .where(and(eq(orderFlow.eventId, eventId), isNull(orderFlow.doneAt)));
  },

  /** What the flow last did with an order, or why it left it. */
  lastOf: async (tx: Tx, orderId: string) =>
    (
      await tx
        .select({ event: orderFlow.event, outcome: orderFlow.outcome, doneAt: orderFlow.doneAt })
        .from(orderFlow)
        .where(and(eq(orderFlow.orderId, orderId), sql`${orderFlow.doneAt} is not null`))
        .orderBy(desc(orderFlow.doneAt))
        .limit(1)
    )[0],
};
