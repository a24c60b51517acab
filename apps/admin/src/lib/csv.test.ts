import { inertText } from '@tradeline/domain/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('text that would run as a formula is inert, figures stay figures', () => {
  expect(csv([['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'plain', -12.5]])).toBe(
    `\uFEFF"'=HYPERLINK(""x"")","'+1","'-1","'@SUM(A1)","'\t=1","'\r=1","plain",-12.5\r\n`,
  );
});

/** Reads what was written, as RFC 4180 says. */
const read = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else while (text[at] !== ',' && text[at] !== '\r') cell += text[at++];
    rows.at(-1)!.push(cell);
    if (text[at] === ',') at++;
    else {
      at += 2;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
};

test('every text comes back as it was, or with one apostrophe before what would run', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const back = read(csv(rows));
      expect(back).toEqual(rows.map((row) => row.map(inertText)));
    }),
  );
});
