import { useVirtualizer } from '@tanstack/react-virtual';
import type { SheetField } from '@tradeline/domain/sheet';
import { cx } from '@tradeline/ui';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { readBlock, writeBlock } from './clipboard.ts';

export type Place = { row: number; column: number };
export type Typed = Place & { text: string };
const ROW = 32;
const WIDTHS: Record<string, number> = {
  nameZh: 220,
  nameEn: 220,
  category: 200,
  options: 200,
  itemNumber: 150,
  keywords: 220,
  summaryZh: 240,
  summaryEn: 240,
  tags: 160,
  barcode: 140,
};
const widthOf = ({ key }: SheetField): number => WIDTHS[key] ?? 110;
const NUMERIC: readonly string[] = ['whole', 'decimal'];

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
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const [draft, setDraft] = useState<string>();
  const [focused, setFocused] = useState(false);
  const dragging = useRef(false);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const lefts = fields.map((_, at) => fields.slice(0, at).reduce((sum, field) => sum + widthOf(field), 0));
  const width = fields.reduce((sum, field) => sum + widthOf(field), 0);
  const [top, bottom] = [Math.min(active.row, anchor.row), Math.max(active.row, anchor.row)];
  const [left, right] = [Math.min(active.column, anchor.column), Math.max(active.column, anchor.column)];
  const field = fields[active.column];
  const pinned = widthOf(fields[0] as SheetField);

  useEffect(() => {
    const last = Math.max(0, count - 1);
    if (active.row > last) setActive((old) => ({ ...old, row: last }));
  }, [count, active.row]);

  const show = ({ row, column }: Place): void => {
    rows.scrollToIndex(row);
    const box = scroller.current;
    if (!box || column === 0) return;
    const [start, end] = [lefts[column] ?? 0, (lefts[column] ?? 0) + widthOf(fields[column] as SheetField)];
    if (start - pinned < box.scrollLeft) box.scrollLeft = start - pinned;
    else if (end > box.scrollLeft + box.clientWidth) box.scrollLeft = end - box.clientWidth;
  };
  const go = (place: Place, extend = false): void => {
    const to = {
      row: Math.min(count - 1, Math.max(0, place.row)),
      column: Math.min(fields.length - 1, Math.max(0, place.column)),
    };
    setActive(to);
    if (!extend) setAnchor(to);
    show(to);
  };
  const put = (cells: readonly Typed[]): void => {
    const free = cells.filter(({ column }) => fields[column] && !isFixed(fields[column]));
    if (free.length > 0) onType(free);
  };
  const commit = (): void => {
    if (draft !== undefined) put([{ ...active, text: draft }]);
    setDraft(undefined);
  };
  const block = (): Place[][] =>
    Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
    );
  const fillDown = (): void => {
    const from = bottom > top ? top : top - 1;
    if (from < 0) return;
    put(
      block()
        .flat()
        .filter(({ row }) => row > from)
        .map((place) => ({ ...place, text: textAt({ row: from, column: place.column }) })),
    );
  };
  const move = (event: KeyboardEvent, rowBy: number, columnBy: number): void => {
    event.preventDefault();
    const far = event.ctrlKey || event.metaKey ? 1_000_000 : 1;
    go({ row: active.row + rowBy * far, column: active.column + columnBy * far }, event.shiftKey);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const editing = draft !== undefined;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (command && !editing && (key === 'z' || key === 'y')) {
      event.preventDefault();
      if (key === 'y' || event.shiftKey) onRedo();
      else onUndo();
    } else if (command && key === 'd') {
      event.preventDefault();
      commit();
      fillDown();
    } else if (command && key === 'a' && !editing) {
      event.preventDefault();
      setAnchor({ row: 0, column: 0 });
      setActive({ row: count - 1, column: fields.length - 1 });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      commit();
      go({ row: active.row + (event.shiftKey ? -1 : 1), column: active.column });
    } else if (event.key === 'Tab') {
      const next = active.column + (event.shiftKey ? -1 : 1);
      const ends = (next < 0 && active.row === 0) || (next >= fields.length && active.row === count - 1);
      commit();
      // At the ends Tab leaves the grid, so that the keyboard is never caught in it.
      if (ends) return;
      event.preventDefault();
      if (next < 0) go({ row: active.row - 1, column: fields.length - 1 });
      else if (next >= fields.length) go({ row: active.row + 1, column: 0 });
      else go({ row: active.row, column: next });
    } else if (event.key === 'Escape' && editing) {
      event.preventDefault();
      setDraft(undefined);
    } else if (event.key === 'F2') {
      event.preventDefault();
      if (field && !isFixed(field)) setDraft(textAt(active));
    } else if (!editing && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      put(
        block()
          .flat()
          .map((place) => ({ ...place, text: '' })),
      );
    } else if (!editing) {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 2);
      const steps: Record<string, [number, number]> = {
        ArrowUp: [-1, 0],
        ArrowDown: [1, 0],
        ArrowLeft: [0, -1],
        ArrowRight: [0, 1],
        PageUp: [-page, 0],
        PageDown: [page, 0],
        Home: [0, -fields.length],
        End: [0, fields.length],
      };
      const step = steps[event.key];
      if (step) move(event, ...step);
    }
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (draft !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeBlock(block().map((row) => row.map(textAt))));
    if (event.type === 'cut')
      put(
        block()
          .flat()
          .map((place) => ({ ...place, text: '' })),
      );
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (draft !== undefined) return;
    event.preventDefault();
    const copied = readBlock(event.clipboardData.getData('text/plain'));
    const [height, wide] = [copied.length, copied[0]?.length ?? 0];
    // What is smaller than the selection is repeated over it.
    const [tall, across] = [
      (bottom - top + 1) % height === 0 ? bottom - top + 1 : height,
      (right - left + 1) % wide === 0 ? right - left + 1 : wide,
    ];
    const cells: Typed[] = [];
    for (let row = 0; row < tall && top + row < count; row++)
      for (let column = 0; column < across && left + column < fields.length; column++)
        cells.push({ row: top + row, column: left + column, text: copied[row % height]?.[column % wide] ?? '' });
    put(cells);
    setAnchor({ row: top, column: left });
    setActive({ row: Math.min(count - 1, top + tall - 1), column: Math.min(fields.length - 1, left + across - 1) });
  };
  const note = noteAt(active);
  const noteId = 'cell-note';
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-auto select-none">
        {/* biome-ignore lint/a11y/useSemanticElements: thousands of rows are drawn only where they are seen */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: the input below holds the focus */}
        <div role="grid" aria-label={label} aria-rowcount={count + 1} aria-colcount={fields.length} style={{ width }}>
          {/* biome-ignore lint/a11y/useSemanticElements: see above */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the input below holds the focus */}
          <div role="row" aria-rowindex={1} className="sticky top-0 z-20 flex bg-sunken" style={{ width }}>
            {fields.map((each, at) => (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                key={each.key}
                role="columnheader"
                className={cx(
                  'h-8 shrink-0 truncate border-r border-b border-line bg-sunken px-2 py-1.5 text-sm font-medium text-muted',
                  NUMERIC.includes(each.kind.as) && 'text-right',
                  at === 0 && 'sticky left-0 z-10',
                )}
                style={{ width: widthOf(each) }}
              >
                {titles[at]}
              </div>
            ))}
          </div>
          <div role="presentation" className="relative" style={{ height: rows.getTotalSize(), width }}>
            {rows.getVirtualItems().map(({ index: row, start }) => (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                key={row}
                role="row"
                aria-rowindex={row + 2}
                className="absolute top-0 left-0 flex"
                style={{ transform: `translateY(${start}px)`, height: ROW, width }}
              >
                {fields.map((each, column) => {
                  const place = { row, column };
                  const bad = noteAt(place);
                  const isActive = row === active.row && column === active.column;
                  const chosen = row >= top && row <= bottom && column >= left && column <= right;
                  return (
                    // biome-ignore lint/a11y/useSemanticElements: see above
                    // biome-ignore lint/a11y/useFocusableInteractive: see above
                    <div
                      key={each.key}
                      role="gridcell"
                      aria-selected={chosen}
                      aria-invalid={bad ? true : undefined}
                      title={bad ?? rowMark(row)}
                      onMouseDown={(event) => {
                        if (draft !== undefined) commit();
                        dragging.current = true;
                        go(place, event.shiftKey);
                        event.preventDefault();
                        input.current?.focus();
                      }}
                      onMouseEnter={(event) => event.buttons === 1 && dragging.current && setActive(place)}
                      onMouseUp={() => {
                        dragging.current = false;
                      }}
                      onDoubleClick={() => !isFixed(each) && setDraft(textAt(place))}
                      className={cx(
                        'relative shrink-0 cursor-cell truncate border-r border-b border-line px-2 py-1.5 text-base leading-5 tabular',
                        NUMERIC.includes(each.kind.as) && 'text-right',
                        column === 0 && 'sticky left-0 z-10 font-medium',
                        bad
                          ? 'bg-danger-soft text-danger-ink'
                          : isEdited(place)
                            ? 'bg-warning-soft text-ink'
                            : rowMark(row) && column === 0
                              ? 'bg-warning-soft text-warning-ink'
                              : isFixed(each)
                                ? 'bg-sunken text-muted'
                                : 'bg-surface',
                        chosen &&
                          !isActive &&
                          'shadow-[inset_0_0_0_100vmax_color-mix(in_oklab,var(--color-accent)_14%,transparent)]',
                        isActive &&
                          (focused
                            ? 'outline-2 -outline-offset-2 outline-accent'
                            : 'outline-1 -outline-offset-1 outline-control'),
                      )}
                      style={{ width: widthOf(each), height: ROW }}
                    >
                      {textAt(place)}
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
        </div>
        {count > 0 && (
          <input
            ref={input}
            aria-label={`${textAt({ row: active.row, column: 0 })} ${titles[active.column] ?? ''}`}
            aria-invalid={note ? true : undefined}
            aria-describedby={note ? noteId : undefined}
            readOnly={field ? isFixed(field) : true}
            value={draft ?? ''}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={onKeyDown}
            onCopy={onCopy}
            onCut={onCopy}
            onPaste={onPaste}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              commit();
              setFocused(false);
            }}
            className={cx(
              'absolute z-10 border-0 px-2 text-base tabular outline-2 -outline-offset-2 outline-accent',
              draft === undefined ? 'pointer-events-none opacity-0' : 'bg-raised text-ink shadow-md',
            )}
            style={{
              top: (active.row + 1) * ROW,
              left: active.column === 0 ? (scroller.current?.scrollLeft ?? 0) : lefts[active.column],
              width:
                draft === undefined
                  ? field
                    ? widthOf(field)
                    : 0
                  : Math.max(field ? widthOf(field) : 0, Math.min(480, draft.length * 14 + 32)),
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
        {note ?? rowMark(active.row) ?? textAt(active)}
      </p>
    </div>
  );
};
