import { expect, test } from 'vitest';
import { searchText } from './search-text.ts';

test('digits typed into the address are a text; what is none, or too long, is left out', () => {
  const schema = searchText(6);
  expect(schema.parse('SO1')).toBe('SO1');
  expect(schema.parse(104_501)).toBe('104501');
  expect(schema.parse(undefined)).toBeUndefined();
  expect(schema.parse('1234567')).toBeUndefined();
  expect(schema.parse(1_234_567)).toBeUndefined();
  expect(schema.parse({ a: 1 })).toBeUndefined();
});
