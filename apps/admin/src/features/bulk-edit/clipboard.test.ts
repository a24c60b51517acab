// @vitest-environment node
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlock, writeBlock } from './clipboard.ts';

test('a block comes back as it was copied, whatever stands in its cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '货') });
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
  // One empty cell is nothing to copy.
  fc.assert(
    fc.property(block, (rows) => {
      expect(readBlock(`${writeBlock(rows)}\n`)).toEqual(rows);
    }),
  );
});

test('inches are no opening quote, and a last line break is no row', () => {
  expect(readBlock('12"\t3/4" pipe\r\nA\tB\r\n')).toEqual([
    ['12"', '3/4" pipe'],
    ['A', 'B'],
  ]);
});
