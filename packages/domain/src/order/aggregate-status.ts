import type { Minor } from '../money/index.ts';

/** Goods of an order in one word, for lists and filters beside the display status. */
export type GoodsStatus = 'unfulfilled' | 'partially-fulfilled' | 'fulfilled' | 'partially-returned' | 'returned';
export type GoodsQuantities = {
  readonly ordered: number;
  readonly fulfilled: number;
  readonly returned: number;
  /** Fulfilled on paper, waiting for a person's approval: not counted as gone. */
  readonly awaitingApproval?: number | undefined;
};

/** A return outranks what is still to be sent; a full return outranks everything but nothing sent. */
export const goodsStatus = ({ ordered, fulfilled, returned, awaitingApproval = 0 }: GoodsQuantities): GoodsStatus => {
  const gone = fulfilled - awaitingApproval;
  if (gone <= 0) return 'unfulfilled';
  if (returned > 0) return returned < ordered ? 'partially-returned' : 'returned';
  return gone < ordered ? 'partially-fulfilled' : 'fulfilled';
};

/** How much of what the order costs has been collected. */
export type ChargeStatus = 'none' | 'partial' | 'full' | 'overcharged';
export const chargeStatus = (money: {
  readonly total: Minor;
  readonly grantedRefund: Minor;
  readonly charged: Minor;
}): ChargeStatus => {
  const due = Math.max(0, money.total - money.grantedRefund);
  if (money.charged === due) return 'full';
  if (money.charged <= 0) return 'none';
  return money.charged < due ? 'partial' : 'overcharged';
};

/** What each parcel has reached; `open`: not packed yet. */
export type ParcelState = 'open' | 'packed' | 'shipped' | 'delivered' | 'cancelled';
export type ParcelsStatus =
  | 'not-fulfilled'
  | 'partially-fulfilled'
  | 'fulfilled'
  | 'partially-shipped'
  | 'shipped'
  | 'partially-delivered'
  | 'delivered'
  | 'cancelled';

/**
 * The furthest that any parcel has reached, `partially-` unless all living parcels have and nothing is left to pack.
 * Cancelled parcels count only when there is no other.
 */
export const parcelsStatus = (parcels: readonly ParcelState[], unitsLeft = false): ParcelsStatus => {
  const count = (state: ParcelState): number => parcels.filter((parcel) => parcel === state).length;
  const living = parcels.length - count('cancelled');
  const ranks = [
    ['delivered', 'partially-delivered', 'delivered'],
    ['shipped', 'partially-shipped', 'shipped'],
    ['packed', 'partially-fulfilled', 'fulfilled'],
  ] as const;
  for (const [state, some, all] of ranks)
    if (count(state) > 0) return count(state) === living && !unitsLeft ? all : some;
  return parcels.length > 0 && living === 0 ? 'cancelled' : 'not-fulfilled';
};

export type CollectionState =
  | 'not-paid'
  | 'awaiting'
  | 'requires-action'
  | 'authorized'
  | 'partially-authorized'
  | 'captured'
  | 'refunded'
  | 'cancelled';
export type CollectionsStatus =
  | 'not-paid'
  | 'awaiting'
  | 'requires-action'
  | 'partially-authorized'
  | 'authorized'
  | 'partially-captured'
  | 'captured'
  | 'partially-refunded'
  | 'refunded'
  | 'cancelled';
export type Collection = {
  readonly state: CollectionState;
  readonly amount?: number | undefined;
  readonly captured?: number | undefined;
  readonly refunded?: number | undefined;
};

const isAll = (done: number | undefined, amount: number | undefined): boolean => (done ?? 0) > 0 && done === amount;

/**
 * Several payments of one order in one word: whatever needs the buyer first, then refunded, captured, authorized, each
 * `partially-` unless it holds for every payment that was not cancelled.
 */
export const collectionsStatus = (payments: readonly Collection[]): CollectionsStatus => {
  const inState = (state: CollectionState): number => payments.filter((payment) => payment.state === state).length;
  const living = payments.length - inState('cancelled');
  if (inState('requires-action') > 0) return 'requires-action';

  const touched = (of: (payment: Collection) => number | undefined, state: CollectionState): number =>
    payments.filter((payment) => (of(payment) ?? 0) > 0 || payment.state === state).length;
  const whole = (of: (payment: Collection) => number | undefined, state: CollectionState): number =>
    payments.filter(
      (payment) => isAll(of(payment), payment.amount) || (payment.state === state && (of(payment) ?? 0) === 0),
    ).length;
  const refunded = (payment: Collection) => payment.refunded;
  const captured = (payment: Collection) => payment.captured;

  if (touched(refunded, 'refunded') > 0)
    return whole(refunded, 'refunded') === living ? 'refunded' : 'partially-refunded';
  if (touched(captured, 'captured') > 0)
    return whole(captured, 'captured') === living ? 'captured' : 'partially-captured';
  if (inState('authorized') > 0) return inState('authorized') === living ? 'authorized' : 'partially-authorized';
  if (inState('partially-authorized') > 0) return 'partially-authorized';
  if (payments.length > 0 && living === 0) return 'cancelled';
  return inState('awaiting') > 0 ? 'awaiting' : 'not-paid';
};
