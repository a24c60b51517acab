import type { StockKind } from '@tradeline/domain/inventory';
import { type Minor, minor } from '@tradeline/domain/money';
import type { LineQuantity, Step } from '@tradeline/domain/order';
import { at as instantAt } from '../clock.ts';
import { type Actor, type Journey, type JourneyContext, ledgerName, type Parcel, type ShipmentRow } from './journey.ts';

/** Carries out what a step of an order asks for, in stock, credit and parcels, the way the shop writes it. */
export const openBooks = ({ rows, book, warehouses, ids, now }: JourneyContext) => {
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
    kind: StockKind,
    lines: readonly LineQuantity[],
    actor: Actor,
    at: number,
    condition?: 'good' | 'damaged',
  ): void => {
    const type = condition ? `return-${condition}` : 'order-step';
    const cause = { type, condition, id: `${journey.id}:${journey.facts.version}`, actor: ledgerName(actor), at };
    for (const { lineId, quantity } of lines) {
      const hold = journey.holds.find((candidate) => candidate.lineId === lineId)!;
      book.move(hold.site, hold.wish.sku.index, kind, quantity, cause);
      if (kind === 'allocate') hold.row.state = 'allocated';
      if (kind === 'ship' || kind === 'release') {
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
      if (effect.kind === 'restock') {
        moveStock(journey, 'return', effect.good, actor, at, 'good');
        moveStock(journey, 'return', effect.damaged, actor, at, 'damaged');
      }
      if (effect.kind === 'release-stock') {
        moveStock(journey, 'deallocate', effect.allocated, actor, at);
        moveStock(journey, 'release', [...effect.lines, ...effect.allocated], actor, at);
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
      carrierCode: null,
      subscribedAt: null,
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

  return {
    credit,
    carryOut,
    creditUsed: (companyId: string): Minor => minor(used.get(companyId) ?? 0),
    lastShipment: () => shipmentNumber,
  };
};
export type Books = ReturnType<typeof openBooks>;
