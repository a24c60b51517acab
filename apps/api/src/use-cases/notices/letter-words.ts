import type { NoticeKind } from '@tradeline/domain/notices';

export type LetterLanguage = 'zh-CN' | 'en';
type Line = (number: string, companyName: string) => string;

/** What stands in letters and short messages. They are read without the app, so their words stand with them, as those of papers do. */
export const letterLines: Record<LetterLanguage, { buyer: Record<NoticeKind, Line>; staff: Record<NoticeKind, Line> }> =
  (() => {
    const zh: Record<NoticeKind, Line> = {
      'order.submit': (number) => `订单 ${number} 已提交`,
      'order.approve': (number) => `订单 ${number} 已确认`,
      'order.auto-confirm': (number) => `订单 ${number} 已确认`,
      'order.reject': (number) => `订单 ${number} 没有通过审核`,
      'order.change': (number) => `订单 ${number} 需要修改`,
      'order.edit': (number) => `订单 ${number} 被修改了`,
      'order.cancel': (number) => `订单 ${number} 已取消`,
      'order.expire': (number) => `订单 ${number} 超时未付款，已取消`,
      'order.ship': (number) => `订单 ${number} 已发货`,
      'order.deliver': (number) => `订单 ${number} 有包裹签收`,
      'order.lose': (number) => `订单 ${number} 有包裹丢失`,
      'order.close-rest': (number) => `订单 ${number} 的剩余部分不再发货`,
      'order.request-return': (number) => `订单 ${number} 申请退货`,
      'order.approve-return': (number) => `订单 ${number} 的退货已同意`,
      'order.reject-return': (number) => `订单 ${number} 的退货没有通过`,
      'order.refund-return': (number) => `订单 ${number} 的退货已退款`,
      'message.posted': (number) => `订单 ${number} 有新留言`,
      'message.noted': (number) => `订单 ${number} 有内部备注`,
    };
    const en: Record<NoticeKind, Line> = {
      'order.submit': (number) => `Order ${number} was placed`,
      'order.approve': (number) => `Order ${number} is confirmed`,
      'order.auto-confirm': (number) => `Order ${number} is confirmed`,
      'order.reject': (number) => `Order ${number} was rejected`,
      'order.change': (number) => `Order ${number} needs a change`,
      'order.edit': (number) => `Order ${number} was changed`,
      'order.cancel': (number) => `Order ${number} was cancelled`,
      'order.expire': (number) => `Order ${number} was not paid in time and has ended`,
      'order.ship': (number) => `Order ${number} is on its way`,
      'order.deliver': (number) => `A parcel of order ${number} was delivered`,
      'order.lose': (number) => `A parcel of order ${number} was lost`,
      'order.close-rest': (number) => `The rest of order ${number} will not be sent`,
      'order.request-return': (number) => `A return was asked for on order ${number}`,
      'order.approve-return': (number) => `The return of order ${number} was agreed to`,
      'order.reject-return': (number) => `The return of order ${number} was refused`,
      'order.refund-return': (number) => `The return of order ${number} was refunded`,
      'message.posted': (number) => `New message on order ${number}`,
      'message.noted': (number) => `New note on order ${number}`,
    };
    /** Staff read whose order it is. */
    const named = (lines: Record<NoticeKind, Line>): Record<NoticeKind, Line> =>
      Object.fromEntries(
        Object.entries(lines).map(([kind, line]) => [kind, (n: string, name: string) => `${name} · ${line(n, name)}`]),
      ) as Record<NoticeKind, Line>;
    return { 'zh-CN': { buyer: zh, staff: named(zh) }, en: { buyer: en, staff: named(en) } };
  })();

export const letterFrame: Record<
  LetterLanguage,
  {
    by: (name: string) => string;
    open: (url: string) => string;
    preferences: (url: string) => string;
    tag: (shop: string) => string;
  }
> = {
  'zh-CN': {
    by: (name) => `操作人：${name}`,
    open: (url) => `查看订单：${url}`,
    preferences: (url) => `要收哪些通知、用什么方式收，可以在这里设置：${url}`,
    tag: (shop) => `【${shop}】`,
  },
  en: {
    by: (name) => `By: ${name}`,
    open: (url) => `See the order: ${url}`,
    preferences: (url) => `Choose which notices you get and how: ${url}`,
    tag: (shop) => `${shop}: `,
  },
};
