import { invariant } from '../../kernel/index.ts';
import { type Allocation, allocateWithin, type Minor, minor, parseRatio } from '../../money/index.ts';
import { clawback } from './clawback.ts';

export type MoneyOffRule = {
  /** Worth of one point in minor units, a decimal string (`'1'`, `'0.5'`). */
  readonly valuePerPoint: string;
  /** The most an order may take off by points. */
  readonly maxAmount?: Minor | undefined;
  /** The same as a whole percent of the order. */
  readonly maxPercent?: number | undefined;
  /** Points are used in multiples of this. */
  readonly step?: number | undefined;
  readonly split?: Allocation | undefined;
};

export type PayableLine = { readonly id: string; readonly amount: Minor };

export type MoneyOff = {
  readonly points: number;
  readonly amount: Minor;
  readonly pay: Minor;
  /** What points take off each line; sums to `amount`. A refunded line gives its part back as points. */
  readonly lines: readonly { readonly id: string; readonly off: Minor }[];
  /** What kept more points from being used. */
  readonly boundBy: 'balance' | 'asked' | 'max-amount' | 'max-percent' | 'order';
};

/**
 * Points that come back when so much of what they took off is refunded: the same arithmetic as a clawback, so that returns in
 * any steps give back exactly the points that were used.
 */
export const pointsBack = (used: Pick<MoneyOff, 'points' | 'amount'>, off: number, offBefore = 0): number =>
  clawback({ paid: used.amount, earned: used.points, refunded: off, refundedBefore: offBefore });

const byId = (a: PayableLine, b: PayableLine): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Points as money off an order: as many as the balance, the wish and the caps of the rule allow, never more than the order is
 * worth, and no point spent that takes nothing off.
 */
export const redeemForMoney = (
  lines: readonly PayableLine[],
  balance: number,
  rule: MoneyOffRule,
  asked: number = Number.MAX_SAFE_INTEGER,
): MoneyOff => {
  const value = parseRatio(rule.valuePerPoint);
  invariant(value !== undefined && value.n > 0, `not the worth of a point: ${rule.valuePerPoint}`);
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const pointsFor = (amount: number): number => Number((BigInt(amount) * BigInt(value.d)) / BigInt(value.n));
  const bounds: { boundBy: MoneyOff['boundBy']; points: number }[] = [
    { boundBy: 'balance', points: Math.max(0, balance) },
    { boundBy: 'asked', points: Math.max(0, asked) },
    { boundBy: 'order', points: pointsFor(total) },
  ];
  if (rule.maxAmount !== undefined) bounds.push({ boundBy: 'max-amount', points: pointsFor(rule.maxAmount) });
  if (rule.maxPercent !== undefined)
    bounds.push({ boundBy: 'max-percent', points: pointsFor(Math.floor((total * rule.maxPercent) / 100)) });
  const least = bounds.reduce((a, b) => (b.points < a.points ? b : a));
  const step = rule.step ?? 1;
  const most = Math.floor(least.points / step) * step;
  const amount = Number((BigInt(most) * BigInt(value.n)) / BigInt(value.d));
  const needed = Number((BigInt(amount) * BigInt(value.d) + BigInt(value.n) - 1n) / BigInt(value.n));
  const points = Math.ceil(needed / step) * step;
  // Shares are fair by id; the method of other systems goes by the place of the line.
  const sorted = rule.split === 'truncate-last-line' ? lines : [...lines].sort(byId);
  const offs = allocateWithin(
    minor(amount),
    sorted.map((line) => line.amount),
    sorted.map((line) => line.amount),
    rule.split,
  );
  return {
    points,
    amount: minor(amount),
    pay: minor(total - amount),
    lines: sorted.map((line, at) => ({ id: line.id, off: offs[at]! })),
    boundBy: least.boundBy,
  };
};
