/** Where the keyboard stands in the suggestions: rows from above, cells from the left. */
export type Cell = { row: number; column: number };

export const cellId = (id: string, { row, column }: Cell): string => `${id}cell${row}-${column}`;

/**
 * The next cell for a key; `stay` for keys that mean nothing here, undefined for back in the field. Up and down go round,
 * through the field; right and left reach what a row can do besides (forgetting a past search).
 */
export const move = (key: string, from: Cell | undefined, panel: Element | null): Cell | undefined | 'stay' => {
  const rows = [...(panel?.querySelectorAll('tr[data-row]') ?? [])];
  const last = rows.length - 1;
  if (key === 'ArrowDown')
    return !from ? (last < 0 ? undefined : first) : from.row === last ? undefined : down(from, 1);
  if (key === 'ArrowUp')
    return !from ? (last < 0 ? undefined : { row: last, column: 0 }) : from.row === 0 ? undefined : down(from, -1);
  const cells = from ? (rows[from.row]?.querySelectorAll('td').length ?? 0) : 0;
  if (key === 'ArrowRight' && from && from.column + 1 < cells) return { ...from, column: from.column + 1 };
  if (key === 'ArrowLeft' && from && from.column > 0) return { ...from, column: from.column - 1 };
  return 'stay';
};

const first: Cell = { row: 0, column: 0 };
const down = ({ row }: Cell, by: number): Cell => ({ row: row + by, column: 0 });
