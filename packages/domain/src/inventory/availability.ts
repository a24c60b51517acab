import type { Day } from '../kernel/index.ts';
import { unpromised } from './ledger.ts';
import type { Balance } from './stock-entry.ts';

export type Availability = {
  readonly available: number;
  readonly steps: readonly {
    readonly what: 'on-hand' | 'reserved' | 'allocated' | 'safety-hold';
    readonly units: number;
  }[];
};

/** Units that may be promised now, with the sum that leads there. May be negative after a count found fewer. */
export const availability = (balance: Balance, safetyHold = 0): Availability => ({
  available: unpromised(balance) - safetyHold,
  steps: [
    { what: 'on-hand', units: balance.onHand },
    { what: 'reserved', units: -balance.reserved },
    { what: 'allocated', units: -balance.allocated },
    { what: 'safety-hold', units: -safetyHold },
  ],
});

export type DatedUnits = { readonly on: Day; readonly units: number };

/**
 * Units that can be promised for a day: what is available now, plus receipts due by then, less demand already promised
 * up to then, and never more than a later promise leaves: a unit needed tomorrow is not given away today.
 */
export const availableToPromise = (
  availableNow: number,
  receipts: readonly DatedUnits[],
  demand: readonly DatedUnits[],
  on: Day,
): number => {
  const by = (day: Day, dated: readonly DatedUnits[]): number =>
    dated.reduce((units, one) => (one.on <= day ? units + one.units : units), 0);
  const later = [...new Set([...receipts, ...demand].map((one) => one.on))].filter((day) => day > on);
  return Math.min(...[on, ...later].map((day) => availableNow + by(day, receipts) - by(day, demand)));
};

/** The first day on which so many units can be promised, or undefined within the known receipts. */
export const promiseDate = (
  availableNow: number,
  receipts: readonly DatedUnits[],
  demand: readonly DatedUnits[],
  units: number,
  today: Day,
): Day | undefined =>
  [today, ...[...new Set(receipts.map((one) => one.on))].filter((day) => day > today).sort()].find(
    (day) => availableToPromise(availableNow, receipts, demand, day) >= units,
  );
