import { type Balances, balanceAt, unpromised } from './ledger.ts';
import type { StockEntry } from './stock-entry.ts';

/** Units of a SKU that the member warehouses of a pool can still promise together. */
export const poolOf = (balances: Balances, skuId: string, warehouses: readonly string[]): number =>
  [...new Set(warehouses)].reduce(
    (units, warehouseId) => units + unpromised(balanceAt(balances, skuId, warehouseId)),
    0,
  );

/**
 * Units of a SKU taken through each channel: reserved and not given back, shipped ones included. Both sides of every
 * reservation name the channel; entries without one count for none.
 */
export const channelUse = (entries: readonly StockEntry[], skuId: string): Readonly<Record<string, number>> => {
  const used: Record<string, number> = {};
  for (const { kind, channel, quantity, skuId: sku } of entries) {
    if (sku !== skuId || channel === undefined || (kind !== 'reserve' && kind !== 'release')) continue;
    used[channel] = (used[channel] ?? 0) + (kind === 'reserve' ? quantity : -quantity);
  }
  return used;
};
