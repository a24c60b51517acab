export type Place = { row: number; column: number };
export type Typed = Place & { text: string };
/** A rectangle of cells, its edges included. */
export type Block = { top: number; bottom: number; left: number; right: number };
/** How many rows and columns there are. */
export type Extent = { rows: number; columns: number };

export const blockOf = (one: Place, other: Place): Block => ({
  top: Math.min(one.row, other.row),
  bottom: Math.max(one.row, other.row),
  left: Math.min(one.column, other.column),
  right: Math.max(one.column, other.column),
});

export const isWithin = ({ row, column }: Place, { top, bottom, left, right }: Block): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const placesOf = ({ top, bottom, left, right }: Block): Place[][] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
  );

/** The nearest place there is. */
export const clamped = ({ row, column }: Place, { rows, columns }: Extent): Place => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

/** Where Tab goes, line by line. At the ends it leaves the grid (`undefined`): the keyboard is never caught in it. */
export const afterTab = ({ row, column }: Place, back: boolean, { rows, columns }: Extent): Place | undefined => {
  const at = row * columns + column + (back ? -1 : 1);
  return at < 0 || at >= rows * columns ? undefined : { row: Math.floor(at / columns), column: at % columns };
};

/** The first line of a block, or the line above a single one, repeated over the rest of it. */
export const filledDown = (block: Block, textAt: (place: Place) => string): Typed[] => {
  const from = block.bottom > block.top ? block.top : block.top - 1;
  if (from < 0) return [];
  return placesOf({ ...block, top: from + 1 })
    .flat()
    .map((place) => ({ ...place, text: textAt({ row: from, column: place.column }) }));
};

/** What a copied block becomes when it is put down: a chosen area that it fits into evenly is filled with repeats of it. */
export const putDown = (
  copied: readonly (readonly string[])[],
  chosen: Block,
  { rows, columns }: Extent,
): { cells: Typed[]; area: Block } => {
  const [height, width] = [copied.length, copied[0]?.length ?? 0];
  const [tall, wide] = [chosen.bottom - chosen.top + 1, chosen.right - chosen.left + 1];
  const area = {
    top: chosen.top,
    left: chosen.left,
    bottom: Math.min(rows, chosen.top + (tall % height === 0 ? tall : height)) - 1,
    right: Math.min(columns, chosen.left + (wide % width === 0 ? wide : width)) - 1,
  };
  const cells = placesOf(area)
    .flat()
    .map(({ row, column }) => ({
      row,
      column,
      text: copied[(row - area.top) % height]?.[(column - area.left) % width] ?? '',
    }));
  return { cells, area };
};
