import {
  allocateWithin,
  type Minor,
  minor,
  parsePercent,
  parseRatio,
  type Ratio,
  ratioOf,
  scale,
} from '../money/index.ts';
import type { TraceEntry } from '../promotion/index.ts';
import type { PointsOffer } from './quote-input.ts';

export type PaidPoints = {
  readonly used: number;
  readonly amount: Minor;
  readonly byLine: ReadonlyMap<string, Minor>;
  readonly trace: readonly TraceEntry[];
};

const NOUGHT: Ratio = { n: 0, d: 1 };

/**
 * Points as money: worth what their rate says, capped by the offer and by the goods, shared over the lines like a
 * discount. Only as many points are used as the amount needs.
 */
export const payWithPoints = (running: ReadonlyMap<string, Minor>, offer: PointsOffer | undefined): PaidPoints => {
  const ids = [...running.keys()].sort();
  const goods = ids.reduce((sum, id) => sum + running.get(id)!, 0);
  const amount = offer ? Math.min(worthOf(offer), capOf(offer, minor(goods))) : 0;
  if (!offer || amount <= 0) return { used: 0, amount: minor(0), byLine: new Map(), trace: [] };
  const amounts = ids.map((id) => running.get(id)!);
  const parts = allocateWithin(minor(amount), amounts, amounts);
  const trace = ids.map(
    (lineId, at): TraceEntry => ({
      source: { kind: 'points' },
      stage: 'points',
      target: { kind: 'line', lineId },
      base: amounts[at]!,
      rounded: parts[at]!,
      before: amounts[at]!,
      after: minor(amounts[at]! - parts[at]!),
    }),
  );
  return {
    used: pointsFor(amount, offer),
    amount: minor(amount),
    byLine: new Map(ids.map((id, at) => [id, parts[at]!])),
    trace: trace.filter(({ rounded }) => rounded > 0),
  };
};

/** Whole minor units that the points are worth, rounded down: a point never buys more than it is worth. */
const worthOf = ({ points, worth }: PointsOffer): number => {
  const { n, d } = parseRatio(worth) ?? NOUGHT;
  return floorOf(points, n, d);
};

const floorOf = (a: number, n: number, d: number): number => {
  const rounded = scale(a, n, d);
  return BigInt(rounded) * BigInt(d) > BigInt(a) * BigInt(n) ? rounded - 1 : rounded;
};

const capOf = ({ maxAmount, maxPercent }: PointsOffer, goods: Minor): number =>
  Math.min(
    goods,
    maxAmount ?? goods,
    maxPercent === undefined ? goods : ratioOf(goods, parsePercent(maxPercent) ?? NOUGHT),
  );

/** The fewest points that are worth the amount. */
const pointsFor = (amount: number, { worth, points }: PointsOffer): number => {
  const { n, d } = parseRatio(worth) ?? NOUGHT;
  return Math.min(points, Number((BigInt(amount) * BigInt(d) + BigInt(n) - 1n) / BigInt(n)));
};
