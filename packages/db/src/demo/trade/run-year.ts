import type { PaymentTerms } from '@tradeline/domain/order';
import type { Catalogue } from '../catalogue/build.ts';
import { idsFrom } from '../ids.ts';
import type { DemoCustomer } from '../people/customers.ts';
import type { Team } from '../people/staff.ts';
import type { buildSuppliers } from '../people/suppliers.ts';
import type { buildPrices } from '../prices.ts';
import { type Random, randomFrom } from '../random.ts';
import { actorsOf } from './actors.ts';
import { freshOrders, orderable, type Wish, type WishedOrder, wishedOrders } from './demand.ts';
import type { Actor } from './journey.ts';
import { openJourneys } from './journeys.ts';
import { leaveOneLate } from './late-order.ts';
import { openLife, type Stage } from './life.ts';
import { openPriceBook } from './price-book.ts';
import { startPurchasing } from './purchasing.ts';
import { returnRows } from './return-rows.ts';
import { noRows } from './rows.ts';
import { openSchedule } from './schedule.ts';
import { openSettlement } from './settlement.ts';
import { siteOf } from './sites.ts';
import { standingRests } from './standing-rests.ts';
import { standingReturns } from './standing-returns.ts';
import { openStockBook, type StockBook, type WarehouseRow } from './stock-book.ts';
import { liveInStock } from './stock-life.ts';
import { startUpkeep } from './upkeep.ts';

export type YearOptions = {
  readonly seed: number;
  readonly opened: number;
  readonly now: number;
  readonly scale: number;
  readonly catalogue: Catalogue;
  readonly suppliers: ReturnType<typeof buildSuppliers>;
  readonly team: Team;
  readonly customers: readonly DemoCustomer[];
  readonly prices: ReturnType<typeof buildPrices>;
  readonly warehouses: readonly WarehouseRow[];
};

const ORDERS_A_YEAR = 4_700;
const FRESH = 34;
const stages: readonly Stage[] = [
  'submitted',
  'in-review',
  'confirmed',
  'picking',
  'submitted',
  'shipped',
  'in-review',
  'picking',
  'in-transit',
  'confirmed',
  'awaiting-payment',
  'in-transit',
];

/** A year of trade, from opening stock to the orders of this morning, with every document and ledger entry it leaves. */
export const runYear = (options: YearOptions) => {
  const { seed, opened, now, scale, catalogue, customers, warehouses, team } = options;
  const random = randomFrom(seed, 'trade');
  const [schedule, rows, book] = [openSchedule(), noRows(), openStockBook(catalogue, warehouses)];
  const priceBook = openPriceBook(catalogue, options.prices);
  const journeys = openJourneys({ rows, book, warehouses, ids: idsFrom(seed, 'trade'), now });
  const context = { random, schedule, journeys, actors: actorsOf(team, warehouses.length), opened, now };
  const life = openLife({ ...context, settlement: openSettlement(context) });
  const year = { seed, opened, now, orders: ORDERS_A_YEAR * scale };
  const wished = wishedOrders(year, catalogue, customers);
  const fresh = freshOrders(year, Math.max(stages.length, Math.round(FRESH * scale)), catalogue, customers);
  const sites = warehouses.length;
  startPurchasing({ ...options, wished, book, schedule, sites });
  startUpkeep({ ...options, book, schedule, sites });

  const place = (order: WishedOrder, stage?: Stage): void => {
    const parts = findGoods(order, book, sites);
    if (parts.length === 0) return;
    const priced = priceBook.price(
      order.customer,
      parts.map(({ wish }) => wish),
      order.at,
    );
    const terms = life.termsFor(order.customer, priced.totals.payable, order.at);
    const buyer = buyerOf(order.customer, random);
    const journey = journeys.place({ ...order, parts, priced, terms: stage ? termsAt(stage, terms) : terms, buyer });
    life.start(journey, stage);
  };
  for (const order of wished) schedule.add(order.at, () => place(order));
  for (const [i, order] of fresh.entries()) schedule.add(order.at, () => place(order, stages[i % stages.length]!));
  schedule.runUntil(now);
  standingReturns(journeys, context.actors, { now, shown: ({ customer }) => customer === customers[0] });
  const shorts = standingRests(journeys, { book, rows, actors: context.actors, now });
  leaveOneLate(journeys.journeys, now);
  journeys.finish();
  const stockLife = liveInStock({ ...options, book });
  return {
    ...rows,
    stock: book.rows(),
    stockEntries: book.entries,
    stockLife,
    creditUsed: journeys.creditUsed,
    lastNumbers: { order: 100_000 + journeys.journeys.length, shipment: journeys.lastShipment() },
    priceBook,
    shorts,
    journeys: journeys.journeys,
    returned: returnRows(journeys.journeys, rows.orderEvents, warehouses),
  };
};

/** An order that is to wait for its money is prepaid; one that is to wait elsewhere must not wait for money first. */
const termsAt = (stage: Stage, terms: PaymentTerms): PaymentTerms =>
  stage === 'awaiting-payment' ? 'prepaid' : terms === 'prepaid' ? 'on-delivery' : terms;

const buyerOf = (customer: DemoCustomer, random: Random): Actor => {
  const who = customer.buyers.filter(({ role }) => role === 'purchaser' || role === 'owner');
  const { id, name } = random.weighted(who, ({ role }) => (role === 'purchaser' ? 4 : 1));
  return { type: 'buyer', id, name, roles: ['customer'] };
};

/** The nearest warehouse first, then any that has all of a line; what is short is cut down or left out, as a buyer would. */
const findGoods = (
  { customer, wishes }: WishedOrder,
  book: StockBook,
  sites: number,
): { wish: Wish; site: number }[] => {
  const home = siteOf(customer);
  const nearest = [home, ...Array.from({ length: sites }, (_, site) => site).filter((site) => site !== home)];
  return wishes.flatMap(({ sku, quantity }) => {
    const enough = nearest.find((site) => book.available(site, sku.index) >= quantity);
    if (enough !== undefined) return [{ wish: { sku, quantity }, site: enough }];
    const most = nearest.reduce((a, b) => (book.available(b, sku.index) > book.available(a, sku.index) ? b : a));
    const { multiple = 1, minQuantity = 1 } = sku.row;
    const less = Math.floor(book.available(most, sku.index) / multiple) * multiple;
    return less >= minQuantity && orderable(sku, less) > 0 ? [{ wish: { sku, quantity: less }, site: most }] : [];
  });
};
