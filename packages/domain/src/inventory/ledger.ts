import { err, ok, type Result, unreachable } from '../kernel/index.ts';
import { addDelta, type Balance, deltasOf, emptyBalance, type StockEntry } from './stock-entry.ts';

export type StockRules = {
  /** Units that may be promised beyond what is on hand. */
  readonly backorder: number;
  /** On hand may go below zero (goods sold before the receipt is booked). */
  readonly negative: boolean;
};
export const strictStock: StockRules = { backorder: 0, negative: false };

export type StockRefusal =
  | { readonly kind: 'stock-short'; readonly asked: number; readonly available: number }
  | { readonly kind: 'not-reserved'; readonly asked: number; readonly reserved: number }
  | { readonly kind: 'not-allocated'; readonly asked: number; readonly allocated: number }
  | { readonly kind: 'not-in-quarantine'; readonly asked: number; readonly quarantine: number }
  | { readonly kind: 'not-in-transit'; readonly asked: number; readonly inTransit: number }
  | { readonly kind: 'promises-uncovered'; readonly promised: number; readonly onHand: number }
  | { readonly kind: 'quantity-invalid'; readonly quantity: number }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'counterpart-missing' };

/** Units on the shelf that nobody was promised. */
export const unpromised = (balance: Balance): number => balance.onHand - balance.reserved - balance.allocated;

const wellFormed = (entry: StockEntry): StockRefusal | undefined => {
  const signed = entry.kind === 'adjust' || entry.kind === 'count';
  if (!Number.isSafeInteger(entry.quantity) || (!signed && entry.quantity <= 0))
    return { kind: 'quantity-invalid', quantity: entry.quantity };
  const explained = entry.kind === 'adjust' || entry.kind === 'transfer-loss';
  if (explained && !entry.reason?.trim()) return { kind: 'reason-missing' };
  const transfer = entry.kind === 'transfer-out' || entry.kind === 'transfer-in' || entry.kind === 'transfer-loss';
  return transfer && (!entry.counterpart || entry.counterpart === entry.warehouseId)
    ? { kind: 'counterpart-missing' }
    : undefined;
};

/** A correction never leaves promises without goods: take those back first, so that the orders concerned are told. */
const refuseCorrection = (balance: Balance, change: number, rules: StockRules): StockRefusal | undefined => {
  const onHand = balance.onHand + change;
  if (onHand < 0) return { kind: 'stock-short', asked: -change, available: balance.onHand };
  const promised = balance.reserved + balance.allocated;
  return change < 0 && promised > onHand + rules.backorder
    ? { kind: 'promises-uncovered', promised, onHand }
    : undefined;
};

/** Why a warehouse's balance cannot take an entry, if it cannot. Goods leave only as far as nobody was promised them. */
export const refuseEntry = (
  balance: Balance,
  entry: StockEntry,
  rules: StockRules = strictStock,
): StockRefusal | undefined => {
  const malformed = wellFormed(entry);
  if (malformed) return malformed;
  const asked = entry.quantity;
  const free = unpromised(balance);
  switch (entry.kind) {
    case 'reserve':
      return asked > free + rules.backorder
        ? { kind: 'stock-short', asked, available: Math.max(0, free + rules.backorder) }
        : undefined;
    case 'release':
      return asked > balance.reserved ? { kind: 'not-reserved', asked, reserved: balance.reserved } : undefined;
    case 'allocate':
      if (asked > balance.reserved) return { kind: 'not-reserved', asked, reserved: balance.reserved };
      return !rules.negative && asked > balance.onHand - balance.allocated
        ? { kind: 'stock-short', asked, available: Math.max(0, balance.onHand - balance.allocated) }
        : undefined;
    case 'deallocate':
      return asked > balance.allocated ? { kind: 'not-allocated', asked, allocated: balance.allocated } : undefined;
    case 'ship':
      if (asked > balance.allocated) return { kind: 'not-allocated', asked, allocated: balance.allocated };
      return !rules.negative && asked > balance.onHand
        ? { kind: 'stock-short', asked, available: balance.onHand }
        : undefined;
    case 'transfer-out':
    case 'quarantine':
      return asked > free ? { kind: 'stock-short', asked, available: Math.max(0, free) } : undefined;
    case 'transfer-in':
    case 'transfer-loss':
      return asked > balance.inTransitIn
        ? { kind: 'not-in-transit', asked, inTransit: balance.inTransitIn }
        : undefined;
    case 'restock':
    case 'scrap':
      return asked > balance.quarantine
        ? { kind: 'not-in-quarantine', asked, quarantine: balance.quarantine }
        : undefined;
    case 'adjust':
    case 'count':
      return rules.negative ? undefined : refuseCorrection(balance, asked, rules);
    case 'receive':
    case 'return':
      return undefined;
    default:
      return unreachable(entry.kind);
  }
};

/** The balance after an entry at its own warehouse, or why it cannot be booked. */
export const applyEntry = (
  balance: Balance,
  entry: StockEntry,
  rules: StockRules = strictStock,
): Result<Balance, StockRefusal> => {
  const refusal = refuseEntry(balance, entry, rules);
  return refusal ? err(refusal) : ok(addDelta(balance, deltasOf(entry).here));
};

/** Balances by SKU and warehouse. */
export type Balances = Readonly<Record<string, Readonly<Record<string, Balance>>>>;

export const balanceAt = (balances: Balances, skuId: string, warehouseId: string): Balance =>
  balances[skuId]?.[warehouseId] ?? emptyBalance;

const withBalance = (balances: Balances, skuId: string, warehouseId: string, balance: Balance): Balances => ({
  ...balances,
  [skuId]: { ...balances[skuId], [warehouseId]: balance },
});

/**
 * The balances after an entry at its own warehouse and, for a transfer leg, at the other end. `there` is asked for only
 * then.
 */
export const bookEnds = (
  here: Balance,
  there: () => Balance,
  entry: StockEntry,
  rules: StockRules = strictStock,
): Result<{ readonly here: Balance; readonly there?: Balance }, StockRefusal> => {
  const applied = applyEntry(here, entry, rules);
  if (!applied.ok) return applied;
  const delta = deltasOf(entry).there;
  if (!delta) return ok({ here: applied.value });
  const other = there();
  if (entry.kind !== 'transfer-out' && other.inTransitOut < entry.quantity)
    return err({ kind: 'not-in-transit', asked: entry.quantity, inTransit: other.inTransitOut });
  return ok({ here: applied.value, there: addDelta(other, delta) });
};

/** Books one entry, both ends of a transfer included. */
export const book = (
  balances: Balances,
  entry: StockEntry,
  rules: StockRules = strictStock,
): Result<Balances, StockRefusal> => {
  const { skuId, warehouseId, counterpart = '' } = entry;
  const other = () => balanceAt(balances, skuId, counterpart);
  const booked = bookEnds(balanceAt(balances, skuId, warehouseId), other, entry, rules);
  if (!booked.ok) return booked;
  const { here, there } = booked.value;
  const after = withBalance(balances, skuId, warehouseId, here);
  return ok(there ? withBalance(after, skuId, counterpart, there) : after);
};
