import { useEffect, useState } from 'react';
import type { PadLine } from './pad-lines.ts';

/** Where a line stands on the page. */
export const rowId = (key: string): string => `pad-line-${key}`;

/** What was just read is brought into sight: on a phone the list stands below everything that fills it. */
export const useInSight = (): ((lines: readonly PadLine[]) => void) => {
  const [key, setKey] = useState<string>();
  useEffect(() => {
    const row = key && document.getElementById(rowId(key));
    if (!row) return;
    const { top, bottom } = row.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight / 2) row.scrollIntoView?.({ block: 'start' });
  }, [key]);
  return (lines) => setKey(lines[0]?.key);
};
