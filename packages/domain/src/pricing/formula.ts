import { err, ok, parseRational, type Rational, type Result, rational } from '../kernel/index.ts';
import { type Minor, type UnitPriceE4, unitPriceE4 } from '../money/index.ts';

/** Which prices are allowed: `endingE4` more than a multiple of `everyE4`. Steps of 0.1 are 1000 and 0; endings in .90 are 10000 and 9000. */
export type PriceGrid = {
  readonly everyE4: number;
  readonly endingE4: number;
  readonly direction: 'nearest' | 'up' | 'down';
};

/**
 * How a price is made from another one: basis, then percent or margin, then an amount, then rounding, then the least
 * margin. Every step is exact; only the rounding rounds.
 */
export type PriceFormula = {
  readonly basis: 'price' | 'cost';
  /** Percent of the basis that is added; negative takes off: `'5'`, `'-12.5'`. */
  readonly percent?: string | undefined;
  /** Percent of the new price that is left above the basis, 0 to under 100; instead of `percent`, on cost only. */
  readonly margin?: string | undefined;
  /** Ten-thousandths that are added, or taken off when negative. */
  readonly addE4?: number | undefined;
  /** Without it the price is rounded half up to four decimals. */
  readonly grid?: PriceGrid | undefined;
  /** Percent of the price that must be left above the cost: a lower price is raised to the next allowed one. */
  readonly minMargin?: string | undefined;
};

export type FormulaInput = { readonly priceE4: UnitPriceE4; readonly cost?: Minor | null | undefined };
export type FormulaPrice = { readonly priceE4: UnitPriceE4; readonly raised: boolean };
export type FormulaRefusal =
  | { readonly kind: 'no-cost' }
  | { readonly kind: 'not-positive' }
  | { readonly kind: 'too-large' };
export type FormulaField = 'percent' | 'margin' | 'addE4' | 'grid' | 'minMargin';
export type FormulaProblem = { readonly kind: 'formula-invalid'; readonly field: FormulaField };

/** Dearest unit price that a formula may give: 99,999,999.9999. */
const LIMIT_E4 = 999_999_999_999n;
const HUNDRED = rational(100);
const ZERO = rational(0);

const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
const over = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
const minus = (a: Rational, b: Rational): Rational => add(a, rational(-b.n, b.d));
const isBelow = (a: Rational, b: Rational): boolean => a.n * b.d < b.n * a.d;

const floorOf = ({ n, d }: Rational): bigint => (n - (((n % d) + d) % d)) / d;
const ceilOf = ({ n, d }: Rational): bigint => -floorOf({ n: -n, d });

/** The allowed price for an exact one. No allowed price is below zero. */
const settle = (exact: Rational, grid: PriceGrid | undefined, direction = grid?.direction ?? 'nearest'): bigint => {
  const every = BigInt(grid?.everyE4 ?? 1);
  const ending = BigInt(grid?.endingE4 ?? 0);
  const steps = over(minus(exact, rational(ending)), rational(every));
  const whole =
    direction === 'up' ? ceilOf(steps) : direction === 'down' ? floorOf(steps) : floorOf(add(steps, rational(1n, 2n)));
  return ending + (whole < 0n ? 0n : whole) * every;
};

/** The least price, exact, of which `percent` is left above the cost. */
const withMargin = (costE4: Rational, percent: Rational): Rational =>
  over(times(costE4, HUNDRED), minus(HUNDRED, percent));

/** The price of which this percent is left above the cost, in whole ten-thousandths, rounded up; undefined for no percentage under 100. */
export const floorPrice = (cost: Minor, minMargin: string): UnitPriceE4 | undefined => {
  const percent = parseRational(minMargin);
  if (!percent || isBelow(percent, ZERO) || !isBelow(percent, HUNDRED)) return undefined;
  return unitPriceE4(Number(ceilOf(withMargin(rational(cost * 100), percent))));
};

/** Says which part of a formula cannot be meant. What passes is applied to any price without a surprise. */
export const checkFormula = (formula: PriceFormula): Result<PriceFormula, FormulaProblem> => {
  const invalid = (field: FormulaField) => err({ kind: 'formula-invalid', field } as const);
  const inside = (text: string, from: number, to: number): boolean => {
    const value = parseRational(text);
    return value !== undefined && !isBelow(value, rational(from)) && isBelow(value, rational(to));
  };
  if (formula.percent !== undefined && !(inside(formula.percent, -99, 1_001) && formula.margin === undefined))
    return invalid('percent');
  if (formula.margin !== undefined && !(formula.basis === 'cost' && inside(formula.margin, 0, 100)))
    return invalid('margin');
  if (formula.addE4 !== undefined && !Number.isSafeInteger(formula.addE4)) return invalid('addE4');
  if (formula.minMargin !== undefined && !inside(formula.minMargin, 0, 100)) return invalid('minMargin');
  const { grid } = formula;
  if (grid && !(isWhole(grid.everyE4) && grid.everyE4 > 0 && isWhole(grid.endingE4) && grid.endingE4 < grid.everyE4))
    return invalid('grid');
  return ok(formula);
};

const isWhole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/** The new price of one SKU by a checked formula. What cannot be priced is refused, never guessed. */
export const applyFormula = (
  formula: PriceFormula,
  { priceE4, cost }: FormulaInput,
): Result<FormulaPrice, FormulaRefusal> => {
  const costE4 = cost === null || cost === undefined ? undefined : rational(cost * 100);
  if (!costE4 && (formula.basis === 'cost' || formula.minMargin !== undefined)) return err({ kind: 'no-cost' });
  const basis = formula.basis === 'cost' && costE4 ? costE4 : rational(priceE4);
  const marked =
    formula.margin === undefined
      ? times(basis, over(add(HUNDRED, parseRational(formula.percent ?? '0') ?? ZERO), HUNDRED))
      : withMargin(basis, parseRational(formula.margin) ?? ZERO);
  const wished = add(marked, rational(formula.addE4 ?? 0));
  if (isBelow(wished, ZERO)) return err({ kind: 'not-positive' });
  const rounded = settle(wished, formula.grid);
  const floor = formula.minMargin === undefined || !costE4 ? undefined : parseRational(formula.minMargin);
  const least = floor && costE4 && withMargin(costE4, floor);
  const raised = least !== undefined && isBelow(rational(rounded), least);
  const final = raised ? settle(least, formula.grid, 'up') : rounded;
  if (final <= 0n && basis.n > 0n) return err({ kind: 'not-positive' });
  return final > LIMIT_E4 ? err({ kind: 'too-large' }) : ok({ priceE4: unitPriceE4(Number(final)), raised });
};
