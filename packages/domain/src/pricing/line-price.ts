import { unitFactor } from '../catalog/index.ts';
import { toMillis } from '../kernel/index.ts';
import { type Minor, minor, type Ratio, type Rounding, scale, type UnitPriceE4, unitPriceE4 } from '../money/index.ts';
import type { PriceEntry } from './price-entry.ts';
import { type PriceChoice, priceOfBuyer } from './select-price.ts';
import { inBaseUnits, type PriceQuery, priceObstacle } from './validity.ts';

/** A part of a line's quantity that is charged at one price: the whole line, or one band of a graduated list. */
export type PriceBand = { readonly quantity: number; readonly unitPriceE4: UnitPriceE4 };

/** Ten-thousandths of a major unit in one minor unit: a unit price has 4 decimals, an amount has 2. */
const E4_PER_MINOR = 100;

/** The amount of a line in minor units: the exact sum of its bands, rounded once; undefined past the exact
 * integers. The price is for one unit of `factor` base units. */
export const grossOf = (
  bands: readonly PriceBand[],
  factor: Ratio,
  rounding: Rounding = 'half-up',
): Minor | undefined => {
  const exactE4 = bands.reduce((total, band) => total + band.quantity * band.unitPriceE4, 0);
  return Number.isSafeInteger(exactE4) ? minor(scale(exactE4, factor.d, factor.n * E4_PER_MINOR, rounding)) : undefined;
};

/**
 * The bands that a quantity passes through on a graduated list, lowest first: the unit that reaches a tier is the first
 * one at the tier's price; of two prices for one tier the later one holds. A list that is not graduated is one band.
 */
export const priceBands = (
  chosen: PriceChoice,
  entries: readonly PriceEntry[],
  quantity: number,
  query: PriceQuery,
): PriceBand[] => {
  if (chosen.entry.tiering !== 'graduated') return [{ quantity, unitPriceE4: chosen.unitPriceE4 }];
  const tiers = entries
    .filter((entry) => isSibling(entry, chosen.entry) && isReached(entry, query))
    .map((entry) => ({
      start: unitsBefore(entry),
      since: entry.validFrom === undefined ? 0 : toMillis(entry.validFrom),
      unitPriceE4: unitPriceE4(priceOfBuyer(entry, query.customer)),
    }))
    .sort((a, b) => a.start - b.start || a.since - b.since || b.unitPriceE4 - a.unitPriceE4);
  const bands = tiers.map(({ start, unitPriceE4 }, at) => ({
    quantity: Math.min(tiers[at + 1]?.start ?? quantity, quantity) - (at === 0 ? 0 : Math.min(start, quantity)),
    unitPriceE4,
  }));
  return bands.filter((band) => band.quantity > 0);
};

const isSibling = (entry: PriceEntry, chosen: PriceEntry): boolean =>
  entry.listId === chosen.listId &&
  entry.kind === chosen.kind &&
  entry.tiering === 'graduated' &&
  entry.unit?.factor === chosen.unit?.factor;

/** A band below the reached one stays in force although its own upper bound is passed. */
const isReached = (entry: PriceEntry, query: PriceQuery): boolean => {
  const obstacle = priceObstacle(entry, query);
  return obstacle === undefined || obstacle === 'above-maximum-quantity';
};

/** Base units that are still charged at the tiers below this one. */
const unitsBefore = (entry: PriceEntry): number => {
  const start = inBaseUnits(entry.minQuantity, entry.unit);
  const unit = unitFactor(entry.unit) ?? { n: 1, d: 1 };
  return Math.max(0, Math.ceil(start.n / start.d - unit.n / unit.d));
};
