import { type ReactNode, useDeferredValue, useState } from 'react';

let arriving = true;

/** The page that somebody came to is being drawn. */
export const visitBegins = (): void => {
  arriving = true;
};

/** Somebody goes on from the first page: pages are drawn whole from now on, so that a way back finds its place on the page. */
export const visitGoesOn = (): void => {
  arriving = false;
};

/**
 * The value, but `first` for the first drawing of the page that somebody came to: what follows from the rest is drawn
 * in steps of some milliseconds, between which a touch is answered.
 */
export const useGently = <Value,>(value: Value, first: Value): Value => {
  const [gentle] = useState(arriving);
  return useDeferredValue(value, gentle ? first : value);
};

/**
 * Draws what is inside after what stands around it, in steps; `until` is seen meanwhile. What a store or an answer mounts is
 * otherwise drawn in one go, which takes a phone a good part of a second.
 */
export const Gently = ({ until = null, children }: { until?: ReactNode; children: ReactNode }) =>
  useGently(true, false) ? children : until;
