import type { SheetField } from '@tradeline/domain/sheet';
import { cx } from '@tradeline/ui';
import { isNumeric, ROW } from './grid-columns.ts';

/** How a cell looks: what is wrong comes before what is edited, that before what cannot be typed over. */
export type CellState = {
  text: string;
  bad: string | undefined;
  edited: boolean;
  fixed: boolean;
  chosen: boolean;
  /** The cell one is in, with or without the keyboard's focus. */
  active: 'focused' | 'resting' | undefined;
};

const groundOf = ({ bad, edited, fixed }: CellState, marked: boolean): string => {
  if (bad) return 'bg-danger-soft text-danger-ink';
  if (edited) return 'bg-warning-soft text-ink';
  if (marked) return 'bg-warning-soft text-warning-ink';
  return fixed ? 'bg-sunken text-muted' : 'bg-surface';
};

/** One row of the grid; its first cell stays in sight and carries the row's mark. */
export const GridRow = ({
  row,
  fields,
  mark,
  cellAt,
}: {
  row: number;
  fields: readonly SheetField[];
  mark: string | undefined;
  cellAt: (column: number) => CellState;
}) => (
  <tr aria-rowindex={row + 2} style={{ height: ROW }}>
    {fields.map((field, column) => {
      const cell = cellAt(column);
      return (
        <td
          key={field.key}
          data-row={row}
          data-column={column}
          aria-invalid={cell.bad ? true : undefined}
          title={cell.bad ?? mark}
          className={cx(
            'cursor-cell truncate border-r border-b border-line px-2 text-base leading-5 tabular',
            isNumeric(field) && 'text-right',
            column === 0 && 'sticky left-0 z-10 font-medium',
            groundOf(cell, mark !== undefined && column === 0),
            cell.chosen &&
              !cell.active &&
              'shadow-[inset_0_0_0_100vmax_color-mix(in_oklab,var(--color-accent)_14%,transparent)]',
            cell.active === 'focused' && 'outline-2 -outline-offset-2 outline-accent',
            cell.active === 'resting' && 'outline-1 -outline-offset-1 outline-control',
          )}
        >
          {cell.text}
        </td>
      );
    })}
  </tr>
);
