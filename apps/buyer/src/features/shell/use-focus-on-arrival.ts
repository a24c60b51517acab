import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** Somebody who began to type while the page was still on its way goes on typing. */
const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select') ?? false;

/** A new page takes the focus, so that the keyboard and the screen reader start where the eye does. Filters are no new page. */
export const useFocusOnArrival = (target: RefObject<HTMLElement | null>): void => {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== undefined && last.current !== path && !isTyping())
      target.current?.focus({ preventScroll: true });
    last.current = path;
  }, [path, target]);
};
