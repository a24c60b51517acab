import { expect, test } from 'vitest';
import { chooseValue, isMade } from './choose-value.ts';

const sku = (colour: string, size: string) => ({ options: { colour, size } });
/** Red comes in S and M, blue only in L. */
const skus = [sku('red', 's'), sku('red', 'm'), sku('blue', 'l')];

test('a value that exists with the rest keeps the rest', () => {
  expect(isMade(skus, { colour: 'red', size: 's' }, 'size', 'm')).toBe(true);
  expect(chooseValue(skus, { colour: 'red', size: 's' }, 'size', 'm')).toEqual(sku('red', 'm'));
});

test('a value that does not leads to the configuration that has it', () => {
  expect(isMade(skus, { colour: 'red', size: 's' }, 'colour', 'blue')).toBe(false);
  expect(chooseValue(skus, { colour: 'red', size: 's' }, 'colour', 'blue')).toEqual(sku('blue', 'l'));
});

test('a value that is not made at all leads nowhere', () => {
  expect(chooseValue(skus, { colour: 'red', size: 's' }, 'colour', 'green')).toBeUndefined();
});
