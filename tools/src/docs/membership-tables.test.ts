import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guide, withTables } from './membership-tables.ts';

test('the guide to membership shows the levels as they are (node tools/src/docs/membership-tables.ts writes it)', () => {
  const text = readFileSync(guide, 'utf8');
  expect(text).toBe(withTables(text));
});
