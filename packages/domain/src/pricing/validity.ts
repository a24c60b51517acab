import { type SalesUnit, unitFactor } from '../catalog/index.ts';
import type { Instant } from '../kernel/index.ts';
import { type Currency, parseRatio, type Ratio } from '../money/index.ts';
import type { CustomerContext, PriceEntry, TierBasis } from './price-entry.ts';

export type PriceQuery = {
  readonly now: Instant;
  readonly currency: Currency;
  readonly customer: CustomerContext;
  /** Base units counted against tiers, by the basis an entry names. */
  readonly quantity: Readonly<Record<TierBasis, number>>;
  /** Tenant's habit for prices that are neither a contract nor the customer's own: the first kind, or the lowest of all. */
  readonly pick?: 'first' | 'lowest' | undefined;
};

/** Why an entry cannot give a price here and now. */
export type PriceObstacle =
  | 'no-amount'
  | 'other-currency'
  | 'not-yet-valid'
  | 'expired'
  | 'other-customer'
  | 'other-group'
  | 'other-level'
  | 'other-channel'
  | 'other-region'
  | 'below-minimum-quantity'
  | 'above-maximum-quantity';

/** The first hard filter that an entry fails; undefined when it may give the price. */
export const priceObstacle = (entry: PriceEntry, query: PriceQuery): PriceObstacle | undefined => {
  if (entry.amountE4 === null) return 'no-amount';
  if (entry.currency !== undefined && entry.currency !== query.currency) return 'other-currency';
  if (entry.validFrom !== undefined && query.now < entry.validFrom) return 'not-yet-valid';
  if (entry.validTo !== undefined && query.now >= entry.validTo) return 'expired';
  return audienceObstacle(entry, query.customer) ?? quantityObstacle(entry, query.quantity[entry.tierBy ?? 'line']);
};

/** Why an entry is not for this customer; undefined when it is, whatever the moment and the quantity. */
export const audienceObstacle = (entry: PriceEntry, customer: CustomerContext): PriceObstacle | undefined => {
  if (entry.companyId !== undefined && entry.companyId !== customer.companyId) return 'other-customer';
  if (entry.groupId !== undefined && !customer.groupIds?.includes(entry.groupId)) return 'other-group';
  if (entry.level !== undefined && entry.level !== customer.level) return 'other-level';
  if (entry.channel !== undefined && entry.channel !== customer.channel) return 'other-channel';
  if (entry.region !== undefined && !customer.regions?.includes(entry.region)) return 'other-region';
  return undefined;
};

const quantityObstacle = (entry: PriceEntry, counted: number): PriceObstacle | undefined => {
  const { minQuantity, maxQuantity, unit } = entry;
  if (minQuantity !== undefined && compareQuantity(counted, minQuantity, unit) < 0) return 'below-minimum-quantity';
  if (maxQuantity !== undefined && compareQuantity(counted, maxQuantity, unit) > 0) return 'above-maximum-quantity';
  return undefined;
};

/** Sign of (base units − a quantity in a unit), exact. */
export const compareQuantity = (base: number, quantity: number | string, unit: SalesUnit | undefined): number => {
  const bound = inBaseUnits(quantity, unit);
  return base * bound.d - bound.n;
};

/** A quantity of a unit as an exact ratio of base units; no quantity is 0. */
export const inBaseUnits = (quantity: number | string | undefined, unit: SalesUnit | undefined): Ratio => {
  const count = typeof quantity === 'string' ? parseRatio(quantity) : { n: quantity ?? 0, d: 1 };
  const factor = unitFactor(unit);
  return count && factor ? { n: count.n * factor.n, d: count.d * factor.d } : { n: 0, d: 1 };
};
