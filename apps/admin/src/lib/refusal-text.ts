import type { Refusal } from '@tradeline/api/router';
import type { BlockReason } from '@tradeline/domain/credit';
import type { FormulaField } from '@tradeline/domain/pricing';
import { fieldName } from './field-name.ts';
import { fileProblemText } from './file-problem-text.ts';
import { lotRefusalText } from './lot-words.ts';
import { missingText } from './missing-text.ts';
import { anyStaffRole, reviewText, roleText, stateText } from './order-words.ts';
import { quantityProblemText } from './quantity-words.ts';
import { documentStateText, stockRefusalText } from './stock-words.ts';
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

type PictureReason = Extract<Refusal, { kind: 'picture-refused' }>['reason'];
const pictures: Record<PictureReason, (t: Words['t']) => string> = {
  'not-a-picture': (t) => t.assortments_picture_not(),
  'too-many-pixels': (t) => t.assortments_picture_large(),
  'too-small': (t) => t.assortments_picture_small(),
  damaged: (t) => t.assortments_picture_damaged(),
  'crop-outside': (t) => t.assortments_picture_crop(),
};

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
const notDeliveredText = (why: NotDelivered, { t, money, quantity }: Words): string => {
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

const formulaFields: Record<FormulaField, (t: Words['t']) => string> = {
  percent: (t) => t.prices_formula_field_percent(),
  margin: (t) => t.prices_formula_field_margin(),
  addE4: (t) => t.prices_formula_field_adde4(),
  grid: (t) => t.prices_formula_field_grid(),
  minMargin: (t) => t.prices_formula_field_minmargin(),
};

type ClosedMeans = Extract<Refusal, { kind: 'means-closed' }>['means'];
const closedMeans: Record<ClosedMeans, (t: Words['t']) => string> = {
  terms: (t) => t.checkout_means_terms(),
  'on-delivery': (t) => t.checkout_means_on_delivery(),
  online: (t) => t.checkout_means_online(),
  transfer: (t) => t.checkout_means_transfer(),
};

/** The words for every refusal of the API: a new kind does not compile until it has its line here. */
const wordings: Wording<Refusal['kind'], Refusal> = {
  'formula-invalid': ({ field }, { t }) => t.refusal_formula_invalid({ field: formulaFields[field](t) }),
  'price-list-not-found': (_, { t }) => t.refusal_price_list_not_found(),
  'price-version-not-found': (_, { t }) => t.refusal_price_version_not_found(),
  'price-list-code-taken': ({ code }, { t }) => t.refusal_price_list_code_taken({ code }),
  'price-list-audience': (_, { t }) => t.refusal_price_list_audience(),
  'price-list-window': (_, { t }) => t.refusal_price_list_window(),
  'price-list-edited': (_, { t }) => t.refusal_price_list_edited(),
  'price-list-moved-on': ({ version }, { t }) => t.refusal_price_list_moved_on({ version }),
  'price-draft-moved-on': (_, { t }) => t.refusal_price_draft_moved_on(),
  'price-draft-closed': (_, { t }) => t.refusal_price_draft_closed(),
  'price-draft-empty': (_, { t }) => t.refusal_price_draft_empty(),
  'price-nothing-to-undo': ({ number, conflicts }, { t, quantity }) =>
    t.refusal_price_nothing_to_undo({ number, conflicts: quantity(conflicts) }),
  'price-copy-too-large': ({ limit, count }, { t, quantity }) =>
    t.refusal_price_copy_too_large({ limit: quantity(limit), count: quantity(count) }),
  'price-four-eyes': ({ may }, { t, or }) =>
    may.length === 0 ? t.refusal_price_four_eyes_nobody() : t.refusal_price_four_eyes({ may: or(may) }),
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
  'document-damaged': (_, { t }) => t.pe_refusal_document_damaged(),
  'message-empty': (_, { t }) => t.after_refusal_message_empty(),
  'media-moved-on': (_, { t }) => t.pe_refusal_media_moved_on(),
  'too-many-pictures': ({ limit }, { t }) => t.pe_refusal_too_many_pictures({ limit }),
  'too-many-documents': ({ limit }, { t }) => t.pe_refusal_too_many_documents({ limit }),
  'picture-not-found': (_, { t }) => t.pe_refusal_picture_not_found(),
  'document-not-found': (_, { t }) => t.pe_refusal_document_not_found(),
  'plan-in-past': ({ field }, { t }) =>
    field === 'publishAt' ? t.pe_refusal_publish_in_past() : t.pe_refusal_withdraw_in_past(),
  'plan-out-of-order': (_, { t }) => t.pe_refusal_plan_order(),
  'product-invalid': ({ problems }, { t }) => t.pe_refusal_invalid({ count: problems.length }),
  'product-number-taken': ({ number }, { t }) => t.pe_refusal_number_taken({ number }),
  'item-numbers-taken': ({ items }, { t, list }) =>
    t.pe_refusal_items_taken({
      items: list(items.map(({ itemNumber, productNumber }) => `${itemNumber} (${productNumber})`)),
    }),
  'unknown-reference': (_, { t }) => t.pe_refusal_unknown_reference(),
  'product-moved-on': ({ by }, { t }) => t.pe_refusal_moved_on({ name: by ?? '?' }),
  'product-not-ready': ({ missing }, { t, list }) =>
    t.pe_refusal_not_ready({ missing: list(missing.map((part) => missingText(part, t))) }),
  'product-not-draft': (_, { t }) => t.pe_refusal_not_draft(),
  'product-in-use': ({ items }, { t }) => t.pe_refusal_in_use({ items: items.slice(0, 3).join(', ') }),
  'customer-not-found': (_, { t }) => t.refusal_customer_not_found(),
  'address-not-found': (_, { t }) => t.refusal_address_not_found(),
  'list-not-found': (_, { t }) => t.lists_refusal_not_found(),
  'list-full': ({ limit }, { t, quantity }) => t.lists_refusal_full({ limit: quantity(limit) }),
  'too-many-lists': ({ limit }, { t, quantity }) => t.lists_refusal_too_many({ limit: quantity(limit) }),
  'code-empty': (_, { t }) => t.codes_refusal_empty(),
  'code-not-found': (_, { t }) => t.codes_refusal_not_found(),
  'code-taken': ({ code, itemNumber }, { t }) => t.codes_refusal_taken({ code, item: itemNumber }),
  'entry-too-long': ({ lines, limit }, { t, quantity }) =>
    t.codes_refusal_too_long({ lines: quantity(lines), limit: quantity(limit) }),
  'codes-full': ({ limit }, { t, quantity }) => t.codes_refusal_full({ limit: quantity(limit) }),
  'news-not-found': (_, { t }) => t.news_refusal_not_found(),
  'news-changed': (_, { t }) => t.news_refusal_changed(),
  'sku-not-found': (_, { t }) => t.refusal_sku_not_found(),
  'sku-withdrawn': ({ itemNumber }, { t }) => t.refusal_sku_withdrawn({ item: itemNumber }),
  'picture-refused': ({ reason }, { t }) => pictures[reason](t),
  'upload-not-found': (_, { t }) => t.assortments_refusal_upload(),
  'assortment-not-found': (_, { t }) => t.assortments_refusal_gone(),
  'assortment-code-taken': ({ code }, { t }) => t.assortments_refusal_code({ code }),
  'assortment-without-goods': (_, { t }) => t.assortments_refusal_no_goods(),
  'reference-not-found': (_, { t }) => t.assortments_refusal_reference(),
  'group-not-found': (_, { t }) => t.assortments_refusal_group(),
  'category-not-found': (_, { t }) => t.categories_refusal_gone(),
  'category-cycle': (_, { t }) => t.categories_refusal_cycle(),
  'category-too-deep': ({ deepest }, { t }) => t.categories_refusal_deep({ deepest }),
  'category-not-empty': ({ products, children, attributes }, { t }) =>
    t.categories_refusal_full({ products, children, attributes }),
  'category-in-use': ({ assortments, promotions }, { t, list, language }) =>
    t.categories_refusal_used({
      names: list([...assortments, ...promotions].map((name) => (language === 'en' && name.en) || name.zh)),
    }),
  'brand-not-found': (_, { t }) => t.brands_refusal_gone(),
  'brand-name-taken': ({ name }, { t, language }) =>
    t.brands_refusal_name({ name: (language === 'en' && name.en) || name.zh }),
  'brand-in-use': ({ products, assortments, promotions }, { t }) =>
    t.brands_refusal_used({ products, assortments, promotions }),
  'brand-into-itself': (_, { t }) => t.brands_refusal_itself(),
  'attribute-not-found': (_, { t }) => t.attributes_refusal_gone(),
  'attribute-code-taken': ({ code }, { t }) => t.attributes_refusal_code({ code }),
  'attribute-kind-in-use': ({ products }, { t }) => t.attributes_refusal_kind({ products }),
  'attribute-in-use': ({ products }, { t }) => t.attributes_refusal_used({ products }),
  'choice-in-use': ({ name, products }, { t, language }) =>
    t.attributes_refusal_choice({ name: (language === 'en' && name.en) || name.zh, products }),
  'synonym-not-found': (_, { t }) => t.search_words_refusal_gone(),
  'synonym-needs-two': (_, { t }) => t.search_words_refusal_two(),
  'word-not-found': (_, { t }) => t.search_words_refusal_word(),
  'prices-hidden': (_, { t }) => t.refusal_prices_hidden(),
  'sheet-refused': ({ problem }, { t }) => fileProblemText(problem, t),
  'job-not-found': (_, { t }) => t.imports_job_missing(),
  'job-not-over': (_, { t }) => t.imports_refusal_job_not_over(),
  'column-missing': ({ field }, { t, language }) =>
    t.imports_refusal_column_missing({ field: fieldName(field, language) }),
  'cart-empty': (_, { t }) => t.refusal_cart_empty(),
  'cart-not-found': (_, { t }) => t.refusal_cart_not_found(),
  'nothing-to-undo': (_, { t }) => t.refusal_nothing_to_undo(),
  'cart-already-ordered': ({ orderNumber }, { t }) => t.refusal_cart_already_ordered({ order: orderNumber }),
  'idempotency-mismatch': (_, { t }) => t.refusal_idempotency_mismatch(),
  'company-suspended': (_, { t }) => t.refusal_company_suspended(),
  'delivery-method-not-found': (_, { t }) => t.placing_refused_delivery_method(),
  'invoice-title-not-found': (_, { t }) => t.placing_refused_invoice_title(),
  'not-delivered': ({ why }, words) => notDeliveredText(why, words),
  'coupons-unknown': ({ codes }, { t, list }) => t.placing_refused_coupons_unknown({ codes: list([...codes]) }),
  'coupon-used-up': ({ code }, { t }) => t.placing_refused_coupon_used_up({ code }),
  'promotion-used-up': ({ name }, { t, language }) =>
    t.placing_refused_promotion_used_up({ name: (language === 'en' && name.en) || name.zh }),
  'points-short': ({ asked, usable }, { t, quantity }) =>
    t.placing_refused_points_short({ asked: quantity(asked), usable: quantity(usable) }),
  'balance-short': ({ balance }, { t, money }) => t.placing_refused_balance_short({ balance: money(balance) }),
  'balance-over-total': ({ total }, { t, money }) => t.placing_refused_balance_over_total({ total: money(total) }),
  // A closed way to pay is met in the portal; here it is named in short.
  'means-closed': ({ means }, { t }) => t.checkout_refused_means({ means: closedMeans[means](t) }),
  'terms-of-sale-changed': (_, { t }) => t.checkout_refused_terms_changed(),
  'invoice-title-invalid': (_, { t }) => t.placing_refused_invoice_title(),
  'voucher-not-found': (_, { t }) => t.voucher_refused_not_found(),
  'voucher-above-open': ({ open, currency }, { t, money }) => t.voucher_refused_above({ open: money(open, currency) }),
  'voucher-decided': (_, { t }) => t.voucher_refused_decided(),
  'coupon-code-taken': ({ code }, { t }) => t.coupon_refused_code_taken({ code }),
  'coupon-limit-reached': ({ issued, asked }, { t, quantity }) =>
    t.coupon_refused_limit({ issued: quantity(issued), asked: quantity(asked) }),
  'delivery-code-taken': ({ code }, { t }) => t.delivery_refused_code_taken({ code }),
  'credit-passes': (_, { t }) => t.desk_refused_credit_passes(),
  'override-day': ({ most }, { t }) => t.desk_refused_override_day({ most }),
  'view-not-found': (_, { t }) => t.desk_refused_view_not_found(),
  'too-many-views': ({ limit }, { t }) => t.desk_refused_too_many_views({ limit }),
  'review-none-on': (_, { t }) => t.desk_refused_none_on(),
  'review-nobody': ({ step, roles }, { t, or }) =>
    t.desk_refused_nobody({ step: reviewText(step, t), roles: or(roles.map((role) => anyStaffRole(role, t))) }),
  'review-not-yours': ({ step, roles }, { t, or }) =>
    t.desk_refused_review_not_yours({
      step: reviewText(step, t),
      roles: or(['administrator', ...roles].map((role) => anyStaffRole(role, t))),
    }),
  'same-reviewer': ({ step, passed }, { t }) =>
    t.desk_refused_same_reviewer({ step: reviewText(step, t), passed: reviewText(passed, t) }),
  'review-missing': ({ step }, { t }) => t.desk_refused_review_missing({ step: reviewText(step, t) }),
  'review-is-last': (_, { t }) => t.desk_refused_review_is_last(),
  'nothing-to-release': (_, { t }) => t.desk_refused_nothing_to_release(),
  'settings-moved-on': (_, { t }) => t.settings_refused_moved_on(),
  'stock-refused': ({ itemNumber, why }, words) =>
    words.t.stock_refused_item({ item: itemNumber, why: stockRefusalText(why, words) }),
  'lot-refused': ({ itemNumber, why }, words) =>
    words.t.stock_lot_refused({ item: itemNumber, why: lotRefusalText(why, words) }),
  'lot-not-found': (_, { t }) => t.stock_lot_gone(),
  'stock-document-not-found': (_, { t }) => t.stock_refused_gone(),
  'stock-document-moved-on': ({ state }, { t }) => t.stock_refused_moved_on({ state: documentStateText(state, t) }),
  'stock-four-eyes': (_, { t }) => t.stock_refused_four_eyes(),
  'stock-count-empty': (_, { t }) => t.stock_refused_count_empty(),
  'stock-count-recount': ({ lines }, { t }) => t.stock_refused_recount({ count: lines }),
  'stock-same-warehouse': (_, { t }) => t.stock_refused_same_warehouse(),
  'stock-nothing-received': (_, { t }) => t.stock_refused_nothing_received(),
  'stock-transfer-over': ({ itemNumber, open }, { t, quantity }) =>
    t.stock_refused_over({ item: itemNumber, open: quantity(open) }),
  'warehouse-code-taken': ({ code }, { t }) => t.stock_refused_warehouse_code({ code }),
  'warehouse-not-empty': ({ units, skus }, { t, quantity }) =>
    t.stock_refused_warehouse_full({ units: quantity(units), skus: quantity(skus) }),
  'sharing-overlaps': ({ itemNumber }, { t }) =>
    itemNumber === '*' ? t.stock_sharing_refused_overlap_all() : t.stock_sharing_refused_overlap({ item: itemNumber }),
  'sharing-says-nothing': (_, { t }) => t.stock_sharing_refused_nothing(),
  'sharing-moved-on': (_, { t }) => t.stock_sharing_refused_moved(),
  'bin-code-taken': ({ code }, { t }) => t.stock_refused_bin_code({ code }),
  'put-back-not-found': (_, { t }) => t.fulfil_put_back_gone(),
  'nothing-owed': (_, { t }) => t.fulfil_refused_not_owed(),
  'box-cleared': (_, { t }) => t.fulfil_ended_cleared(),
  'nothing-to-pick': (_, { t }) => t.fulfil_refused_nothing(),
  'pick-list-not-found': (_, { t }) => t.fulfil_refused_no_list(),
  'pick-list-closed': (_, { t }) => t.fulfil_refused_closed(),
  'pick-stop-not-found': (_, { t }) => t.fulfil_refused_no_stop(),
  'pick-stop-settled': ({ itemNumber, open, by }, { t, quantity }) =>
    t.fulfil_refused_settled({ item: itemNumber, name: by ?? t.fulfil_somebody(), open: quantity(open) }),
  'order-refused': ({ reasons }, words) => reasons.map((reason) => refusalText(reason, words)).join(' '),
  'payment-channel-off': ({ channel }, { t }) => t.payments_refused_off({ channel }),
  // Who pays is asked in the portal only.
  'payer-unknown': (_, { t }) => t.payments_refused_silent(),
  'payer-state-unknown': (_, { t }) => t.payments_refused_silent(),
  'payment-time-over': (_, { t }) => t.payments_refused_over(),
  'gateway-silent': (_, { t }) => t.payments_refused_silent(),
  'gateway-refused': ({ code }, { t }) => t.payments_refused_gateway({ code }),
  'refund-not-failed': (_, { t }) => t.payments_refused_refund(),
  'return-not-found': (_, { t }) => t.returns_refused_not_found(),
  'warehouse-not-found': (_, { t }) => t.returns_refused_warehouse(),
  'refund-changed': ({ expected, actual }, { t, money }) =>
    t.returns_refused_changed({ expected: money(expected), actual: money(actual) }),
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
  'wrong-status': ({ status, from }, { t, or }) =>
    t.refusal_wrong_status({ status: stateText(status, t), from: or(from.map((state) => stateText(state, t))) }),
  'role-not-allowed': ({ allowed }, { t, or }) =>
    t.refusal_role_not_allowed({
      roles: or(allowed.filter((role) => role !== 'system').map((role) => roleText(role, t))),
    }),
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
  'no-units': ({ need }, { t }) =>
    need === 'reserved'
      ? t.refusal_no_units_reserved()
      : need === 'allocated'
        ? t.refusal_no_units_allocated()
        : t.refusal_no_units(),
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
