import type { Instant, SkuId } from '@tradeline/domain/kernel';
import type { ListPrice, PriceChange } from '@tradeline/domain/pricing';
import { and, asc, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '../client.ts';
import { priceChanges, priceLists, prices, priceVersions, priceWhatIfs, skus, staff } from '../schema/index.ts';

/** A price as it is to become; none: the list gives no price from this quantity on. */
export type WantedPrice = { skuId: string; minQuantity: number; afterE4: number | null };
export type PublishedCounts = { number: number; added: number; changed: number; removed: number };
/** Rows that one statement writes: larger drafts are written piece by piece. */
const PIECE = 5_000;

const [creator, publisher] = [alias(staff, 'creator'), alias(staff, 'publisher')];

const versionColumns = {
  id: priceVersions.id,
  priceListId: priceVersions.priceListId,
  number: priceVersions.number,
  state: priceVersions.state,
  note: priceVersions.note,
  undoes: priceVersions.undoes,
  revision: priceVersions.revision,
  editors: priceVersions.editors,
  createdBy: priceVersions.createdBy,
  createdAt: priceVersions.createdAt,
  publishedAt: priceVersions.publishedAt,
  createdByName: sql<string>`coalesce(${creator.name}, ${priceVersions.createdBy})`,
  publishedByName: sql<string | null>`coalesce(${publisher.name}, ${priceVersions.publishedBy})`,
  changes: sql<number>`(select count(*)::int from ${priceChanges} c where c.version_id = ${priceVersions.id})`,
  skus: sql<number>`(select count(distinct c.sku_id)::int from ${priceChanges} c where c.version_id = ${priceVersions.id})`,
};

const described = (tx: Tx) =>
  tx
    .select(versionColumns)
    .from(priceVersions)
    .leftJoin(creator, sql`${creator.id}::text = ${priceVersions.createdBy}`)
    .leftJoin(publisher, sql`${publisher.id}::text = ${priceVersions.publishedBy}`);

const changeColumns = {
  skuId: sql<SkuId>`${priceChanges.skuId}`,
  minQuantity: priceChanges.minQuantity,
  beforeE4: priceChanges.beforeE4,
  afterE4: priceChanges.afterE4,
};

const pieces = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / PIECE) }, (_, at) => rows.slice(at * PIECE, (at + 1) * PIECE));

export type PriceVersionRow = NonNullable<Awaited<ReturnType<typeof priceVersionStore.find>>>;

export const priceVersionStore = {
  find: async (tx: Tx, id: string) => (await described(tx).where(eq(priceVersions.id, id)))[0],
  byNumber: async (tx: Tx, listId: string, number: number) =>
    (await described(tx).where(and(eq(priceVersions.priceListId, listId), eq(priceVersions.number, number))))[0],
  /** Drafts first, then the newest. Discarded ones are kept but not shown. */
  ofList: (tx: Tx, listId: string, limit = 200) =>
    described(tx)
      .where(and(eq(priceVersions.priceListId, listId), inArray(priceVersions.state, ['draft', 'published'])))
      .orderBy(sql`${priceVersions.number} desc nulls first`, desc(priceVersions.createdAt))
      .limit(limit),

  add: async (
    tx: Tx,
    row: { id: string; priceListId: string; createdBy: string; note: string | null; undoes?: number },
  ): Promise<void> => {
    await tx.insert(priceVersions).values({ ...row, undoes: row.undoes ?? null, editors: [row.createdBy] });
  },
  /** Takes a draft for an edit: its revision moves. False when it is a draft no more. */
  touch: async (tx: Tx, id: string, editor: string): Promise<number | undefined> => {
    const [row] = await tx
      .update(priceVersions)
      .set({
        revision: sql`${priceVersions.revision} + 1`,
        editors: sql`case when ${editor}::text = any(${priceVersions.editors}) then ${priceVersions.editors} else ${priceVersions.editors} || ${editor}::text end`,
      })
      .where(and(eq(priceVersions.id, id), eq(priceVersions.state, 'draft')))
      .returning({ revision: priceVersions.revision });
    return row?.revision;
  },
  note: async (tx: Tx, id: string, note: string | null): Promise<void> => {
    await tx.update(priceVersions).set({ note }).where(eq(priceVersions.id, id));
  },
  discard: async (tx: Tx, id: string): Promise<boolean> => {
    const gone = await tx
      .update(priceVersions)
      .set({ state: 'discarded' })
      .where(and(eq(priceVersions.id, id), eq(priceVersions.state, 'draft')))
      .returning({ id: priceVersions.id });
    return gone.length === 1;
  },

  changes: (tx: Tx, versionId: string): Promise<PriceChange[]> =>
    tx
      .select(changeColumns)
      .from(priceChanges)
      .where(eq(priceChanges.versionId, versionId))
      .orderBy(priceChanges.skuId, priceChanges.minQuantity),
  /** Published changes of a list with their numbers, after one version and up to another, oldest first. */
  changesBetween: async (tx: Tx, listId: string, after: number, upTo: number) => {
    const rows = await tx
      .select({ ...changeColumns, number: sql<number>`${priceVersions.number}` })
      .from(priceChanges)
      .innerJoin(priceVersions, eq(priceVersions.id, priceChanges.versionId))
      .where(
        and(eq(priceVersions.priceListId, listId), gt(priceVersions.number, after), lte(priceVersions.number, upTo)),
      )
      .orderBy(asc(priceVersions.number));
    return [...Map.groupBy(rows, ({ number }) => number)].map(([number, changes]) => ({
      number,
      changes: changes.map(({ number: _, ...change }): PriceChange => change),
    }));
  },
  /** Changes of one SKU that were published after a moment, by list, oldest first. */
  changesSince: async (tx: Tx, skuIds: string[], at: Instant) =>
    tx
      .select({ ...changeColumns, listId: priceVersions.priceListId })
      .from(priceChanges)
      .innerJoin(priceVersions, eq(priceVersions.id, priceChanges.versionId))
      .where(and(inArray(priceChanges.skuId, skuIds), gt(priceVersions.publishedAt, at)))
      .orderBy(asc(priceVersions.number)),
  current: (tx: Tx, listId: string): Promise<ListPrice[]> =>
    tx
      .select({
        skuId: sql<SkuId>`${prices.skuId}`,
        minQuantity: prices.minQuantity,
        unitPriceE4: prices.unitPriceE4,
      })
      .from(prices)
      .where(eq(prices.priceListId, listId)),

  /** Writes wishes into a draft: what equals the published price is no change and is taken out again. */
  want: async (tx: Tx, versionId: string, listId: string, wanted: readonly WantedPrice[]): Promise<void> => {
    for (const piece of pieces(wanted)) {
      const rows = sql`jsonb_to_recordset((${JSON.stringify(piece)}::text)::jsonb) as w("skuId" uuid, "minQuantity" bigint, "afterE4" bigint)`;
      await tx.execute(sql`
        delete from ${priceChanges} c using ${rows} left join ${prices} p
          on p.sku_id = w."skuId" and p.price_list_id = ${listId} and p.min_quantity = w."minQuantity"
        where c.version_id = ${versionId} and c.sku_id = w."skuId" and c.min_quantity = w."minQuantity"
          and p.unit_price_e_4 is not distinct from w."afterE4"`);
      await tx.execute(sql`
        insert into ${priceChanges} (version_id, sku_id, min_quantity, before_e_4, after_e_4)
        select ${versionId}::uuid, w."skuId", w."minQuantity", p.unit_price_e_4, w."afterE4"
        from ${rows} left join ${prices} p on p.sku_id = w."skuId" and p.price_list_id = ${listId} and p.min_quantity = w."minQuantity"
        where p.unit_price_e_4 is distinct from w."afterE4"
        on conflict (version_id, sku_id, min_quantity) do update set after_e_4 = excluded.after_e_4`);
    }
  },
  /** Forgets what a draft says of some prices: they stay as published. */
  forget: async (
    tx: Tx,
    versionId: string,
    places: readonly { skuId: string; minQuantity: number }[],
  ): Promise<void> => {
    for (const piece of pieces(places))
      await tx.execute(sql`
        delete from ${priceChanges} c using jsonb_to_recordset((${JSON.stringify(piece)}::text)::jsonb) as w("skuId" uuid, "minQuantity" bigint)
        where c.version_id = ${versionId} and c.sku_id = w."skuId" and c.min_quantity = w."minQuantity"`);
  },
  clear: async (tx: Tx, versionId: string): Promise<void> => {
    await tx.delete(priceChanges).where(eq(priceChanges.versionId, versionId));
  },

  /**
   * Makes a draft the next version of its list and writes its prices, all of them or none. Says
   * which of the two, list or draft, is no longer in the state that the publisher saw. The counts are of prices set anew, changed and taken off.
   */
  publish: async (
    tx: Tx,
    {
      id,
      listId,
      revision,
      listVersion,
      by,
    }: { id: string; listId: string; revision: number; listVersion: number; by: string },
  ): Promise<PublishedCounts | 'list-moved' | 'draft-moved'> => {
    await tx.execute(sql`select set_config('statement_timeout', '60s', true)`);
    const [list] = await tx
      .update(priceLists)
      .set({ version: listVersion + 1 })
      .where(and(eq(priceLists.id, listId), eq(priceLists.version, listVersion)))
      .returning({ number: priceLists.version });
    if (!list) return 'list-moved';
    const [draft] = await tx
      .update(priceVersions)
      .set({ state: 'published', number: list.number, publishedBy: by, publishedAt: sql`now()` })
      .where(and(eq(priceVersions.id, id), eq(priceVersions.state, 'draft'), eq(priceVersions.revision, revision)))
      .returning({ id: priceVersions.id });
    if (!draft) return 'draft-moved';
    await tx.execute(sql`
      update ${priceChanges} c set before_e_4 = n.price
      from (select d.sku_id, d.min_quantity, p.unit_price_e_4 as price from ${priceChanges} d
        left join ${prices} p on p.sku_id = d.sku_id and p.price_list_id = ${listId} and p.min_quantity = d.min_quantity
        where d.version_id = ${id}) n
      where c.version_id = ${id} and c.sku_id = n.sku_id and c.min_quantity = n.min_quantity and c.before_e_4 is distinct from n.price`);
    await tx.execute(
      sql`delete from ${priceChanges} where version_id = ${id} and before_e_4 is not distinct from after_e_4`,
    );
    await tx.execute(sql`
      delete from ${prices} p using ${priceChanges} c where c.version_id = ${id} and c.after_e_4 is null
        and p.price_list_id = ${listId} and p.sku_id = c.sku_id and p.min_quantity = c.min_quantity`);
    await tx.execute(sql`
      insert into ${prices} (id, price_list_id, sku_id, min_quantity, unit_price_e_4)
      select gen_random_uuid(), ${listId}::uuid, c.sku_id, c.min_quantity, c.after_e_4
      from ${priceChanges} c where c.version_id = ${id} and c.after_e_4 is not null order by c.sku_id, c.min_quantity
      on conflict (sku_id, price_list_id, min_quantity) do update set unit_price_e_4 = excluded.unit_price_e_4`);
    const [counts] = await tx
      .select({
        added: sql<number>`count(*) filter (where ${priceChanges.beforeE4} is null)::int`,
        removed: sql<number>`count(*) filter (where ${priceChanges.afterE4} is null)::int`,
        all: sql<number>`count(*)::int`,
      })
      .from(priceChanges)
      .where(eq(priceChanges.versionId, id));
    const { added = 0, removed = 0, all = 0 } = counts ?? {};
    return { number: list.number, added, removed, changed: all - added - removed };
  },

  whatIf: async (tx: Tx, subject: string) =>
    (await tx.select().from(priceWhatIfs).where(eq(priceWhatIfs.subject, subject)))[0],
  keepWhatIf: async (
    tx: Tx,
    row: { subject: string; basis: string; result: unknown; tookMs: number },
  ): Promise<void> => {
    const fresh = { basis: row.basis, result: row.result, tookMs: row.tookMs, computedAt: sql`now()` };
    await tx
      .insert(priceWhatIfs)
      .values({ ...row, computedAt: sql`now()` })
      .onConflictDoUpdate({ target: priceWhatIfs.subject, set: fresh });
  },

  /** SKUs by their item numbers, for a pasted block. Numbers that nobody has are missing in the answer. */
  skusByNumber: async (tx: Tx, numbers: readonly string[]) => {
    if (numbers.length === 0) return [];
    return tx
      .select({ id: skus.id, itemNumber: skus.itemNumber })
      .from(skus)
      .where(inArray(sql`upper(${skus.itemNumber})`, [...new Set(numbers.map((number) => number.toUpperCase()))]));
  },
  /** Cost of goods for formulas; none where it is not known. */
  costs: async (tx: Tx, filter: { category?: string | undefined; brand?: string | undefined }) => {
    const rows = await tx.execute<{ id: string; cost: string | null }>(sql`
      select s.id, s.cost from skus s join products p on p.id = s.product_id
      where (${filter.brand ?? null}::uuid is null or p.brand_id = ${filter.brand ?? null}::uuid)
        and (${filter.category ?? null}::uuid is null or p.category_id in (
          with recursive below as (select id from categories where id = ${filter.category ?? null}::uuid
            union all select c.id from categories c join below b on c.parent_id = b.id) select id from below))`);
    return new Map([...rows].map(({ id, cost }) => [id, cost === null ? null : Number(cost)]));
  },
};
