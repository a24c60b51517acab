import type { CompanyId, CustomerGroupId, PriceListId, SkuId } from '@tradeline/domain/kernel';
import type { Currency } from '@tradeline/domain/money';
import type { PriceEntry, PriceKind } from '@tradeline/domain/pricing';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { priceLists, prices, promotions } from '../schema/index.ts';
import { among, amongGoods, type CartGoods } from './among.ts';

/** Of a stranger nothing but the channel is known. */
export type PriceAudience = {
  companyId: string | null;
  groupId: string | null;
  level: string | null;
  channel: string;
};

/**
 * Every price that could hold for a customer, for the domain to choose from. Prices made for others are left out here,
 * in the query, so that nobody's negotiated price reaches another's browser.
 */
export const priceStore = {
  candidates: async (tx: Tx, skuIds: string[] | CartGoods, who: PriceAudience): Promise<PriceEntry[]> => {
    if (Array.isArray(skuIds) && skuIds.length === 0) return [];
    const rows = await tx
      .select({
        skuId: prices.skuId,
        listId: priceLists.id,
        kind: priceLists.kind,
        amountE4: prices.unitPriceE4,
        minQuantity: prices.minQuantity,
        currency: priceLists.currency,
        companyId: priceLists.companyId,
        groupId: priceLists.groupId,
        level: priceLists.level,
        channel: priceLists.channel,
        priority: priceLists.priority,
        validFrom: priceLists.validFrom,
        validTo: priceLists.validTo,
      })
      .from(prices)
      .innerJoin(priceLists, eq(priceLists.id, prices.priceListId))
      .where(
        and(
          amongGoods(prices.skuId, skuIds),
          eq(priceLists.active, true),
          or(isNull(priceLists.companyId), who.companyId ? eq(priceLists.companyId, who.companyId) : undefined),
          or(isNull(priceLists.groupId), who.groupId ? eq(priceLists.groupId, who.groupId) : undefined),
          or(isNull(priceLists.level), who.level ? eq(priceLists.level, who.level) : undefined),
          or(isNull(priceLists.channel), eq(priceLists.channel, who.channel)),
          sql`(${priceLists.validTo} is null or ${priceLists.validTo} > now())`,
        ),
      );
    return rows.map((row) => ({
      skuId: row.skuId as SkuId,
      listId: row.listId as PriceListId,
      kind: row.kind as PriceKind,
      amountE4: row.amountE4,
      minQuantity: row.minQuantity,
      currency: row.currency as Currency,
      priority: row.priority,
      ...(row.companyId && { companyId: row.companyId as CompanyId }),
      ...(row.groupId && { groupId: row.groupId as CustomerGroupId }),
      ...(row.level && { level: row.level }),
      ...(row.channel && { channel: row.channel }),
      ...(row.validFrom && { validFrom: row.validFrom }),
      ...(row.validTo && { validTo: row.validTo }),
    }));
  },

  /** Every list by name, for those who read the reasons of a price. */
  lists: (tx: Tx) =>
    tx
      .select({ id: priceLists.id, code: priceLists.code, name: priceLists.name, kind: priceLists.kind })
      .from(priceLists)
      .orderBy(priceLists.code),

  /** All prices of some SKUs with their lists, for staff. */
  ofSkus: (tx: Tx, skuIds: string[]) => {
    if (skuIds.length === 0) return Promise.resolve([]);
    return tx
      .select({
        skuId: prices.skuId,
        listId: priceLists.id,
        listCode: priceLists.code,
        listName: priceLists.name,
        kind: priceLists.kind,
        currency: priceLists.currency,
        minQuantity: prices.minQuantity,
        unitPriceE4: prices.unitPriceE4,
      })
      .from(prices)
      .innerJoin(priceLists, eq(priceLists.id, prices.priceListId))
      .where(among(prices.skuId, skuIds))
      .orderBy(priceLists.kind, priceLists.code, prices.minQuantity);
  },

  /** Definitions of the promotions that run now; the domain reads and checks them. */
  runningPromotions: (tx: Tx) =>
    tx
      .select({
        id: promotions.id,
        code: promotions.code,
        name: promotions.name,
        slogan: promotions.slogan,
        endsAt: promotions.endsAt,
        definition: promotions.definition,
      })
      .from(promotions)
      .where(
        and(
          eq(promotions.status, 'active'),
          sql`(${promotions.startsAt} is null or ${promotions.startsAt} <= now())`,
          sql`(${promotions.endsAt} is null or ${promotions.endsAt} > now())`,
        ),
      )
      .orderBy(promotions.id),
};
