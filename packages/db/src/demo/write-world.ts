import type { InferInsertModel } from 'drizzle-orm';
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Raw } from '../client.ts';
import * as schema from '../schema/index.ts';
import type { World } from './build-world.ts';
import { copyInto } from './copy.ts';

type Batch = { readonly name: string; readonly count: number; readonly write: (sql: Raw) => Promise<number> };

const batch = <T extends PgTable>(table: T, rows: readonly InferInsertModel<T>[]): Batch => ({
  name: getTableName(table),
  count: rows.length,
  write: (sql) => copyInto(sql, table, rows),
});

/** Tables in the order in which their keys refer to each other. */
const batches = (world: World): readonly Batch[] => {
  const { catalogue, customers, prices, trade } = world;
  const people = customers.list;
  return [
    batch(schema.shop, [world.shop]),
    batch(schema.staff, world.team.rows),
    batch(
      schema.suppliers,
      world.suppliers.map(({ row }) => row),
    ),
    batch(schema.warehouses, world.warehouses),
    batch(schema.categories, catalogue.categories),
    batch(schema.brands, catalogue.brands),
    batch(schema.attributes, catalogue.attributes),
    batch(
      schema.products,
      catalogue.products.map(({ row }) => ({ ...row, lotTracking: world.lots.trackingOf(row.id) })),
    ),
    batch(
      schema.skus,
      catalogue.skus.map(({ row }) => row),
    ),
    batch(
      schema.pictures,
      world.pictures.map(({ row }) => row),
    ),
    batch(schema.customerGroups, customers.groups),
    batch(
      schema.companies,
      people.map(({ row }) => row),
    ),
    batch(
      schema.buyers,
      people.flatMap(({ buyers }) => buyers),
    ),
    batch(
      schema.addresses,
      people.flatMap(({ addresses }) => addresses),
    ),
    batch(schema.creditAccounts, world.accounts),
    batch(schema.priceLists, prices.lists),
    batch(schema.prices, prices.rows),
    batch(schema.priceVersions, prices.versions),
    batch(schema.priceChanges, prices.changes),
    batch(schema.promotions, [...world.promotions, ...world.means.promotions]),
    batch(schema.couponTemplates, world.means.templates),
    batch(schema.coupons, world.means.coupons),
    batch(schema.pointAccounts, world.means.pointAccounts),
    batch(schema.pointEntries, world.means.pointEntries),
    batch(schema.balanceAccounts, world.means.balanceAccounts),
    batch(schema.balanceEntries, world.means.balanceEntries),
    batch(schema.invoiceTitles, world.means.titles),
    batch(schema.deliveryMethods, world.means.methods),
    batch(schema.settings, world.means.settings),
    batch(schema.assortments, world.visibility.assortments),
    batch(schema.assortmentAudiences, world.visibility.audiences),
    batch(schema.assortmentGoods, world.visibility.goods),
    batch(schema.searchSynonyms, world.visibility.synonyms),
    batch(schema.searchWords, world.visibility.words),
    batch(schema.news, world.portal.news),
    batch(schema.relatedProducts, world.portal.related),
    batch(schema.goodsLists, world.portal.lists),
    batch(schema.goodsListLines, world.portal.listLines),
    batch(schema.carts, world.carts.carts),
    batch(schema.cartLines, world.carts.cartLines),
    batch(schema.customerCodes, world.portal.codes),
    batch(schema.expectedReceipts, world.portal.receipts),
    batch(schema.stock, world.putBacks.balances),
    batch(schema.stockEntries, [...trade.stockEntries, ...world.lots.setAside, ...world.putBacks.entries]),
    batch(schema.stockSharing, world.sharing.rules),
    batch(schema.stockSharingGoods, world.sharing.goods),
    batch(schema.lots, world.lots.lots),
    batch(schema.lotStock, world.lots.stock),
    batch(schema.lotEntries, world.lots.entries),
    batch(schema.stockAdjustments, trade.stockLife.adjustments),
    batch(schema.stockAdjustmentLines, trade.stockLife.adjustmentLines),
    batch(schema.stockTransfers, trade.stockLife.transfers),
    batch(schema.stockTransferLines, trade.stockLife.transferLines),
    batch(schema.bins, trade.stockLife.bins),
    batch(schema.binGoods, trade.stockLife.binGoods),
    batch(schema.stockCounts, trade.stockLife.counts),
    batch(schema.stockCountLines, trade.stockLife.countLines),
    batch(schema.orders, trade.orders),
    batch(schema.orderLines, trade.orderLines),
    batch(schema.orderEvents, trade.orderEvents),
    batch(schema.orderReviews, trade.orderReviews),
    batch(schema.putBacks, world.putBacks.rows),
    batch(schema.orderMessages, world.messages),
    batch(schema.reservations, trade.reservations),
    batch(schema.shipments, trade.shipments),
    batch(schema.shipmentLines, world.lots.shipmentLines),
    batch(schema.pickLists, world.fulfilment.lists),
    batch(schema.pickLines, world.fulfilment.lines),
    batch(schema.trackingEvents, world.fulfilment.news),
    batch(schema.paymentAttempts, world.online.attempts),
    batch(schema.payments, world.online.payments),
    batch(schema.creditEntries, trade.creditEntries),
    batch(schema.returns, trade.returned.returns),
    batch(schema.returnLines, trade.returned.lines),
    batch(schema.outbox, trade.outbox),
  ];
};

/** Writes everything in one transaction that commits only once `pictures` is done too; says how many rows went where. */
export const writeWorld = async (
  raw: Raw,
  world: World,
  pictures: Promise<void>,
  onRows: (done: number, total: number) => void,
): Promise<Record<string, number>> => {
  const all = batches(world);
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const written: Record<string, number> = {};
  await raw.begin(async (tx) => {
    const sql = tx as unknown as Raw;
    await sql`set local statement_timeout = 0`;
    await sql`set local idle_in_transaction_session_timeout = 0`;
    let done = 0;
    for (const { name, write } of all) {
      written[name] = await write(sql);
      done += written[name];
      onRows(done, total);
    }
    // An index is first built from the whole catalogue: how the whole came about is news to nobody.
    await sql`delete from catalogue_changes`;
    await sql`select setval('order_numbers', ${world.trade.lastNumbers.order}), setval('shipment_numbers', ${world.trade.lastNumbers.shipment}), setval('return_numbers', ${world.trade.returned.last}), setval('credit_note_numbers', ${world.trade.returned.last})`;
    // Without fresh statistics the first queries of the new company would be planned for empty tables.
    await sql`analyze`;
    await pictures;
  });
  return written;
};
