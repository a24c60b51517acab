import { type RefObject, useEffect, useState } from 'react';
import { ROW } from './grid-columns.ts';

/** Rows drawn beyond those in sight, and by how many the drawn part moves at a time. */
const SPARE = 12;
const STEP = 8;

/** Which rows of a scrolled grid are worth drawing (`first` to before `end`), and how far it is scrolled sideways, in px. */
export const useRowWindow = (box: RefObject<HTMLElement | null>, count: number) => {
  const [view, setView] = useState({ row: 0, rows: 24, scrollLeft: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const row = Math.floor(element.scrollTop / ROW / STEP) * STEP;
      const rows = Math.max(24, Math.ceil(element.clientHeight / ROW));
      const { scrollLeft } = element;
      setView((old) =>
        old.row === row && old.rows === rows && old.scrollLeft === scrollLeft ? old : { row, rows, scrollLeft },
      );
    };
    element.addEventListener('scroll', look, { passive: true });
    globalThis.addEventListener('resize', look);
    look();
    return () => {
      element.removeEventListener('scroll', look);
      globalThis.removeEventListener('resize', look);
    };
  }, [box]);
  const first = Math.max(0, Math.min(view.row - SPARE, count - view.rows));
  const end = Math.min(count, view.row + view.rows + STEP + SPARE);
  return { first, end, scrollLeft: view.scrollLeft };
};
