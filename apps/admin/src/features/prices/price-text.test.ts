import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlock, readBlock } from './paste-block.ts';
import { plainPrice, readPrice } from './price-text.ts';

test('a price is read as it is written, in any width, to the fourth decimal', () => {
  expect(['12.5', '¥1,234.5678', '１２．９', '.5', '7', '7.'].map(readPrice)).toEqual([
    125_000, 12_345_678, 129_000, 5_000, 70_000, 70_000,
  ]);
  for (const wrong of ['', 'abc', '-1', '1.23456', '1e3', '123456789']) expect(readPrice(wrong)).toBeUndefined();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (e4) => {
      expect(readPrice(plainPrice(e4))).toBe(e4);
    }),
  );
});

test('a pasted block keeps every line: read, or handed back', () => {
  expect(readBlock('A-1\t12.90\nA-2\t24\t11.5\r\n\nA-3\tfree\n\t5')).toEqual({
    rows: [
      { itemNumber: 'A-1', minQuantity: 1, priceE4: 129_000 },
      { itemNumber: 'A-2', minQuantity: 24, priceE4: 115_000 },
    ],
    unread: ['A-3\tfree', '\t5'],
  });
  expect([isBlock('12.5'), isBlock('12.5\n'), isBlock('A\t1')]).toEqual([false, false, true]);
});
