import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asBytea, pack, plain, unpack } from './packed.ts';

test('what is packed or written plain reads as it was, and no plain document is taken for a packed one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = JSON.parse(JSON.stringify(value));
      expect(unpack(pack(value))).toEqual(read);
      expect(unpack(plain(value))).toEqual(read);
      expect(plain(value)[0]).not.toBe(pack(value)[0]);
    }),
  );
});

test('a document full of repetition shrinks', () => {
  const lines = Array.from({ length: 100 }, (_, at) => ({ id: at, reason: 'less-specific' }));
  expect(pack(lines).length * 4).toBeLessThan(JSON.stringify(lines).length);
});

test('bytes as PostgreSQL reads them', () => {
  expect(asBytea(plain({ a: 1 }))).toBe('\\x7b2261223a317d');
});
