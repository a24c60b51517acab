import type { Instant } from '../kernel/index.ts';

/** What puts orders on one list: how they are sent, where they go, or nothing but the warehouse they wait in. */
export const waveGroupings = ['delivery', 'region', 'none'] as const;
export type WaveGrouping = (typeof waveGroupings)[number];

/** An order that waits to be picked in one warehouse. `lines`: stops it asks for. */
export type WaveOrder = {
  readonly orderId: string;
  /** 1: urgent (加急); 0: in its turn. */
  readonly priority: number;
  readonly wishedDate: string | null;
  readonly placedAt: Instant;
  readonly delivery: string | null;
  readonly region: string | null;
  readonly lines: number;
};

export type WaveRules = {
  readonly by: WaveGrouping;
  /** Most orders on one list: as many boxes as a cart holds. */
  readonly maxOrders: number;
  /** Most stops on one list; one order that has more makes a list of its own. */
  readonly maxLines: number;
};

export type Wave = { readonly group: string | null; readonly orderIds: readonly string[]; readonly lines: number };

const LAST = '\uffff';

/** Urgent ones first, then by the day they were wished for, then as they came. */
export const byUrgency = (a: WaveOrder, b: WaveOrder): number => {
  const [left, right] = [a, b].map((order) => `${order.wishedDate ?? LAST} ${order.placedAt} ${order.orderId}`);
  return b.priority - a.priority || (left! < right! ? -1 : 1);
};

const groupOf = (order: WaveOrder, by: WaveGrouping): string | null =>
  by === 'delivery' ? order.delivery : by === 'region' ? order.region : null;

/**
 * Which orders of one warehouse are picked together: those of one group, the most urgent first, as many as a list takes.
 * Every order stands on exactly one list; lists come in the order of their most urgent order.
 */
export const planWaves = (orders: readonly WaveOrder[], rules: WaveRules): readonly Wave[] => {
  const waves: { group: string | null; orderIds: string[]; lines: number }[] = [];
  for (const order of orders.toSorted(byUrgency)) {
    const group = groupOf(order, rules.by);
    const open = waves.findLast((wave) => wave.group === group);
    if (open && open.orderIds.length < rules.maxOrders && open.lines + order.lines <= rules.maxLines) {
      open.orderIds.push(order.orderId);
      open.lines += order.lines;
    } else waves.push({ group, orderIds: [order.orderId], lines: order.lines });
  }
  return waves;
};
