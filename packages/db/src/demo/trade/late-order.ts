import { at, HOUR, midnight } from '../clock.ts';
import type { Journey } from './journey.ts';

/** One order was wished for yesterday, the day it was placed, and has not left: the desk shows what is late. */
export const leaveOneLate = (journeys: readonly Journey[], now: number): void => {
  const today = midnight(now);
  const waiting = journeys.find(
    ({ facts, placedAt }) => facts.approval === 'confirmed' && placedAt < today && placedAt > today - 24 * HOUR,
  );
  if (waiting) waiting.wishedOn = at(today - HOUR).slice(0, 10);
};
