import type { UnitPriceE4 } from '@tradeline/domain/money';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { priceChanges, priceLists, prices, priceVersions } from '../schema/index.ts';
import { among } from './among.ts';

export type FirstPrice = { skuId: string; unitPriceE4: UnitPriceE4 };

/** What goods cost before anybody has agreed on anything: the price of a base list. */
export const firstPriceStore = {
  /** Prices everybody has, by variant: of active base lists, from the first unit on. */
  basePrices: async (tx: Tx, skuIds: string[]): Promise<Map<string, UnitPriceE4>> => {
    if (skuIds.length === 0) return new Map();
    const rows = await tx
      .select({ skuId: prices.skuId, price: prices.unitPriceE4 })
      .from(prices)
      .innerJoin(priceLists, eq(priceLists.id, prices.priceListId))
      .where(
        and(
          among(prices.skuId, skuIds),
          sql`${prices.priceListId} = any(array(select id from ${priceLists} where kind = 'base' and active))`,
        ),
      )
      .orderBy(prices.skuId, asc(priceLists.priority), sql`${prices.minQuantity} desc`);
    return new Map(rows.map((row) => [row.skuId, row.price]));
  },
  /**
   * Gives goods their first price in the base list, as a published version of it. A price that is there already stays:
   * prices are changed in their lists. Says which goods got one.
   */
  addFirstPrices: async (tx: Tx, wanted: FirstPrice[], by: string, note: string): Promise<string[]> => {
    if (wanted.length === 0) return [];
    const [list] = await tx
      .update(priceLists)
      .set({ version: sql`${priceLists.version} + 1` })
      .where(
        sql`${priceLists.id} = (select id from ${priceLists} where kind = 'base' and active order by priority desc, code limit 1)`,
      )
      .returning({ id: priceLists.id, version: priceLists.version });
    if (!list) return [];
    const added = await tx
      .insert(prices)
      .values(wanted.map((row) => ({ id: newId(), priceListId: list.id, ...row })))
      .onConflictDoNothing()
      .returning({ skuId: prices.skuId, afterE4: prices.unitPriceE4 });
    if (added.length === 0) return [];
    const versionId = newId();
    await tx.insert(priceVersions).values({
      id: versionId,
      priceListId: list.id,
      number: list.version,
      state: 'published',
      note,
      createdBy: by,
      publishedBy: by,
      publishedAt: sql`now()`,
    });
    await tx.insert(priceChanges).values(added.map((row) => ({ versionId, ...row })));
    return added.map((row) => row.skuId);
  },
};
