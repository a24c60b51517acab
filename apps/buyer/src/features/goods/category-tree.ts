import type { Outputs } from '../../lib/trpc.ts';

type Category = Outputs['catalog']['categories'][number];
/** A category with what is below it; `total` counts the goods of both. */
export type CategoryNode = Category & { children: CategoryNode[]; total: number };

export const categoryTree = (rows: readonly Category[]): CategoryNode[] => {
  const below = Map.groupBy(rows, (row) => row.parentId);
  const grow = (row: Category): CategoryNode => {
    const children = (below.get(row.id) ?? []).map(grow);
    return { ...row, children, total: row.products + children.reduce((sum, child) => sum + child.total, 0) };
  };
  return (below.get(null) ?? []).map(grow);
};

/** From the top down to a category, itself included; empty for none. */
export const pathTo = <Row extends { id: string; parentId: string | null }>(
  rows: readonly Row[],
  id: string | undefined,
): Row[] => {
  const row = rows.find((candidate) => candidate.id === id);
  return row ? [...pathTo(rows, row.parentId ?? undefined), row] : [];
};
