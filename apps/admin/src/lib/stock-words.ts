import type { Refusal } from '@tradeline/api/router';
import type { Text } from './i18n.tsx';
import type { Words } from './words.ts';

type Why = Extract<Refusal, { kind: 'stock-refused' }>['why'];

/** Why the ledger does not take an entry. */
export const stockRefusalText = (why: Why, { t, quantity }: Pick<Words, 't' | 'quantity'>): string => {
  switch (why.kind) {
    case 'stock-short':
      return t.stock_why_short({ asked: quantity(why.asked), available: quantity(why.available) });
    case 'promises-uncovered':
      return t.stock_why_promised({ promised: quantity(why.promised), on_hand: quantity(why.onHand) });
    case 'not-in-quarantine':
      return t.stock_why_quarantine({ asked: quantity(why.asked), there: quantity(why.quarantine) });
    case 'not-in-transit':
      return t.stock_why_transit({ asked: quantity(why.asked), there: quantity(why.inTransit) });
    case 'reason-missing':
      return t.stock_why_reason();
    case 'not-reserved':
    case 'not-allocated':
    case 'quantity-invalid':
    case 'counterpart-missing':
      return t.stock_why_invalid();
  }
};

const states: Record<string, (t: Text) => string> = {
  pending: (t) => t.stock_doc_pending(),
  booked: (t) => t.stock_doc_booked(),
  rejected: (t) => t.stock_doc_rejected(),
  open: (t) => t.stock_doc_open(),
  posted: (t) => t.stock_doc_posted(),
  cancelled: (t) => t.stock_doc_cancelled(),
  draft: (t) => t.stock_doc_draft(),
  'in-transit': (t) => t.stock_doc_in_transit(),
  received: (t) => t.stock_doc_received(),
};
/** The state of a stock document in the words of the trade. */
export const documentStateText = (state: string, t: Text): string => states[state]?.(t) ?? state;

/** How a state looks beside its word. */
export const documentTone = (state: string) =>
  state === 'pending' || state === 'open'
    ? ('warning' as const)
    : state === 'in-transit'
      ? ('info' as const)
      : state === 'booked' || state === 'posted' || state === 'received'
        ? ('success' as const)
        : ('neutral' as const);

const reasons: Record<string, (t: Text) => string> = {
  damage: (t) => t.stock_reason_damage(),
  loss: (t) => t.stock_reason_loss(),
  found: (t) => t.stock_reason_found(),
  expired: (t) => t.stock_reason_expired(),
  sample: (t) => t.stock_reason_sample(),
  correction: (t) => t.stock_reason_correction(),
  other: (t) => t.stock_reason_other(),
};
export const reasonText = (reason: string, t: Text): string => reasons[reason]?.(t) ?? reason;
