import { expect, test } from 'vitest';
import { parseRational, rational } from '../kernel/index.ts';
import { convertQuantity, roundToStep, toBaseUnits, unitFactor } from './unit-of-measure.ts';

test('boxes of 24 come out as whole bottles, or not at all', () => {
  const box = { code: 'box', factor: '24' };
  expect([
    toBaseUnits('2', box),
    toBaseUnits('2.5', box),
    toBaseUnits('0.1', box),
    toBaseUnits('-1', box),
    toBaseUnits('x', box),
  ]).toEqual([48, 60, undefined, undefined, undefined]);
  expect(toBaseUnits('0', box)).toBe(0);
  expect(toBaseUnits('500', { code: 'g', factor: '1/1000' })).toBeUndefined();
  expect(toBaseUnits('3000', { code: 'g', factor: '1/1000' })).toBe(3);
});

test('no unit is the base unit; a factor of zero is none', () => {
  expect([
    unitFactor(undefined),
    unitFactor({ code: 'x', factor: '0' }),
    unitFactor({ code: 'x', factor: '1/3' }),
  ]).toEqual([{ n: 1, d: 1 }, undefined, { n: 1, d: 3 }]);
});

test('a quantity in another unit is exact', () => {
  expect(convertQuantity(rational(3_500), rational(1), rational(1_000))).toEqual(rational(7, 2));
  expect(convertQuantity(rational(3, 2), rational(5, 7), rational(3, 11))).toEqual(rational(55, 14));
});

test.each([
  ['1.014', '0.01', 'up', '1.02'],
  ['1.02', '0.01', 'up', '1.02'],
  ['1.019', '0.01', 'down', '1.01'],
  ['1.015', '0.01', 'half-up', '1.02'],
  ['1.0149', '0.01', 'half-up', '1.01'],
  ['0', '5', 'up', '0'],
  ['7', '5', 'up', '10'],
] as const)('%s in steps of %s, %s, is %s', (quantity, step, rounding, expected) => {
  expect(roundToStep(parseRational(quantity)!, parseRational(step)!, rounding)).toEqual(parseRational(expected));
});

test('up is the default: converting to a coarser unit never loses goods', () => {
  expect(roundToStep(rational(1, 10), rational(1))).toEqual(rational(1));
});
