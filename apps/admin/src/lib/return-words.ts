import { type ReturnReason, type ReturnState, returnStates } from '@tradeline/domain/order';
import type { Tone } from '@tradeline/ui';
import type { Text } from './i18n.tsx';

const states: Record<ReturnState, { text: (t: Text) => string; tone: Tone }> = {
  requested: { text: (t) => t.returns_state_requested(), tone: 'info' },
  approved: { text: (t) => t.returns_state_approved(), tone: 'warning' },
  'sent-back': { text: (t) => t.returns_state_sent_back(), tone: 'accent' },
  received: { text: (t) => t.returns_state_received(), tone: 'accent' },
  inspected: { text: (t) => t.returns_state_inspected(), tone: 'accent' },
  refunded: { text: (t) => t.returns_state_refunded(), tone: 'success' },
  replaced: { text: (t) => t.returns_state_replaced(), tone: 'success' },
  rejected: { text: (t) => t.returns_state_rejected(), tone: 'danger' },
  cancelled: { text: (t) => t.returns_state_cancelled(), tone: 'neutral' },
};
export const isReturnState = (text: string): text is ReturnState => (returnStates as readonly string[]).includes(text);
export const returnStateText = (state: ReturnState, t: Text): string => states[state].text(t);
export const returnStateTone = (state: ReturnState): Tone => states[state].tone;

const reasons: Record<ReturnReason, (t: Text) => string> = {
  'wrong-item': (t) => t.returns_reason_wrong_item(),
  damaged: (t) => t.returns_reason_damaged(),
  defective: (t) => t.returns_reason_defective(),
  'not-as-described': (t) => t.returns_reason_not_as_described(),
  'not-needed': (t) => t.returns_reason_not_needed(),
  other: (t) => t.returns_reason_other(),
};
export const returnReasonText = (reason: ReturnReason, t: Text): string => reasons[reason](t);
