import type { ParcelNewsKind } from '@tradeline/domain/fulfilment';
import type { Instant } from '@tradeline/domain/kernel';
import type { ShipmentState } from '@tradeline/domain/order';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { instantOf } from './documents.ts';

export type ParcelNewsRow = { kind: ParcelNewsKind; at: Instant; text: string };
/** A parcel that a carrier can be asked about. */
export type WatchedParcel = { id: string; orderId: string; carrierCode: string; trackingNumber: string; phone: string };

/** Watched parcels, of `shipments s` and their `orders o`, that a statement marks as asked and gives. */
const given = sql`s.id, s.order_id as "orderId", s.carrier_code as "carrierCode", s.tracking_number as "trackingNumber", o.phone`;
const watched = sql`s.carrier_code is not null and s.tracking_number is not null and s.state in ('shipped', 'in-transit')`;

export const trackingStore = {
  /** What carriers said of the parcels of an order, the newest first. */
  ofOrder: async (tx: Tx, orderId: string): Promise<(ParcelNewsRow & { shipmentId: string })[]> => [
    ...(await tx.execute<ParcelNewsRow & { shipmentId: string }>(sql`
      select e.shipment_id as "shipmentId", e.kind, ${instantOf(sql`e.at`)} as at, e.text
      from shipments s join tracking_events e on e.shipment_id = s.id
      where s.order_id = ${orderId} order by e.at desc, e.id desc`)),
  ],

  /** The parcels under a number, with the orders to lock for them, in the order in which orders are locked. */
  parcels: async (tx: Tx, carrierCode: string, trackingNumber: string): Promise<{ id: string; orderId: string }[]> => [
    ...(await tx.execute<{ id: string; orderId: string }>(sql`
      select s.id, s.order_id as "orderId" from shipments s
      where s.tracking_number = ${trackingNumber} and s.carrier_code = ${carrierCode} order by s.order_id, s.id`)),
  ],
  stateOf: async (tx: Tx, shipmentId: string): Promise<ShipmentState | undefined> =>
    (await tx.execute<{ state: ShipmentState }>(sql`select state from shipments where id = ${shipmentId}`))[0]?.state,

  /** Notes what is new of a parcel; what was said before is noted once. Answers how much was new. */
  add: async (
    tx: Tx,
    shipmentId: string,
    news: readonly ParcelNewsRow[],
    heardBy: 'push' | 'poll',
  ): Promise<number> => {
    const rows = JSON.stringify(news.map((one) => ({ ...one, id: newId() })));
    const added = await tx.execute(sql`
      insert into tracking_events (id, shipment_id, kind, at, text, heard_by)
      select v.id, ${shipmentId}, v.kind, v.at, v.text, ${heardBy}
      from jsonb_to_recordset(${rows}::jsonb) as v(id uuid, kind text, at timestamptz, text text)
      on conflict do nothing returning 1`);
    return added.length;
  },

  /** Parcels whose carrier was not asked to tell of them yet; each is taken by one process. */
  takeUnsubscribed: async (tx: Tx, most: number): Promise<WatchedParcel[]> => [
    ...(await tx.execute<WatchedParcel>(sql`
      update shipments s set subscribed_at = now() from orders o
      where o.id = s.order_id and s.id in (
        select s.id from shipments s where ${watched} and s.subscribed_at is null order by s.shipped_at limit ${most} for update skip locked)
      returning ${given}`)),
  ],
  unsubscribe: async (tx: Tx, shipmentId: string): Promise<void> => {
    await tx.execute(sql`update shipments set subscribed_at = null where id = ${shipmentId}`);
  },

  /**
   * Parcels of which nothing was heard for so many minutes, and which were not asked after for as long; each is taken by
   * one process.
   */
  takeSilent: async (tx: Tx, minutes: number, most: number): Promise<WatchedParcel[]> => [
    ...(await tx.execute<WatchedParcel>(sql`
      update shipments s set asked_at = now() from orders o
      where o.id = s.order_id and s.id in (
        select s.id from shipments s
        where ${watched} and s.shipped_at < now() - make_interval(mins => ${minutes})
          and (s.asked_at is null or s.asked_at < now() - make_interval(mins => ${minutes}))
          and not exists (select from tracking_events e where e.shipment_id = s.id and e.heard_at > now() - make_interval(mins => ${minutes}))
        order by s.asked_at nulls first, s.shipped_at limit ${most} for update skip locked)
      returning ${given}`)),
  ],
};
