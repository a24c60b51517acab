import type { BilingualText } from '@tradeline/db/stores';
import type { PlaceUnknown } from '@tradeline/domain/address';
import type { CategoryMoveRefusal, LifeRefusal, MissingPart, ProductProblem } from '@tradeline/domain/catalog';
import type { BlockReason, WayOut } from '@tradeline/domain/credit';
import type { LotProblem, StockRefusal } from '@tradeline/domain/inventory';
import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import type {
  Denial,
  FreightRefusal,
  InvoiceTitleProblem,
  PricedOrder,
  QuoteRefusal,
  ReviewStep,
} from '@tradeline/domain/order';
import type { FormulaProblem } from '@tradeline/domain/pricing';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';
import type { PictureRefusal } from '../pictures/encode.ts';
import type { SheetProblem } from '../sheets/sheet.ts';

/** Goods that fall short, with what could be had instead. */
export type ShortLine = { skuId: string; itemNumber: string; requested: number; available: number };

/** One reason for a refusal: a stable `kind` and the facts a screen needs to word it. */
export type Reason =
  | Denial
  | QuoteRefusal
  | FormulaProblem
  | { kind: 'price-list-not-found' }
  | { kind: 'price-version-not-found' }
  | { kind: 'price-list-code-taken'; code: string }
  | { kind: 'price-list-audience'; missing: 'company' | 'group' | 'level' | 'channel' }
  | { kind: 'price-list-window' }
  | { kind: 'price-list-edited' }
  | { kind: 'price-list-moved-on'; version: number }
  | { kind: 'price-draft-moved-on' }
  | { kind: 'price-draft-closed'; state: string }
  | { kind: 'price-draft-empty' }
  | { kind: 'price-nothing-to-undo'; number: number; conflicts: number }
  | { kind: 'price-copy-too-large'; limit: number; count: number }
  | { kind: 'price-four-eyes'; may: string[] }
  | { kind: 'not-signed-in' }
  | { kind: 'sign-in-failed' }
  | { kind: 'too-many-attempts'; retryAfterSeconds: number }
  | { kind: 'busy'; retryAfterSeconds: number }
  | { kind: 'not-permitted'; action: string }
  | { kind: 'order-not-found' }
  /** Nothing of ours priced it, or it sends goods again for a return. */
  | { kind: 'order-not-editable'; why: 'imported' | 'replacement' }
  | { kind: 'nothing-changed' }
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
  | { kind: 'entry-too-long'; lines: number; limit: number }
  | { kind: 'news-not-found' }
  | { kind: 'news-changed' }
  | PictureRefusal
  | LifeRefusal
  | { kind: 'product-invalid'; problems: readonly ProductProblem[] }
  | { kind: 'product-number-taken'; number: string }
  | { kind: 'item-numbers-taken'; items: { itemNumber: string; productNumber: string }[] }
  | { kind: 'unknown-reference'; fields: string[] }
  | { kind: 'product-moved-on'; expected: number; actual: number; by: string | null; at: Instant | null }
  | { kind: 'product-not-ready'; missing: readonly MissingPart[] }
  | { kind: 'product-not-draft'; status: string }
  | { kind: 'product-in-use'; items: string[] }
  | { kind: 'upload-not-found' }
  | { kind: 'picture-not-found' }
  | { kind: 'document-not-found' }
  | { kind: 'document-damaged' }
  | { kind: 'message-empty' }
  | { kind: 'media-moved-on' }
  | { kind: 'too-many-pictures'; limit: number }
  | { kind: 'too-many-documents'; limit: number }
  | { kind: 'sku-not-found'; skuId: string }
  | { kind: 'sku-withdrawn'; skuId: string; itemNumber: string }
  /** Who is told no prices asks for an offer instead. */
  | { kind: 'prices-hidden' }
  | { kind: 'assortment-not-found' }
  | { kind: 'assortment-code-taken'; code: string }
  | { kind: 'assortment-without-goods' }
  | { kind: 'reference-not-found'; of: string; ref: string }
  | { kind: 'group-not-found' }
  | CategoryMoveRefusal
  | { kind: 'category-not-empty'; products: number; children: number; attributes: number }
  | { kind: 'category-in-use'; assortments: BilingualText[]; promotions: BilingualText[] }
  | { kind: 'brand-not-found' }
  | { kind: 'brand-name-taken'; brandId: string; name: BilingualText }
  | { kind: 'brand-in-use'; products: number; assortments: number; promotions: number }
  | { kind: 'brand-into-itself' }
  | { kind: 'attribute-not-found' }
  | { kind: 'attribute-code-taken'; code: string }
  | { kind: 'attribute-kind-in-use'; products: number }
  | { kind: 'attribute-in-use'; products: number }
  | { kind: 'choice-in-use'; choice: string; name: BilingualText; products: number }
  | { kind: 'synonym-not-found' }
  | { kind: 'synonym-needs-two' }
  | { kind: 'word-not-found' }
  /** A file that is not read at all, and why. */
  | { kind: 'sheet-refused'; problem: SheetProblem }
  | { kind: 'job-not-found' }
  /** Only what failed or was cancelled is begun anew. */
  | { kind: 'job-not-over'; state: string }
  /** Columns without which the rows cannot be told apart. */
  | { kind: 'column-missing'; field: string }
  | PlaceUnknown
  | { kind: 'cart-empty' }
  | { kind: 'cart-not-found' }
  | { kind: 'too-many-carts'; limit: number }
  | { kind: 'nothing-to-undo' }
  | { kind: 'cart-already-ordered'; orderNumber: string }
  | { kind: 'idempotency-mismatch' }
  | { kind: 'company-suspended' }
  | { kind: 'delivery-method-not-found'; code: string }
  | { kind: 'invoice-title-not-found' }
  | { kind: 'not-delivered'; why: FreightRefusal }
  | { kind: 'coupons-unknown'; codes: readonly string[] }
  | { kind: 'coupon-used-up'; code: string }
  | { kind: 'promotion-used-up'; promotionId: string; name: { zh: string; en?: string | undefined } }
  | { kind: 'points-short'; asked: number; usable: number }
  | { kind: 'balance-short'; balance: Minor }
  | { kind: 'balance-over-total'; total: Minor }
  | { kind: 'means-closed'; means: 'terms' | 'on-delivery' | 'online' | 'transfer' }
  | { kind: 'terms-of-sale-changed'; version: string }
  | { kind: 'invoice-title-invalid'; problem: InvoiceTitleProblem }
  | { kind: 'voucher-not-found' }
  | { kind: 'voucher-above-open'; open: Minor; currency: string }
  | { kind: 'voucher-decided'; state: string }
  | { kind: 'coupon-code-taken'; code: string }
  | { kind: 'coupon-limit-reached'; issued: number; asked: number }
  | { kind: 'delivery-code-taken'; code: string }
  | { kind: 'credit-passes' }
  | { kind: 'override-day'; most: number }
  | { kind: 'view-not-found' }
  | { kind: 'too-many-views'; limit: number }
  | { kind: 'review-none-on' }
  | { kind: 'review-nobody'; step: ReviewStep; roles: readonly string[] }
  | { kind: 'settings-moved-on' }
  /** An entry that the ledger does not take, and the domain's reason. */
  | { kind: 'stock-refused'; skuId: string; itemNumber: string; why: StockRefusal }
  /** Lots that cannot be moved, picked or sent so, and the domain's reason. */
  | { kind: 'lot-refused'; skuId: string; itemNumber: string; why: LotProblem }
  | { kind: 'lot-not-found' }
  | { kind: 'stock-document-not-found' }
  | { kind: 'stock-document-moved-on'; state: string }
  | { kind: 'stock-four-eyes' }
  | { kind: 'stock-count-empty' }
  | { kind: 'stock-count-recount'; lines: number }
  | { kind: 'stock-same-warehouse' }
  | { kind: 'stock-nothing-received' }
  | { kind: 'stock-transfer-over'; itemNumber: string; open: number }
  | { kind: 'warehouse-code-taken'; code: string }
  | { kind: 'warehouse-not-empty'; units: number; skus: number }
  | { kind: 'bin-code-taken'; code: string }
  /** Another rule of the same party there is for these goods too; `*`: both are for all goods. */
  | { kind: 'sharing-overlaps'; itemNumber: string; others: number }
  | { kind: 'sharing-says-nothing' }
  | { kind: 'sharing-moved-on' }
  | { kind: 'nothing-owed' }
  | { kind: 'box-cleared' }
  | { kind: 'put-back-not-found' }
  | { kind: 'nothing-to-pick' }
  | { kind: 'pick-list-not-found' }
  | { kind: 'pick-list-closed'; state: string }
  | { kind: 'pick-stop-not-found' }
  /** Somebody else dealt with it; so many units are open now. */
  | { kind: 'pick-stop-settled'; itemNumber: string; open: number; by: string | null }
  | { kind: 'payment-channel-off'; channel: string }
  /** The gateway's app has not said who pays; it has to be asked. */
  | { kind: 'payer-unknown'; channel: string }
  /** What came back from the app was not asked for by this session, or long ago, or came before. */
  | { kind: 'payer-state-unknown' }
  | { kind: 'payment-time-over'; until: Instant }
  /** No answer came: nothing is known, and nothing is lost. */
  | { kind: 'gateway-silent'; channel: string }
  | { kind: 'gateway-refused'; channel: string; code: string }
  | { kind: 'refund-not-failed' }
  | { kind: 'return-not-found' }
  | { kind: 'warehouse-not-found' }
  | { kind: 'refund-changed'; expected: Minor; actual: Minor }
  | { kind: 'out-of-stock'; lines: ShortLine[] }
  | { kind: 'total-changed'; expected: Minor; actual: Minor; priced: PricedOrder }
  | { kind: 'terms-blocked'; reasons: readonly BlockReason[]; available: Minor; waysOut: readonly WayOut[] };

/** What can stand against a checkout: nothing that a step of an order that stands already would say. */
export type CheckoutReason = Exclude<Reason, Denial | FormulaProblem | PictureRefusal | LifeRefusal>;

/** Every expected refusal of the API; an order is refused with everything that stands against it, each as it would stand alone. */
export type Refusal = Reason | { kind: 'order-refused'; reasons: readonly Reason[] };

/** A new refusal does not compile until it has its code here. */
export const refusalCodes: Record<Refusal['kind'], TRPC_ERROR_CODE_KEY> = {
  'formula-invalid': 'BAD_REQUEST',
  'price-list-not-found': 'NOT_FOUND',
  'price-version-not-found': 'NOT_FOUND',
  'price-list-code-taken': 'CONFLICT',
  'price-list-audience': 'BAD_REQUEST',
  'price-list-window': 'BAD_REQUEST',
  'price-list-edited': 'CONFLICT',
  'price-list-moved-on': 'CONFLICT',
  'price-draft-moved-on': 'CONFLICT',
  'price-draft-closed': 'CONFLICT',
  'price-draft-empty': 'BAD_REQUEST',
  'price-nothing-to-undo': 'CONFLICT',
  'price-copy-too-large': 'BAD_REQUEST',
  'price-four-eyes': 'FORBIDDEN',
  'not-signed-in': 'UNAUTHORIZED',
  'sign-in-failed': 'UNAUTHORIZED',
  'too-many-attempts': 'TOO_MANY_REQUESTS',
  busy: 'TOO_MANY_REQUESTS',
  'not-permitted': 'FORBIDDEN',
  'order-not-found': 'NOT_FOUND',
  'order-not-editable': 'CONFLICT',
  'nothing-changed': 'BAD_REQUEST',
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
  'entry-too-long': 'BAD_REQUEST',
  'news-not-found': 'NOT_FOUND',
  'news-changed': 'CONFLICT',
  'sku-not-found': 'NOT_FOUND',
  'picture-not-found': 'NOT_FOUND',
  'document-not-found': 'NOT_FOUND',
  'document-damaged': 'BAD_REQUEST',
  'message-empty': 'BAD_REQUEST',
  'media-moved-on': 'CONFLICT',
  'too-many-pictures': 'BAD_REQUEST',
  'too-many-documents': 'BAD_REQUEST',
  'plan-in-past': 'BAD_REQUEST',
  'plan-out-of-order': 'BAD_REQUEST',
  'product-invalid': 'BAD_REQUEST',
  'product-number-taken': 'CONFLICT',
  'item-numbers-taken': 'CONFLICT',
  'unknown-reference': 'BAD_REQUEST',
  'product-moved-on': 'CONFLICT',
  'product-not-ready': 'CONFLICT',
  'product-not-draft': 'CONFLICT',
  'product-in-use': 'CONFLICT',
  'place-unknown': 'BAD_REQUEST',
  'cart-not-found': 'NOT_FOUND',
  'too-many-carts': 'CONFLICT',
  'nothing-to-undo': 'CONFLICT',
  'sku-withdrawn': 'CONFLICT',
  'prices-hidden': 'FORBIDDEN',
  'picture-refused': 'UNPROCESSABLE_CONTENT',
  'upload-not-found': 'NOT_FOUND',
  'assortment-not-found': 'NOT_FOUND',
  'assortment-code-taken': 'CONFLICT',
  'assortment-without-goods': 'BAD_REQUEST',
  'reference-not-found': 'BAD_REQUEST',
  'group-not-found': 'NOT_FOUND',
  'category-not-found': 'NOT_FOUND',
  'category-cycle': 'BAD_REQUEST',
  'category-too-deep': 'BAD_REQUEST',
  'category-not-empty': 'CONFLICT',
  'category-in-use': 'CONFLICT',
  'brand-not-found': 'NOT_FOUND',
  'brand-name-taken': 'CONFLICT',
  'brand-in-use': 'CONFLICT',
  'brand-into-itself': 'BAD_REQUEST',
  'attribute-not-found': 'NOT_FOUND',
  'attribute-code-taken': 'CONFLICT',
  'attribute-kind-in-use': 'CONFLICT',
  'attribute-in-use': 'CONFLICT',
  'choice-in-use': 'CONFLICT',
  'synonym-not-found': 'NOT_FOUND',
  'synonym-needs-two': 'BAD_REQUEST',
  'word-not-found': 'NOT_FOUND',
  'sheet-refused': 'BAD_REQUEST',
  'job-not-found': 'NOT_FOUND',
  'job-not-over': 'CONFLICT',
  'column-missing': 'BAD_REQUEST',
  'cart-empty': 'BAD_REQUEST',
  'cart-already-ordered': 'CONFLICT',
  'idempotency-mismatch': 'UNPROCESSABLE_CONTENT',
  'company-suspended': 'FORBIDDEN',
  'delivery-method-not-found': 'NOT_FOUND',
  'invoice-title-not-found': 'NOT_FOUND',
  'not-delivered': 'CONFLICT',
  'coupons-unknown': 'CONFLICT',
  'coupon-used-up': 'CONFLICT',
  'promotion-used-up': 'CONFLICT',
  'points-short': 'CONFLICT',
  'balance-short': 'CONFLICT',
  'balance-over-total': 'BAD_REQUEST',
  'means-closed': 'CONFLICT',
  'terms-of-sale-changed': 'CONFLICT',
  'invoice-title-invalid': 'BAD_REQUEST',
  'voucher-not-found': 'NOT_FOUND',
  'voucher-above-open': 'CONFLICT',
  'voucher-decided': 'CONFLICT',
  'coupon-code-taken': 'CONFLICT',
  'coupon-limit-reached': 'CONFLICT',
  'delivery-code-taken': 'CONFLICT',
  'credit-passes': 'CONFLICT',
  'override-day': 'BAD_REQUEST',
  'view-not-found': 'NOT_FOUND',
  'too-many-views': 'CONFLICT',
  'review-none-on': 'BAD_REQUEST',
  'review-nobody': 'BAD_REQUEST',
  'settings-moved-on': 'CONFLICT',
  'stock-refused': 'CONFLICT',
  'lot-refused': 'CONFLICT',
  'lot-not-found': 'NOT_FOUND',
  'stock-document-not-found': 'NOT_FOUND',
  'stock-document-moved-on': 'CONFLICT',
  'stock-four-eyes': 'FORBIDDEN',
  'stock-count-empty': 'CONFLICT',
  'stock-count-recount': 'CONFLICT',
  'stock-same-warehouse': 'BAD_REQUEST',
  'stock-nothing-received': 'BAD_REQUEST',
  'stock-transfer-over': 'BAD_REQUEST',
  'warehouse-code-taken': 'CONFLICT',
  'warehouse-not-empty': 'CONFLICT',
  'sharing-overlaps': 'CONFLICT',
  'sharing-says-nothing': 'BAD_REQUEST',
  'sharing-moved-on': 'CONFLICT',
  'bin-code-taken': 'CONFLICT',
  'put-back-not-found': 'NOT_FOUND',
  'nothing-owed': 'CONFLICT',
  'box-cleared': 'CONFLICT',
  'nothing-to-pick': 'CONFLICT',
  'pick-list-not-found': 'NOT_FOUND',
  'pick-list-closed': 'CONFLICT',
  'pick-stop-not-found': 'NOT_FOUND',
  'pick-stop-settled': 'CONFLICT',
  'payment-channel-off': 'PRECONDITION_FAILED',
  'payer-unknown': 'PRECONDITION_FAILED',
  'payer-state-unknown': 'CONFLICT',
  'payment-time-over': 'CONFLICT',
  'gateway-silent': 'BAD_GATEWAY',
  'gateway-refused': 'CONFLICT',
  'refund-not-failed': 'CONFLICT',
  'return-not-found': 'NOT_FOUND',
  'warehouse-not-found': 'NOT_FOUND',
  'refund-changed': 'CONFLICT',
  'out-of-stock': 'CONFLICT',
  'order-refused': 'CONFLICT',
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
  'review-not-yours': 'FORBIDDEN',
  'same-reviewer': 'FORBIDDEN',
  'review-missing': 'CONFLICT',
  'review-is-last': 'CONFLICT',
  'nothing-to-release': 'CONFLICT',
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
