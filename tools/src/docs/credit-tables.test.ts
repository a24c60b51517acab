import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guide, withTables } from './credit-tables.ts';

test('the guide to credit shows the tables as they are (node tools/src/docs/credit-tables.ts writes it)', () => {
  const text = readFileSync(guide, 'utf8');
  expect(text).toBe(withTables(text));
});

test('a guide without its marks is refused rather than overwritten', () => {
  expect(() => withTables('# Credit')).toThrow('lost the marks');
});
