import type { Shelf, Site, Wanted } from '@tradeline/domain/inventory';
import type { CsvRow } from './csv.ts';

const WHOLE = /^-?\d{1,15}$/;

/** A whole number of units, or undefined; an empty cell is 0. */
const units = (text: string | undefined): number | undefined =>
  !text ? 0 : WHOLE.test(text) ? Number(text) : undefined;

export type StockOrder = { readonly order: string; readonly lines: readonly Wanted[] };

/** Orders by their rows, in the order of the file; rows that cannot be read are named and left out. */
export const readStockOrders = (rows: readonly CsvRow[]): { orders: StockOrder[]; problems: string[] } => {
  const byOrder = new Map<string, Wanted[]>();
  const problems: string[] = [];
  for (const [index, row] of rows.entries()) {
    const quantity = units(row.quantity);
    if (!row.order || !row.sku || quantity === undefined || quantity <= 0) {
      problems.push(`order row ${index + 2}: needs order, sku and a quantity above 0`);
      continue;
    }
    byOrder.set(row.order, [...(byOrder.get(row.order) ?? []), { skuId: row.sku, quantity }]);
  }
  return { orders: [...byOrder].map(([order, lines]) => ({ order, lines })), problems };
};

/** Warehouses from one row per SKU and lot; several rows of a SKU add up. */
export const readSites = (rows: readonly CsvRow[]): { sites: Site[]; problems: string[] } => {
  const sites = new Map<string, { site: Site; shelves: Record<string, Shelf> }>();
  const problems: string[] = [];
  for (const [index, row] of rows.entries()) {
    const [onHand, reserved, cost, rank] = [row.on_hand, row.reserved, row.cost, row.rank].map(units);
    if (!row.warehouse || !row.sku || onHand === undefined || reserved === undefined) {
      problems.push(`stock row ${index + 2}: needs warehouse, sku, on_hand and reserved in whole units`);
      continue;
    }
    const known = sites.get(row.warehouse) ?? { site: { warehouseId: row.warehouse, shelves: {} }, shelves: {} };
    const shelf = known.shelves[row.sku] ?? { available: 0, lots: [] };
    const lot = row.lot ? [{ id: row.lot, quantity: onHand, expires: row.expires || undefined }] : [];
    known.shelves[row.sku] = { available: shelf.available + onHand - reserved, lots: [...(shelf.lots ?? []), ...lot] };
    const excluded = row.closed || known.site.excluded;
    sites.set(row.warehouse, { shelves: known.shelves, site: { ...known.site, cost, rank, excluded } });
  }
  return { sites: [...sites.values()].map(({ site, shelves }) => ({ ...site, shelves })), problems };
};

/** The stock that is left when a plan's parts have been taken. */
export const without = (
  sites: readonly Site[],
  parts: readonly { warehouseId: string; skuId: string; quantity: number; lotId?: string }[],
): Site[] =>
  sites.map((site) => {
    const taken = (skuId: string, lotId?: string): number =>
      parts
        .filter(
          (part) =>
            part.warehouseId === site.warehouseId &&
            part.skuId === skuId &&
            (lotId === undefined || part.lotId === lotId),
        )
        .reduce((sum, part) => sum + part.quantity, 0);
    const shelves = Object.entries(site.shelves).map(([skuId, { available, lots }]): [string, Shelf] => [
      skuId,
      {
        available: available - taken(skuId),
        lots: lots?.map((lot) => ({ ...lot, quantity: lot.quantity - taken(skuId, lot.id) })),
      },
    ]);
    return { ...site, shelves: Object.fromEntries(shelves) };
  });
