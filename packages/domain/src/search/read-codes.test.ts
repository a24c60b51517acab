import { expect, test } from 'vitest';
import { readCodes } from './read-codes.ts';

test('columns of a spreadsheet, of a file, of a message', () => {
  expect(readCodes('A 1\tHC-1\r\n\nB,HC-2\nC；HC-3\nold D HC-4\nE')).toEqual([
    { code: 'A 1', itemNumber: 'HC-1' },
    { code: 'B', itemNumber: 'HC-2' },
    { code: 'C', itemNumber: 'HC-3' },
    { code: 'old D', itemNumber: 'HC-4' },
    { code: 'E', itemNumber: '' },
  ]);
});
