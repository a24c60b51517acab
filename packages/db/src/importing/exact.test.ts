import { rational } from '@tradeline/domain/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactText, percentText } from './exact.ts';

test('a whole number of small parts is written without its trailing zeros', () => {
  expect(exactText(12657930395n, 4)).toBe('1265793.0395');
  expect(exactText(-50n, 2)).toBe('-0.5');
  expect(exactText(0n, 4)).toBe('0');
});

test('a share as a percent is the share again when divided by 100', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => {
      const percent = percentText(rational(millionths, 1_000_000));
      expect(Math.round(Number(percent) * 10_000)).toBe(millionths);
    }),
  ));
