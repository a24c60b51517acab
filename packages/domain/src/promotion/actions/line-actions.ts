import { parsePercent, type Ratio, scale } from '../../money/index.ts';
import type { CartState } from '../cart.ts';
import type { PromotionAction } from '../promotion.ts';
import { type ActionInput, type ActionRules, NOTHING, type Outcome, scopeLines, type Take } from './action.ts';
import { leftWorth, roundWorth, type Worth, worthOf } from './worth.ts';

type Action<T extends PromotionAction['type']> = ActionInput<Extract<PromotionAction, { type: T }>>;

const NOUGHT: Ratio = { n: 0, d: 1 };
export const percentRatio = (percent: string): Ratio => parsePercent(percent) ?? NOUGHT;

/** Units of each line that a rule may reduce: its own limit per line, then the promotion's limit, cheapest lines first. */
const reducible = (input: ActionInput, lines: readonly number[], perLine: number | undefined): Map<number, number> => {
  const { lines: goods } = input.start;
  let left = input.maxUnits;
  const order = Number.isFinite(left)
    ? lines.toSorted((a, b) => goods[a]!.unitPriceE4 - goods[b]!.unitPriceE4 || a - b)
    : lines;
  const units = new Map<number, number>();
  for (const line of order) {
    const count = Math.min(goods[line]!.quantity, perLine ?? Number.POSITIVE_INFINITY, left);
    if (count > 0) units.set(line, count);
    left -= count;
  }
  return units;
};

const eachLine = (
  input: ActionInput,
  perLine: number | undefined,
  take: (line: number, units: number) => Take,
): Outcome => {
  const lines = scopeLines(input as Action<'percent-off-lines'>);
  const units = reducible(input, lines, perLine);
  return { takes: lines.filter((line) => units.has(line)).map((line) => take(line, units.get(line)!)) };
};

/** Percent of an exact worth of so many equal units, rounded for the line or for one unit. */
export const percentTake = (rules: ActionRules, line: number, units: number, worth: Worth, percent: string): Take => {
  const { n, d } = percentRatio(percent);
  const perUnit = rules.roundAt === 'unit' ? units : 1;
  const exact = { a: worth.a, n: worth.n * n, d: worth.d * d };
  const amount = scale(exact.a, exact.n, exact.d * perUnit, rules.rounding) * perUnit;
  return { line, units, base: roundWorth(worth), amount, exact, percent };
};

const cappedAt = (take: Take, cap: number): Take =>
  take.amount <= cap ? take : { ...take, amount: cap, heldBack: { by: 'cap', amount: (take.amount - cap) as never } };

export const percentOffLines = (input: Action<'percent-off-lines'>): Outcome => {
  const { percent, maxUnitsPerLine, capPerUnit } = input.action;
  return eachLine(input, maxUnitsPerLine, (line, units) => {
    const take = percentTake(input.rules, line, units, worthOf(input.start, line, units, input.rules), percent);
    return capPerUnit === undefined ? take : cappedAt(take, capPerUnit * units);
  });
};

export const amountOffUnit = (input: Action<'amount-off-unit'>): Outcome => {
  const { amount, maxUnitsPerLine } = input.action;
  return eachLine(input, maxUnitsPerLine, (line, units) => flatTake(input, line, units, amount * units));
};

export const amountOffLine = (input: Action<'amount-off-line'>): Outcome => {
  const { amount, maxUnitsPerLine } = input.action;
  return eachLine(input, maxUnitsPerLine, (line, units) => flatTake(input, line, units, amount));
};

/** An amount off some units, never more than they still cost. */
const flatTake = (input: ActionInput, line: number, units: number, wanted: number): Take => {
  const base = roundWorth(leftWorth(input.start, line, units, input.rules));
  const amount = Math.min(wanted, base);
  const over = wanted - amount;
  return { line, units, base, amount, heldBack: over > 0 ? { by: 'line-value', amount: over as never } : undefined };
};

export const fixedUnitPrice = (input: Action<'fixed-unit-price'>): Outcome => {
  const { priceE4, maxUnitsPerLine } = input.action;
  return eachLine(input, maxUnitsPerLine, (line, units) => {
    const base = roundWorth(leftWorth(input.start, line, units, input.rules));
    return { line, units, base, amount: Math.max(0, base - scale(priceE4, units, 100)) };
  });
};

export const cheapestUnit = (input: Action<'cheapest-unit'>): Outcome => {
  const line = cheapestOf(input.start, scopeLines(input));
  if (line === undefined) return NOTHING;
  const { percent, amount } = input.action;
  const worth = worthOf(input.start, line, 1, input.rules);
  return {
    takes: [
      percent === undefined ? flatTake(input, line, 1, amount ?? 0) : percentTake(input.rules, line, 1, worth, percent),
    ],
  };
};

const cheapestOf = (state: CartState, lines: readonly number[]): number | undefined =>
  lines.reduce<number | undefined>(
    (best, line) =>
      best === undefined || state.lines[line]!.unitPriceE4 < state.lines[best]!.unitPriceE4 ? line : best,
    undefined,
  );

/** 第N件X折. Over a scope the units stand in order of price, and the last (cheapest) of each n is the one reduced. */
export const nthUnit = (input: Action<'nth-unit'>): Outcome => {
  const { n, percent, maxTimes, across } = input.action;
  const lines = scopeLines(input);
  const limit = Math.min(maxTimes ?? Number.POSITIVE_INFINITY, input.maxUnits);
  const units =
    across === 'scope' ? nthOverScope(input.start, lines, n, limit) : nthPerLine(input.start, lines, n, limit);
  const takes = lines
    .filter((line) => (units.get(line) ?? 0) > 0)
    .map((line) =>
      percentTake(
        input.rules,
        line,
        units.get(line)!,
        worthOf(input.start, line, units.get(line)!, input.rules),
        percent,
      ),
    );
  if (takes.length > 0) return { takes };
  const counts = lines.map((line) => input.start.lines[line]!.quantity);
  const most = across === 'scope' ? counts.reduce((a, b) => a + b, 0) : Math.max(0, ...counts);
  return { takes, unmet: { missing: { quantity: n - most, scope: input.action.scope } } };
};

const nthPerLine = (state: CartState, lines: readonly number[], n: number, limit: number): Map<number, number> =>
  new Map(lines.map((line) => [line, Math.min(Math.floor(state.lines[line]!.quantity / n), limit)]));

const nthOverScope = (state: CartState, lines: readonly number[], n: number, limit: number): Map<number, number> => {
  const units = new Map<number, number>();
  const dearestFirst = lines.toSorted((a, b) => state.lines[b]!.unitPriceE4 - state.lines[a]!.unitPriceE4 || a - b);
  let passed = 0;
  let times = 0;
  for (const line of dearestFirst) {
    const before = passed;
    passed += state.lines[line]!.quantity;
    const count = Math.min(Math.floor(passed / n) - Math.floor(before / n), limit - times);
    units.set(line, count);
    times += count;
  }
  return units;
};
