import { parseRational, type Rational, rational } from '../kernel/index.ts';
import { parseRatio, type Ratio } from '../money/index.ts';

/** A unit goods are sold or priced in. `factor` = base units in one of it, exact: `'24'` (a box of 24), `'1/1000'`. */
export type SalesUnit = { readonly code: string; readonly factor: string };

/** The factor of a unit; a price or quantity without a unit is in base units. Undefined when the text is no factor. */
export const unitFactor = (unit: SalesUnit | undefined): Ratio | undefined => {
  if (!unit) return ONE;
  const factor = parseRatio(unit.factor);
  return factor && factor.n > 0 ? factor : undefined;
};

const ONE: Ratio = { n: 1, d: 1 };

/** Whole base units in a quantity of a unit (`'2.5'` boxes of 24 = 60); undefined when it does not come out whole. */
export const toBaseUnits = (quantity: string, unit: SalesUnit): number | undefined => {
  const [count, factor] = [parseRational(quantity), parseRational(unit.factor)];
  if (!count || !factor) return undefined;
  const base = rational(count.n * factor.n, count.d * factor.d);
  const whole = Number(base.n);
  return base.d === 1n && whole >= 0 && Number.isSafeInteger(whole) ? whole : undefined;
};

/** A quantity in another unit of the same kind, exact. */
export const convertQuantity = (quantity: Rational, from: Rational, to: Rational): Rational =>
  rational(quantity.n * from.n * to.d, quantity.d * from.d * to.n);

/** How a quantity is brought to a step: up never loses goods, half-up is nearest. */
export type StepRounding = 'up' | 'down' | 'half-up';

/** The multiple of `step` that stands for a quantity of zero or more. */
export const roundToStep = (quantity: Rational, step: Rational, rounding: StepRounding = 'up'): Rational => {
  const { n, d } = rational(quantity.n * step.d, quantity.d * step.n);
  const steps = { up: (n + d - 1n) / d, down: n / d, 'half-up': (2n * n + d) / (2n * d) }[rounding];
  return rational(steps * step.n, step.d);
};
