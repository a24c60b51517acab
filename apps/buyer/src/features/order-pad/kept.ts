import { useEffect, useState } from 'react';

/** State that is still there after a reload or a way round through other pages, as long as the tab lives. */
export const useKept = <Value>(key: string, initial: Value): [Value, (next: (now: Value) => Value) => void] => {
  const [value, setValue] = useState<Value>(() => {
    try {
      const kept = sessionStorage.getItem(key);
      return kept === null ? initial : (JSON.parse(kept) as Value);
    } catch {
      return initial;
    }
  });
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // A full or forbidden store keeps nothing; the page works without.
    }
  }, [key, value]);
  return [value, setValue];
};
