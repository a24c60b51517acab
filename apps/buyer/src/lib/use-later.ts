import { useEffect, useState } from 'react';

/** What was loaded, by how it is loaded, for the components that are drawn afterwards. */
const loaded = new Map<() => Promise<unknown>, unknown>();

/**
 * A part of the program that the first sight of a page can do without: fetched once the page stands and `when` says so,
 * `undefined` until it is here. `load` must be the same function at every drawing.
 */
export const useLater = <Part>(load: () => Promise<Part>, when = true): Part | undefined => {
  const [part, setPart] = useState(() => loaded.get(load) as Part | undefined);
  useEffect(() => {
    if (!when || part !== undefined) return;
    let gone = false;
    const keep = (value: Part) => {
      loaded.set(load, value);
      // A function handed to a setter would be called.
      if (!gone) setPart(() => value);
    };
    // Without the network the page goes on without it, and asks again when it is opened anew.
    load().then(keep, () => {});
    return () => {
      gone = true;
    };
  }, [load, when, part]);
  return part;
};
