import type { Order } from './order-page.tsx';

/** What lies picked in one warehouse for an order, line by line. */
export type Shelf = { warehouseId: string; units: number; lines: { lineId: string; units: number }[] };

/** Warehouses with goods to send, the fullest first; equal ones by id. A parcel leaves from one of them. */
export const shelvesOf = (held: Order['held']): Shelf[] =>
  [
    ...Map.groupBy(
      held.filter((part) => part.state === 'allocated'),
      (part) => part.warehouseId,
    ),
  ]
    .map(([warehouseId, parts]) => {
      const byLine = Map.groupBy(parts, (part) => part.orderLineId);
      const lines = [...byLine].map(([lineId, own]) => ({
        lineId,
        units: own.reduce((sum, part) => sum + part.quantity, 0),
      }));
      return { warehouseId, lines, units: lines.reduce((sum, line) => sum + line.units, 0) };
    })
    .toSorted((a, b) => b.units - a.units || (a.warehouseId < b.warehouseId ? -1 : 1));
