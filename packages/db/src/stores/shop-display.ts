import type { StockDisplay, Storefront } from '@tradeline/domain/catalog';
import { eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { companies, customerGroups, shop } from '../schema/index.ts';

export type ShopDisplay = { storefront: Storefront; stockDisplay: StockDisplay; stockByWarehouse: boolean };
export type CompanyDisplay = { priceDisplay: 'shown' | 'hidden' | null; stockDisplay: StockDisplay | null };

/** How prices and stock are told: the shop's word, the groups', and the companies' that stand over both. */
export const displayStore = {
  shop: async (tx: Tx): Promise<ShopDisplay> => {
    const [row] = await tx
      .select({
        storefront: shop.storefront,
        stockDisplay: shop.stockDisplay,
        stockByWarehouse: shop.stockByWarehouse,
      })
      .from(shop);
    return {
      storefront: (row?.storefront ?? 'login-required') as Storefront,
      stockDisplay: (row?.stockDisplay ?? 'exact') as StockDisplay,
      stockByWarehouse: row?.stockByWarehouse ?? false,
    };
  },
  setShop: async (tx: Tx, display: ShopDisplay): Promise<void> => {
    await tx.update(shop).set(display);
  },

  groups: (tx: Tx) =>
    tx
      .select({
        id: customerGroups.id,
        code: customerGroups.code,
        name: customerGroups.name,
        pricesHidden: customerGroups.pricesHidden,
        customers: sql<number>`(select count(*)::int from companies c where c.group_id = "customer_groups"."id" and c.status = 'active')`,
      })
      .from(customerGroups)
      .orderBy(customerGroups.code),
  /** What the group said before; undefined: no such group. */
  setGroup: async (tx: Tx, id: string, pricesHidden: boolean): Promise<{ pricesHidden: boolean } | undefined> => {
    const [before] = await tx
      .select({ pricesHidden: customerGroups.pricesHidden })
      .from(customerGroups)
      .where(eq(customerGroups.id, id))
      .for('no key update');
    if (before) await tx.update(customerGroups).set({ pricesHidden }).where(eq(customerGroups.id, id));
    return before;
  },

  /** A customer as visibility and display ask for him. */
  customer: async (tx: Tx, id: string) =>
    (
      await tx
        .select({
          id: companies.id,
          number: companies.number,
          name: companies.name,
          groupId: companies.groupId,
          groupName: customerGroups.name,
          groupHidden: customerGroups.pricesHidden,
          level: companies.level,
          priceDisplay: sql<'shown' | 'hidden' | null>`${companies.priceDisplay}`,
          stockDisplay: sql<StockDisplay | null>`${companies.stockDisplay}`,
        })
        .from(companies)
        .leftJoin(customerGroups, eq(customerGroups.id, companies.groupId))
        .where(eq(companies.id, id))
    )[0],
  /** Companies with a word of their own. */
  companies: (tx: Tx) =>
    tx
      .select({
        id: companies.id,
        number: companies.number,
        name: companies.name,
        groupName: customerGroups.name,
        groupHidden: customerGroups.pricesHidden,
        priceDisplay: sql<'shown' | 'hidden' | null>`${companies.priceDisplay}`,
        stockDisplay: sql<StockDisplay | null>`${companies.stockDisplay}`,
      })
      .from(companies)
      .leftJoin(customerGroups, eq(customerGroups.id, companies.groupId))
      .where(or(isNotNull(companies.priceDisplay), isNotNull(companies.stockDisplay)))
      .orderBy(companies.number),
  setCompany: async (tx: Tx, id: string, display: CompanyDisplay): Promise<CompanyDisplay | undefined> => {
    const [before] = await tx
      .select({
        priceDisplay: sql<CompanyDisplay['priceDisplay']>`${companies.priceDisplay}`,
        stockDisplay: sql<CompanyDisplay['stockDisplay']>`${companies.stockDisplay}`,
      })
      .from(companies)
      .where(eq(companies.id, id))
      .for('no key update');
    if (before) await tx.update(companies).set(display).where(eq(companies.id, id));
    return before;
  },
};
