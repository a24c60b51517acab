import { id as named, type OrderId, type OrderLineId } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { displayStatus, newOrder, type OrderCommand, paymentStatus, step } from '@tradeline/domain/order';
import { DAY, at as instantAt } from '../clock.ts';
import { openBooks } from './books.ts';
import { openCash } from './cash.ts';
import { documentOf, linesOf } from './document.ts';
import type { Actor, Hold, Journey, JourneyContext, Parcel, Placement } from './journey.ts';
import { keepReviews } from './review-rows.ts';

/** Events older than this carry no list of effects: nobody catches up that far back. */
const RECENT = 2 * DAY;

/**
 * Drives orders through the domain's own tables: every step is decided by `step`, and what it asks for is carried out
 * in the books. A refused step is a mistake of the demo and stops it.
 */
export const openJourneys = (context: JourneyContext) => {
  const { rows, warehouses, ids, now } = context;
  const journeys: Journey[] = [];
  const books = openBooks(context);

  /** One command at one moment, with all that follows from it in the books. */
  const run = (journey: Journey, command: OrderCommand, actor: Actor, wanted: number, parcel?: Parcel): void => {
    const at = Math.min(wanted, now);
    const before = journey.facts;
    const decided = step(before, command, { roles: actor.roles, actorId: actor.id ?? actor.type, at: instantAt(at) });
    if (!decided.ok)
      throw new Error(`the demo may not ${command.action} ${journey.number}: ${JSON.stringify(decided.error)}`);
    const { facts, event, effects } = decided.value;
    journey.facts = facts;
    keepReviews(rows.orderReviews, journey, before, { action: command.action, actor, at });
    books.carryOut(journey, decided.value, actor, at, parcel);
    for (const { id, state } of facts.shipments) {
      const row = journey.shipments.get(id)!;
      if (state === 'delivered' && row.state !== state) row.deliveredAt = instantAt(at);
      row.state = state;
    }
    if (facts.approval === 'confirmed' && before.approval !== 'confirmed') journey.confirmedAt = at;
    if (facts.approval === 'closed') journey.closedAt = at;
    const { customer } = journey;
    if (command.action === 'ship' && facts.money.terms === 'terms' && !facts.money.dueAt)
      journey.facts = { ...facts, money: { ...facts.money, dueAt: instantAt(at + customer.termDays * DAY) } };
    const shows = displayStatus(facts);
    rows.orderEvents.push({
      id: ids(at),
      orderId: journey.id,
      version: facts.version,
      action: event.action,
      fromApproval: before.approval,
      toApproval: facts.approval,
      displayStatus: shows,
      actorType: actor.type,
      actorId: actor.id,
      actorName: actor.name,
      comment: event.comment ?? null,
      facts: {
        ...(event.subjectId ? { subjectId: event.subjectId } : {}),
        ...(parcel ? { carrier: parcel.carrier, trackingNumber: parcel.trackingNumber } : {}),
      },
      at: instantAt(at),
    });
    rows.outbox.push({
      id: ids(at),
      type: `order.${event.action}`,
      aggregateType: 'order',
      aggregateId: journey.id,
      aggregateVersion: facts.version,
      companyId: customer.row.id,
      payload: {
        number: journey.number,
        displayStatus: shows,
        approval: facts.approval,
        effects: now - at < RECENT ? effects : [],
      },
      at: instantAt(at),
      deliveredAt: instantAt(Math.min(at + 400, now)),
    });
  };

  const place = ({ customer, buyer, parts, priced, terms, at }: Placement): Journey => {
    const id = named<OrderId>(ids(at));
    const holds = parts.map(({ wish, site }): Hold => {
      const lineId = named<OrderLineId>(ids(at));
      return {
        wish,
        site,
        lineId,
        row: {
          id: ids(at),
          orderId: id,
          orderLineId: lineId,
          skuId: wish.sku.row.id,
          warehouseId: warehouses[site]!.id,
          quantity: wish.quantity,
          picked: 0,
          state: 'reserved',
          createdAt: instantAt(at),
        },
      };
    });
    const total = priced.totals.payable;
    const facts = newOrder(
      holds.map(({ lineId, wish }) => ({ lineId, quantity: wish.quantity })),
      { terms, total, granted: minor(0), prepay: terms === 'prepaid' ? total : minor(0) },
      { credit: terms === 'terms' ? total : minor(0), coupons: 0, points: 0 },
    );
    const journey: Journey = {
      id,
      number: `SO${100_001 + journeys.length}`,
      customer,
      buyer,
      priced,
      placedAt: at,
      holds,
      shipments: new Map(),
      facts,
    };
    journeys.push(journey);
    rows.reservations.push(...holds.map(({ row }) => row));
    run(
      journey,
      { action: 'submit', checks: { lines: true, price: true, credit: true, stock: true, address: true } },
      buyer,
      at,
    );
    return journey;
  };

  /** The documents as they stand at the end. */
  const finish = (): void => {
    for (const journey of journeys) {
      rows.orders.push(
        documentOf(journey, {
          displayStatus: displayStatus(journey.facts),
          paymentStatus: paymentStatus(journey.facts, instantAt(now)),
          now,
        }),
      );
      rows.orderLines.push(...linesOf(journey));
    }
  };

  return {
    place,
    run,
    ...openCash(context, books, run),
    finish,
    journeys,
    newId: ids,
    creditUsed: books.creditUsed,
    lastShipment: books.lastShipment,
  };
};
export type Journeys = ReturnType<typeof openJourneys>;
