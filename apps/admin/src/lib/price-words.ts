import type { PriceKind, PriceVerdict } from '@tradeline/domain/pricing';
import type { Text } from './i18n.tsx';

const kinds: Record<PriceKind, (t: Text) => string> = {
  contract: (t) => t.price_kind_contract(),
  customer: (t) => t.price_kind_customer(),
  group: (t) => t.price_kind_group(),
  member: (t) => t.price_kind_member(),
  channel: (t) => t.price_kind_channel(),
  base: (t) => t.price_kind_base(),
};
/** What sort of price it is. */
export const priceKindText = (kind: PriceKind, t: Text): string => kinds[kind](t);

const verdicts: Record<PriceVerdict, (t: Text) => string> = {
  chosen: (t) => t.verdict_chosen(),
  'no-amount': (t) => t.verdict_no_amount(),
  'other-currency': (t) => t.verdict_other_currency(),
  'not-yet-valid': (t) => t.verdict_not_yet_valid(),
  expired: (t) => t.verdict_expired(),
  'other-customer': (t) => t.verdict_other_customer(),
  'other-group': (t) => t.verdict_other_group(),
  'other-level': (t) => t.verdict_other_level(),
  'other-channel': (t) => t.verdict_other_channel(),
  'other-region': (t) => t.verdict_other_region(),
  'below-minimum-quantity': (t) => t.verdict_below_minimum_quantity(),
  'above-maximum-quantity': (t) => t.verdict_above_maximum_quantity(),
  'less-specific': (t) => t.verdict_less_specific(),
  dearer: (t) => t.verdict_dearer(),
  'lower-priority': (t) => t.verdict_lower_priority(),
  older: (t) => t.verdict_older(),
  'smaller-tier': (t) => t.verdict_smaller_tier(),
  'later-list-id': (t) => t.verdict_later_list_id(),
};
/** Why a price holds, or why it does not. */
export const priceVerdictText = (verdict: PriceVerdict, t: Text): string => verdicts[verdict](t);
