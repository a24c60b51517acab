import type { CategoryRow } from '@tradeline/db/stores';

/** Categories in which, or below which, the visitor sees goods: a name alone could tell what is kept from him. */
export const withGoods = (rows: CategoryRow[]): CategoryRow[] => {
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  const kept = new Set<string>();
  for (const row of rows)
    if (row.products > 0)
      for (let at: string | null | undefined = row.id; at && !kept.has(at); at = parents.get(at)) kept.add(at);
  return rows.filter((row) => kept.has(row.id));
};
