import { and, count, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { companies, creditAccounts, customerGroups, orders, shop, staff } from '../schema/index.ts';

export type CustomerScope = { kind: 'sales'; staffId: string } | { kind: 'all' };
export type CustomerFilter = {
  text?: string | undefined;
  groupId?: string | undefined;
  level?: string | undefined;
  status?: string | undefined;
};

const literally = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const visible = (scope: CustomerScope): SQL | undefined =>
  scope.kind === 'sales' ? eq(companies.salesRepId, scope.staffId) : undefined;

const matching = (scope: CustomerScope, filter: CustomerFilter): SQL | undefined =>
  and(
    visible(scope),
    filter.groupId ? eq(companies.groupId, filter.groupId) : undefined,
    filter.level ? eq(companies.level, filter.level) : undefined,
    filter.status ? eq(companies.status, filter.status) : undefined,
    filter.text?.trim()
      ? or(
          ilike(companies.name, literally(filter.text.trim())),
          ilike(companies.number, literally(filter.text.trim())),
          ilike(companies.contactName, literally(filter.text.trim())),
          ilike(companies.phone, literally(filter.text.trim())),
        )
      : undefined,
  );

/** Amounts of different currencies are not added: a customer's year counts the shop's own. */
const ownCurrency = sql`coalesce((select currency from ${shop}), 'CNY')`;

const columns = {
  id: companies.id,
  number: companies.number,
  name: companies.name,
  level: companies.level,
  region: companies.region,
  status: companies.status,
  groupId: companies.groupId,
  groupName: customerGroups.name,
  contactName: companies.contactName,
  phone: companies.phone,
  email: companies.email,
  taxNumber: companies.taxNumber,
  note: companies.note,
  createdAt: companies.createdAt,
  salesRepName: staff.name,
  creditLimit: creditAccounts.creditLimit,
  creditUsed: creditAccounts.used,
  termDays: creditAccounts.termDays,
  onHold: creditAccounts.onHold,
  holdReason: creditAccounts.holdReason,
};

export const customerStore = {
  page: async (
    tx: Tx,
    scope: CustomerScope,
    filter: CustomerFilter,
    { page, size }: { page: number; size: number },
  ) => {
    const where = matching(scope, filter);
    const year = tx
      .select({
        companyId: orders.companyId,
        orders: count().as('orders'),
        amount: sql<string>`sum(${orders.totalAmount})`.as('amount'),
        last: sql<string>`max(${orders.placedAt})`.as('last'),
      })
      .from(orders)
      .where(
        and(
          eq(orders.currency, ownCurrency),
          sql`${orders.placedAt} > now() - interval '1 year'`,
          sql`${orders.approval} not in ('cancelled', 'rejected')`,
        ),
      )
      .groupBy(orders.companyId)
      .as('year');
    const rows = await tx
      .select({ ...columns, yearOrders: year.orders, yearAmount: year.amount })
      .from(companies)
      .leftJoin(customerGroups, eq(customerGroups.id, companies.groupId))
      .leftJoin(staff, eq(staff.id, companies.salesRepId))
      .leftJoin(creditAccounts, eq(creditAccounts.companyId, companies.id))
      .leftJoin(year, eq(year.companyId, companies.id))
      .where(where)
      .orderBy(sql`${year.amount} desc nulls last`, companies.number)
      .limit(size)
      .offset((page - 1) * size);
    const [counted] = await tx.select({ total: count() }).from(companies).where(where);
    return {
      rows: rows.map((row) => ({ ...row, yearOrders: row.yearOrders ?? 0, yearAmount: Number(row.yearAmount ?? 0) })),
      total: counted?.total ?? 0,
    };
  },

  find: async (tx: Tx, scope: CustomerScope, id: string) => {
    const [row] = await tx
      .select(columns)
      .from(companies)
      .leftJoin(customerGroups, eq(customerGroups.id, companies.groupId))
      .leftJoin(staff, eq(staff.id, companies.salesRepId))
      .leftJoin(creditAccounts, eq(creditAccounts.companyId, companies.id))
      .where(and(eq(companies.id, id), visible(scope)));
    return row;
  },

  groups: (tx: Tx) =>
    tx
      .select({ id: customerGroups.id, code: customerGroups.code, name: customerGroups.name })
      .from(customerGroups)
      .orderBy(customerGroups.code),

  /** What a company bought by month of the last year, for its page. */
  months: (tx: Tx, companyId: string) =>
    tx
      .select({
        month: sql<string>`to_char(${orders.placedAt} at time zone 'Asia/Shanghai', 'YYYY-MM')`,
        orders: count(),
        amount: sql<number>`sum(${orders.totalAmount})::bigint::float8`,
      })
      .from(orders)
      .where(
        and(
          eq(orders.companyId, companyId),
          eq(orders.currency, ownCurrency),
          sql`${orders.placedAt} > now() - interval '1 year'`,
          sql`${orders.approval} not in ('cancelled', 'rejected')`,
        ),
      )
      .groupBy(sql`1`)
      .orderBy(desc(sql`1`)),
};
