import { type Minor, minor, sum } from '../money/index.ts';

/** A line as it is sold: `net` with its tax, `units` that are sent or will be, `cost` of one of them; null: nobody knows. */
export type MarginLine = {
  readonly lineId: string;
  readonly units: number;
  readonly net: Minor;
  readonly tax: Minor;
  readonly cost: Minor | null;
};

export type OrderMargin = {
  readonly lines: readonly { readonly lineId: string; readonly margin: Minor | null }[];
  /** Of the lines whose cost is known: what they sell for without tax, and what of it is left above their cost. */
  readonly sales: Minor;
  readonly margin: Minor;
  /** Lines whose cost nobody knows; they count in neither figure. */
  readonly unknown: number;
};

/** What an order leaves above the cost of its goods, line by line and in all; tax and freight are nobody's margin. */
export const orderMargin = (lines: readonly MarginLine[]): OrderMargin => {
  const known = lines.filter(({ cost }) => cost !== null);
  const salesOf = ({ net, tax }: MarginLine): number => net - tax;
  const marginOf = (line: MarginLine): Minor | null =>
    line.cost === null ? null : minor(salesOf(line) - line.cost * line.units);
  return {
    lines: lines.map((line) => ({ lineId: line.lineId, margin: marginOf(line) })),
    sales: minor(known.reduce((total, line) => total + salesOf(line), 0)),
    margin: sum(known.map((line) => marginOf(line) ?? minor(0))),
    unknown: lines.length - known.length,
  };
};
