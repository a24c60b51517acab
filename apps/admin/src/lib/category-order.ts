type Category = { id: string; parentId: string | null };

/** Categories as an outline: each followed by what is below it, with its depth. */
export const inTreeOrder = <Row extends Category>(rows: readonly Row[]): { row: Row; depth: number }[] => {
  const below = Map.groupBy(rows, (row) => row.parentId);
  const walk = (parent: string | null, depth: number): { row: Row; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((row) => [{ row, depth }, ...walk(row.id, depth + 1)]);
  return walk(null, 0);
};
