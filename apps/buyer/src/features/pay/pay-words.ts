import type { Text } from '../../lib/i18n.tsx';
import type { Outputs } from '../../lib/trpc.ts';

export type Payment = Outputs['payments']['get'];
export type Channel = Payment['channels'][number];

const channels: Record<Channel, (t: Text) => string> = {
  wechat: (t) => t.pay_wechat(),
  alipay: (t) => t.pay_alipay(),
};
export const channelText = (channel: Channel, t: Text): string => channels[channel](t);

const hints: Record<Channel, (t: Text) => string> = {
  wechat: (t) => t.pay_wechat_hint(),
  alipay: (t) => t.pay_alipay_hint(),
};
export const channelHint = (channel: Channel, t: Text): string => hints[channel](t);

const refunds: Record<Payment['refunds'][number]['state'], (t: Text) => string> = {
  waiting: (t) => t.pay_refund_waiting(),
  unknown: (t) => t.pay_refund_unknown(),
  succeeded: (t) => t.pay_refund_succeeded(),
  failed: (t) => t.pay_refund_failed(),
};
export const refundStateText = (state: Payment['refunds'][number]['state'], t: Text): string => refunds[state](t);
