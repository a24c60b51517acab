// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OptionAxis } from '../goods.ts';
import { matrixOf } from './matrix-shape.ts';

const axis = (code: string, ...values: string[]): OptionAxis => ({
  code,
  name: { zh: code },
  values: values.map((value) => ({ code: value, name: { zh: value } })),
});
const [colour, size, kit] = [axis('colour', 'red', 'blue'), axis('size', 's', 'm', 'l'), axis('kit', 'bare', 'full')];
const sku = (options: Record<string, string>) => {
  const id = Object.values(options).join('-');
  return { id, itemNumber: id, options };
};
const drawn = (matrix: ReturnType<typeof matrixOf>) =>
  matrix.groups.map((group) => group.rows.map((row) => row.cells.map((cell) => cell?.itemNumber ?? '·')));

test('colour goes down, size across; what is not made is a gap', () => {
  const made = ['s', 'm', 'l'].map((s) => sku({ colour: 'red', size: s }));
  expect(drawn(matrixOf([colour, size], [...made, sku({ colour: 'blue', size: 'm' })]))).toEqual([
    [
      ['red-s', 'red-m', 'red-l'],
      ['·', 'blue-m', '·'],
    ],
  ]);
});

test('one axis makes lines; a value that no variant has takes no room', () => {
  const matrix = matrixOf([size], [sku({ size: 'l' }), sku({ size: 's' })]);
  expect(drawn(matrix)).toEqual([[['s'], ['l']]]);
  expect(matrix.groups[0]?.columns).toEqual([]);
});

test('a third axis groups the tables', () => {
  const made = [sku({ kit: 'bare', colour: 'red', size: 's' }), sku({ kit: 'full', colour: 'blue', size: 's' })];
  const matrix = matrixOf([kit, colour, size], made);
  expect(matrix.groups.map((group) => group.headings)).toEqual([[{ zh: 'bare' }], [{ zh: 'full' }]]);
  expect(drawn(matrix)).toEqual([[['bare-red-s']], [['full-blue-s']]]);
});

test('variants that the axes do not tell apart are lines', () => {
  const [one, two] = [sku({ size: 's' }), { ...sku({ size: 's' }), id: 'other', itemNumber: 'other' }];
  expect(drawn(matrixOf([size], [one, two]))).toEqual([[['s'], ['other']]]);
});

test('every variant stands exactly once, however the axes are', () => {
  const value = fc.constantFrom('a', 'b', 'c', 'd');
  const codes = ['x', 'y', 'z'];
  const axes = codes.map((code) => axis(code, 'a', 'b', 'c'));
  const some = fc.record({ x: value, y: value, z: value }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), fc.nat({ max: 3 }), (all, used) => {
      const skus = all.map((options, at) => ({
        id: String(at),
        itemNumber: String(at),
        options: options as Record<string, string>,
      }));
      const cells = matrixOf(axes.slice(0, used), skus).groups.flatMap((group) =>
        group.rows.flatMap((row) => row.cells),
      );
      expect(cells.flatMap((cell) => cell?.id ?? []).toSorted()).toEqual(skus.map((each) => each.id).toSorted());
    }),
  );
});
