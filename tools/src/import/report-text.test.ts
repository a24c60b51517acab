import { expect, test } from 'vitest';
import { rowList } from './report-text.ts';

test('row numbers are drawn together where they follow each other', () => {
  expect(rowList([2, 3, 4, 9, 11, 12])).toBe('2-4, 9, 11-12');
  expect(rowList([7])).toBe('7');
});
