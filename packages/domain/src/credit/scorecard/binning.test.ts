import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortestEdge } from './edge.ts';
import { binColumn, binOf, DEFAULT_BIN_LIMITS, describeBin, weightOfEvidence } from './index.ts';

const rateOf = ({ good, bad }: { good: number; bad: number }): number => bad / (good + bad);

describe('weight of evidence', () => {
  test('German credit, status of the checking account (UCI Statlog)', () => {
    const bins = [
      { good: 139, bad: 135 },
      { good: 164, bad: 105 },
      { good: 49, bad: 14 },
      { good: 348, bad: 46 },
    ];
    const { woe, iv, parts } = weightOfEvidence(bins);
    for (const [i, value] of [-0.818099, -0.401392, 0.405465, 1.176263].entries()) expect(woe[i]).toBeCloseTo(value, 6);
    expect(iv).toBeCloseTo(0.666012, 6);
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(iv, 12);
  });

  test('a bin without bads or goods counts half a case, an empty one is neutral', () => {
    const { woe } = weightOfEvidence([
      { good: 10, bad: 0 },
      { good: 10, bad: 20 },
      { good: 0, bad: 0 },
    ]);
    expect(woe[0]).toBeCloseTo(Math.log(10 / 20 / (0.5 / 20)), 12);
    expect(woe[2]).toBe(0);
  });

  test('one class alone tells nothing', () => {
    expect(
      weightOfEvidence([
        { good: 5, bad: 0 },
        { good: 7, bad: 0 },
      ]),
    ).toEqual({ woe: [0, 0], parts: [0, 0], iv: 0 });
  });
});

const columns = fc
  .array(fc.record({ value: fc.option(fc.integer({ min: -50, max: 50 })), label: fc.constantFrom(0, 1) }), {
    minLength: 30,
    maxLength: 400,
  })
  .map((rows) => ({ cells: rows.map((row) => row.value), labels: rows.map((row) => row.label as number) }));

describe('bins of numbers', () => {
  test('every value falls into exactly one bin, missing values into their own, and the counts add up', () => {
    fc.assert(
      fc.property(columns, ({ cells, labels }) => {
        const { bins } = binColumn('x', cells, labels);
        expect(bins.length).toBeLessThanOrEqual(DEFAULT_BIN_LIMITS.maxBins + 1);
        const counted = bins.map(() => ({ good: 0, bad: 0 }));
        for (const [i, cell] of cells.entries()) {
          const at = binOf(bins, cell);
          expect(bins[at]!.scope.kind === 'missing').toBe(cell === null);
          counted[at]![labels[i] === 1 ? 'bad' : 'good'] += 1;
        }
        expect(counted).toEqual(bins.map(({ good, bad }) => ({ good, bad })));
      }),
    );
  });

  test('the bad rate only rises or only falls, and no bin is too small', () => {
    fc.assert(
      fc.property(columns, ({ cells, labels }) => {
        const ranges = binColumn('x', cells, labels).bins.filter((bin) => bin.scope.kind === 'range');
        if (ranges.length < 2) return;
        const known = cells.filter((cell) => cell !== null).length;
        const steps = ranges.slice(1).map((bin, i) => Math.sign(rateOf(bin) - rateOf(ranges[i]!)));
        expect(new Set(steps).size).toBe(1);
        for (const bin of ranges) {
          expect(bin.good + bin.bad).toBeGreaterThanOrEqual(DEFAULT_BIN_LIMITS.minShare * known);
          expect(Math.min(bin.good, bin.bad)).toBeGreaterThanOrEqual(DEFAULT_BIN_LIMITS.minBads);
        }
      }),
    );
  });

  test('values beyond those seen belong to the outer bins', () => {
    const cells = Array.from({ length: 200 }, (_, i) => i);
    const { bins } = binColumn(
      'x',
      cells,
      cells.map((i) => Number(i % 200 < i / 2)),
    );
    expect(binOf(bins, -1e9)).toBe(0);
    expect(binOf(bins, 1e9)).toBe(bins.length - 1);
  });

  test('codes may turn where the data say so beyond chance, amounts may not', () => {
    const codes = [
      [-1, 10],
      [0, 50],
      [1, 10],
    ] as const;
    const rows = codes.flatMap(([code, bads]) =>
      Array.from({ length: 100 }, (_, i) => ({ code, bad: Number(i < bads) })),
    );
    const labels = rows.map((row) => row.bad);
    const turned = binColumn(
      'x',
      rows.map((row) => row.code),
      labels,
    );
    expect(turned.bins.map(rateOf)).toEqual([0.1, 0.5, 0.1]);
    const strict = binColumn(
      'x',
      rows.map((row) => row.code),
      labels,
      { ...DEFAULT_BIN_LIMITS, mostCodes: 0 },
    );
    expect(strict.bins.length).toBeLessThan(3);
    const amounts = binColumn(
      'x',
      rows.map((row) => row.code + 0.5),
      labels,
    );
    expect(amounts.bins.length).toBeLessThan(3);
  });
});

describe('bins of categories', () => {
  const rows = [
    ['a', 5],
    ['b', 6],
    ['c', 60],
    ['d', 61],
  ] as const;
  const cells = rows.flatMap(([name]) => Array.from({ length: 100 }, () => name));
  const labels = rows.flatMap(([, bads]) => Array.from({ length: 100 }, (_, i) => Number(i < bads)));

  test('categories of like bad rate share a bin', () => {
    const { bins } = binColumn('x', cells, labels);
    expect(bins.map((bin) => bin.scope)).toEqual([
      { kind: 'categories', values: ['a', 'b'] },
      { kind: 'categories', values: ['c', 'd'] },
    ]);
    expect(binOf(bins, 'never seen')).toBe(-1);
  });
});

test('bins in words', () => {
  const range = { kind: 'range', from: 3, to: 7 } as const;
  expect(describeBin(range)).toBe('>= 3, < 7');
  expect(describeBin({ ...range, from: null, toIncluded: true })).toBe('<= 7');
  expect(describeBin({ ...range, to: null, fromExcluded: true })).toBe('> 3');
  expect(describeBin({ kind: 'range', from: null, to: null })).toBe('any');
  expect(describeBin({ kind: 'categories', values: ['a', 'b'] })).toBe('a, b');
  expect(describeBin({ kind: 'missing' })).toBe('no data');
});

test('an edge has as few digits as separate the two sides', () => {
  expect(shortestEdge(42.2, 42.333333333333336)).toBe(42.3);
  expect(shortestEdge(1125.25, 1125.5)).toBe(1125.5);
  expect(shortestEdge(1999, 2001)).toBe(2000);
  expect(shortestEdge(-3, 2)).toBe(0);
  expect(shortestEdge(-0.5, -0.26)).toBe(-0.3);
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(number, number, (a, b) => {
      fc.pre(a !== b);
      const edge = shortestEdge(Math.min(a, b), Math.max(a, b));
      expect(edge).toBeGreaterThan(Math.min(a, b));
      expect(edge).toBeLessThanOrEqual(Math.max(a, b));
    }),
    { numRuns: 500 },
  );
});
