import { useEffect } from 'react';

/** Whether keys belong to a field or a dialog. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

/**
 * Keys of a list page from wherever the focus is: `/` goes to the search box, J and K into the rows (which then walk by
 * themselves). Nothing happens while somebody types.
 */
export const useListKeys = (): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const found =
        event.key === '/'
          ? document.querySelector<HTMLElement>('main input[type="search"]')
          : event.key === 'j' || event.key === 'k'
            ? document.querySelector<HTMLElement>('main [role="grid"] tbody tr[tabindex="0"]')
            : null;
      if (!found || found.contains(document.activeElement)) return;
      event.preventDefault();
      found.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};
