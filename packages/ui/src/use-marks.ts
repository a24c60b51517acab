import { useState } from 'react';

/** What was just set stands at once, until what the server knows of it has been read. */
export const useMarks = <Key extends string, Value>() => {
  const [marks, setMarks] = useState<Partial<Record<Key, Value>>>({});
  return {
    marked: (key: Key, known: Value): Value => marks[key] ?? known,
    mark: (key: Key, value: Value): void => setMarks((old) => ({ ...old, [key]: value })),
    /** Forgets a mark, unless another was set meanwhile. */
    settle: (key: Key, value: Value): void =>
      setMarks((old) => (old[key] === value ? { ...old, [key]: undefined } : old)),
  };
};
