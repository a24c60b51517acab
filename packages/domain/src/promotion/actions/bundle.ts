import { allocateWithin, minor, scale } from '../../money/index.ts';
import type { CartState } from '../cart.ts';
import type { BundleItem, PromotionAction } from '../promotion.ts';
import { linesIn } from '../scope.ts';
import type { Missing } from '../trace.ts';
import { type ActionInput, NOTHING, type Outcome, type Take } from './action.ts';
import { dearestFirst, freeUnits, mergeUnits, sizeOf, takeUnits, type UnitPool } from './unit-pool.ts';
import { roundWorth, untouchedWorth } from './worth.ts';

export type BundleAction = Extract<PromotionAction, { type: 'bundle' }>;
type Input = ActionInput<BundleAction>;

/** Units of a number of equal sets, for each item of the set. */
export type Sets = { readonly times: number; readonly units: readonly UnitPool[] };

/** 套餐: as many sets as the units allow, each for its price. */
export const bundle = (input: Input): Outcome => {
  const sets = assemble(input, input.action.maxTimes ?? Number.POSITIVE_INFINITY);
  return sets.times > 0
    ? priceSets(input.start, input.action, sets)
    : { takes: [], unmet: { missing: missingUnits(input) } };
};

/** What a number of sets saves; nothing when the set is not cheaper than its parts. */
export const priceSets = (state: CartState, action: BundleAction, sets: Sets): Outcome => {
  const takes =
    action.total === undefined ? overrideTakes(state, action.items, sets) : totalTakes(state, action.total, sets);
  if (takes.every((take) => take.amount === 0)) return NOTHING;
  return { takes, bought: allUnits(sets), onUnits: true, times: sets.times };
};

const allUnits = (sets: Sets): UnitPool => {
  const all: UnitPool = new Map();
  for (const units of sets.units) mergeUnits(all, units);
  return all;
};

/** The saving of a set price is shared by its parts in proportion to their value. */
const totalTakes = (state: CartState, total: number, sets: Sets): Take[] => {
  const units = [...allUnits(sets)].sort(([a], [b]) => a - b);
  const worths = units.map(([line, count]) => roundWorth(untouchedWorth(state, line, count)));
  const saving = Math.max(0, worths.reduce((a, b) => a + b, 0) - total * sets.times);
  const parts = allocateWithin(minor(saving), worths, worths);
  return units.map(([line, count], at) => ({ line, units: count, base: worths[at]!, amount: parts[at]! }));
};

/** A part with a price of its own costs that; the others keep theirs. */
const overrideTakes = (state: CartState, items: readonly BundleItem[], sets: Sets): Take[] =>
  items.flatMap((item, at) => {
    const { unitPriceE4 } = item;
    if (unitPriceE4 === undefined) return [];
    return [...sets.units[at]!].map(([line, units]): Take => {
      const base = roundWorth(untouchedWorth(state, line, units));
      return { line, units, base, amount: Math.max(0, base - scale(unitPriceE4, units, 100)) };
    });
  });

/** A unit is part of one set only, whatever buy-gets may share. */
const ONE_PART = { unitSharing: 'none' } as const;

/** Puts sets together from the units still free: the item with the fewest lines chooses first, always the dearest units. */
export const assemble = (input: Pick<Input, 'start' | 'action' | 'closed'>, limit: number, taken?: UnitPool): Sets => {
  const lines = input.action.items.map((item) =>
    dearestFirst(input.start, linesIn(input.start, item.scope, input.closed)),
  );
  const pool = freeUnits(input.start, [...new Set(lines.flat())], ONE_PART);
  for (const [line, units] of taken ?? []) if (pool.has(line)) pool.set(line, pool.get(line)! - units);
  const sets = { times: 0, units: input.action.items.map((): UnitPool => new Map()) };
  for (;;) {
    const one = oneSet(input.action.items, lines, pool);
    const times = Math.min(one ? repeats(one, pool) : 0, limit - sets.times);
    if (!one || times < 1) return sets;
    for (const [at, units] of one.entries()) {
      for (const [line, count] of units) pool.set(line, pool.get(line)! - count * times);
      mergeUnits(sets.units[at]!, new Map([...units].map(([line, count]) => [line, count * times])));
    }
    sets.times += times;
  }
};

const oneSet = (
  items: readonly BundleItem[],
  lines: readonly (readonly number[])[],
  pool: ReadonlyMap<number, number>,
): UnitPool[] | undefined => {
  const left = new Map(pool);
  const units: UnitPool[] = items.map(() => new Map());
  const tightestFirst = [...items.keys()].sort((a, b) => lines[a]!.length - lines[b]!.length || a - b);
  for (const at of tightestFirst) {
    const { quantity } = items[at]!;
    const part = takeUnits(left, lines[at]!, quantity);
    if (sizeOf(part) < quantity) return undefined;
    units[at] = part;
  }
  return units;
};

/** How often the very same lines can serve a set. */
const repeats = (one: readonly UnitPool[], pool: UnitPool): number => {
  const all: UnitPool = new Map();
  for (const units of one) mergeUnits(all, units);
  return Math.min(...[...all].map(([line, units]) => Math.floor(pool.get(line)! / units)));
};

/** The first item of the set that has too few units; a set whose items only lack units together needs one more of its first. */
const missingUnits = ({ start, action, closed }: Input): Missing => {
  const short = action.items.map(({ scope, quantity }) => ({
    scope,
    quantity: quantity - sizeOf(freeUnits(start, linesIn(start, scope, closed), ONE_PART)),
  }));
  return short.find(({ quantity }) => quantity > 0) ?? { quantity: 1, scope: action.items[0]?.scope };
};
