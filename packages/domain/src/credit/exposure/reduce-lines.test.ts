import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor } from '../../money/index.ts';
import { reduceLines } from './index.ts';

const line = (id: string, quantity: number, amount: number, minimum: number, multiple: number) => ({
  id,
  quantity,
  amount: minor(amount),
  minimum,
  multiple,
});
const lines = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      steps: fc.integer({ min: 1, max: 4 }),
      multiple: fc.integer({ min: 1, max: 6 }),
      amount: fc.integer({ min: 1, max: 500 }).map(minor),
      minimum: fc.integer({ min: 0, max: 8 }),
    }),
    { selector: (l) => l.id, minLength: 1 },
  )
  .map((all) => all.map(({ steps, ...l }) => ({ ...l, quantity: steps * l.multiple })));

test('a cut keeps carton and minimum and takes no more than it must', () => {
  expect(reduceLines([line('a', 48, 96_000, 12, 12), line('b', 10, 54_000, 1, 1)], minor(30_000))).toEqual({
    by: 32_400,
    quantities: [
      { id: 'a', quantity: 48 },
      { id: 'b', quantity: 4 },
    ],
  });
});

test('a line at its minimum can only be dropped, and the last line cannot', () => {
  const [a, b] = [line('a', 12, 1000, 12, 12), line('b', 6, 600, 6, 6)];
  expect(reduceLines([a, b], minor(100))?.quantities).toEqual([
    { id: 'a', quantity: 12 },
    { id: 'b', quantity: 0 },
  ]);
  expect(reduceLines([a], minor(100))).toBeUndefined();
});

test('on small orders no allowed set of quantities takes off enough with less excess', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 900 }).map(minor), (order, by) => {
      const totals: number[] = [];
      const walk = (at: number, off: number, left: number): void => {
        const next = order[at];
        if (!next) {
          if (off >= by && left > 0) totals.push(off);
          return;
        }
        for (let q = 0; q <= next.quantity; q += next.multiple) {
          if (q !== 0 && q !== next.quantity && q < next.minimum) continue;
          const kept = Math.floor((2 * next.amount * q + next.quantity) / (2 * next.quantity));
          walk(at + 1, off + next.amount - kept, left + q);
        }
      };
      walk(0, 0, 0);
      expect(reduceLines(order, by)?.by).toBe(totals.length === 0 ? undefined : Math.min(...totals));
    }),
    { numRuns: 300 },
  );
});

test('a long order is cut within its budget', () => {
  const long = Array.from({ length: 2000 }, (_, i) => line(`l${i}`, 1000, 100_000 + i, 10, 10));
  expect(reduceLines(long, minor(77_777_777))!.by - 77_777_777).toBeLessThan(1100);
});
