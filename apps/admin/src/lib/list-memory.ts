import { useEffect } from 'react';

/** Where each list stood when it was left, for the way back: its address and the row that was opened. */
const left = new Map<string, { search: unknown; row?: string | undefined }>();

export const rememberList = (list: string, search: unknown, row?: string): void => {
  left.set(list, { search, row });
};

/** The search a list was left with. */
export const searchOf = (list: string): Record<string, unknown> =>
  (left.get(list)?.search ?? {}) as Record<string, unknown>;

/** Puts the focus back on the row that was opened, once its list is there again. */
export const useReturnToRow = (list: string, ready: boolean): void => {
  useEffect(() => {
    const row = left.get(list)?.row;
    if (!ready || row === undefined) return;
    left.set(list, { search: left.get(list)?.search });
    document.querySelector<HTMLElement>(`main [data-row="${CSS.escape(row)}"]`)?.focus({ preventScroll: false });
  }, [list, ready]);
};
