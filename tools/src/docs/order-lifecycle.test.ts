import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guide, withReference } from './order-lifecycle.ts';

test('the guide to the order’s life shows the tables as they are (node tools/src/docs/order-lifecycle.ts writes it)', () => {
  const text = readFileSync(guide, 'utf8');
  expect(text).toBe(withReference(text));
});

test('a guide without its marks is refused rather than overwritten', () => {
  expect(() => withReference('# The life of an order')).toThrow('lost the marks');
});
