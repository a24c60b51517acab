import type { Tone } from '@tradeline/ui';
import type { Text } from './i18n.tsx';
import type { Outputs } from './trpc.ts';
import type { Words } from './words.ts';

export type GatewayEntry = Outputs['payments']['list']['rows'][number];
type AttemptState = Outputs['payments']['ofOrder']['attempts'][number]['state'];
type RefundState = Outputs['payments']['ofOrder']['refunds'][number]['state'];
type Asked = Outputs['payments']['check'][number];

export const channelText = (channel: string, t: Text): string =>
  channel === 'wechat' ? t.payments_wechat() : channel === 'alipay' ? t.payments_alipay() : channel;

const attempts: Record<AttemptState, { text: (t: Text) => string; tone: Tone }> = {
  started: { text: (t) => t.payments_state_started(), tone: 'info' },
  unknown: { text: (t) => t.payments_state_unknown(), tone: 'warning' },
  captured: { text: (t) => t.payments_state_captured(), tone: 'success' },
  failed: { text: (t) => t.payments_state_failed(), tone: 'danger' },
  voided: { text: (t) => t.payments_state_voided(), tone: 'neutral' },
};
export const attemptText = (state: AttemptState, t: Text): string => attempts[state].text(t);
export const attemptTone = (state: AttemptState): Tone => attempts[state].tone;

const refunds: Record<RefundState, { text: (t: Text) => string; tone: Tone }> = {
  waiting: { text: (t) => t.payments_refund_waiting(), tone: 'info' },
  unknown: { text: (t) => t.payments_refund_unknown(), tone: 'warning' },
  succeeded: { text: (t) => t.payments_refund_succeeded(), tone: 'success' },
  failed: { text: (t) => t.payments_refund_failed(), tone: 'danger' },
};
export const refundText = (state: RefundState, t: Text): string => refunds[state].text(t);
export const refundTone = (state: RefundState): Tone => refunds[state].tone;

/** The state of an entry of the list, whichever kind it is. */
export const entryState = (entry: GatewayEntry, t: Text): { text: string; tone: Tone } => {
  if (entry.kind === 'refund' && entry.state in refunds)
    return { text: refundText(entry.state as RefundState, t), tone: refundTone(entry.state as RefundState) };
  if (entry.kind === 'payment' && entry.state in attempts)
    return { text: attemptText(entry.state as AttemptState, t), tone: attemptTone(entry.state as AttemptState) };
  return { text: noticeOutcomeText(entry.state, t), tone: 'warning' };
};

const outcomes: Record<string, (t: Text) => string> = {
  captured: (t) => t.payments_outcome_captured(),
  known: (t) => t.payments_outcome_known(),
  ended: (t) => t.payments_outcome_ended(),
  open: (t) => t.payments_outcome_open(),
  'other-amount': (t) => t.payments_outcome_other_amount(),
  'other-transaction': (t) => t.payments_outcome_other_transaction(),
  'other-number': (t) => t.payments_outcome_other_number(),
};
export const noticeOutcomeText = (outcome: string | null, t: Text): string =>
  outcome === null ? t.payments_outcome_unhandled() : (outcomes[outcome]?.(t) ?? outcome);

/** What the gateway said when it was asked, in one sentence. */
export const askedText = (answers: readonly Asked[], { t, list }: Words): string =>
  list(
    [...new Set(answers)].map((answer) => {
      if (answer === 'no-answer') return t.payments_outcome_no_answer();
      return answer === 'channel-off' ? t.payments_outcome_off() : noticeOutcomeText(answer, t);
    }),
  );
