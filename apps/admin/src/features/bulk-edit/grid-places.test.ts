// @vitest-environment node
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterTab, blockOf, clamped, filledDown, isWithin, type Place, placesOf, putDown } from './grid-places.ts';

const extent = fc.record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 5 }) });
const place = fc.record({ row: fc.integer({ min: 0, max: 5 }), column: fc.integer({ min: 0, max: 4 }) });
const nameOf = ({ row, column }: Place): string => `${row}:${column}`;

test('Tab from the first cell visits every cell once and then leaves, and goes back the same way', () => {
  fc.assert(
    fc.property(extent, (size) => {
      const way: Place[] = [];
      for (let at: Place | undefined = { row: 0, column: 0 }; at; at = afterTab(at, false, size)) way.push(at);
      expect(new Set(way.map(nameOf)).size).toBe(size.rows * size.columns);
      const back: Place[] = [];
      for (let at = way.at(-1); at; at = afterTab(at, true, size)) back.push(at);
      expect(back).toEqual(way.toReversed());
    }),
  );
});

test('the places of a block are those within it', () => {
  fc.assert(
    fc.property(place, place, place, (one, other, any) => {
      const block = blockOf(one, other);
      expect(placesOf(block).flat().map(nameOf).includes(nameOf(any))).toBe(isWithin(any, block));
    }),
  );
});

test('what is put down stands where it was put, never outside the grid, and fills what it fits into', () => {
  const copied = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .map(([rows, columns]) =>
      Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => `${r}${c}`)),
    );
  fc.assert(
    fc.property(extent, copied, place, place, (size, block, one, other) => {
      const chosen = blockOf(clamped(one, size), clamped(other, size));
      const { cells, area } = putDown(block, chosen, size);
      for (const cell of cells) expect(clamped(cell, size)).toEqual({ row: cell.row, column: cell.column });
      expect(cells[0]).toEqual({ row: chosen.top, column: chosen.left, text: '00' });
      if (block.length === 1 && block[0]?.length === 1) expect(area).toEqual(chosen);
    }),
  );
});

test('filling down repeats the first line; a single line takes the one above it, and the first has none', () => {
  expect(filledDown({ top: 1, bottom: 2, left: 0, right: 1 }, nameOf).map(({ text }) => text)).toEqual(['1:0', '1:1']);
  expect(filledDown({ top: 2, bottom: 2, left: 3, right: 3 }, nameOf)).toEqual([{ row: 2, column: 3, text: '1:3' }]);
  expect(filledDown({ top: 0, bottom: 0, left: 3, right: 3 }, nameOf)).toEqual([]);
});
