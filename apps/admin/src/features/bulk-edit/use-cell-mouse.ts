import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { Place } from './grid-places.ts';

/** The cell that an event of the mouse happened on. Cells carry `data-row` and `data-column`. */
const placeOf = ({ target }: Event): Place | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined;
};

/** A press goes to a cell, a drag (or Shift) stretches the chosen block, a second press edits: what the keys do too. */
export const useCellMouse = (
  box: RefObject<HTMLElement | null>,
  does: {
    press: (place: Place, extend: boolean) => void;
    stretch: (place: Place) => void;
    edit: (place: Place) => void;
  },
): void => {
  const press = useEffectEvent(does.press);
  const stretch = useEffectEvent(does.stretch);
  const edit = useEffectEvent(does.edit);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const ends = new AbortController();
    const { signal } = ends;
    element.addEventListener(
      'mousedown',
      (event) => {
        const place = placeOf(event);
        if (!place || event.button !== 0) return;
        // The focus stays in the input that follows the active cell.
        event.preventDefault();
        press(place, event.shiftKey);
      },
      { signal },
    );
    element.addEventListener(
      'mouseover',
      (event) => {
        const place = placeOf(event);
        if (place && event.buttons === 1) stretch(place);
      },
      { signal },
    );
    element.addEventListener(
      'dblclick',
      (event) => {
        const place = placeOf(event);
        if (place) edit(place);
      },
      { signal },
    );
    return () => ends.abort();
  }, [box]);
};
