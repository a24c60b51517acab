import type { Day } from '../../kernel/index.ts';

/** Why a SKU is put forward, in counts that can be checked. */
export type RecommendReason =
  | {
      readonly kind: 'due-for-reorder';
      readonly times: number;
      readonly lastDay: Day;
      readonly usualDays: number;
      readonly elapsedDays: number;
    }
  | { readonly kind: 'ordered-before'; readonly times: number; readonly lastDay: Day; readonly elapsedDays: number }
  | {
      /** So many of the orders with `because` held this too; lift only with enough of them. */
      readonly kind: 'bought-together';
      readonly because: string;
      readonly orders: number;
      readonly of: number;
      readonly lift?: number;
    }
  | {
      /** "Because you order X": so many of its customers order this too. */
      readonly kind: 'also-ordered';
      readonly because: string;
      readonly customers: number;
      readonly of: number;
    }
  | { readonly kind: 'new-in-range'; readonly firstDay: Day; readonly customers: number }
  | { readonly kind: 'best-seller'; readonly segment?: string; readonly customers: number; readonly of: number };

export type Recommended = { readonly skuId: string; readonly score: number; readonly reason: RecommendReason };

/** Why a SKU may not be offered. */
export type BlockReason = 'out-of-stock' | 'not-permitted' | 'no-price' | 'discontinued';
export type Blocked = Readonly<Record<string, BlockReason>>;
