import type { NoticeKind } from '@tradeline/domain/notices';
import type { Text } from '../../lib/i18n.tsx';

const texts: Record<NoticeKind, (number: string, t: Text) => string> = {
  'order.submit': (number, t) => t.after_notice_submit({ number }),
  'order.approve': (number, t) => t.after_notice_approve({ number }),
  'order.auto-confirm': (number, t) => t.after_notice_approve({ number }),
  'order.reject': (number, t) => t.after_notice_reject({ number }),
  'order.change': (number, t) => t.after_notice_change({ number }),
  'order.edit': (number, t) => t.ordering_notice_edit({ number }),
  'order.cancel': (number, t) => t.after_notice_cancel({ number }),
  'order.expire': (number, t) => t.after_notice_expire({ number }),
  'order.ship': (number, t) => t.after_notice_ship({ number }),
  'order.deliver': (number, t) => t.after_notice_deliver({ number }),
  'order.lose': (number, t) => t.after_notice_lose({ number }),
  'order.close-rest': (number, t) => t.rest_notice({ number }),
  'order.request-return': (number, t) => t.after_notice_request_return({ number }),
  'order.approve-return': (number, t) => t.after_notice_approve_return({ number }),
  'order.reject-return': (number, t) => t.after_notice_reject_return({ number }),
  'order.refund-return': (number, t) => t.after_notice_refund_return({ number }),
  'message.posted': (number, t) => t.after_notice_message({ number }),
  'message.noted': (number, t) => t.after_notice_message({ number }),
};

/** What happened, in a line. */
export const noticeText = (kind: NoticeKind, number: string, t: Text): string => texts[kind](number, t);
