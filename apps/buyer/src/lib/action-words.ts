import type { OrderAction } from '@tradeline/domain/order';
import type { Text } from './i18n.tsx';

const actions: Record<OrderAction, (t: Text) => string> = {
  submit: (t) => t.action_submit(),
  'start-review': (t) => t.action_start_review(),
  'auto-confirm': (t) => t.action_auto_confirm(),
  'await-payment': (t) => t.action_await_payment(),
  'confirm-payment': (t) => t.action_confirm_payment(),
  expire: (t) => t.action_expire(),
  'pass-review': (t) => t.action_pass_review(),
  approve: (t) => t.action_approve(),
  release: (t) => t.action_release(),
  reject: (t) => t.action_reject(),
  change: (t) => t.action_change(),
  edit: (t) => t.action_edit(),
  reserve: (t) => t.action_reserve(),
  'start-picking': (t) => t.action_start_picking(),
  allocate: (t) => t.action_allocate(),
  pick: (t) => t.action_pick(),
  'short-pick': (t) => t.action_short_pick(),
  ship: (t) => t.action_ship(),
  scan: (t) => t.action_scan(),
  deliver: (t) => t.action_deliver(),
  lose: (t) => t.action_lose(),
  'close-rest': (t) => t.action_close_rest(),
  close: (t) => t.action_close(),
  cancel: (t) => t.action_cancel(),
  'request-return': (t) => t.action_request_return(),
  'approve-return': (t) => t.action_approve_return(),
  'reject-return': (t) => t.action_reject_return(),
  'cancel-return': (t) => t.action_cancel_return(),
  'send-back': (t) => t.action_send_back(),
  'receive-return': (t) => t.action_receive_return(),
  'inspect-return': (t) => t.action_inspect_return(),
  'refund-return': (t) => t.action_refund_return(),
  'replace-return': (t) => t.action_replace_return(),
  'start-payment': (t) => t.action_start_payment(),
  'capture-payment': (t) => t.action_capture_payment(),
  'authorize-payment': (t) => t.action_authorize_payment(),
  'fail-payment': (t) => t.action_fail_payment(),
  'lose-answer': (t) => t.action_lose_answer(),
  'void-payment': (t) => t.action_void_payment(),
  'refund-payment': (t) => t.action_refund_payment(),
};

/** What happened to an order. An imported history may hold a word of its own; it is shown as it is. */
export const actionText = (action: OrderAction, t: Text): string => actions[action]?.(t) ?? action;

/** Who did it, in the reader's language also where nobody did. */
export const actorText = ({ actorType, actorName }: { actorType: string; actorName: string }, t: Text): string =>
  actorType === 'system' ? t.role_system() : actorName;
