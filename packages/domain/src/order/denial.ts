import type { Minor } from '../money/index.ts';
import type { OrderRole } from './machine.ts';
import type { ReviewDenial, ReviewStep } from './review.ts';

/** The kinds of units an action can run out of. */
export type UnitNeed = 'reserved' | 'allocated' | 'backordered' | 'open' | 'returnable' | 'received' | 'inspected';

/**
 * Why an action is refused. Asked in this order: the action is known; nothing was shipped (cancel only); the subject
 * exists and stands where the action starts; the role may; a comment is given; then the guards of the table, the
 * first of which is that nobody acted in between (`order-moved-on`).
 */
export type Denial =
  | { readonly kind: 'unknown-action'; readonly action: string }
  | { readonly kind: 'already-shipped'; readonly shipped: number }
  | { readonly kind: 'no-such-part'; readonly id: string | undefined }
  | { readonly kind: 'wrong-status'; readonly status: string; readonly from: readonly string[] }
  | { readonly kind: 'role-not-allowed'; readonly allowed: readonly OrderRole[] }
  | { readonly kind: 'comment-required' }
  | { readonly kind: 'order-moved-on'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'lines-invalid' }
  | { readonly kind: 'price-changed' }
  | { readonly kind: 'credit-blocked' }
  | { readonly kind: 'stock-short' }
  | { readonly kind: 'address-missing' }
  | { readonly kind: 'customer-new' }
  | { readonly kind: 'over-spending-limit'; readonly limit: Minor; readonly total: Minor }
  | { readonly kind: 'over-approval-limit'; readonly limit: Minor; readonly total: Minor }
  | { readonly kind: 'own-order'; readonly limit: Minor; readonly total: Minor }
  | ReviewDenial
  | { readonly kind: 'review-missing'; readonly step: ReviewStep }
  | { readonly kind: 'review-is-last' }
  | { readonly kind: 'nothing-to-release' }
  | { readonly kind: 'prepayment-missing'; readonly missing: Minor }
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'already-paid'; readonly charged: Minor }
  | { readonly kind: 'over-amount'; readonly asked: Minor; readonly most: Minor }
  | { readonly kind: 'total-not-lower'; readonly total: Minor; readonly least: Minor }
  | { readonly kind: 'no-units'; readonly need: UnitNeed }
  | { readonly kind: 'unknown-line'; readonly lineId: string }
  | { readonly kind: 'over-quantity'; readonly lineId: string; readonly asked: number; readonly most: number }
  | { readonly kind: 'nothing-shipped' }
  | { readonly kind: 'not-all-delivered'; readonly missing: number }
  | { readonly kind: 'returns-open'; readonly returns: readonly string[] }
  | { readonly kind: 'money-open'; readonly due: Minor; readonly charged: Minor }
  | { readonly kind: 'return-window-over' }
  | { readonly kind: 'return-period-running' };

export type DenialKind = Denial['kind'];
