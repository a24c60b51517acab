import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { readBlock, writeBlock } from './clipboard.ts';
import { commandOf } from './grid-keys.ts';
import {
  afterTab,
  blockOf,
  clamped,
  type Extent,
  filledDown,
  type Place,
  placesOf,
  putDown,
  type Typed,
} from './grid-places.ts';

/** Where one is in the grid, what is chosen, and what is being typed there (`draft`); and what keys and clipboard do. */
export const useCellCursor = ({
  extent,
  textAt,
  isFixedAt,
  show,
  rowsInSight,
  onType,
  onUndo,
  onRedo,
}: {
  extent: Extent;
  textAt: (place: Place) => string;
  isFixedAt: (column: number) => boolean;
  /** Scrolls a place into sight. */
  show: (place: Place) => void;
  rowsInSight: () => number;
  onType: (cells: readonly Typed[]) => void;
  onUndo: () => void;
  onRedo: () => void;
}) => {
  const [cursor, setCursor] = useState<{ active: Place; anchor: Place }>({
    active: { row: 0, column: 0 },
    anchor: { row: 0, column: 0 },
  });
  const [draft, setDraft] = useState<string>();
  const active = clamped(cursor.active, extent);
  const block = blockOf(active, clamped(cursor.anchor, extent));

  const put = (cells: readonly Typed[]): void => {
    const free = cells.filter(({ column }) => !isFixedAt(column));
    if (free.length > 0) onType(free);
  };
  const commit = (): void => {
    if (draft !== undefined) put([{ ...active, text: draft }]);
    setDraft(undefined);
  };
  const go = (place: Place, extend = false): void => {
    const to = clamped(place, extent);
    setCursor((old) => ({ active: to, anchor: extend ? old.anchor : to }));
    show(to);
  };
  const edit = (place: Place): void => {
    if (!isFixedAt(place.column)) setDraft(textAt(place));
  };
  const clear = (): void =>
    put(
      placesOf(block)
        .flat()
        .map((place) => ({ ...place, text: '' })),
    );

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const command = commandOf(event, draft !== undefined, rowsInSight());
    if (!command) return;
    if (command.do === 'tab') {
      commit();
      const next = afterTab(active, command.back, extent);
      if (next) {
        event.preventDefault();
        go(next);
      }
      return;
    }
    event.preventDefault();
    switch (command.do) {
      case 'undo':
        onUndo();
        break;
      case 'redo':
        onRedo();
        break;
      case 'fill-down':
        commit();
        put(filledDown(block, textAt));
        break;
      case 'all':
        setCursor({
          anchor: { row: 0, column: 0 },
          active: { row: extent.rows - 1, column: extent.columns - 1 },
        });
        break;
      case 'enter':
        commit();
        go({ ...active, row: active.row + (command.back ? -1 : 1) });
        break;
      case 'stop':
        setDraft(undefined);
        break;
      case 'edit':
        edit(active);
        break;
      case 'clear':
        clear();
        break;
      case 'move':
        go({ row: active.row + command.rows, column: active.column + command.columns }, command.extend);
        break;
    }
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (draft !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeBlock(placesOf(block).map((row) => row.map(textAt))));
    if (event.type === 'cut') clear();
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (draft !== undefined) return;
    event.preventDefault();
    const { cells, area } = putDown(readBlock(event.clipboardData.getData('text/plain')), block, extent);
    put(cells);
    setCursor({
      anchor: { row: area.top, column: area.left },
      active: { row: area.bottom, column: area.right },
    });
  };
  const press = (place: Place, extend: boolean): void => {
    commit();
    go(place, extend);
  };
  const stretch = (place: Place): void => setCursor((old) => ({ ...old, active: clamped(place, extent) }));
  return { active, block, draft, setDraft, commit, press, stretch, edit, onKeyDown, onCopy, onPaste };
};
