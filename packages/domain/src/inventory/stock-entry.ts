import { unreachable } from '../kernel/index.ts';

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
  'transfer-loss',
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
  /** Why a person changed a quantity; required for `adjust` and `transfer-loss`. */
  readonly reason?: string | undefined;
  /** The sales channel a reservation counts against. */
  readonly channel?: string | undefined;
};

export type Delta = Partial<Record<keyof Balance, number>>;

/** What an entry does to its own warehouse, and to the other end of a transfer. */
export const deltasOf = (
  entry: Pick<StockEntry, 'kind' | 'quantity' | 'condition'>,
): { readonly here: Delta; readonly there?: Delta } => {
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
    case 'transfer-loss':
      return { here: { inTransitIn: -q }, there: { inTransitOut: -q } };
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
