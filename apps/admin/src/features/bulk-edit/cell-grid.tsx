import type { SheetField } from '@tradeline/domain/sheet';
import { cx } from '@tradeline/ui';
import { useId, useRef, useState } from 'react';
import { useWords } from '../../lib/words.ts';
import { isNumeric, layoutOf, ROW, widthOf } from './grid-columns.ts';
import { isWithin, type Place, type Typed } from './grid-places.ts';
import { GridRow } from './grid-row.tsx';
import { useCellCursor } from './use-cell-cursor.ts';
import { useCellMouse } from './use-cell-mouse.ts';
import { useRowWindow } from './use-row-window.ts';

/**
 * Cells that are walked, typed into, copied and filled as in a spreadsheet. One input follows the active cell and holds
 * the focus, so that Chinese input methods can begin where nothing is edited yet. Only rows in sight are drawn.
 */
export const CellGrid = ({
  label,
  fields,
  titles,
  count,
  textAt,
  noteAt,
  isFixed,
  isEdited,
  rowMark,
  onType,
  onUndo,
  onRedo,
}: {
  label: string;
  fields: readonly SheetField[];
  titles: readonly string[];
  count: number;
  textAt: (place: Place) => string;
  /** What is wrong with a cell, in words. */
  noteAt: (place: Place) => string | undefined;
  isFixed: (field: SheetField) => boolean;
  isEdited: (place: Place) => boolean;
  rowMark: (row: number) => string | undefined;
  /** One step of typed cells; fixed ones are left out here already. */
  onType: (cells: readonly Typed[]) => void;
  onUndo: () => void;
  onRedo: () => void;
}) => {
  const { t, quantity } = useWords();
  const noteId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);
  const { first, end, scrollLeft } = useRowWindow(scroller, count);
  const { lefts, width } = layoutOf(fields);
  const widthAt = (column: number): number => (fields[column] ? widthOf(fields[column]) : 0);
  const isFixedAt = (column: number): boolean => (fields[column] ? isFixed(fields[column]) : true);
  const show = ({ row, column }: Place): void => {
    const box = scroller.current;
    if (!box) return;
    const top = row * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + 2 * ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW - box.clientHeight;
    if (column === 0) return;
    const [start, pinned] = [lefts[column] ?? 0, widthAt(0)];
    if (start - pinned < box.scrollLeft) box.scrollLeft = start - pinned;
    else if (start + widthAt(column) > box.scrollLeft + box.clientWidth)
      box.scrollLeft = start + widthAt(column) - box.clientWidth;
  };
  const cursor = useCellCursor({
    extent: { rows: count, columns: fields.length },
    textAt,
    isFixedAt,
    show,
    rowsInSight: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 2),
    onType,
    onUndo,
    onRedo,
  });
  const { active, block, draft } = cursor;
  useCellMouse(scroller, {
    press: (place, extend) => {
      cursor.press(place, extend);
      input.current?.focus();
    },
    stretch: cursor.stretch,
    edit: cursor.edit,
  });
  const note = noteAt(active);
  const many = block.bottom > block.top || block.right > block.left;
  const said = many
    ? t.cells_block({ rows: quantity(block.bottom - block.top + 1), columns: block.right - block.left + 1 })
    : textAt(active);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-auto select-none">
        <table
          aria-label={label}
          aria-rowcount={count + 1}
          className="table-fixed border-separate border-spacing-0"
          style={{ width }}
        >
          <thead>
            <tr aria-rowindex={1} style={{ height: ROW }}>
              {fields.map((field, at) => (
                <th
                  key={field.key}
                  scope="col"
                  className={cx(
                    'sticky top-0 truncate border-r border-b border-line bg-sunken px-2 text-sm font-medium text-muted',
                    isNumeric(field) ? 'text-right' : 'text-left',
                    at === 0 ? 'left-0 z-20' : 'z-15',
                  )}
                  style={{ width: widthOf(field) }}
                >
                  {titles[at]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr aria-hidden style={{ height: first * ROW }} />}
            {Array.from({ length: end - first }, (_, at) => first + at).map((row) => (
              <GridRow
                key={row}
                row={row}
                fields={fields}
                mark={rowMark(row)}
                cellAt={(column) => {
                  const place = { row, column };
                  const here = row === active.row && column === active.column;
                  return {
                    text: textAt(place),
                    bad: noteAt(place),
                    edited: isEdited(place),
                    fixed: isFixedAt(column),
                    chosen: isWithin(place, block),
                    active: here ? (focused ? 'focused' : 'resting') : undefined,
                  };
                }}
              />
            ))}
            {end < count && <tr aria-hidden style={{ height: (count - end) * ROW }} />}
          </tbody>
        </table>
        {count > 0 && (
          <input
            ref={input}
            aria-label={`${textAt({ row: active.row, column: 0 })} ${titles[active.column] ?? ''}`}
            aria-invalid={note ? true : undefined}
            aria-describedby={noteId}
            readOnly={isFixedAt(active.column)}
            value={draft ?? ''}
            onChange={(event) => cursor.setDraft(event.target.value)}
            onKeyDown={cursor.onKeyDown}
            onCopy={cursor.onCopy}
            onCut={cursor.onCopy}
            onPaste={cursor.onPaste}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              cursor.commit();
              setFocused(false);
            }}
            className={cx(
              'absolute z-10 border-0 px-2 text-base tabular outline-2 -outline-offset-2 outline-accent',
              draft === undefined ? 'pointer-events-none opacity-0' : 'bg-raised text-ink shadow-md',
            )}
            style={{
              top: (active.row + 1) * ROW,
              left: active.column === 0 ? scrollLeft : lefts[active.column],
              width: Math.max(widthAt(active.column), Math.min(480, (draft ?? '').length * 14 + 32)),
              height: ROW,
            }}
          />
        )}
      </div>
      <p
        id={noteId}
        role="status"
        className={cx(
          'min-h-7 truncate border-t border-line px-4 py-1 text-sm',
          note ? 'text-danger-ink' : 'text-muted',
        )}
      >
        {note ?? rowMark(active.row) ?? said}
      </p>
    </div>
  );
};
