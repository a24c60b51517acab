import type { CartState } from '../cart.ts';
import type { PromotionAction } from '../promotion.ts';
import { linesIn } from '../scope.ts';
import type { Missing } from '../trace.ts';
import type { ActionInput, Outcome, Take } from './action.ts';
import { percentTake } from './line-actions.ts';
import { cheapestFirst, dearestFirst, freeUnits, mergeUnits, sizeOf, takeUnits, type UnitPool } from './unit-pool.ts';
import { untouchedWorth } from './worth.ts';

type Input = ActionInput<Extract<PromotionAction, { type: 'buy-get' }>>;
type Parts = { readonly bought: UnitPool; readonly given: UnitPool; readonly groups: number };

/** 买N送M: units that qualify are not given, and a unit takes one part only. */
export const buyGet = (input: Input): Outcome => {
  const parts = input.action.pick === 'line-total-desc' ? byLineTotal(input) : cheapestGiven(input);
  if (parts.given.size === 0) return { takes: [], unmet: { missing: shortOf(input) } };
  const takes = [...parts.given.keys()]
    .sort((a, b) => a - b)
    .map((line) => giveTake(input, line, parts.given.get(line)!));
  return { takes, bought: parts.bought, given: parts.given, onUnits: true, times: parts.groups };
};

const giveTake = ({ start, action, rules }: Input, line: number, units: number): Take =>
  percentTake(rules, line, units, untouchedWorth(start, line, units), action.get.percent);

const maxGroups = ({ action }: Input): number =>
  action.repeat === false ? 1 : (action.maxTimes ?? Number.POSITIVE_INFINITY);

/**
 * As many groups as fit, then the cheapest units are given and the dearest qualify. With `both` = units that could do
 * either, a number of groups fits when there are enough units to buy, to give, and to do both at once; so one more unit
 * in the order never means fewer units given.
 */
const cheapestGiven = (input: Input): Parts => {
  const { buy, get } = input.action;
  const { buyPool, getPool, both, union } = pools(input);
  const [toBuy, toGet] = [sizeOf(buyPool), Math.min(sizeOf(getPool), input.maxUnits)];
  const fits = (groups: number) => Math.min(groups * get.quantity, toGet, union - groups * buy.quantity);
  const complete = Math.min(
    maxGroups(input),
    Math.floor(toBuy / buy.quantity),
    Math.floor(toGet / get.quantity),
    Math.floor(union / (buy.quantity + get.quantity)),
  );
  const partial =
    input.action.allOrNothing !== true && complete < maxGroups(input) && (complete + 1) * buy.quantity <= toBuy;
  const groups = partial && fits(complete + 1) > fits(complete) ? complete + 1 : complete;
  const buyOnly = toBuy - both;
  const given = takeCheapest(
    input.start,
    getPool,
    buyPool,
    fits(groups),
    both - Math.max(0, groups * buy.quantity - buyOnly),
  );
  for (const [line, units] of given) if (buyPool.has(line)) buyPool.set(line, buyPool.get(line)! - units);
  const bought = takeUnits(buyPool, dearestFirst(input.start, buyPool.keys()), groups * buy.quantity);
  return { bought, given, groups };
};

const pools = ({ action, start, rules, closed }: Input) => {
  const buyPool = freeUnits(start, linesIn(start, action.buy.scope, closed), rules);
  const getPool = freeUnits(start, linesIn(start, action.get.scope, closed), rules);
  const both = [...getPool].filter(([line]) => buyPool.has(line)).reduce((sum, [, units]) => sum + units, 0);
  return { buyPool, getPool, both, union: sizeOf(buyPool) + sizeOf(getPool) - both };
};

/** The cheapest units of the pool, but at most `fromBoth` of those that are needed to qualify. */
const takeCheapest = (
  state: CartState,
  pool: UnitPool,
  buyPool: UnitPool,
  count: number,
  fromBoth: number,
): UnitPool => {
  const given: UnitPool = new Map();
  let [left, shared] = [count, fromBoth];
  for (const line of cheapestFirst(state, pool.keys())) {
    const units = Math.max(0, Math.min(pool.get(line)!, left, buyPool.has(line) ? shared : left));
    if (units > 0) given.set(line, units);
    left -= units;
    if (buyPool.has(line)) shared -= units;
  }
  return given;
};

/** Group by group, from the lines of the highest value; among equal ones from the last. */
const byLineTotal = (input: Input): Parts => {
  const { buyPool, getPool } = pools(input);
  const parts = { bought: new Map<number, number>(), given: new Map<number, number>(), groups: 0 };
  for (;;) {
    const group = nextGroup(input, buyPool, getPool);
    const times = Math.min(group.repeats, maxGroups(input) - parts.groups);
    if (times < 1) return parts;
    for (const [into, units] of [
      [parts.bought, group.bought],
      [parts.given, group.given],
    ] as const) {
      mergeUnits(into, new Map([...units].map(([line, count]) => [line, count * times])));
    }
    for (const pool of [buyPool, getPool]) withdraw(pool, group.units, times);
    parts.groups += times;
  }
};

/** The units of the next group, and how often the very same lines can serve again. */
const nextGroup = ({ action, start }: Input, buyPool: UnitPool, getPool: UnitPool) => {
  const byValue = (pool: UnitPool) =>
    [...pool.keys()].sort((a, b) => start.lines[b]!.gross - start.lines[a]!.gross || b - a);
  const bought = takeUnits(new Map(buyPool), byValue(buyPool), action.buy.quantity);
  const rest = new Map(getPool);
  withdraw(rest, bought, 1);
  const given = takeUnits(rest, byValue(rest), action.get.quantity);
  const units = new Map(bought);
  mergeUnits(units, given);
  const complete = sizeOf(given) === action.get.quantity;
  const possible =
    sizeOf(bought) === action.buy.quantity && (complete || (given.size > 0 && action.allOrNothing !== true));
  const repeats = [...units].map(([line, count]) =>
    Math.floor(Math.max(buyPool.get(line) ?? 0, getPool.get(line) ?? 0) / count),
  );
  return {
    bought,
    given,
    units,
    repeats: possible ? Math.min(...repeats, complete ? Number.POSITIVE_INFINITY : 1) : 0,
  };
};

const withdraw = (pool: UnitPool, units: ReadonlyMap<number, number>, times: number): void => {
  for (const [line, count] of units) if (pool.has(line)) pool.set(line, pool.get(line)! - count * times);
};

/** Units that the first group still needs: to buy, or to be given beside the bought ones. */
const shortOf = (input: Input): Missing => {
  const { buy, get } = input.action;
  const { buyPool, getPool, union } = pools(input);
  const toGive = input.action.allOrNothing === true ? get.quantity : 1;
  const toBuy = buy.quantity - sizeOf(buyPool);
  if (toBuy > 0) return { quantity: toBuy, scope: buy.scope };
  return { quantity: Math.max(toGive - sizeOf(getPool), buy.quantity + toGive - union, 1), scope: get.scope };
};
