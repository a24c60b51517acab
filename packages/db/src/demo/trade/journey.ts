import { id as named, type OrderId, type OrderLineId } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import {
  displayStatus,
  type LineQuantity,
  newOrder,
  type OrderCommand,
  type OrderFacts,
  type OrderRole,
  type PaymentTerms,
  type PricedOrder,
  paymentStatus,
  type Step,
  step,
} from '@tradeline/domain/order';
import type { InferInsertModel } from 'drizzle-orm';
import type { reservations, shipments } from '../../schema/index.ts';
import { DAY, at as instantAt } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { DemoCustomer } from '../people/customers.ts';
import type { Wish } from './demand.ts';
import { documentOf, linesOf } from './document.ts';
import type { TradeRows } from './rows.ts';
import type { StockBook, WarehouseRow } from './stock-book.ts';

/** Who acts; `id` stays null for the system and for carriers. */
export type Actor = {
  readonly type: 'buyer' | 'staff' | 'system';
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly OrderRole[];
};

/** Where the units of a line are held: one warehouse per line. */
type Hold = {
  readonly wish: Wish;
  readonly site: number;
  readonly lineId: string;
  readonly row: InferInsertModel<typeof reservations>;
};
type ShipmentRow = InferInsertModel<typeof shipments>;

/** An order on its way: what the domain knows of it and what is written of it so far. */
export type Journey = {
  readonly id: string;
  readonly number: string;
  readonly customer: DemoCustomer;
  readonly buyer: Actor;
  readonly priced: PricedOrder;
  readonly placedAt: number;
  readonly holds: readonly Hold[];
  readonly shipments: Map<string, ShipmentRow>;
  facts: OrderFacts;
  confirmedAt?: number;
  closedAt?: number;
};

export type Placement = {
  readonly customer: DemoCustomer;
  readonly buyer: Actor;
  readonly parts: readonly { readonly wish: Wish; readonly site: number }[];
  readonly priced: PricedOrder;
  readonly terms: PaymentTerms;
  readonly at: number;
};
export type Parcel = { readonly site: number; readonly carrier: string; readonly trackingNumber: string };
export type JourneyContext = {
  readonly rows: TradeRows;
  readonly book: StockBook;
  readonly warehouses: readonly WarehouseRow[];
  readonly ids: Ids;
  readonly now: number;
};

/** Events older than this carry no list of effects: nobody catches up that far back. */
const RECENT = 2 * DAY;

/**
 * Drives orders through the domain's own tables: every step is decided by `step`, and what it asks for is written the
 * way the shop writes it. A refused step is a mistake of the demo and stops it.
 */
export const openJourneys = ({ rows, book, warehouses, ids, now }: JourneyContext) => {
  const journeys: Journey[] = [];
  const used = new Map<string, number>();
  let shipmentNumber = 100_000;

  const credit = (
    journey: Journey,
    kind: 'charge' | 'release' | 'payment',
    amount: number,
    cause: { type: string; id: string },
    actor: Actor,
    at: number,
  ): void => {
    const companyId = journey.customer.row.id;
    used.set(companyId, (used.get(companyId) ?? 0) + amount);
    rows.creditEntries.push({
      companyId,
      orderId: journey.id,
      kind,
      amount: minor(amount),
      causeType: cause.type,
      causeId: cause.id,
      actor: ledgerName(actor),
      at: instantAt(Math.min(at, now)),
    });
  };

  const moveStock = (
    journey: Journey,
    kind: string,
    lines: readonly LineQuantity[],
    actor: Actor,
    at: number,
  ): void => {
    const cause = { type: 'order-step', id: `${journey.id}:${journey.facts.version}`, actor: ledgerName(actor), at };
    for (const { lineId, quantity } of lines) {
      const hold = journey.holds.find((candidate) => candidate.lineId === lineId)!;
      book.move(hold.site, hold.wish.sku.index, kind, deltas[kind]!(quantity), cause);
      if (kind === 'allocate') hold.row.state = 'allocated';
      if (kind === 'ship' || kind === 'release' || kind === 'deallocate') {
        hold.row.quantity -= quantity;
        if (hold.row.quantity === 0) hold.row.state = kind === 'ship' ? 'shipped' : 'released';
      }
    }
  };

  const carryOut = (
    journey: Journey,
    { effects, event }: Step,
    actor: Actor,
    at: number,
    parcel: Parcel | undefined,
  ): void => {
    for (const effect of effects) {
      if (effect.kind === 'reserve-stock') moveStock(journey, 'reserve', effect.lines, actor, at);
      if (effect.kind === 'allocate-stock') moveStock(journey, 'allocate', effect.lines, actor, at);
      if (effect.kind === 'deduct-stock') moveStock(journey, 'ship', effect.lines, actor, at);
      if (effect.kind === 'restock') moveStock(journey, 'return', effect.good, actor, at);
      if (effect.kind === 'release-stock') {
        moveStock(journey, 'release', effect.lines, actor, at);
        moveStock(journey, 'deallocate', effect.allocated, actor, at);
      }
      if (effect.kind === 'reserve-credit')
        credit(journey, 'charge', effect.amount, { type: 'order', id: journey.id }, actor, at);
      if (effect.kind === 'release-credit')
        credit(journey, 'release', -effect.amount, { type: 'order', id: `${journey.id}:${event.version}` }, actor, at);
      if (effect.kind === 'create-shipment') addShipment(journey, effect.shipmentId, effect.lines, parcel!, at);
    }
  };

  const addShipment = (
    journey: Journey,
    id: string,
    lines: readonly LineQuantity[],
    { site, carrier, trackingNumber }: Parcel,
    at: number,
  ): void => {
    const row: ShipmentRow = {
      id,
      orderId: journey.id,
      number: `DN${++shipmentNumber}`,
      warehouseId: warehouses[site]!.id,
      carrier,
      trackingNumber,
      state: 'shipped',
      shippedAt: instantAt(at),
      deliveredAt: null,
    };
    journey.shipments.set(id, row);
    rows.shipments.push(row);
    for (const { lineId, quantity } of lines)
      rows.shipmentLines.push({ id: ids(at), shipmentId: id, orderLineId: lineId, quantity });
  };

  /** One command at one moment, with all that follows from it in the books. */
  const run = (journey: Journey, command: OrderCommand, actor: Actor, wanted: number, parcel?: Parcel): void => {
    const at = Math.min(wanted, now);
    const before = journey.facts;
    const decided = step(before, command, { roles: actor.roles, actorId: actor.id ?? actor.type, at: instantAt(at) });
    if (!decided.ok)
      throw new Error(`the demo may not ${command.action} ${journey.number}: ${JSON.stringify(decided.error)}`);
    const { facts, event, effects } = decided.value;
    journey.facts = facts;
    carryOut(journey, decided.value, actor, at, parcel);
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

  /** Money in: the attempt and its success, the payment itself, and the credit it gives back. */
  const pay = (
    journey: Journey,
    amount: Minor,
    method: string,
    actors: { readonly starts: Actor; readonly records: Actor },
    at: number,
  ): void => {
    const paymentId = ids(at);
    run(journey, { action: 'start-payment', paymentId, amount }, actors.starts, at);
    run(journey, { action: 'capture-payment', paymentId, amount }, actors.records, at + 60_000);
    rows.payments.push(paymentRow(journey, paymentId, 'receipt', method, amount, actors.records, at + 60_000));
    if (journey.facts.money.terms === 'terms')
      credit(journey, 'payment', -amount, { type: 'payment', id: paymentId }, actors.records, at + 60_000);
  };

  /** Money back, from the payments it came with, the first one first. */
  const refund = (journey: Journey, amount: Minor, actor: Actor, at: number): void => {
    let left: number = amount;
    for (const { id, captured, refunded } of journey.facts.payments) {
      const part = minor(Math.min(left, captured - refunded));
      if (part <= 0) continue;
      left -= part;
      run(journey, { action: 'refund-payment', paymentId: id, amount: part }, actor, at);
      rows.payments.push(paymentRow(journey, ids(at), 'refund', 'bank-transfer', part, actor, at));
    }
  };

  const paymentRow = (
    journey: Journey,
    id: string,
    kind: 'receipt' | 'refund',
    method: string,
    amount: Minor,
    actor: Actor,
    at: number,
  ) => ({
    id,
    orderId: journey.id,
    companyId: journey.customer.row.id,
    kind,
    method,
    amount,
    reference: method === 'cash' ? null : `${kind === 'receipt' ? 'BR' : 'RF'}${at.toString().slice(1, 10)}`,
    receivedAt: instantAt(Math.min(at, now)),
    recordedBy: ledgerName(actor),
  });

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
    pay,
    refund,
    finish,
    journeys,
    newId: ids,
    creditUsed: (companyId: string): Minor => minor(used.get(companyId) ?? 0),
    lastShipment: () => shipmentNumber,
  };
};
export type Journeys = ReturnType<typeof openJourneys>;

const ledgerName = (actor: Actor): string => (actor.id ? `${actor.type}:${actor.id}` : actor.type);

const deltas: Record<string, (units: number) => { onHand?: number; reserved?: number; allocated?: number }> = {
  reserve: (units) => ({ reserved: units }),
  release: (units) => ({ reserved: -units }),
  allocate: (units) => ({ reserved: -units, allocated: units }),
  deallocate: (units) => ({ allocated: -units }),
  ship: (units) => ({ onHand: -units, allocated: -units }),
  return: (units) => ({ onHand: units }),
};
