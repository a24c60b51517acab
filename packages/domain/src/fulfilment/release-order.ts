import type { Instant } from '../kernel/index.ts';

/** Units of one SKU that an order is owed. `rank` is the customer's membership level, 0 for the lowest. */
export type OwedLine = {
  readonly orderId: string;
  readonly lineId: string;
  readonly skuId: string;
  readonly owed: number;
  readonly priority: number;
  readonly rank: number;
  readonly placedAt: Instant;
};
export type Released = {
  readonly orderId: string;
  readonly lineId: string;
  readonly skuId: string;
  readonly units: number;
};

/** Urgent orders first, then the higher level, then who ordered first. */
export const byClaim = (a: OwedLine, b: OwedLine): number => {
  const [left, right] = [a, b].map((line) => `${line.placedAt} ${line.orderId} ${line.lineId}`);
  return b.priority - a.priority || b.rank - a.rank || (left! < right! ? -1 : 1);
};

/**
 * Who gets goods that have come, when there are more owed than there are: one after the other by his claim, each as many as
 * he is owed. Nothing is split evenly: half a carton for everybody serves nobody.
 */
export const releaseOwed = (
  lines: readonly OwedLine[],
  available: Readonly<Record<string, number>>,
): readonly Released[] => {
  const left: Record<string, number> = { ...available };
  return lines.toSorted(byClaim).flatMap(({ orderId, lineId, skuId, owed }) => {
    const units = Math.min(owed, Math.max(0, left[skuId] ?? 0));
    left[skuId] = (left[skuId] ?? 0) - units;
    return units > 0 ? [{ orderId, lineId, skuId, units }] : [];
  });
};
