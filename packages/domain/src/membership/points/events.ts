import type { Day } from '../../kernel/index.ts';

/**
 * The entries of a points ledger, only ever appended. Days are business days of the shop; entries of one day count in the order
 * in which they were written.
 */
export type PointsEvent =
  | {
      readonly type: 'earn';
      readonly on: Day;
      readonly lot: string;
      readonly points: number;
      /** First day on which the points can be used; absent = at once. */
      readonly availableOn?: Day | undefined;
      /** The points are gone from the start of this day; absent = never. */
      readonly expires?: Day | undefined;
      readonly order?: string | undefined;
    }
  | {
      readonly type: 'redeem';
      readonly on: Day;
      readonly id: string;
      readonly points: number;
      /** It takes more for what points were used for already; absent = a redemption of its own. */
      readonly more?: true | undefined;
    }
  /** Redeemed points come back because what they were used for was cancelled or returned. */
  | { readonly type: 'restore'; readonly on: Day; readonly redemption: string; readonly points: number }
  /** Points that an order earned are taken back because it was refunded. */
  | {
      readonly type: 'clawback';
      readonly on: Day;
      readonly order: string;
      readonly points: number;
      /** So many of the points that could not be found were settled by a smaller refund, and become no debt. */
      readonly settledInMoney?: number | undefined;
    };

export type PointsPolicy = {
  /** Life of restored points whose lot has expired meanwhile. */
  readonly graceDays: number;
};
export const DEFAULT_POINTS_POLICY: PointsPolicy = { graceDays: 30 };

export type Lot = {
  readonly lot: string;
  readonly granted: Day;
  readonly availableOn: Day;
  readonly expires?: Day | undefined;
  readonly order?: string | undefined;
  readonly points: number;
  readonly left: number;
};

export type PointsAccount = {
  /** Available points less debt; below zero only as debt. */
  readonly balance: number;
  readonly pending: number;
  readonly debt: number;
  readonly expired: number;
  /** Points that smaller refunds stood for. */
  readonly settledInMoney: number;
  readonly lots: readonly Lot[];
  /** What each redemption took from which lot and has not been given back. */
  readonly redemptions: readonly {
    readonly id: string;
    readonly taken: readonly { readonly lot: string; readonly points: number }[];
  }[];
};

export type LedgerFault =
  | { readonly kind: 'overdrawn'; readonly event: number; readonly asked: number; readonly balance: number }
  | { readonly kind: 'unknown-redemption'; readonly event: number; readonly redemption: string }
  | { readonly kind: 'restored-too-much'; readonly event: number; readonly asked: number; readonly redeemed: number }
  | { readonly kind: 'repeated-id'; readonly event: number; readonly id: string };
