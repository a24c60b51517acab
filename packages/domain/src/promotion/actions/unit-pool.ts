import type { CartState } from '../cart.ts';
import type { ActionRules } from './action.ts';

/** Units that can still take a part, by line. */
export type UnitPool = Map<number, number>;

/** Units of some lines that an earlier rule has left free for a part in this one. */
export const freeUnits = (
  state: CartState,
  lines: readonly number[],
  rules: Pick<ActionRules, 'unitSharing'>,
): UnitPool => new Map(lines.map((line) => [line, state.lines[line]!.quantity - spoken(state, line, rules)]));

const spoken = (state: CartState, line: number, { unitSharing }: Pick<ActionRules, 'unitSharing'>): number => {
  if (unitSharing === 'all') return 0;
  return unitSharing === 'given-again'
    ? state.bought[line]!
    : Math.min(state.lines[line]!.quantity, state.bought[line]! + state.given[line]!);
};

export const sizeOf = (pool: ReadonlyMap<number, number>): number => {
  let size = 0;
  for (const units of pool.values()) size += units;
  return size;
};

/** Takes up to `count` units in the order given; what was taken, by line. */
export const takeUnits = (pool: UnitPool, order: readonly number[], count: number): UnitPool => {
  const taken: UnitPool = new Map();
  let left = count;
  for (const line of order) {
    const units = Math.min(pool.get(line) ?? 0, left);
    if (units <= 0) continue;
    taken.set(line, units);
    pool.set(line, pool.get(line)! - units);
    left -= units;
  }
  return taken;
};

export const mergeUnits = (into: UnitPool, more: ReadonlyMap<number, number>): void => {
  for (const [line, units] of more) into.set(line, (into.get(line) ?? 0) + units);
};

/** Lines by price of a unit before promotions; equal prices in the order of their ids. */
export const dearestFirst = (state: CartState, lines: Iterable<number>): number[] =>
  [...lines].sort((a, b) => state.lines[b]!.unitPriceE4 - state.lines[a]!.unitPriceE4 || a - b);

export const cheapestFirst = (state: CartState, lines: Iterable<number>): number[] =>
  [...lines].sort((a, b) => state.lines[a]!.unitPriceE4 - state.lines[b]!.unitPriceE4 || a - b);
