import { useSyncExternalStore } from 'react';

const query = () => globalThis.matchMedia?.('(min-width: 51.25rem)');

/** Whether there is room for a table (from 820 px); true where it cannot be asked. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = query();
      media?.addEventListener('change', changed);
      return () => media?.removeEventListener('change', changed);
    },
    () => query()?.matches ?? true,
    () => true,
  );
