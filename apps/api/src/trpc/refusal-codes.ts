import type { BlockReason, WayOut } from '@tradeline/domain/credit';
import type { Minor } from '@tradeline/domain/money';
import type { Denial, PricedOrder, QuoteRefusal } from '@tradeline/domain/order';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';

/** Goods that fall short, with what could be had instead. */
export type ShortLine = { skuId: string; itemNumber: string; requested: number; available: number };

/** Every expected refusal of the API: a stable `kind` and the facts a screen needs to word it. */
export type Refusal =
  | Denial
  | QuoteRefusal
  | { kind: 'not-signed-in' }
  | { kind: 'sign-in-failed' }
  | { kind: 'too-many-attempts'; retryAfterSeconds: number }
  | { kind: 'busy'; retryAfterSeconds: number }
  | { kind: 'not-permitted'; action: string }
  | { kind: 'order-not-found' }
  | { kind: 'product-not-found' }
  | { kind: 'customer-not-found' }
  | { kind: 'address-not-found' }
  | { kind: 'list-not-found' }
  | { kind: 'list-full'; limit: number }
  | { kind: 'too-many-lists'; limit: number }
  | { kind: 'code-empty' }
  | { kind: 'code-not-found' }
  | { kind: 'code-taken'; code: string; itemNumber: string }
  | { kind: 'codes-full'; limit: number }
  | { kind: 'news-not-found' }
  | { kind: 'news-changed' }
  | { kind: 'sku-not-found'; skuId: string }
  | { kind: 'sku-withdrawn'; skuId: string; itemNumber: string }
  /** Who is told no prices asks for an offer instead. */
  | { kind: 'prices-hidden' }
  | { kind: 'cart-empty' }
  | { kind: 'cart-not-found' }
  | { kind: 'cart-already-ordered'; orderNumber: string }
  | { kind: 'idempotency-mismatch' }
  | { kind: 'company-suspended' }
  | { kind: 'out-of-stock'; lines: ShortLine[] }
  | { kind: 'total-changed'; expected: Minor; actual: Minor; priced: PricedOrder }
  | { kind: 'terms-blocked'; reasons: readonly BlockReason[]; available: Minor; waysOut: readonly WayOut[] };

/** A new refusal does not compile until it has its code here. */
export const refusalCodes: Record<Refusal['kind'], TRPC_ERROR_CODE_KEY> = {
  'not-signed-in': 'UNAUTHORIZED',
  'sign-in-failed': 'UNAUTHORIZED',
  'too-many-attempts': 'TOO_MANY_REQUESTS',
  busy: 'TOO_MANY_REQUESTS',
  'not-permitted': 'FORBIDDEN',
  'order-not-found': 'NOT_FOUND',
  'product-not-found': 'NOT_FOUND',
  'customer-not-found': 'NOT_FOUND',
  'address-not-found': 'NOT_FOUND',
  'list-not-found': 'NOT_FOUND',
  'list-full': 'CONFLICT',
  'too-many-lists': 'CONFLICT',
  'code-empty': 'BAD_REQUEST',
  'code-not-found': 'NOT_FOUND',
  'code-taken': 'CONFLICT',
  'codes-full': 'CONFLICT',
  'news-not-found': 'NOT_FOUND',
  'news-changed': 'CONFLICT',
  'sku-not-found': 'NOT_FOUND',
  'cart-not-found': 'NOT_FOUND',
  'sku-withdrawn': 'CONFLICT',
  'prices-hidden': 'FORBIDDEN',
  'cart-empty': 'BAD_REQUEST',
  'cart-already-ordered': 'CONFLICT',
  'idempotency-mismatch': 'UNPROCESSABLE_CONTENT',
  'company-suspended': 'FORBIDDEN',
  'out-of-stock': 'CONFLICT',
  'total-changed': 'CONFLICT',
  'terms-blocked': 'CONFLICT',
  'lines-refused': 'BAD_REQUEST',
  'too-many': 'BAD_REQUEST',
  'duplicate-line': 'BAD_REQUEST',
  malformed: 'BAD_REQUEST',
  'unknown-action': 'BAD_REQUEST',
  'already-shipped': 'CONFLICT',
  'no-such-part': 'NOT_FOUND',
  'wrong-status': 'CONFLICT',
  'role-not-allowed': 'FORBIDDEN',
  'comment-required': 'BAD_REQUEST',
  'order-moved-on': 'CONFLICT',
  'lines-invalid': 'CONFLICT',
  'price-changed': 'CONFLICT',
  'credit-blocked': 'CONFLICT',
  'stock-short': 'CONFLICT',
  'address-missing': 'BAD_REQUEST',
  'customer-new': 'CONFLICT',
  'over-spending-limit': 'FORBIDDEN',
  'over-approval-limit': 'FORBIDDEN',
  'own-order': 'FORBIDDEN',
  'prepayment-missing': 'CONFLICT',
  'nothing-due': 'CONFLICT',
  'already-paid': 'CONFLICT',
  'over-amount': 'BAD_REQUEST',
  'total-not-lower': 'BAD_REQUEST',
  'no-units': 'CONFLICT',
  'unknown-line': 'BAD_REQUEST',
  'over-quantity': 'BAD_REQUEST',
  'nothing-shipped': 'CONFLICT',
  'not-all-delivered': 'CONFLICT',
  'returns-open': 'CONFLICT',
  'money-open': 'CONFLICT',
  'return-window-over': 'CONFLICT',
  'return-period-running': 'CONFLICT',
};
