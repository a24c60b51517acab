import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORY_LEVELS, type CategoryPlace, categoryPath, moveCategory } from './category-tree.ts';

const at = (id: string, parentId: string | null, position: number): CategoryPlace => ({ id, parentId, position });
const tree = [
  at('food', null, 0),
  at('tools', null, 1),
  at('tea', 'food', 0),
  at('oil', 'food', 1),
  at('green', 'tea', 0),
];
const apply = (rows: readonly CategoryPlace[], changed: readonly CategoryPlace[]) =>
  rows.map((row) => changed.find((one) => one.id === row.id) ?? row);
const childrenOf = (rows: readonly CategoryPlace[], parentId: string | null) =>
  rows
    .filter((row) => row.parentId === parentId)
    .toSorted((a, b) => a.position - b.position)
    .map((row) => row.id);

describe('moving a category', () => {
  test('to the front of another takes it away from its own and renumbers both', () => {
    const moved = moveCategory(tree, { id: 'oil', parentId: null, index: 0 });
    const after = apply(tree, moved.ok ? moved.value : []);
    expect(childrenOf(after, null)).toEqual(['oil', 'food', 'tools']);
    expect(childrenOf(after, 'food')).toEqual(['tea']);
  });

  test('below itself or what hangs on it is refused', () => {
    for (const parentId of ['food', 'tea', 'green'])
      expect(moveCategory(tree, { id: 'food', parentId, index: 0 })).toEqual({
        ok: false,
        error: { kind: 'category-cycle' },
      });
  });

  test('deeper than a tree may be is refused with how deep it may be', () => {
    const line = Array.from({ length: CATEGORY_LEVELS }, (_, i) => at(`l${i}`, i === 0 ? null : `l${i - 1}`, 0));
    const refused = moveCategory([...line, at('x', null, 1)], {
      id: 'x',
      parentId: `l${CATEGORY_LEVELS - 1}`,
      index: 0,
    });
    expect(refused).toEqual({ ok: false, error: { kind: 'category-too-deep', deepest: CATEGORY_LEVELS } });
  });

  test('keeps the tree whole: nobody is lost, every path ends at the top, siblings count from 0 without gaps', () => {
    const ids = tree.map((row) => row.id);
    const move = fc.record({
      id: fc.constantFrom(...ids),
      parentId: fc.constantFrom(null, ...ids),
      index: fc.integer({ min: -2, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let rows: readonly CategoryPlace[] = tree;
        for (const one of moves) {
          const moved = moveCategory(rows, one);
          if (moved.ok) rows = apply(rows, moved.value);
        }
        expect(rows.map((row) => row.id).toSorted()).toEqual(ids.toSorted());
        for (const row of rows) {
          const top = categoryPath(rows, row.id).at(-1);
          expect(rows.find((one) => one.id === top)?.parentId).toBeNull();
          const siblings = rows.filter((one) => one.parentId === row.parentId).map((one) => one.position);
          expect(siblings.toSorted((a, b) => a - b)).toEqual(siblings.map((_, i) => i));
        }
      }),
    );
  });

  test('back to where it was undoes it', () => {
    const moved = moveCategory(tree, { id: 'tea', parentId: 'tools', index: 0 });
    const after = apply(tree, moved.ok ? moved.value : []);
    const back = moveCategory(after, { id: 'tea', parentId: 'food', index: 0 });
    expect(apply(after, back.ok ? back.value : [])).toEqual(tree);
  });
});
