import type { NoticeKind } from './notice-table.ts';

/** How somebody can be told beside the bell in the app, which always rings. */
export const noticeWays = ['mail', 'sms'] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** What people choose by: a few topics, not every kind of event. */
export const noticeTopics = ['order', 'delivery', 'return', 'message', 'stock'] as const;
export type NoticeTopic = (typeof noticeTopics)[number];
/** What each side may choose by: stock is the house's own. */
export const topicsFor = {
  buyer: ['order', 'delivery', 'return', 'message'],
  staff: noticeTopics,
} as const satisfies Readonly<Record<'buyer' | 'staff', readonly NoticeTopic[]>>;
/** What is told in the morning, not when it happens: a letter without a notice. */
export type DigestKind = 'stock.digest';

const topics: Readonly<Record<NoticeKind | DigestKind, NoticeTopic>> = {
  'order.submit': 'order',
  'order.approve': 'order',
  'order.auto-confirm': 'order',
  'order.reject': 'order',
  'order.change': 'order',
  'order.edit': 'order',
  'order.cancel': 'order',
  'order.expire': 'order',
  'order.ship': 'delivery',
  'order.deliver': 'delivery',
  'order.lose': 'delivery',
  'order.close-rest': 'delivery',
  'order.request-return': 'return',
  'order.approve-return': 'return',
  'order.reject-return': 'return',
  'order.refund-return': 'return',
  'message.posted': 'message',
  'message.noted': 'message',
  'stock.digest': 'stock',
};
export const topicOf = (kind: NoticeKind | DigestKind): NoticeTopic => topics[kind];

/** What holds for who never chose: customers are written to, staff have their screens before them all day, but for what the morning begins with. SMS costs money and disturbs, so it is asked for. */
const standard: Readonly<Record<'buyer' | 'staff', Readonly<Record<NoticeTopic, readonly NoticeWay[]>>>> = {
  buyer: { order: ['mail'], delivery: ['mail'], return: ['mail'], message: ['mail'], stock: [] },
  staff: { order: [], delivery: [], return: [], message: [], stock: ['mail'] },
};

/** The ways of a topic for a person: what he chose, else the standard; only those that are known. */
export const waysOf = (
  side: 'buyer' | 'staff',
  topic: NoticeTopic,
  chosen: readonly string[] | undefined,
): readonly NoticeWay[] => (chosen ? noticeWays.filter((way) => chosen.includes(way)) : standard[side][topic]);

/** Minutes to wait before the next try, growing; undefined: tried often enough, somebody must look. */
export const nextTryIn = (tries: number): number | undefined => [1, 5, 30, 120, 720][tries - 1];
