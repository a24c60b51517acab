import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';

type Options = {
  keys: readonly string[];
  selection: ReadonlySet<string> | undefined;
  onSelection: ((selection: ReadonlySet<string>) => void) | undefined;
  onOpen: ((index: number) => void) | undefined;
};

const inside = (event: { target: EventTarget; currentTarget: EventTarget }): boolean =>
  event.target !== event.currentTarget &&
  event.target instanceof Element &&
  event.target.closest('a, button, input, label, select, textarea, [role="checkbox"]') !== null;

/** Which row has the focus and which are chosen; keys and presses that change it. */
export const useRows = ({ keys, selection, onSelection, onOpen }: Options) => {
  const [current, setCurrent] = useState(0);
  const anchor = useRef(0);
  const rows = useRef(new Map<number, HTMLTableRowElement>());
  const at = Math.min(current, Math.max(0, keys.length - 1));

  const focus = (index: number) => {
    const next = Math.max(0, Math.min(keys.length - 1, index));
    setCurrent(next);
    rows.current.get(next)?.focus();
    return next;
  };
  const range = (from: number, to: number) =>
    onSelection?.(new Set([...(selection ?? []), ...keys.slice(Math.min(from, to), Math.max(from, to) + 1)]));
  const toggle = (index: number, extend = false) => {
    if (!onSelection) return;
    if (extend) return range(anchor.current, index);
    anchor.current = index;
    const key = keys[index];
    if (key === undefined) return;
    const next = new Set(selection);
    if (!next.delete(key)) next.add(key);
    onSelection(next);
  };
  const toggleAll = () => onSelection?.(keys.every((key) => selection?.has(key)) ? new Set() : new Set(keys));

  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    if (inside(event)) return;
    const moves: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      j: index + 1,
      k: index - 1,
      Home: 0,
      End: keys.length - 1,
    };
    const target = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    if (target !== undefined) {
      const arrived = focus(target);
      if (event.shiftKey) range(anchor.current, arrived);
      else anchor.current = arrived;
    } else if (event.key === 'Enter') onOpen?.(index);
    else if (event.key === ' ' || event.key === 'x') toggle(index, event.shiftKey);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onSelection) toggleAll();
    else return;
    event.preventDefault();
  };
  const onClick = (index: number) => (event: MouseEvent) => {
    if (inside(event)) return;
    if (onSelection && (event.shiftKey || event.ctrlKey || event.metaKey)) toggle(index, event.shiftKey);
    else onOpen?.(index);
  };

  return {
    toggle,
    toggleAll,
    rowProps: (index: number) => ({
      ref: (row: HTMLTableRowElement | null) => {
        if (row) rows.current.set(index, row);
        else rows.current.delete(index);
      },
      tabIndex: index === at ? 0 : -1,
      onFocus: () => setCurrent(index),
      onKeyDown: onKeyDown(index),
      onClick: onClick(index),
    }),
  };
};
