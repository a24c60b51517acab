import type { KeyboardEvent } from 'react';

type Step = readonly [rows: number, columns: number];
const steps: Record<string, Step> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Left and right move the cursor first, as long as there is text to move in. */
const atEdge = ({ selectionStart, selectionEnd, value }: HTMLInputElement, step: number): boolean =>
  (selectionStart === 0 && selectionEnd === value.length) ||
  (selectionStart === selectionEnd && selectionStart === (step < 0 ? 0 : value.length));

/**
 * Moves between the fields of a table of quantities: arrows to the neighbour (past gaps), Enter down, Shift+Enter up. A
 * field says where it stands by `data-row` and `data-column`; the table is the nearest `data-matrix` above it.
 */
export const moveFocus = (event: KeyboardEvent<HTMLInputElement>): void => {
  const field = event.currentTarget;
  const back = event.shiftKey ? -1 : 1;
  const step: Step | undefined = event.key === 'Enter' ? [back, 0] : event.shiftKey ? undefined : steps[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
  if (step[1] !== 0 && !atEdge(field, step[1])) return;
  event.preventDefault();
  const fields = [...(field.closest('[data-matrix]')?.querySelectorAll<HTMLInputElement>('input[data-row]') ?? [])];
  const next = nextField(fields, field, step);
  next?.focus();
  next?.select();
};

const at = ({ dataset }: HTMLInputElement) => ({ row: Number(dataset.row), column: Number(dataset.column) });

const nextField = (fields: HTMLInputElement[], from: HTMLInputElement, [rows, columns]: Step) => {
  const here = at(from);
  const ahead = fields
    .map((field) => ({ field, ...at(field) }))
    .filter(({ row, column }) =>
      rows !== 0
        ? column === here.column && (row - here.row) * rows > 0
        : row === here.row && (column - here.column) * columns > 0,
    )
    .toSorted(
      (a, b) =>
        Math.abs(a.row - here.row + a.column - here.column) - Math.abs(b.row - here.row + b.column - here.column),
    );
  return ahead[0]?.field;
};
