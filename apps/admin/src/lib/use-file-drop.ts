import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

/** Takes files that are dropped on a part of a screen: a second way beside its button. Answers whether one hovers over it. */
export const useFileDrop = (box: RefObject<HTMLElement | null>, onFiles: (files: File[]) => void): boolean => {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const ends = new AbortController();
    const { signal } = ends;
    element.addEventListener(
      'dragover',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    element.addEventListener('dragleave', () => setOver(false), { signal });
    element.addEventListener(
      'drop',
      (event) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        setOver(false);
        take(files);
      },
      { signal },
    );
    return () => ends.abort();
  }, [box]);
  return over;
};
