import { daysBetween } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { medianOf } from '../customers/quantile.ts';
import type { OwnItem } from '../recommend/index.ts';

/**
 * How much of a SKU is wanted again. usual: the median of the last six orders of it. last: as much as last time. rate: what was
 * used a day between the last eight, times the days since the last.
 */
export type QuantityMethod = 'usual' | 'last' | 'rate';
const METHODS: readonly QuantityMethod[] = ['usual', 'last', 'rate'];

export type QuantityPastError = {
  /** The rule asked before each past order of the SKU: mean units it was off, and that as a share of what was ordered. */
  readonly meanUnits: number;
  readonly share: number;
  readonly judged: number;
};
export type DueQuantity = {
  readonly method: QuantityMethod;
  readonly units: number;
  /** Absent before the third order of the SKU. */
  readonly pastError?: QuantityPastError;
};

type Bought = Pick<OwnItem, 'days' | 'quantities'>;

const unitsBy: Readonly<Record<QuantityMethod, (bought: Bought, asOf: Day) => number>> = {
  usual: ({ quantities }) => medianOf(quantities.slice(-6)) ?? 0,
  last: ({ quantities }) => quantities.at(-1) ?? 0,
  rate: ({ days, quantities }, asOf) => {
    const [recent, used] = [days.slice(-8), quantities.slice(-8, -1)];
    const span = daysBetween(recent[0]!, recent.at(-1)!);
    const elapsed = daysBetween(recent.at(-1)!, asOf);
    return span === 0 ? quantities.at(-1)! : (used.reduce((sum, units) => sum + units, 0) / span) * elapsed;
  },
};

const pastErrorOf = (method: QuantityMethod, { days, quantities }: Bought): QuantityPastError | undefined => {
  let [off, ordered, judged] = [0, 0, 0];
  for (let at = 2; at < days.length; at += 1) {
    const before = { days: days.slice(0, at), quantities: quantities.slice(0, at) };
    off += Math.abs(unitsBy[method](before, days[at]!) - quantities[at]!);
    ordered += quantities[at]!;
    judged += 1;
  }
  return judged === 0 ? undefined : { meanUnits: off / judged, share: off / ordered, judged };
};

/** Past orders to judge by, and the share of the usual rule's error that another must stay under, before it takes over. */
const LEAST_JUDGED = 5;
const CLEARLY_LESS = 0.7;

/**
 * The usual quantity, unless another rule has clearly erred less on this customer's own orders of the SKU: with few orders to
 * judge by, the best of three rules is often best by luck.
 */
export const dueQuantity = (bought: Bought, asOf: Day): DueQuantity => {
  const [usual, ...others] = METHODS.map((method) => ({ method, pastError: pastErrorOf(method, bought) }));
  const bar = (usual!.pastError?.meanUnits ?? 0) * CLEARLY_LESS;
  const better = others
    .filter(({ pastError }) => pastError !== undefined && pastError.judged >= LEAST_JUDGED && pastError.meanUnits < bar)
    .sort((a, b) => a.pastError!.meanUnits - b.pastError!.meanUnits)[0];
  const { method, pastError } = better ?? usual!;
  return { method, units: unitsBy[method](bought, asOf), ...(pastError ? { pastError } : {}) };
};
