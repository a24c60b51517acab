import type { CompanyId, CustomerGroupId, Instant, PriceListId, SkuId } from '@tradeline/domain/kernel';
import type { Currency, UnitPriceE4 } from '@tradeline/domain/money';
import type { PriceEntry, PriceKind } from '@tradeline/domain/pricing';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import {
  brands,
  cartLines,
  carts,
  companies,
  orderLines,
  orders,
  priceChanges,
  priceLists,
  prices,
  products,
  skus,
} from '../schema/index.ts';
import { amongMeant, type MeantGoods } from './among.ts';

/** Whom prices are reckoned for: a customer as price lists see him. */
export type PricedCustomer = {
  id: string;
  number: string;
  name: string;
  groupId: string | null;
  level: string;
  region: string | null;
};

type ListColumns = {
  id: string;
  kind: string;
  currency: string;
  companyId: string | null;
  groupId: string | null;
  level: string | null;
  channel: string | null;
  priority: number;
  validFrom: Instant | null;
  validTo: Instant | null;
};

/** One stored price as the domain reads it, with the terms of its list. */
export const priceEntry = (
  list: ListColumns,
  price: { skuId: string; minQuantity: number; unitPriceE4: UnitPriceE4 },
): PriceEntry => ({
  skuId: price.skuId as SkuId,
  listId: list.id as PriceListId,
  kind: list.kind as PriceKind,
  amountE4: price.unitPriceE4,
  minQuantity: price.minQuantity,
  currency: list.currency as Currency,
  priority: list.priority,
  ...(list.companyId && { companyId: list.companyId as CompanyId }),
  ...(list.groupId && { groupId: list.groupId as CustomerGroupId }),
  ...(list.level && { level: list.level }),
  ...(list.channel && { channel: list.channel }),
  ...(list.validFrom && { validFrom: list.validFrom }),
  ...(list.validTo && { validTo: list.validTo }),
});

const skuColumns = {
  id: skus.id,
  productId: skus.productId,
  itemNumber: skus.itemNumber,
  productName: products.name,
  options: skus.options,
  axes: products.axes,
  unit: skus.unit,
  minQuantity: skus.minQuantity,
  cost: skus.cost,
};
export type EffectSku = Awaited<ReturnType<typeof priceEffectStore.skus>>[number];

const ownCurrency = sql`coalesce((select currency from shop), 'CNY')`;

export const priceEffectStore = {
  /** Every list by id with the terms that decide whom it is for. */
  lists: async (tx: Tx): Promise<Map<string, ListColumns & { code: string; name: Bilingual; active: boolean }>> => {
    const rows = await tx
      .select({
        id: priceLists.id,
        code: priceLists.code,
        name: priceLists.name,
        kind: priceLists.kind,
        currency: priceLists.currency,
        companyId: priceLists.companyId,
        groupId: priceLists.groupId,
        level: priceLists.level,
        channel: priceLists.channel,
        priority: priceLists.priority,
        validFrom: priceLists.validFrom,
        validTo: priceLists.validTo,
        active: priceLists.active,
      })
      .from(priceLists);
    return new Map(rows.map((row) => [row.id, row]));
  },
  /** Stored prices of some goods on some lists. */
  prices: (tx: Tx, skuIds: string[], listIds: string[]) => {
    if (skuIds.length === 0 || listIds.length === 0) return Promise.resolve([]);
    return tx
      .select({
        skuId: prices.skuId,
        listId: prices.priceListId,
        minQuantity: prices.minQuantity,
        unitPriceE4: prices.unitPriceE4,
      })
      .from(prices)
      .where(and(inArray(prices.skuId, skuIds), inArray(prices.priceListId, listIds)));
  },
  /** Everybody who may order. */
  customers: (tx: Tx): Promise<PricedCustomer[]> =>
    tx
      .select({
        id: companies.id,
        number: companies.number,
        name: companies.name,
        groupId: companies.groupId,
        level: companies.level,
        region: companies.region,
      })
      .from(companies)
      .where(sql`${companies.status} <> 'closed'`)
      .orderBy(companies.number),
  customer: async (tx: Tx, id: string): Promise<PricedCustomer | undefined> =>
    (
      await tx
        .select({
          id: companies.id,
          number: companies.number,
          name: companies.name,
          groupId: companies.groupId,
          level: companies.level,
          region: companies.region,
        })
        .from(companies)
        .where(eq(companies.id, id))
    )[0],

  /** Goods that a draft changes, by item number; a page of them, or all ids. */
  changedSkus: async (tx: Tx, versionId: string): Promise<string[]> => {
    const rows = await tx
      .selectDistinct({ id: priceChanges.skuId, itemNumber: skus.itemNumber })
      .from(priceChanges)
      .innerJoin(skus, eq(skus.id, priceChanges.skuId))
      .where(eq(priceChanges.versionId, versionId))
      .orderBy(asc(skus.itemNumber));
    return rows.map(({ id }) => id);
  },
  listedSkus: async (tx: Tx, listId: string): Promise<string[]> => {
    const rows = await tx
      .selectDistinct({ id: prices.skuId, itemNumber: skus.itemNumber })
      .from(prices)
      .innerJoin(skus, eq(skus.id, prices.skuId))
      .where(eq(prices.priceListId, listId))
      .orderBy(asc(skus.itemNumber));
    return rows.map(({ id }) => id);
  },
  skus: (tx: Tx, ids: string[]) => {
    if (ids.length === 0) return Promise.resolve([]);
    return tx
      .select(skuColumns)
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(inArray(skus.id, ids))
      .orderBy(asc(skus.itemNumber));
  },
  /** What was ordered of some goods since a moment: alike lines of one customer together. */
  sold: (tx: Tx, skuIds: string[], since: Instant) => {
    if (skuIds.length === 0) return Promise.resolve([]);
    const kept = sql<number>`${orderLines.quantity} - ${orderLines.cancelled}`;
    return tx
      .select({
        skuId: orderLines.skuId,
        companyId: orders.companyId,
        quantity: kept.mapWith(Number),
        times: sql<number>`count(*)::int`,
      })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(
        and(
          inArray(orderLines.skuId, skuIds),
          gt(orders.placedAt, since),
          eq(orders.currency, ownCurrency),
          eq(orderLines.isGift, false),
          sql`${orders.approval} not in ('cancelled', 'rejected', 'draft')`,
          sql`${kept} > 0`,
        ),
      )
      .groupBy(orderLines.skuId, orders.companyId, sql`3`);
  },
  carted: (tx: Tx, skuIds: string[]) => {
    if (skuIds.length === 0) return Promise.resolve([]);
    return tx
      .select({ skuId: cartLines.skuId, cartId: carts.id, companyId: carts.companyId, quantity: cartLines.quantity })
      .from(cartLines)
      .innerJoin(carts, and(eq(carts.id, cartLines.cartId), eq(carts.state, 'open')))
      .where(inArray(cartLines.skuId, skuIds));
  },
  /** Goods for a customer's price sheet, by item number. */
  sheet: async (
    tx: Tx,
    filter: { goods?: MeantGoods | undefined; category?: string | undefined },
    { page, size }: { page: number; size: number },
  ) => {
    const where = and(
      eq(skus.status, 'active'),
      eq(products.status, 'published'),
      filter.category
        ? sql`${products.categoryId} in (with recursive below as (select id from categories where id = ${filter.category}
            union all select c.id from categories c join below b on c.parent_id = b.id) select id from below)`
        : undefined,
      filter.goods && amongMeant(filter.goods),
    );
    const rows = await tx
      .select({ ...skuColumns, brandName: brands.name })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .leftJoin(brands, eq(brands.id, products.brandId))
      .where(where)
      .orderBy(asc(skus.itemNumber))
      .limit(size)
      .offset((page - 1) * size);
    const [counted] = await tx
      .select({ total: sql<number>`count(*)::int` })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(where);
    return { rows, total: counted?.total ?? 0 };
  },
};
