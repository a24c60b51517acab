import { type Minor, minor, type Percent, parsePercent, scale, splitTax } from '../money/index.ts';
import { refundUnits } from './refund.ts';
import { type RefundableLine, refundShares } from './refund-shares.ts';

/** A line with units that will never be sent (`open`), its amounts as they stand now, and what they were when it was placed. */
export type RestLine = RefundableLine & {
  readonly open: number;
  readonly discount: Minor;
  readonly net: Minor;
  readonly tax: Minor;
  readonly taxRate: Percent;
};

/** What falls off a line with its closed units; gross − discount = net. */
export type ClosedLine = {
  readonly lineId: string;
  readonly units: number;
  readonly gross: Minor;
  readonly discount: Minor;
  readonly net: Minor;
  readonly tax: Minor;
};

export type ClosedRest = {
  readonly lines: readonly ClosedLine[];
  /** By so much the order costs less. */
  readonly amount: Minor;
  /** Points it was paid with that come back beside the money. */
  readonly points: number;
};

/**
 * What an order costs less when the units that are still open are never sent. They count like units that came back at once
 * (`refundShares`): each line loses their share of what it paid, discounts of what was sent stay, and so does its freight.
 * Closed units and returned ones share one count, so that all of a line gone, in whatever order, is all that it cost.
 */
export const closedRest = (lines: readonly RestLine[], pointsUsed = 0): ClosedRest => {
  const closing = lines.filter(({ open }) => open > 0);
  const units = closing.map(({ lineId, open }) => ({ lineId, units: open }));
  const { amount, shares, points } = refundShares(lines, units, pointsUsed);
  const netOf = (lineId: string): Minor => shares.find((share) => share.lineId === lineId)?.amount ?? minor(0);
  return { lines: closing.map((line) => closedLine(line, netOf(line.lineId))), amount, points };
};

const closedLine = (line: RestLine, net: Minor): ClosedLine => {
  const { lineId, open, quantity, gross, refunded } = line;
  const share = refundUnits({ quantity, paid: gross }, refunded, open) - net;
  // Two roundings may differ by a cent; what is sent never has a reduction below nothing.
  const discount = minor(Math.max(0, Math.min(share, line.discount)));
  return { lineId, units: open, gross: minor(net + discount), discount, net, tax: taxOf(line, net) };
};

/** A tax that was reckoned on the line alone is reckoned on what is left of it; a share of a sum stays one in proportion. */
const taxOf = ({ net, tax, taxRate }: RestLine, off: Minor): Minor => {
  const rate = parsePercent(taxRate);
  if (rate && splitTax(net, rate, true).tax === tax) return minor(tax - splitTax(minor(net - off), rate, true).tax);
  return net === 0 ? minor(0) : minor(scale(tax, off, net));
};
