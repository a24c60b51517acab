import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { creditAccounts, creditEntries, orders } from '../schema/index.ts';
import { openAmount } from './dues.ts';

export type CreditAccountRow = {
  creditLimit: Minor;
  used: Minor;
  termDays: number;
  onHold: boolean;
  holdReason: string | null;
  rating: string | null;
  reviewedAt: Instant | null;
};

export type OpenInvoiceRow = { companyId: string; id: string; dueAt: Instant | null; open: string };

const columns = {
  creditLimit: creditAccounts.creditLimit,
  used: creditAccounts.used,
  termDays: creditAccounts.termDays,
  onHold: creditAccounts.onHold,
  holdReason: creditAccounts.holdReason,
  rating: creditAccounts.rating,
  reviewedAt: creditAccounts.reviewedAt,
};

export const creditStore = {
  account: async (tx: Tx, companyId: string): Promise<CreditAccountRow | undefined> =>
    (await tx.select(columns).from(creditAccounts).where(eq(creditAccounts.companyId, companyId)))[0],

  lock: async (tx: Tx, companyId: string): Promise<CreditAccountRow | undefined> =>
    (
      await tx.select(columns).from(creditAccounts).where(eq(creditAccounts.companyId, companyId)).for('no key update')
    )[0],

  accounts: async (tx: Tx, companyIds: readonly string[]): Promise<Map<string, CreditAccountRow>> => {
    const rows = await tx
      .select({ companyId: creditAccounts.companyId, ...columns })
      .from(creditAccounts)
      .where(inArray(creditAccounts.companyId, [...companyIds]));
    return new Map(rows.map(({ companyId, ...account }) => [companyId, account]));
  },

  /** Invoiced and not yet paid, by due date: what counts as overdue. */
  openInvoices: async (tx: Tx, companyId: string): Promise<OpenInvoiceRow[]> => creditStore.openOf(tx, [companyId]),
  openOf: async (tx: Tx, companyIds: readonly string[]): Promise<OpenInvoiceRow[]> =>
    tx
      .select({
        companyId: orders.companyId,
        id: orders.number,
        dueAt: orders.dueAt,
        open: sql<string>`${openAmount}`,
      })
      .from(orders)
      .where(
        and(
          inArray(orders.companyId, [...companyIds]),
          // In the very words of the index `orders_due`; as parameters PostgreSQL would not know them for the same.
          sql`${orders.paymentTerms} = 'terms' and ${orders.dueAt} is not null and ${orders.approval} in ('picking', 'closed')`,
          sql`${openAmount} > 0`,
        ),
      ),

  /** Uses credit for an order; false when the limit would be passed or the account is on hold at this very moment. */
  charge: async (
    tx: Tx,
    companyId: string,
    orderId: string,
    amount: Minor,
    actor: string,
    cause: string = orderId,
  ): Promise<boolean> => {
    const charged = await tx.execute(sql`
      with charged as (
        update credit_accounts set used = used + ${amount}::bigint, version = version + 1
        where company_id = ${companyId}::uuid and not on_hold and used + ${amount}::bigint <= credit_limit
        returning company_id)
      insert into credit_entries (company_id, order_id, kind, amount, cause_type, cause_id, actor)
      select company_id, ${orderId}::uuid, 'charge', ${amount}::bigint, 'order', ${cause}::text, ${actor}::text from charged
      returning company_id`);
    return charged.length === 1;
  },

  /** Gives back what an order no longer needs, or what was paid of it. */
  release: async (
    tx: Tx,
    companyId: string,
    orderId: string,
    amount: Minor,
    cause: string,
    actor: string,
    kind: 'release' | 'payment' = 'release',
  ): Promise<void> => {
    await tx
      .update(creditAccounts)
      .set({ used: sql`${creditAccounts.used} - ${amount}`, version: sql`${creditAccounts.version} + 1` })
      .where(eq(creditAccounts.companyId, companyId));
    await tx.insert(creditEntries).values({
      companyId,
      orderId,
      kind,
      amount: sql`-${amount}::bigint`,
      causeType: 'order',
      causeId: cause,
      actor,
    });
  },

  /** What an order holds of its customer's limit now. */
  heldBy: async (tx: Tx, orderId: string): Promise<Minor> => {
    const [row] = await tx
      .select({ held: sql<string>`coalesce(sum(${creditEntries.amount}), 0)` })
      .from(creditEntries)
      .where(eq(creditEntries.orderId, orderId));
    return Number(row?.held ?? 0) as Minor;
  },
};
