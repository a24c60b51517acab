import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor, unitPriceE4 } from '../money/index.ts';
import { applyFormula, checkFormula, floorPrice, type PriceFormula } from './formula.ts';

const e4 = (major: number) => unitPriceE4(Math.round(major * 10_000));
const priced = (formula: PriceFormula, major: number, cost?: number) => {
  const result = applyFormula(formula, {
    priceE4: e4(major),
    ...(cost === undefined ? {} : { cost: minor(Math.round(cost * 100)) }),
  });
  return result.ok ? result.value.priceE4 / 10_000 : result.error.kind;
};
const to = (everyE4: number, endingE4: number, direction: 'nearest' | 'up' | 'down' = 'nearest') => ({
  everyE4,
  endingE4,
  direction,
});

test.each<[string, PriceFormula, number, number | undefined, number | string]>([
  ['+5 %', { basis: 'price', percent: '5' }, 10, undefined, 10.5],
  ['-12.5 %', { basis: 'price', percent: '-12.5' }, 8, undefined, 7],
  ['-0.30', { basis: 'price', addE4: -3_000 }, 10, undefined, 9.7],
  ['a third of a cent keeps four decimals, half up', { basis: 'price', percent: '5' }, 0.0333, undefined, 0.035],
  ['+5 % to .90', { basis: 'price', percent: '5', grid: to(10_000, 9_000) }, 12, undefined, 12.9],
  ['half way goes to the dearer ending', { basis: 'price', grid: to(10_000, 9_000) }, 12.4, undefined, 12.9],
  ['below the first ending', { basis: 'price', grid: to(10_000, 9_000, 'down') }, 0.2, undefined, 0.9],
  ['.99 upward', { basis: 'price', grid: to(10_000, 9_900, 'up') }, 12.995, undefined, 13.99],
  ['0.1 downward', { basis: 'price', grid: to(1_000, 0, 'down') }, 12.39, undefined, 12.3],
  ['whole', { basis: 'price', grid: to(10_000, 0) }, 12.5, undefined, 13],
  ['20 % margin on cost', { basis: 'cost', margin: '20' }, 1, 8, 10],
  ['20 % on top of cost', { basis: 'cost', percent: '20' }, 1, 8, 9.6],
  ['no cost', { basis: 'cost', margin: '20' }, 1, undefined, 'no-cost'],
  ['a floor needs a cost', { basis: 'price', minMargin: '5' }, 1, undefined, 'no-cost'],
  ['raised to the floor', { basis: 'price', percent: '-50', minMargin: '20' }, 12, 8, 10],
  [
    'raised to the next ending',
    { basis: 'price', percent: '-50', minMargin: '20', grid: to(10_000, 9_000) },
    12,
    8,
    10.9,
  ],
  ['under zero', { basis: 'price', addE4: -200_000 }, 12, undefined, 'not-positive'],
  ['rounded to nothing', { basis: 'price', grid: to(10_000, 0) }, 0.2, undefined, 'not-positive'],
  ['a gift stays one', { basis: 'price', percent: '5' }, 0, undefined, 0],
])('%s', (_, formula, from, cost, expected) => {
  expect(checkFormula(formula).ok).toBe(true);
  expect(priced(formula, from, cost)).toBe(expected);
});

test('a price past every till is refused', () => {
  expect(priced({ basis: 'price', percent: '1000' }, 99_999_999)).toBe('too-large');
});

test.each<[PriceFormula, string]>([
  [{ basis: 'price', percent: '5%' }, 'percent'],
  [{ basis: 'price', percent: '-100' }, 'percent'],
  [{ basis: 'price', margin: '20' }, 'margin'],
  [{ basis: 'cost', margin: '100' }, 'margin'],
  [{ basis: 'cost', margin: '20', percent: '5' }, 'percent'],
  [{ basis: 'price', addE4: 0.5 }, 'addE4'],
  [{ basis: 'price', minMargin: '-1' }, 'minMargin'],
  [{ basis: 'price', grid: to(0, 0) }, 'grid'],
  [{ basis: 'price', grid: to(1_000, 1_000) }, 'grid'],
])('a formula that cannot be meant is refused by its field: %j', (formula, field) => {
  expect(checkFormula(formula)).toEqual({ ok: false, error: { kind: 'formula-invalid', field } });
});

const grids = fc.constantFrom(
  to(10_000, 9_000),
  to(10_000, 9_900, 'up'),
  to(1_000, 0, 'down'),
  to(10_000, 0),
  to(1, 0),
);
const formulas: fc.Arbitrary<PriceFormula> = fc.record({
  basis: fc.constant('price' as const),
  percent: fc.constantFrom('0', '5', '-5', '33.3333', '-99'),
  addE4: fc.integer({ min: -5_000, max: 5_000 }),
  grid: grids,
  minMargin: fc.constantFrom(undefined, '0', '7.5', '60'),
});
const money = fc.integer({ min: 1, max: 50_000_000 });

test('whatever the formula: the price lies on its grid, and never leaves less than the least margin', () => {
  fc.assert(
    fc.property(formulas, money, money, (formula, price, cost) => {
      const result = applyFormula(formula, { priceE4: unitPriceE4(price), cost: minor(cost) });
      if (!result.ok) {
        expect(result.error.kind).not.toBe('no-cost');
        return;
      }
      const { priceE4 } = result.value;
      expect(priceE4 % formula.grid!.everyE4).toBe(formula.grid!.endingE4);
      if (formula.minMargin !== undefined)
        expect(priceE4).toBeGreaterThanOrEqual(floorPrice(minor(cost), formula.minMargin)!);
    }),
  );
});

test('a dearer price never becomes the cheaper one, and a rounded price is near the exact one', () => {
  fc.assert(
    fc.property(formulas, money, money, (formula, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((price) =>
        applyFormula({ ...formula, minMargin: undefined }, { priceE4: unitPriceE4(price) }),
      );
      if (low?.ok && high?.ok) expect(low.value.priceE4).toBeLessThanOrEqual(high.value.priceE4);
      const exact = applyFormula(
        { ...formula, grid: undefined, minMargin: undefined },
        { priceE4: unitPriceE4(high!.ok ? a : b) },
      );
      const settled = applyFormula({ ...formula, minMargin: undefined }, { priceE4: unitPriceE4(high!.ok ? a : b) });
      if (exact.ok && settled.ok)
        expect(Math.abs(exact.value.priceE4 - settled.value.priceE4)).toBeLessThanOrEqual(formula.grid!.everyE4);
    }),
  );
});

test('a floor is the least price that keeps the margin', () => {
  expect(floorPrice(minor(800), '20')).toBe(100_000);
  expect(floorPrice(minor(100), '30')).toBe(14_286);
  expect(floorPrice(minor(100), '100')).toBeUndefined();
  expect(floorPrice(minor(100), 'much')).toBeUndefined();
});
