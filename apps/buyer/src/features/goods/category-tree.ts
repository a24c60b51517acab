import type { Outputs } from '../../lib/trpc.ts';
import type { Facets } from './found.ts';

type Category = Outputs['catalog']['categories'][number];
/** A category with what is below it; `count` is how many goods choosing it would leave. */
export type CategoryNode = Category & { children: CategoryNode[]; count: number };

/** The categories that lead to something, in their own order. */
export const categoryTree = (rows: readonly Category[], counts: Facets['categories']): CategoryNode[] => {
  const countOf = new Map(counts.map(({ id, count }) => [id, count]));
  const below = Map.groupBy(rows, (row) => row.parentId);
  const grow = (row: Category): CategoryNode[] => {
    const count = countOf.get(row.id) ?? 0;
    return count === 0 ? [] : [{ ...row, count, children: (below.get(row.id) ?? []).flatMap(grow) }];
  };
  return (below.get(null) ?? []).flatMap(grow);
};

/** From the top down to a category, itself included; empty for none. */
export const pathTo = <Row extends { id: string; parentId: string | null }>(
  rows: readonly Row[],
  id: string | undefined,
): Row[] => {
  const row = rows.find((candidate) => candidate.id === id);
  return row ? [...pathTo(rows, row.parentId ?? undefined), row] : [];
};
