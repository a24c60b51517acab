import { err, ok, type Result, unreachable } from '../kernel/index.ts';

export const stockKinds = [
  'receive',
  'reserve',
  'release',
  'allocate',
  'deallocate',
  'ship',
  'return',
  'adjust',
  'transfer-out',
  'transfer-in',
  'count',
  'quarantine',
  'restock',
  'scrap',
] as const;
export type StockKind = (typeof stockKinds)[number];

/**
 * Whole base units of one SKU in one warehouse. `onHand` is sellable goods on the shelf; `reserved` and `allocated`
 * are parts of it that are promised (allocated: given to picking); `quarantine` is on the premises but not sellable.
 */
export type Balance = {
  readonly onHand: number;
  readonly reserved: number;
  readonly allocated: number;
  readonly quarantine: number;
  readonly inTransitIn: number;
  readonly inTransitOut: number;
};
export const emptyBalance: Balance = {
  onHand: 0,
  reserved: 0,
  allocated: 0,
  quarantine: 0,
  inTransitIn: 0,
  inTransitOut: 0,
};

/**
 * One line of the append-only ledger. `quantity` is positive but for `adjust` and `count`, which carry the signed
 * difference. A mistake is corrected by a further entry.
 */
export type StockEntry = {
  readonly id: string;
  readonly skuId: string;
  readonly warehouseId: string;
  readonly kind: StockKind;
  readonly quantity: number;
  /** What made this entry: the order line, receipt, transfer or count. One entry of a kind per cause. */
  readonly cause: { readonly type: string; readonly id: string };
  /** The other end of a transfer leg. */
  readonly counterpart?: string | undefined;
  /** Returned goods that may not be sold again go to quarantine. */
  readonly condition?: 'good' | 'damaged' | undefined;
  /** Why a person changed a quantity; required for `adjust`. */
  readonly reason?: string | undefined;
  /** The sales channel a reservation counts against. */
  readonly channel?: string | undefined;
};

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

type Delta = Partial<Record<keyof Balance, number>>;

/** What an entry does to its own warehouse, and to the other end of a transfer. */
export const deltasOf = (entry: StockEntry): { readonly here: Delta; readonly there?: Delta } => {
  const q = entry.quantity;
  switch (entry.kind) {
    case 'receive':
    case 'adjust':
    case 'count':
      return { here: { onHand: q } };
    case 'reserve':
      return { here: { reserved: q } };
    case 'release':
      return { here: { reserved: -q } };
    case 'allocate':
      return { here: { reserved: -q, allocated: q } };
    case 'deallocate':
      return { here: { reserved: q, allocated: -q } };
    case 'ship':
      return { here: { onHand: -q, allocated: -q } };
    case 'return':
      return { here: entry.condition === 'damaged' ? { quarantine: q } : { onHand: q } };
    case 'transfer-out':
      return { here: { onHand: -q, inTransitOut: q }, there: { inTransitIn: q } };
    case 'transfer-in':
      return { here: { onHand: q, inTransitIn: -q }, there: { inTransitOut: -q } };
    case 'quarantine':
      return { here: { onHand: -q, quarantine: q } };
    case 'restock':
      return { here: { onHand: q, quarantine: -q } };
    case 'scrap':
      return { here: { quarantine: -q } };
    default:
      return unreachable(entry.kind);
  }
};

export const addDelta = (balance: Balance, delta: Delta): Balance => ({
  onHand: balance.onHand + (delta.onHand ?? 0),
  reserved: balance.reserved + (delta.reserved ?? 0),
  allocated: balance.allocated + (delta.allocated ?? 0),
  quarantine: balance.quarantine + (delta.quarantine ?? 0),
  inTransitIn: balance.inTransitIn + (delta.inTransitIn ?? 0),
  inTransitOut: balance.inTransitOut + (delta.inTransitOut ?? 0),
});

/** Units on the shelf that nobody was promised. */
export const unpromised = (balance: Balance): number => balance.onHand - balance.reserved - balance.allocated;

const wellFormed = (entry: StockEntry): StockRefusal | undefined => {
  const signed = entry.kind === 'adjust' || entry.kind === 'count';
  if (!Number.isSafeInteger(entry.quantity) || (!signed && entry.quantity <= 0))
    return { kind: 'quantity-invalid', quantity: entry.quantity };
  if (entry.kind === 'adjust' && !entry.reason?.trim()) return { kind: 'reason-missing' };
  const transfer = entry.kind === 'transfer-out' || entry.kind === 'transfer-in';
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

/** Books one entry, both ends of a transfer included. */
export const book = (
  balances: Balances,
  entry: StockEntry,
  rules: StockRules = strictStock,
): Result<Balances, StockRefusal> => {
  const applied = applyEntry(balanceAt(balances, entry.skuId, entry.warehouseId), entry, rules);
  if (!applied.ok) return applied;
  const here = withBalance(balances, entry.skuId, entry.warehouseId, applied.value);
  const { there } = deltasOf(entry);
  if (!there || entry.counterpart === undefined) return ok(here);
  const other = balanceAt(here, entry.skuId, entry.counterpart);
  if (entry.kind === 'transfer-in' && other.inTransitOut < entry.quantity)
    return err({ kind: 'not-in-transit', asked: entry.quantity, inTransit: other.inTransitOut });
  return ok(withBalance(here, entry.skuId, entry.counterpart, addDelta(other, there)));
};
