import type { Raw } from '@tradeline/db';
import { copyRows, randomFrom } from '@tradeline/db/demo';
import * as catalogue from './catalogue.ts';
import * as extras from './extras.ts';
import * as people from './people.ts';
import * as prices from './prices.ts';
import * as promotions from './promotions.ts';
import type { Size } from './size.ts';
import * as trade from './trade.ts';

export type Generated = { rows: Record<string, number>; seconds: number };
export type GenerateOptions = {
  size: Size;
  seed: number;
  /** Epoch milliseconds of the set's today. */
  now: number;
  passwordHash: string;
  onTable?: (table: string, rows: number) => void;
};

type Table = [name: string, columns: readonly string[], rows: Iterable<readonly unknown[]>];

/**
 * Fills an empty, migrated database with a wholesaler of the given size, the same for the same seed and day. Needs a
 * role that may switch triggers off: keys are right by construction and are not looked up a million times.
 */
export const generate = async (raw: Raw, options: GenerateOptions): Promise<Generated> => {
  const { size, seed, now, passwordHash, onTable = () => {} } = options;
  const began = performance.now();
  const goods = catalogue.buildCatalogue(size, randomFrom(seed, 'catalogue'), now);
  const persons = people.buildPeople(size, randomFrom(seed, 'people'), passwordHash, now);
  const lists = prices.buildPrices(size, goods.goods, randomFrom(seed, 'prices'));
  const year = trade.buildTrade(size, goods.goods, randomFrom(seed, 'trade'), now);
  const more = extras.buildExtras(
    size,
    goods.goods.length,
    goods.departments,
    goods.sections,
    randomFrom(seed, 'extras'),
  );
  const tables: Table[] = [
    ['shop', ['id', 'name', 'origin'], [[1, { zh: '样本批发', en: 'Sample wholesale' }, { bench: seed }]]],
    ['staff', people.staffColumns, persons.staff],
    ['warehouses', trade.warehouseColumns, year.warehouses],
    ['categories', catalogue.categoryColumns, goods.categories],
    ['brands', catalogue.brandColumns, goods.brands],
    ['attributes', catalogue.attributeColumns, goods.attributes],
    ['products', catalogue.productColumns, goods.products],
    ['skus', catalogue.skuColumns, goods.skus],
    ['customer_groups', people.groupColumns, persons.groups],
    ['companies', people.companyColumns, persons.companies],
    ['buyers', people.buyerColumns, persons.buyers],
    ['addresses', people.addressColumns, persons.addresses],
    ['credit_accounts', people.accountColumns, persons.companies.map(([id]) => [id, 100_000_000_00, 0, 30])],
    ['price_lists', prices.listColumns, lists.lists],
    ['prices', prices.priceColumns, lists.rows()],
    ['promotions', promotions.promotionColumns, promotions.buildPromotions(size, goods.departments)],
    ['stock', trade.stockColumns, year.stock()],
    ['stock_entries', trade.entryColumns, year.entries()],
    ['orders', trade.orderColumns, year.orderRows()],
    ['order_lines', trade.lineColumns, year.lineRows()],
    ['order_events', trade.eventColumns, year.events()],
    ['payments', trade.paymentColumns, year.payments()],
    ['reservations', trade.reservationColumns, year.reservations()],
    ['outbox', trade.outboxColumns, year.outbox()],
    ['customer_codes', extras.codeColumns, more.codes()],
    ['search_synonyms', extras.synonymColumns, more.synonyms],
    ['assortments', extras.assortmentColumns, more.assortments],
    ['assortment_audiences', extras.audienceColumns, more.audiences],
    ['assortment_goods', extras.assortmentGoodsColumns, more.assortmentGoods],
  ];
  const rows: Record<string, number> = {};
  await raw.begin(async (tx) => {
    const sql = tx as unknown as Raw;
    await sql`set local session_replication_role = replica`;
    await sql`set local statement_timeout = 0`;
    await sql`set local idle_in_transaction_session_timeout = 0`;
    await sql`set local maintenance_work_mem = '256MB'`;
    for (const [name, columns, cells] of tables) {
      const rebuild = await withoutIndexes(sql, name);
      rows[name] = await copyRows(sql, name, columns, cells);
      await rebuild();
      onTable(name, rows[name]);
    }
    await sql`select setval('order_numbers', ${300_000 + size.orders})`;
    // Triggers were silent.
    await sql`insert into order_tallies (display_status, orders) select display_status, count(*) from orders group by display_status`;
    await sql`set local session_replication_role = origin`;
  });
  await settle(raw);
  return { rows, seconds: (performance.now() - began) / 1000 };
};

/** Statistics and the visibility map, as a database that has run for a night has them. */
const settle = async (raw: Raw): Promise<void> => {
  const sql = await raw.reserve();
  await sql`set statement_timeout = 0`;
  await sql`vacuum (analyze)`;
  await sql`reset statement_timeout`;
  sql.release();
};

/** Building an index of a full table sorts once; keeping it up row by row while the table fills costs a multiple. */
const withoutIndexes = async (sql: Raw, table: string): Promise<() => Promise<void>> => {
  const found = await sql<{ name: string; definition: string }[]>`
    select i.relname as name, pg_get_indexdef(x.indexrelid) as definition
    from pg_index x join pg_class i on i.oid = x.indexrelid
    where x.indrelid = ${table}::regclass and not exists (select from pg_constraint c where c.conindid = x.indexrelid)`;
  for (const { name } of found) await sql`drop index ${sql(name)}`;
  return async () => {
    for (const { definition } of found) await sql.unsafe(definition);
  };
};
