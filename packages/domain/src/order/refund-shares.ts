import { type Minor, minor, scale, sum } from '../money/index.ts';
import { refundUnits } from './refund.ts';

/** A line of an order as it was paid, and how many of its units were refunded before. */
export type RefundableLine = {
  readonly lineId: string;
  readonly quantity: number;
  readonly gross: Minor;
  readonly paid: Minor;
  readonly refunded: number;
};
export type Returned = { readonly lineId: string; readonly units: number };

export type RefundShares = {
  readonly amount: Minor;
  readonly shares: readonly { readonly lineId: string; readonly units: number; readonly amount: Minor }[];
  /** Points the order was paid with that come back beside the money. */
  readonly points: number;
};

/**
 * What returned units bring back when the discounts of the kept goods stay: their share of what their line paid, and of the
 * points by the share of the goods, both cumulative over all returns, so that everything back is exactly everything paid.
 */
export const refundShares = (
  lines: readonly RefundableLine[],
  returning: readonly Returned[],
  pointsUsed = 0,
): RefundShares => {
  const units = (lineId: string): number => unitsIn(returning, lineId);
  const shares = lines
    .filter(({ lineId }) => units(lineId) > 0)
    .map((line) => ({
      lineId: line.lineId,
      units: units(line.lineId),
      amount: refundUnits(line, line.refunded, units(line.lineId)),
    }));
  const gross = sum(lines.map((line) => line.gross));
  const pointsFor = (count: (line: RefundableLine) => number): number =>
    gross === 0
      ? 0
      : scale(pointsUsed, sum(lines.map((line) => minor(scale(line.gross, count(line), line.quantity)))), gross);
  return {
    amount: minor(shares.reduce((total, share) => total + share.amount, 0)),
    shares,
    points: pointsFor((line) => line.refunded + units(line.lineId)) - pointsFor((line) => line.refunded),
  };
};

export const unitsIn = (returned: readonly Returned[] | undefined, lineId: string): number =>
  (returned ?? []).filter((part) => part.lineId === lineId).reduce((units, part) => units + part.units, 0);
