import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProductAxis } from './product.ts';
import {
  combinationCount,
  combinations,
  itemNumberBy,
  optionKey,
  planVariants,
  unknownPlaceholders,
  usualPattern,
} from './variants.ts';

const axis = (code: string, ...values: string[]): ProductAxis => ({
  code,
  name: { zh: code },
  values: values.map((value) => ({ code: value, name: { zh: value } })),
});
const colour = axis('colour', 'red', 'blue');
const size = axis('size', 's', 'm', 'l');

test('two axes of two and three values make six variants, the last axis turning fastest', () => {
  expect(combinations([colour, size]).map((options) => `${options.colour}-${options.size}`)).toEqual([
    'red-s',
    'red-m',
    'red-l',
    'blue-s',
    'blue-m',
    'blue-l',
  ]);
  expect(combinations([])).toEqual([{}]);
});

test('adding an axis keeps what there is under its first value; adding a value only adds', () => {
  const sold = [{ options: { colour: 'red' } }, { options: { colour: 'blue' } }];
  const plan = planVariants([colour, size], sold);
  expect(plan.left).toEqual([]);
  expect(plan.rows.filter(({ variant }) => variant).map(({ variant, options }) => [variant, options])).toEqual([
    [sold[0], { colour: 'red', size: 's' }],
    [sold[1], { colour: 'blue', size: 's' }],
  ]);
});

test('a value taken away leaves its variants over; of two that fall together the earlier stays', () => {
  const rows = combinations([colour, size]).map((options) => ({ options }));
  expect(planVariants([colour, axis('size', 's', 'm')], rows).left).toEqual([rows[2], rows[5]]);
  const narrowed = planVariants([colour], rows);
  expect(narrowed.rows.map(({ variant }) => variant)).toEqual([rows[0], rows[3]]);
  expect(narrowed.left).toHaveLength(4);
});

const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 });
const someAxes = fc
  .tuple(codes, codes, codes)
  .chain(([x, y, z]) => fc.subarray([axis('x', ...x), axis('y', ...y), axis('z', ...z)]));

test('no variant is lost and none stands twice, whatever the axes become', () => {
  fc.assert(
    fc.property(someAxes, someAxes, (before, after) => {
      const variants = combinations(before).map((options, id) => ({ id, options }));
      const { rows, left } = planVariants(after, variants);
      const ids = [...rows.flatMap(({ variant }) => variant?.id ?? []), ...left.map(({ id }) => id)];
      expect(ids.toSorted((a, b) => a - b)).toEqual(variants.map(({ id }) => id));
      expect(rows).toHaveLength(combinationCount(after));
      expect(new Set(rows.map(({ options }) => optionKey(after, options))).size).toBe(rows.length);
    }),
  );
});

test('unchanged axes change nothing', () => {
  fc.assert(
    fc.property(someAxes, (axes) => {
      const variants = combinations(axes).map((options) => ({ options }));
      const { rows, left } = planVariants(axes, variants);
      expect([rows.map(({ variant }) => variant), left]).toEqual([variants, []]);
    }),
  );
});

test('item numbers follow a pattern, and an unknown part of it is named', () => {
  expect(usualPattern([colour, size])).toBe('{number}-{colour}-{size}');
  expect(itemNumberBy('{number}/{size}.{colour}', 'A1023', { colour: 'red', size: 'm' })).toBe('A1023/M.RED');
  expect(unknownPlaceholders('{number}-{color}-{size}', [colour, size])).toEqual(['color']);
});
