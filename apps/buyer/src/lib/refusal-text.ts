import type { Refusal } from '@tradeline/api/router';
import type { BlockReason } from '@tradeline/domain/credit';
import { orderFileText } from './order-file-text.ts';
import { roleText, stateText } from './order-words.ts';
import { quantityProblemText } from './quantity-words.ts';
import type { Words } from './words.ts';

type Wording<Kind extends string, Facts extends { kind: string }> = {
  [K in Kind]: (facts: Extract<Facts, { kind: K }>, words: Words) => string;
};

const blockReasons: Wording<BlockReason['kind'], BlockReason> = {
  blocked: ({ why }, { t }) => t.credit_blocked({ why }),
  'no-terms': (_, { t }) => t.credit_no_terms(),
  'terms-too-long': ({ grantedDays }, { t }) => t.credit_terms_too_long({ days: grantedDays }),
  'prepayment-short': ({ percent, required }, { t, money }) =>
    t.credit_prepayment_short({ percent, required: money(required) }),
  'limit-exceeded': ({ shortBy }, { t, money }) => t.credit_limit_exceeded({ short: money(shortBy) }),
  overdue: ({ amount }, { t, money }) => t.credit_overdue({ amount: money(amount) }),
  'oldest-overdue': ({ days }, { t }) => t.credit_oldest_overdue({ days }),
  'order-cap': ({ cap }, { t, money }) => t.credit_order_cap({ cap: money(cap) }),
  'review-due': (_, { t }) => t.credit_review_due(),
  'licence-expired': ({ validUntil }, { t, day }) => t.credit_licence_expired({ day: day(validUntil) }),
};

/** Why credit terms are refused, in a few words. */
export const blockReasonText = (reason: BlockReason, words: Words): string =>
  (blockReasons[reason.kind] as (facts: BlockReason, words: Words) => string)(reason, words);

/** Refusals of the staff's work, which no screen of the portal can meet. */
const consoleOnly = (_: unknown, { t }: Words): string => t.refusal_console_only();

type LineRefusal = Extract<Refusal, { kind: 'lines-refused' }>['lines'][number];
const lineText = (line: LineRefusal, words: Words): string => {
  const item = words.item(line.skuId);
  switch (line.kind) {
    case 'no-price':
      return words.t.refusal_no_price({ item });
    case 'amount-too-large':
      return words.t.refusal_amount_too_large({ item, limit: words.money(line.limit) });
    case 'quantity':
      return `${item} ${quantityProblemText(line, words)}`.trim();
  }
};

type NotDelivered = Extract<Refusal, { kind: 'not-delivered' }>['why'];
export const notDeliveredText = (why: NotDelivered, { t, money, quantity }: Words): string => {
  switch (why.kind) {
    case 'place-not-served':
      return t.placing_refused_place({ place: [why.place.province, why.place.city].filter(Boolean).join(' ') });
    case 'below-delivery-minimum':
      return t.placing_refused_minimum({ minimum: money(why.minimum), missing: money(why.missing) });
    case 'too-heavy':
      return t.placing_refused_heavy({
        limit: quantity(Math.floor(why.limit / 1_000)),
        weight: quantity(Math.ceil(why.grams / 1_000)),
      });
  }
};

type ClosedMeans = Extract<Refusal, { kind: 'means-closed' }>['means'];
const closedMeans: Record<ClosedMeans, (t: Words['t']) => string> = {
  terms: (t) => t.checkout_means_terms(),
  'on-delivery': (t) => t.checkout_means_on_delivery(),
  online: (t) => t.checkout_means_online(),
  transfer: (t) => t.checkout_means_transfer(),
};

type TitleProblem = Extract<Refusal, { kind: 'invoice-title-invalid' }>['problem'];
const titleFields: Record<Extract<TitleProblem, { kind: 'missing' }>['field'], (t: Words['t']) => string> = {
  title: (t) => t.title_field_title(),
  taxNumber: (t) => t.title_field_tax_number(),
  bank: (t) => t.title_field_bank(),
  account: (t) => t.title_field_account(),
  address: (t) => t.title_field_address(),
  phone: (t) => t.title_field_phone(),
};
/** What is missing or wrong in an invoice title, as the domain found it. */
export const titleProblemText = (problem: TitleProblem, { t }: Pick<Words, 't'>): string => {
  switch (problem.kind) {
    case 'missing':
      return t.title_refused_missing({ field: titleFields[problem.field](t) });
    case 'number-length':
      return t.title_refused_length({ length: problem.length });
    case 'number-character':
      return t.title_refused_character({ character: problem.character });
    case 'number-check':
      return t.title_refused_check({ expected: problem.expected });
  }
};

/** The words for every refusal of the API: a new kind does not compile until it has its line here. */
const wordings: Wording<Refusal['kind'], Refusal> = {
  // The desk of prices is the staff's; a buyer who reached it would be told that.
  'formula-invalid': (_, { t }) => t.refusal_not_permitted(),
  'price-list-not-found': (_, { t }) => t.refusal_not_permitted(),
  'price-version-not-found': (_, { t }) => t.refusal_not_permitted(),
  'price-list-code-taken': (_, { t }) => t.refusal_not_permitted(),
  'price-list-audience': (_, { t }) => t.refusal_not_permitted(),
  'price-list-window': (_, { t }) => t.refusal_not_permitted(),
  'price-list-edited': (_, { t }) => t.refusal_not_permitted(),
  'price-list-moved-on': (_, { t }) => t.refusal_not_permitted(),
  'price-draft-moved-on': (_, { t }) => t.refusal_not_permitted(),
  'price-draft-closed': (_, { t }) => t.refusal_not_permitted(),
  'price-draft-empty': (_, { t }) => t.refusal_not_permitted(),
  'price-nothing-to-undo': (_, { t }) => t.refusal_not_permitted(),
  'price-copy-too-large': (_, { t }) => t.refusal_not_permitted(),
  'price-four-eyes': (_, { t }) => t.refusal_not_permitted(),
  'not-signed-in': (_, { t }) => t.refusal_not_signed_in(),
  'sign-in-failed': (_, { t }) => t.refusal_sign_in_failed(),
  'too-many-attempts': ({ retryAfterSeconds }, { t }) => t.refusal_too_many_attempts({ seconds: retryAfterSeconds }),
  busy: ({ retryAfterSeconds }, { t }) => t.refusal_busy({ seconds: retryAfterSeconds }),
  'not-permitted': (_, { t }) => t.refusal_not_permitted(),
  'order-not-found': (_, { t }) => t.refusal_order_not_found(),
  'order-not-editable': ({ why }, { t }) =>
    why === 'imported' ? t.ordering_refusal_not_editable_imported() : t.ordering_refusal_not_editable_replacement(),
  'place-unknown': ({ value, nearest }, { t, list }) =>
    t.checkout_refusal_place({ value, nearest: list(nearest) || '…' }),
  'too-many-carts': ({ limit }, { t }) => t.ordering_refusal_too_many_carts({ limit }),
  'nothing-changed': (_, { t }) => t.ordering_refusal_nothing_changed(),
  'product-not-found': (_, { t }) => t.refusal_product_not_found(),
  'document-damaged': (_, { t }) => t.after_refusal_document_damaged(),
  'message-empty': (_, { t }) => t.after_refusal_message_empty(),
  'media-moved-on': consoleOnly,
  'too-many-pictures': consoleOnly,
  'too-many-documents': consoleOnly,
  'picture-not-found': consoleOnly,
  'document-not-found': consoleOnly,
  'plan-in-past': consoleOnly,
  'plan-out-of-order': consoleOnly,
  'product-invalid': consoleOnly,
  'product-number-taken': consoleOnly,
  'item-numbers-taken': consoleOnly,
  'unknown-reference': consoleOnly,
  'product-moved-on': consoleOnly,
  'product-not-ready': consoleOnly,
  'product-not-draft': consoleOnly,
  'product-in-use': consoleOnly,
  'customer-not-found': (_, { t }) => t.refusal_customer_not_found(),
  'address-not-found': (_, { t }) => t.refusal_address_not_found(),
  'list-not-found': (_, { t }) => t.lists_refusal_not_found(),
  'list-full': ({ limit }, { t, quantity }) => t.lists_refusal_full({ limit: quantity(limit) }),
  'too-many-lists': ({ limit }, { t, quantity }) => t.lists_refusal_too_many({ limit: quantity(limit) }),
  'code-empty': (_, { t }) => t.codes_refusal_empty(),
  'code-not-found': (_, { t }) => t.codes_refusal_not_found(),
  'code-taken': ({ code, itemNumber }, { t }) => t.codes_refusal_taken({ code, item: itemNumber }),
  'codes-full': ({ limit }, { t, quantity }) => t.codes_refusal_full({ limit: quantity(limit) }),
  'entry-too-long': ({ lines, limit }, { t, quantity }) =>
    t.pad_too_long({ lines: quantity(lines), limit: quantity(limit) }),
  'news-not-found': (_, { t }) => t.news_refusal_not_found(),
  'news-changed': (_, { t }) => t.news_refusal_changed(),
  'sku-not-found': (_, { t }) => t.refusal_sku_not_found(),
  'sku-withdrawn': ({ itemNumber }, { t }) => t.refusal_sku_withdrawn({ item: itemNumber }),
  'picture-refused': (_, { t }) => t.after_refusal_picture(),
  'assortment-not-found': consoleOnly,
  'assortment-code-taken': consoleOnly,
  'assortment-without-goods': consoleOnly,
  'reference-not-found': consoleOnly,
  'group-not-found': consoleOnly,
  'category-not-found': consoleOnly,
  'category-cycle': consoleOnly,
  'category-too-deep': consoleOnly,
  'category-not-empty': consoleOnly,
  'category-in-use': consoleOnly,
  'brand-not-found': consoleOnly,
  'brand-name-taken': consoleOnly,
  'brand-in-use': consoleOnly,
  'brand-into-itself': consoleOnly,
  'attribute-not-found': consoleOnly,
  'attribute-code-taken': consoleOnly,
  'attribute-kind-in-use': consoleOnly,
  'attribute-in-use': consoleOnly,
  'choice-in-use': consoleOnly,
  'synonym-not-found': consoleOnly,
  'synonym-needs-two': consoleOnly,
  'word-not-found': consoleOnly,
  'prices-hidden': (_, { t }) => t.refusal_prices_hidden(),
  'sheet-refused': ({ problem }, { t }) => orderFileText(problem, t),
  'job-not-found': consoleOnly,
  'job-not-over': consoleOnly,
  'column-missing': consoleOnly,
  'cart-empty': (_, { t }) => t.refusal_cart_empty(),
  'cart-not-found': (_, { t }) => t.refusal_cart_not_found(),
  'nothing-to-undo': (_, { t }) => t.refusal_nothing_to_undo(),
  'cart-already-ordered': ({ orderNumber }, { t }) => t.refusal_cart_already_ordered({ order: orderNumber }),
  'idempotency-mismatch': (_, { t }) => t.refusal_idempotency_mismatch(),
  'company-suspended': (_, { t }) => t.refusal_company_suspended(),
  'delivery-method-not-found': (_, { t }) => t.placing_refused_delivery_method(),
  'invoice-title-not-found': (_, { t }) => t.placing_refused_invoice_title(),
  'upload-not-found': (_, { t }) => t.placing_refused_upload(),
  'not-delivered': ({ why }, words) => notDeliveredText(why, words),
  'coupons-unknown': ({ codes }, { t, list }) => t.placing_refused_coupons_unknown({ codes: list([...codes]) }),
  'coupon-used-up': ({ code }, { t }) => t.placing_refused_coupon_used_up({ code }),
  'promotion-used-up': ({ name }, { t, language }) =>
    t.placing_refused_promotion_used_up({ name: (language === 'en' && name.en) || name.zh }),
  'points-short': ({ asked, usable }, { t, quantity }) =>
    t.placing_refused_points_short({ asked: quantity(asked), usable: quantity(usable) }),
  'balance-short': ({ balance }, { t, money }) => t.placing_refused_balance_short({ balance: money(balance) }),
  'balance-over-total': ({ total }, { t, money }) => t.placing_refused_balance_over_total({ total: money(total) }),
  'means-closed': ({ means }, { t }) => t.checkout_refused_means({ means: closedMeans[means](t) }),
  'terms-of-sale-changed': (_, { t }) => t.checkout_refused_terms_changed(),
  'invoice-title-invalid': ({ problem }, words) => titleProblemText(problem, words),
  'voucher-not-found': consoleOnly,
  'voucher-above-open': ({ open }, { t, money }) => t.pay_refused_above({ open: money(open) }),
  'voucher-decided': consoleOnly,
  'coupon-code-taken': consoleOnly,
  'coupon-limit-reached': consoleOnly,
  'delivery-code-taken': consoleOnly,
  'settings-moved-on': consoleOnly,
  'credit-passes': consoleOnly,
  'override-day': consoleOnly,
  'view-not-found': consoleOnly,
  'too-many-views': consoleOnly,
  'review-none-on': consoleOnly,
  'review-nobody': consoleOnly,
  'review-not-yours': consoleOnly,
  'same-reviewer': consoleOnly,
  'review-missing': consoleOnly,
  'review-is-last': consoleOnly,
  'nothing-to-release': consoleOnly,
  'stock-refused': consoleOnly,
  'lot-refused': consoleOnly,
  'lot-not-found': consoleOnly,
  'stock-document-not-found': consoleOnly,
  'stock-document-moved-on': consoleOnly,
  'stock-four-eyes': consoleOnly,
  'stock-count-empty': consoleOnly,
  'stock-count-recount': consoleOnly,
  'stock-same-warehouse': consoleOnly,
  'stock-nothing-received': consoleOnly,
  'stock-transfer-over': consoleOnly,
  'warehouse-code-taken': consoleOnly,
  'warehouse-not-empty': consoleOnly,
  'sharing-overlaps': consoleOnly,
  'sharing-says-nothing': consoleOnly,
  'sharing-moved-on': consoleOnly,
  'bin-code-taken': consoleOnly,
  'put-back-not-found': consoleOnly,
  'nothing-owed': consoleOnly,
  'box-cleared': consoleOnly,
  'nothing-to-pick': consoleOnly,
  'pick-list-not-found': consoleOnly,
  'pick-list-closed': consoleOnly,
  'pick-stop-not-found': consoleOnly,
  'pick-stop-settled': consoleOnly,
  'order-refused': ({ reasons }, words) => reasons.map((reason) => refusalText(reason, words)).join(' '),
  'payment-channel-off': (_, { t }) => t.pay_refused_off(),
  'payer-unknown': (_, { t }) => t.pay_refused_payer(),
  'payer-state-unknown': (_, { t }) => t.pay_refused_state(),
  'payment-time-over': (_, { t }) => t.pay_refused_over(),
  'gateway-silent': (_, { t }) => t.pay_refused_silent(),
  'gateway-refused': ({ code }, { t }) => t.pay_refused_gateway({ code }),
  'refund-not-failed': consoleOnly,
  'return-not-found': (_, { t }) => t.returns_refused_not_found(),
  'warehouse-not-found': consoleOnly,
  'refund-changed': consoleOnly,
  'out-of-stock': ({ lines }, { t, list, quantity }) =>
    t.refusal_out_of_stock({
      lines: list(
        lines.map(({ itemNumber, requested, available }) =>
          t.refusal_short_line({ item: itemNumber, requested: quantity(requested), available: quantity(available) }),
        ),
      ),
    }),
  'total-changed': ({ expected, actual }, { t, money }) =>
    t.refusal_total_changed({ expected: money(expected), actual: money(actual) }),
  'terms-blocked': ({ reasons }, words) =>
    words.t.refusal_terms_blocked({ reasons: words.list(reasons.map((reason) => blockReasonText(reason, words))) }),
  'lines-refused': ({ lines }, words) =>
    words.t.refusal_lines_refused({ lines: words.list(lines.map((line) => lineText(line, words))) }),
  'too-many': ({ limit, count }, { t, quantity }) =>
    t.refusal_too_many({ limit: quantity(limit), count: quantity(count) }),
  'duplicate-line': (_, { t }) => t.refusal_duplicate_line(),
  malformed: ({ path }, { t }) => t.refusal_malformed({ path }),
  'unknown-action': (_, { t }) => t.refusal_unknown_action(),
  'already-shipped': ({ shipped }, { t }) => t.refusal_already_shipped({ count: shipped }),
  'no-such-part': (_, { t }) => t.refusal_no_such_part(),
  'wrong-status': ({ status }, { t }) => t.refusal_wrong_status({ status: stateText(status, t) }),
  'role-not-allowed': ({ allowed }, { t, list }) =>
    t.refusal_role_not_allowed({ roles: list(allowed.map((role) => roleText(role, t))) }),
  'comment-required': (_, { t }) => t.refusal_comment_required(),
  'order-moved-on': (_, { t }) => t.refusal_order_moved_on(),
  'lines-invalid': (_, { t }) => t.refusal_lines_invalid(),
  'price-changed': (_, { t }) => t.refusal_price_changed(),
  'credit-blocked': (_, { t }) => t.refusal_credit_blocked(),
  'stock-short': (_, { t }) => t.refusal_stock_short(),
  'address-missing': (_, { t }) => t.refusal_address_missing(),
  'customer-new': (_, { t }) => t.refusal_customer_new(),
  'over-spending-limit': ({ limit, total }, { t, money }) =>
    t.refusal_over_spending_limit({ limit: money(limit), total: money(total) }),
  'over-approval-limit': ({ limit, total }, { t, money }) =>
    t.refusal_over_approval_limit({ limit: money(limit), total: money(total) }),
  'own-order': (_, { t }) => t.refusal_own_order(),
  'prepayment-missing': ({ missing }, { t, money }) => t.refusal_prepayment_missing({ missing: money(missing) }),
  'nothing-due': (_, { t }) => t.refusal_nothing_due(),
  'already-paid': ({ charged }, { t, money }) => t.refusal_already_paid({ charged: money(charged) }),
  'over-amount': ({ asked, most }, { t, money }) => t.refusal_over_amount({ asked: money(asked), most: money(most) }),
  'total-not-lower': (_, { t }) => t.refusal_total_not_lower(),
  'no-units': (_, { t }) => t.refusal_no_units(),
  'unknown-line': (_, { t }) => t.refusal_unknown_line(),
  'over-quantity': ({ asked, most }, { t, quantity }) =>
    t.refusal_over_quantity({ asked: quantity(asked), most: quantity(most) }),
  'nothing-shipped': (_, { t }) => t.refusal_nothing_shipped(),
  'not-all-delivered': ({ missing }, { t }) => t.refusal_not_all_delivered({ count: missing }),
  'returns-open': (_, { t }) => t.refusal_returns_open(),
  'money-open': (_, { t }) => t.refusal_money_open(),
  'return-window-over': (_, { t }) => t.refusal_return_window_over(),
  'return-period-running': (_, { t }) => t.refusal_return_period_running(),
};

export const refusalText = (refusal: Refusal, words: Words): string =>
  (wordings[refusal.kind] as (facts: Refusal, words: Words) => string)(refusal, words);
