import type { StockDisplay } from '../catalog/index.ts';
import type { Day } from '../kernel/index.ts';

/** `least`: the smallest quantity that may be ordered; fewer than that are none. `expectedOn`: when more come. */
export type StockFacts = { readonly available: number; readonly least: number; readonly expectedOn?: Day | undefined };

/** What a customer is told. `available` is there under `exact` only, so that what is hidden is not even sent. */
export type ShownStock = {
  readonly state: 'in' | 'low' | 'out' | 'expected';
  readonly available?: number;
  readonly expectedOn?: Day;
};

/** Few: below three of the least one may order, or ten. */
const isFew = ({ available, least }: StockFacts): boolean => available < Math.max(10, least * 3);

/** Stock as a customer may know it. Goods that cannot be had but are on their way are `expected` on a day. */
export const showStock = (facts: StockFacts, display: StockDisplay): ShownStock => {
  const { available, least, expectedOn } = facts;
  const number = display === 'exact' ? { available: Math.max(0, available) } : {};
  if (available < Math.max(1, least))
    return expectedOn === undefined ? { state: 'out', ...number } : { state: 'expected', ...number, expectedOn };
  if (display === 'yes-no' || !isFew(facts)) return { state: 'in', ...number };
  return { state: 'low', ...number, ...(expectedOn === undefined ? {} : { expectedOn }) };
};

/** Whether so many can be had, as far as is told: what is hidden shows when it is ordered. */
export const seemsToCover = ({ state, available }: ShownStock, quantity: number): boolean =>
  available === undefined ? state === 'in' || state === 'low' : available >= quantity;
