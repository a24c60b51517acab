import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from './parts.ts';

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 2 });

test('every row stands in one part, rows that share a key in the same, and a part is large only where they must', () => {
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (rows, size) => {
      const sheet = rows.map((cells, at) => ({ row: at + 2, cells }));
      const parts = partsOf(sheet, ({ cells }) => cells, size);
      expect(parts.flat().toSorted((a, b) => a.row - b.row)).toEqual(sheet);
      const partOf = new Map<string, number>();
      for (const [at, part] of parts.entries()) {
        expect(part).toEqual(part.toSorted((a, b) => a.row - b.row));
        for (const key of part.flatMap(({ cells }) => cells)) {
          expect(partOf.get(key) ?? at).toBe(at);
          partOf.set(key, at);
        }
      }
      // A part beyond the size holds together: no two of its rows could be parted.
      for (const part of parts.filter(({ length }) => length > size))
        expect(partsOf(part, ({ cells }) => cells, 1)).toHaveLength(1);
    }),
  );
});
