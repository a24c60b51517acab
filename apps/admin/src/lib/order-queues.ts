import type { DisplayStatus } from '@tradeline/domain/order';
import type { Text } from './i18n.tsx';

/** The order desk by what must be done next. An order stands in exactly one of these at a time, drafts in none. */
export const queues = {
  review: { statuses: ['submitted', 'in-review'], label: (t: Text) => t.tab_review() },
  pay: { statuses: ['awaiting-payment'], label: (t: Text) => t.desk_tab_pay() },
  pick: { statuses: ['confirmed'], label: (t: Text) => t.tab_pick() },
  ship: { statuses: ['picking', 'partially-shipped'], label: (t: Text) => t.tab_ship() },
  way: { statuses: ['shipped', 'in-transit'], label: (t: Text) => t.tab_way() },
  done: { statuses: ['delivered'], label: (t: Text) => t.tab_done() },
  returns: { statuses: ['returning', 'refunded'], label: (t: Text) => t.tab_returns() },
  ended: { statuses: ['cancelled', 'rejected'], label: (t: Text) => t.tab_ended() },
} as const satisfies Record<string, { statuses: readonly DisplayStatus[]; label: (t: Text) => string }>;

export type Queue = keyof typeof queues;
export const queueNames = Object.keys(queues) as [Queue, ...Queue[]];

/** Orders that need somebody whatever their status: each stands in one of the queues above as well. */
export const attention = {
  late: { label: (t: Text) => t.desk_tab_late() },
  blocked: { label: (t: Text) => t.desk_tab_blocked() },
} as const satisfies Record<string, { label: (t: Text) => string }>;
export type Attention = keyof typeof attention;
export const attentionNames = Object.keys(attention) as [Attention, ...Attention[]];
export const isAttention = (queue: string): queue is Attention => Object.hasOwn(attention, queue);

export const ordersIn = (queue: Queue, counts: Partial<Record<DisplayStatus, number>>): number =>
  queues[queue].statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
