import { err, ok, type Result } from '../kernel/index.ts';

/** A category as its place in the tree: below which one, and where among its siblings (0 first). */
export type CategoryPlace = { readonly id: string; readonly parentId: string | null; readonly position: number };
export type CategoryMove = { readonly id: string; readonly parentId: string | null; readonly index: number };

export type CategoryMoveRefusal =
  | { readonly kind: 'category-not-found' }
  /** A category cannot stand below itself. */
  | { readonly kind: 'category-cycle' }
  | { readonly kind: 'category-too-deep'; readonly deepest: number };

/** Levels a tree may have: more cannot be shown on a phone, and nobody finds anything below. */
export const CATEGORY_LEVELS = 6;

const inOrder = (rows: readonly CategoryPlace[]): CategoryPlace[] =>
  rows.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** A category and all above it, itself first. Ends at a parent that is not there. */
export const categoryPath = (rows: readonly Pick<CategoryPlace, 'id' | 'parentId'>[], id: string): string[] => {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  const path: string[] = [];
  for (let at: string | null | undefined = id; at && !path.includes(at); at = parents.get(at)) path.push(at);
  return path;
};

const heightOf = (rows: readonly CategoryPlace[], id: string): number =>
  1 + Math.max(0, ...rows.filter((row) => row.parentId === id).map((row) => heightOf(rows, row.id)));

/**
 * Puts a category at a place among the children of another (null: at the top). Answers with every category whose place
 * changed, so that siblings stay numbered without gaps; an index beyond the end means the end.
 */
export const moveCategory = (
  rows: readonly CategoryPlace[],
  { id, parentId, index }: CategoryMove,
): Result<readonly CategoryPlace[], CategoryMoveRefusal> => {
  const moved = rows.find((row) => row.id === id);
  if (!moved || (parentId !== null && !rows.some((row) => row.id === parentId)))
    return err({ kind: 'category-not-found' });
  const above = parentId === null ? [] : categoryPath(rows, parentId);
  if (above.includes(id)) return err({ kind: 'category-cycle' });
  if (above.length + heightOf(rows, id) > CATEGORY_LEVELS)
    return err({ kind: 'category-too-deep', deepest: CATEGORY_LEVELS });
  const siblings = inOrder(rows.filter((row) => row.parentId === parentId && row.id !== id));
  siblings.splice(Math.min(Math.max(0, index), siblings.length), 0, { ...moved, parentId });
  const left =
    moved.parentId === parentId ? [] : inOrder(rows.filter((row) => row.parentId === moved.parentId && row.id !== id));
  const before = new Map(rows.map((row) => [row.id, row]));
  return ok(
    [siblings, left]
      .flatMap((list) => list.map((row, position) => ({ id: row.id, parentId: row.parentId, position })))
      .filter((row) => {
        const old = before.get(row.id);
        return old?.position !== row.position || old.parentId !== row.parentId;
      }),
  );
};
