import type { Instant } from '@tradeline/domain/kernel';
import type { PriceKind } from '@tradeline/domain/pricing';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { companies, customerGroups, priceLists, prices, priceVersions, shop, staff } from '../schema/index.ts';

/** Whom a list is for and when: what staff may change of it. Its prices change only by published versions. */
export type PriceListTerms = {
  name: Bilingual;
  companyId: string | null;
  groupId: string | null;
  level: string | null;
  channel: string | null;
  priority: number;
  validFrom: Instant | null;
  validTo: Instant | null;
  note: string | null;
};
export type PriceListState = 'off' | 'upcoming' | 'running' | 'ended';

/** By the database's clock; validity is half-open. */
const state = sql<PriceListState>`case when not ${priceLists.active} then 'off'
  when ${priceLists.validFrom} > now() then 'upcoming' when ${priceLists.validTo} <= now() then 'ended' else 'running' end`;

const newestAt = sql<Instant | null>`(select max(v.published_at) from ${priceVersions} v
  where v.price_list_id = ${priceLists.id})`.mapWith(priceVersions.publishedAt);

const columns = {
  id: priceLists.id,
  code: priceLists.code,
  name: priceLists.name,
  kind: sql<PriceKind>`${priceLists.kind}`,
  currency: priceLists.currency,
  companyId: priceLists.companyId,
  companyName: companies.name,
  companyNumber: companies.number,
  groupId: priceLists.groupId,
  groupName: customerGroups.name,
  level: priceLists.level,
  channel: priceLists.channel,
  priority: priceLists.priority,
  validFrom: priceLists.validFrom,
  validTo: priceLists.validTo,
  active: priceLists.active,
  note: priceLists.note,
  version: priceLists.version,
  revision: priceLists.revision,
  state,
  publishedAt: newestAt,
};

const described = (tx: Tx) =>
  tx
    .select(columns)
    .from(priceLists)
    .leftJoin(companies, eq(companies.id, priceLists.companyId))
    .leftJoin(customerGroups, eq(customerGroups.id, priceLists.groupId));

export type PriceListRow = NonNullable<Awaited<ReturnType<typeof priceListStore.find>>>;

export const priceListStore = {
  find: async (tx: Tx, id: string) => (await described(tx).where(eq(priceLists.id, id)))[0],
  all: (tx: Tx) => described(tx).orderBy(asc(priceLists.code)),

  /** How many goods and prices each list has, and how many drafts wait. */
  sizes: async (tx: Tx): Promise<Map<string, { skus: number; prices: number; drafts: number }>> => {
    const counted = await tx
      .select({
        id: prices.priceListId,
        prices: sql<number>`count(*)::int`,
        skus: sql<number>`count(distinct ${prices.skuId})::int`,
      })
      .from(prices)
      .groupBy(prices.priceListId);
    const drafts = await tx
      .select({ id: priceVersions.priceListId, drafts: sql<number>`count(*)::int` })
      .from(priceVersions)
      .where(eq(priceVersions.state, 'draft'))
      .groupBy(priceVersions.priceListId);
    const waiting = new Map(drafts.map((row) => [row.id, row.drafts]));
    const sizes = new Map(
      counted.map((row) => [row.id, { skus: row.skus, prices: row.prices, drafts: waiting.get(row.id) ?? 0 }]),
    );
    for (const [id, count] of waiting) if (!sizes.has(id)) sizes.set(id, { skus: 0, prices: 0, drafts: count });
    return sizes;
  },

  /** False where the code is taken. */
  add: async (
    tx: Tx,
    row: PriceListTerms & { id: string; code: string; kind: PriceKind; currency: string; active: boolean },
  ): Promise<boolean> => {
    const made = await tx.insert(priceLists).values(row).onConflictDoNothing().returning({ id: priceLists.id });
    return made.length === 1;
  },
  /** Over exactly the revision that was read; false: somebody saved meanwhile. */
  change: async (tx: Tx, id: string, revision: number, terms: Partial<PriceListTerms>): Promise<boolean> => {
    const changed = await tx
      .update(priceLists)
      .set({ ...terms, revision: sql`${priceLists.revision} + 1` })
      .where(and(eq(priceLists.id, id), eq(priceLists.revision, revision)))
      .returning({ id: priceLists.id });
    return changed.length === 1;
  },
  switch: async (tx: Tx, id: string, active: boolean): Promise<boolean> => {
    const switched = await tx
      .update(priceLists)
      .set({ active, revision: sql`${priceLists.revision} + 1` })
      .where(and(eq(priceLists.id, id), eq(priceLists.active, !active)))
      .returning({ id: priceLists.id });
    return switched.length === 1;
  },

  settings: async (tx: Tx) => {
    const [row] = await tx
      .select({ fourEyes: shop.priceFourEyes, minMargin: shop.priceMinMargin, currency: shop.currency })
      .from(shop);
    return row ?? { fourEyes: false, minMargin: '0', currency: 'CNY' };
  },
  saveSettings: async (tx: Tx, settings: { fourEyes: boolean; minMargin: string }): Promise<void> => {
    await tx.update(shop).set({ priceFourEyes: settings.fourEyes, priceMinMargin: settings.minMargin });
  },
  /** Names of active staff of some roles, for those who must be asked. */
  staffOf: (tx: Tx, roles: readonly string[]) =>
    tx
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .where(and(eq(staff.active, true), sql`${staff.role} in ${[...roles]}`))
      .orderBy(staff.name),
};
