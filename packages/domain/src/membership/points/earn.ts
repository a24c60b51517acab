import { invariant } from '../../kernel/index.ts';
import { allocate, type Minor, parseRatio } from '../../money/index.ts';

export type EarnRule = {
  /** `points` for every full or part `per` of what is paid; the whole order is rounded down once. */
  readonly points: number;
  readonly per: Minor;
  /** Multiplier of the member's level, a decimal string. */
  readonly multiplier?: string | undefined;
};

export type EarningLine = {
  readonly id: string;
  /** Net of discounts, coupons and points used, without shipping. */
  readonly paid: Minor;
  /** Points of the product itself, on top and not multiplied. */
  readonly bonus: number;
};

export type EarnedPoints = {
  readonly points: number;
  /** Per line, summing to `points`, so that the return of a line takes back exactly what it gave. */
  readonly lines: readonly {
    readonly id: string;
    readonly base: number;
    readonly bonus: number;
    readonly points: number;
  }[];
};

/** Points of an order: the sum rounded down once, then shared over the lines by largest remainder (ties by line id). */
export const pointsForOrder = (lines: readonly EarningLine[], rule: EarnRule): EarnedPoints => {
  const multiplier = parseRatio(rule.multiplier ?? '1');
  invariant(multiplier !== undefined, `not a multiplier: ${rule.multiplier}`);
  invariant(Number.isSafeInteger(rule.points) && rule.points >= 0 && rule.per > 0, 'whole points per amount');
  const byId = [...lines].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const paid = byId.map((line) => Math.max(0, line.paid));
  const total = paid.reduce((a, b) => a + b, 0);
  const exact = BigInt(total) * BigInt(rule.points) * BigInt(multiplier.n);
  const base = Number(exact / (BigInt(rule.per) * BigInt(multiplier.d)));
  const shares = total === 0 ? paid.map(() => 0) : allocate(base as Minor, paid);
  const earned = byId.map((line, at) => ({
    id: line.id,
    base: shares[at]!,
    bonus: line.bonus,
    points: shares[at]! + line.bonus,
  }));
  return { points: earned.reduce((sum, line) => sum + line.points, 0), lines: earned };
};
