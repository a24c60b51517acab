import type { Instant } from '@tradeline/domain/kernel';
import type { ShipmentState } from '@tradeline/domain/order';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { shipmentLines, shipments, warehouses } from '../schema/index.ts';
import type { NamedLot } from '../schema/lots.ts';

/** Units of an order's line in a parcel; of goods kept by lot, which. */
export type ParcelLine = { orderLineId: string; quantity: number; lots: NamedLot[] | null };
export type ShipmentRow = {
  id: string;
  number: string;
  carrier: string;
  carrierCode: string | null;
  trackingNumber: string | null;
  weightG: number | null;
  lengthMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
  state: ShipmentState;
  shippedAt: Instant;
  deliveredAt: Instant | null;
  warehouseName: Bilingual | null;
  lines: ParcelLine[];
};
/** Who carries a parcel, and what it weighs and measures where somebody looked. */
export type SentParcel = {
  carrier: string;
  trackingNumber: string | null;
} & Partial<Pick<typeof shipments.$inferInsert, 'carrierCode' | 'weightG' | 'lengthMm' | 'widthMm' | 'heightMm'>>;

export const shipmentStore = {
  nextNumber: async (tx: Tx): Promise<string> => {
    const [row] = await tx.execute<{ n: string }>(sql`select nextval('shipment_numbers') as n`);
    return `DN${row!.n}`;
  },

  ofOrder: async (tx: Tx, orderId: string): Promise<ShipmentRow[]> => {
    const parcels = await tx
      .select({
        id: shipments.id,
        number: shipments.number,
        carrier: shipments.carrier,
        carrierCode: shipments.carrierCode,
        trackingNumber: shipments.trackingNumber,
        weightG: shipments.weightG,
        lengthMm: shipments.lengthMm,
        widthMm: shipments.widthMm,
        heightMm: shipments.heightMm,
        state: shipments.state,
        shippedAt: shipments.shippedAt,
        deliveredAt: shipments.deliveredAt,
        warehouseName: warehouses.name,
      })
      .from(shipments)
      .leftJoin(warehouses, eq(warehouses.id, shipments.warehouseId))
      .where(eq(shipments.orderId, orderId))
      .orderBy(shipments.shippedAt, shipments.id);
    if (parcels.length === 0) return [];
    const ids = parcels.map((parcel) => parcel.id);
    const contents = await tx
      .select({
        shipmentId: shipmentLines.shipmentId,
        orderLineId: shipmentLines.orderLineId,
        quantity: shipmentLines.quantity,
        lots: shipmentLines.lots,
      })
      .from(shipmentLines)
      .where(inArray(shipmentLines.shipmentId, ids))
      .orderBy(shipmentLines.id);
    return parcels.map((parcel) => ({
      ...parcel,
      state: parcel.state as ShipmentState,
      lines: contents
        .filter((line) => line.shipmentId === parcel.id)
        .map(({ orderLineId, quantity, lots }) => ({ orderLineId, quantity, lots })),
    }));
  },

  add: async (
    tx: Tx,
    shipment: { id: string; orderId: string; number: string; warehouseId: string } & SentParcel,
    lines: ParcelLine[],
  ): Promise<void> => {
    await tx.insert(shipments).values(shipment);
    await tx.insert(shipmentLines).values(lines.map((line) => ({ id: newId(), shipmentId: shipment.id, ...line })));
  },

  setState: async (tx: Tx, id: string, state: ShipmentState): Promise<void> => {
    await tx
      .update(shipments)
      .set({ state, ...(state === 'delivered' ? { deliveredAt: sql`now()` } : {}) })
      .where(eq(shipments.id, id));
  },
};
