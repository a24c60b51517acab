import type { Day } from '../kernel/index.ts';
import { firstExpiredFirst } from './lots.ts';

/** What lies free of a lot on a shelf, as a picker is offered it. */
export type FreeLot = {
  readonly lotId: string;
  readonly code: string;
  readonly expiresOn: Day | null;
  readonly free: number;
  readonly expired: boolean;
};

/**
 * Which lots to take at one shelf, for stops one after another that need so many units each: first expired first, and what one
 * stop takes the next does not find. A stop that gets less than it needs has no more that may be sent.
 */
export const planPicks = <Lot extends FreeLot>(
  lots: readonly Lot[],
  needs: readonly number[],
): readonly (readonly (Lot & { readonly units: number })[])[] => {
  const shelf = firstExpiredFirst(lots.filter(({ expired }) => !expired)).map((lot) => ({ lot, left: lot.free }));
  return needs.map((need) => {
    let open = need;
    return shelf.flatMap((place) => {
      const units = Math.max(0, Math.min(open, place.left));
      open -= units;
      place.left -= units;
      return units > 0 ? [{ ...place.lot, units }] : [];
    });
  });
};
