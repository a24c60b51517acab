import { minor } from '@tradeline/domain/money';
import { inArray, sql } from 'drizzle-orm';
import { newId } from '../../../ids.ts';
import { orderEvents, orderLines, orders, payments, shipmentLines, shipments } from '../../../schema/index.ts';
import { digestOf } from '../../digest.ts';
import { inChunks, insertAll } from '../insert.ts';
import { importer } from '../stock.ts';
import type { Planned, Refused, Target, WriteContext } from '../target.ts';
import { upsertTarget } from '../upsert.ts';
import { orderHistory } from './history.ts';
import { freeStock, hold, releaseHolds } from './hold.ts';
import { pricedOrder } from './priced.ts';
import { type Document, eventRows, lineRows, orderRow, paymentRows, shipmentLineRows, shipmentRow } from './rows.ts';

type PlannedOrder = Planned<'order'>;

const changed = (planned: readonly PlannedOrder[]): string[] =>
  planned.filter(({ state }) => state === 'updated').map(({ id }) => id);

/** How many events each changed order has, and whether any of them was made here. */
const historiesOf = async ({ tx, source }: WriteContext, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, { events: number; ours: number }>();
  const rows = await tx
    .select({
      orderId: orderEvents.orderId,
      events: sql<string>`count(*)`,
      ours: sql<string>`count(*) filter (where ${orderEvents.facts} ->> 'source' is distinct from ${source})`,
    })
    .from(orderEvents)
    .where(inArray(orderEvents.orderId, [...ids]))
    .groupBy(orderEvents.orderId);
  return new Map(rows.map((row) => [row.orderId, { events: Number(row.events), ours: Number(row.ours) }]));
};

/** An order that our people have acted on is theirs: the other system's later word on it is refused, row by row. */
const movedOn = async (context: WriteContext, planned: readonly PlannedOrder[]): Promise<Refused[]> => {
  const histories = await historiesOf(context, changed(planned));
  return planned.flatMap(({ id, record }): Refused[] => {
    const history = histories.get(id);
    return history && history.ours > 0
      ? [{ key: record.key, reason: { kind: 'moved-on-here', what: record.value.number, version: history.events } }]
      : [];
  });
};

const numbered = upsertTarget<typeof orders, 'order'>('orders', orders, {
  unique: 'number',
  row: ({ number }) => ({ number }) as Omit<typeof orders.$inferInsert, 'id'>,
});

const release = async (context: WriteContext, planned: readonly PlannedOrder[]): Promise<void> => {
  const ids = changed(planned);
  if (ids.length === 0) return;
  const { tx } = context;
  await releaseHolds(context, ids);
  const parcels = tx.select({ id: shipments.id }).from(shipments).where(inArray(shipments.orderId, ids));
  await tx.delete(shipmentLines).where(inArray(shipmentLines.shipmentId, parcels));
  await tx.delete(shipments).where(inArray(shipments.orderId, ids));
  await tx.delete(payments).where(inArray(payments.orderId, ids));
  await tx.execute(sql`delete from reservations where order_id in ${ids}`);
  await tx.delete(orderLines).where(inArray(orderLines.orderId, ids));
};

/** Enough for few statements, few enough that their histories fit in memory together. */
const ORDERS_AT_ONCE = 1_000;

/** Documents in groups, the earliest orders first: they are served first from the shelf. */
async function* documents(context: WriteContext, planned: readonly PlannedOrder[]): AsyncGenerator<Document[]> {
  const histories = await historiesOf(context, changed(planned));
  const inOrder = planned.toSorted((a, b) => {
    const [x, y] = [a.record.value, b.record.value];
    return x.placedAt < y.placedAt || (x.placedAt === y.placedAt && x.number < y.number) ? -1 : 1;
  });
  const named = inOrder.map(({ id, record: { value } }) => ({
    id,
    value,
    warehouseId: context.idOf('warehouse', value.warehouse),
    lines: value.lines.map((line) => ({ id: newId(), skuId: context.idOf('sku', line.sku), quantity: line.quantity })),
  }));
  const free = await freeStock(
    context,
    named.filter(({ value }) => value.shippedAt === undefined),
  );
  const documentOf = ({ id, value, warehouseId, lines }: (typeof named)[number]): Document => {
    const staffId = value.takenBy && context.idOf('staff', value.takenBy.staff);
    const priced = pricedOrder(value, lines, context.source);
    const history = orderHistory({
      lines: lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
      total: minor(priced.totals.payable),
      placedAt: value.placedAt,
      reserved: value.shippedAt ? [] : free.take({ warehouseId, lines }),
      shipped: value.shippedAt && { at: value.shippedAt, shipmentId: newId(), paymentId: newId() },
      takenBy: staffId ?? importer(context.source),
      importer: importer(context.source),
    });
    const companyId = context.idOf('company', value.company);
    const eventsBefore = histories.get(id)?.events ?? 0;
    return {
      id,
      value,
      companyId,
      warehouseId,
      staffId,
      lines,
      priced,
      history,
      eventsBefore,
      source: context.source,
      title: context.title,
    };
  };
  for (const part of inChunks(named, ORDERS_AT_ONCE)) yield part.map(documentOf);
}

/** Orders taken elsewhere become documents of ours: priced lines with their reasons, history, parcels, settlement, and stock held for what is still to be sent. */
export const order: Target<'order'> = {
  table: 'orders',
  // A document keeps the names of its day: a customer's new telephone number changes no old order, only its own rows do.
  digest: ({ from }) => digestOf(from.map((row) => row.digest).sort()),
  refuse: async (context, planned) => [
    ...(await numbered.refuse!(context, planned)),
    ...(await movedOn(context, planned)),
  ],
  release,
  write: async (context, planned) => {
    for await (const docs of documents(context, planned)) await writeDocuments(context, docs);
    return [];
  },
};

const writeDocuments = async (context: WriteContext, docs: readonly Document[]): Promise<void> => {
  const { tx, now } = context;
  const events = docs.map(eventRows);
  const rows = docs.map((doc, at) => orderRow(doc, doc.eventsBefore + events[at]!.length, now));
  await insertAll(tx, orders, rows, { key: ['id'] });
  await insertAll(tx, orderLines, docs.flatMap(lineRows));
  await insertAll(tx, orderEvents, events.flat());
  await insertAll(tx, shipments, docs.flatMap(shipmentRow));
  await insertAll(tx, shipmentLines, docs.flatMap(shipmentLineRows));
  await insertAll(tx, payments, docs.flatMap(paymentRows));
  await hold(context, docs.flatMap(holdsOf));
};

const holdsOf = ({ id, warehouseId, lines, history }: Document) =>
  history.facts.lines.flatMap((facts, at) =>
    facts.reserved > 0
      ? [{ orderId: id, orderLineId: facts.lineId, skuId: lines[at]!.skuId, warehouseId, quantity: facts.reserved }]
      : [],
  );
