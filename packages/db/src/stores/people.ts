import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { buyers, companies, customerGroups, shop, staff } from '../schema/index.ts';

/** Logins are compared in one form: trimmed, NFKC, lower case. */
export const normaliseLogin = (login: string): string => login.trim().normalize('NFKC').toLowerCase();

export type StaffCredentials = { id: string; passwordHash: string; active: boolean };

/** What a request is told of the member of staff who sent it. */
export const staffColumns = {
  id: staff.id,
  name: staff.name,
  role: staff.role,
  login: staff.login,
  locale: staff.locale,
};

/** The same of a buyer; what may be shown to him rides along, so that knowing it costs no further statement. */
export const buyerColumns = {
  id: buyers.id,
  name: buyers.name,
  role: buyers.role,
  login: buyers.login,
  phone: buyers.phone,
  locale: buyers.locale,
  companyId: companies.id,
  companyName: companies.name,
  companyNumber: companies.number,
  companyStatus: companies.status,
  groupId: companies.groupId,
  level: companies.level,
  region: companies.region,
  priceDisplay: companies.priceDisplay,
  groupPricesHidden: customerGroups.pricesHidden,
  stockDisplay: companies.stockDisplay,
  shopStockDisplay: shop.stockDisplay,
  shopStockByWarehouse: shop.stockByWarehouse,
};

export const staffStore = {
  credentials: async (tx: Tx, login: string): Promise<StaffCredentials | undefined> => {
    const columns = { id: staff.id, passwordHash: staff.passwordHash, active: staff.active };
    return (
      await tx
        .select(columns)
        .from(staff)
        .where(eq(staff.login, normaliseLogin(login)))
    )[0];
  },
  find: async (tx: Tx, id: string) => {
    return (
      await tx
        .select(staffColumns)
        .from(staff)
        .where(and(eq(staff.id, id), eq(staff.active, true)))
    )[0];
  },
  setLocale: async (tx: Tx, id: string, locale: string): Promise<void> => {
    await tx.update(staff).set({ locale }).where(eq(staff.id, id));
  },
};

export const buyerStore = {
  /** A buyer of a closed company cannot sign in; one of a suspended company can look, and learns at checkout why he cannot order. */
  credentials: async (tx: Tx, login: string): Promise<StaffCredentials | undefined> => {
    const columns = {
      id: buyers.id,
      passwordHash: buyers.passwordHash,
      active: buyers.active,
      status: companies.status,
    };
    const rows = await tx
      .select(columns)
      .from(buyers)
      .innerJoin(companies, eq(companies.id, buyers.companyId))
      .where(eq(buyers.login, normaliseLogin(login)));
    const found = rows[0];
    return (
      found && { id: found.id, passwordHash: found.passwordHash, active: found.active && found.status !== 'closed' }
    );
  },
  ofCompany: (tx: Tx, companyId: string) =>
    tx
      .select({ id: buyers.id, name: buyers.name, role: buyers.role, phone: buyers.phone, active: buyers.active })
      .from(buyers)
      .where(eq(buyers.companyId, companyId))
      .orderBy(buyers.createdAt, buyers.id),
  setLocale: async (tx: Tx, id: string, locale: string): Promise<void> => {
    await tx.update(buyers).set({ locale }).where(eq(buyers.id, id));
  },
};
