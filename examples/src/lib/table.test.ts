import { expect, test } from 'vitest';
import { numericColumns, toLabels, toTable } from './table.ts';

const rows = [
  { age: '3', trade: 'toys', bad: 'no' },
  { age: 'NA', trade: '', bad: 'yes' },
];

test('a column is of numbers when every value in it is one; gaps are missing data', () => {
  const numeric = numericColumns(rows, ['age', 'trade']);
  expect([...numeric]).toEqual(['age']);
  expect(toTable(rows, ['age', 'trade'], numeric)).toEqual({ age: [3, null], trade: ['toys', null] });
  expect(toTable([{ age: 'x' }], ['age'], numeric)).toEqual({ age: [null] });
});

test('of two target values the larger is bad, unless another is named', () => {
  expect(toLabels(rows, 'bad')).toEqual({ labels: [0, 1], bad: 'yes' });
  expect(toLabels(rows, 'bad', 'no')).toEqual({ labels: [1, 0], bad: 'no' });
  expect(toLabels([{ y: '10' }, { y: '9' }], 'y')).toEqual({ labels: [1, 0], bad: '10' });
  expect(toLabels(rows, 'risk')).toBe('there is no column risk');
  expect(toLabels([...rows, { bad: 'maybe' }], 'bad')).toBe('bad has 3 values; a target has two');
});
