import { err, type Instant, ok, type Result, toMillis } from '../kernel/index.ts';
import { type StockRefusal, unpromised } from './ledger.ts';
import type { Balance } from './stock-entry.ts';

/** Units held for one cause until they are picked, given back, or `expiresAt` passes. Without expiry: until the order ends. */
export type Reservation = {
  readonly id: string;
  readonly skuId: string;
  readonly warehouseId: string;
  readonly quantity: number;
  readonly cause: { readonly type: string; readonly id: string };
  readonly channel?: string | undefined;
  readonly expiresAt?: Instant | undefined;
};

/** Half-open: at `expiresAt` the hold is over, whether or not a job has cleared it away. */
export const isHeld = (reservation: Reservation, now: Instant): boolean =>
  reservation.expiresAt === undefined || toMillis(now) < toMillis(reservation.expiresAt);

/** Reservations whose time is over, by id: the releases a clearing job books. */
export const expired = (reservations: readonly Reservation[], now: Instant): readonly Reservation[] =>
  reservations.filter((one) => !isHeld(one, now)).toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Units of a SKU and warehouse still held at a moment; an expired hold counts no more even before it is cleared. */
export const heldUnits = (
  reservations: readonly Reservation[],
  skuId: string,
  warehouseId: string,
  now: Instant,
): number =>
  reservations.reduce(
    (units, one) =>
      one.skuId === skuId && one.warehouseId === warehouseId && isHeld(one, now) ? units + one.quantity : units,
    0,
  );

export type ReservePolicy = {
  /** Kept back for nobody in particular. */
  readonly safetyHold: number;
  /** Units that may be promised beyond what is there. */
  readonly backorder: number;
  /** Take what is there instead of refusing. */
  readonly partial: boolean;
};

export type Reserved = { readonly reserved: number; readonly backordered: number; readonly short: number };

/** How much of a wish can be held now. Nothing is clamped in silence: what is missing is named or the wish is refused. */
export const reserve = (balance: Balance, wanted: number, policy: ReservePolicy): Result<Reserved, StockRefusal> => {
  if (!Number.isSafeInteger(wanted) || wanted <= 0) return err({ kind: 'quantity-invalid', quantity: wanted });
  const free = unpromised(balance) - policy.safetyHold;
  const onShelf = Math.max(0, Math.min(wanted, free));
  const room = Math.max(0, policy.backorder + Math.min(0, free));
  const backordered = Math.min(wanted - onShelf, room);
  const short = wanted - onShelf - backordered;
  if (short > 0 && (!policy.partial || onShelf + backordered === 0))
    return err({ kind: 'stock-short', asked: wanted, available: onShelf + backordered });
  return ok({ reserved: onShelf, backordered, short });
};
