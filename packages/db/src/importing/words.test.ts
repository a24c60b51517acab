import { expect, test } from 'vitest';
import type { Problem } from './problem.ts';
import { badRowsText } from './words.ts';

const bad = (row: number): Problem => ({ file: 'a.csv', row, key: '', reason: { kind: 'empty' } });
const following = (row: number): Problem => ({
  file: 'b.csv',
  row,
  key: '',
  reason: { kind: 'depends-on', file: 'a.csv', row: 2 },
});

test('rows that are bad themselves are told from those that follow them', () => {
  expect(badRowsText([bad(2), bad(2)])).toBe('1 bad row');
  expect(badRowsText([bad(2), following(5), following(6)])).toBe('1 bad row and 2 that depend on it');
  expect(badRowsText([bad(2), bad(3), following(5)])).toBe('2 bad rows and 1 that depend on them');
});
