import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inertText, originalText } from './inert-text.ts';

const risky = fc
  .tuple(
    fc.constantFrom("'", "''", '', ' ', '\u00a0', '\u200b'),
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', 'x'),
    fc.string(),
  )
  .map((parts) => parts.join(''));

describe('text in a file that others open', () => {
  test('nothing that a spreadsheet program would run stands first', () => {
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '\0=1',
      '＝1',
      '＋1',
      '－1',
      '＠x',
      ' =1',
    ])
      expect(inertText(text)).toBe(`'${text}`);
  });
  test('plain text stays as it is', () => {
    for (const text of ['A1023', '扳手 12"', "'90s", ';=1', '"=1+1', '1-2', 'a=b']) expect(inertText(text)).toBe(text);
  });
  test('what comes back is what was written, whatever it was', () => {
    fc.assert(fc.property(fc.oneof(risky, fc.string()), (text) => originalText(inertText(text)) === text));
  });
});
