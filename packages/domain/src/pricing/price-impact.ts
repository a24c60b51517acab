import { lineAmount, type Minor, minor, type UnitPriceE4, unitPriceE4 } from '../money/index.ts';
import { floorPrice } from './formula.ts';
import {
  type Comparison,
  firstInversion,
  type PriceEffect,
  type PriceStep,
  priceEffects,
  stepAt,
} from './price-effects.ts';

/** Goods of one customer on a document: an order line of the past or a line of an open cart. */
export type HeldLine = {
  /** Position of the customer's profile. */
  readonly profile: number;
  /** What the line counts for: a customer, a cart. */
  readonly of: string;
  readonly quantity: number;
  /** How many such lines there were. */
  readonly times: number;
};

export type ImpactInput = Comparison & {
  /** Customers behind each profile. */
  readonly customers: readonly number[];
  readonly cost: Minor | null;
  /** Percent of the price that should be left above the cost. */
  readonly minMargin: string;
  readonly sold: readonly HeldLine[];
  readonly carted: readonly HeldLine[];
};

/** What the lines of one holder cost by the prices before and after, goods only, quantities held fixed. */
export type HeldAmounts = {
  readonly of: string;
  readonly before: Minor;
  readonly after: Minor;
  /** Base units of the lines that are counted. */
  readonly units: number;
};

/** What a change of one SKU's prices does, in customers, in warnings and in money. */
export type PriceImpact = {
  readonly effects: readonly PriceEffect[];
  /** Customers who pay more somewhere; less somewhere and more nowhere; have no price any more; get one for the first time. */
  readonly dearer: number;
  readonly cheaper: number;
  readonly lost: number;
  readonly gained: number;
  readonly belowCost: boolean;
  readonly belowFloor: boolean;
  /** The first quantity at which a larger order is dearer per unit; none: tiers fall as they should. */
  readonly invertedFrom: number | undefined;
  readonly lowestAfterE4: UnitPriceE4 | undefined;
  readonly soldUnits: number;
  readonly sold: readonly HeldAmounts[];
  readonly carts: readonly HeldAmounts[];
};

/** Which way the price of a customer goes: the worst of his quantities counts. */
export type Direction = 'lost' | 'dearer' | 'cheaper' | 'gained';

export const directionOf = ({ steps }: PriceEffect): Direction => {
  const ways = steps.map(wayOf);
  return (['lost', 'dearer', 'cheaper'] as const).find((way) => ways.includes(way)) ?? 'gained';
};

const wayOf = ({ before, after }: PriceStep): Direction | undefined => {
  if (!before || !after) return before ? 'lost' : after ? 'gained' : undefined;
  const difference = after.unitPriceE4 - before.unitPriceE4;
  return difference === 0 ? undefined : difference > 0 ? 'dearer' : 'cheaper';
};

/** The impact of one SKU's changed prices. Lines of customers whose price does not change are left out. */
export const priceImpact = (input: ImpactInput): PriceImpact => {
  const effects = priceEffects(input);
  const effectOf = new Map(effects.flatMap((effect) => effect.profiles.map((profile) => [profile, effect] as const)));
  const counts: Record<Direction, number> = { lost: 0, dearer: 0, cheaper: 0, gained: 0 };
  for (const effect of effects)
    counts[directionOf(effect)] += effect.profiles.reduce((sum, at) => sum + (input.customers[at] ?? 0), 0);
  // An old price that stays is not this change's doing.
  const fresh = effects.flatMap(({ steps }) =>
    steps.flatMap(({ before, after }) =>
      after && after.unitPriceE4 !== before?.unitPriceE4 ? [after.unitPriceE4] : [],
    ),
  );
  const lowest = fresh.length > 0 ? unitPriceE4(Math.min(...fresh)) : undefined;
  const floor = input.cost === null ? undefined : floorPrice(input.cost, input.minMargin);
  const isUnder = (bound: number | undefined): boolean => lowest !== undefined && bound !== undefined && lowest < bound;
  const inverted = effects.map(({ steps }) => firstInversion(steps)).find((step) => step !== undefined);
  const sold = held(input.sold, effectOf);
  return {
    effects,
    ...counts,
    belowCost: isUnder(input.cost === null ? undefined : input.cost * 100),
    belowFloor: isUnder(floor),
    invertedFrom: inverted?.quantity,
    lowestAfterE4: lowest,
    soldUnits: sold.reduce((total, { units }) => total + units, 0),
    sold,
    carts: held(input.carted, effectOf),
  };
};

/** A line whose price stays is left out, so that amounts, units and cost speak of the same goods. One without a price on one side counts there with its price on the other: nobody orders what has no price. */
const held = (lines: readonly HeldLine[], effectOf: ReadonlyMap<number, PriceEffect>): HeldAmounts[] => {
  const sums = new Map<string, { before: number; after: number; units: number }>();
  for (const { profile, of, quantity, times } of lines) {
    const step = stepAt(effectOf.get(profile)?.steps ?? [], quantity);
    const [before, after] = [step?.before ?? step?.after, step?.after ?? step?.before];
    if (!before || !after || before.unitPriceE4 === after.unitPriceE4) continue;
    const sum = sums.get(of) ?? { before: 0, after: 0, units: 0 };
    sum.before += lineAmount(before.unitPriceE4, quantity) * times;
    sum.after += lineAmount(after.unitPriceE4, quantity) * times;
    sum.units += quantity * times;
    sums.set(of, sum);
  }
  return [...sums].map(([of, { before, after, units }]) => ({ of, before: minor(before), after: minor(after), units }));
};
