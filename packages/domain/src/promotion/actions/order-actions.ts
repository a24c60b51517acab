import { allocateWithin, minor, type Rounding, scale } from '../../money/index.ts';
import { roomOf } from '../cart.ts';
import { sumOf, unitsOf } from '../conditions.ts';
import type { PromotionAction, PromotionTier } from '../promotion.ts';
import type { Missing } from '../trace.ts';
import { type ActionInput, NOTHING, type Outcome, scopeLines, type Take } from './action.ts';
import { percentRatio } from './line-actions.ts';

type Action<T extends PromotionAction['type']> = ActionInput<Extract<PromotionAction, { type: T }>>;

/**
 * Spreads one amount over lines in proportion to what they cost when the promotion began. A line takes no more than its
 * floor leaves; what it cannot take goes to the others.
 */
export const spread = (input: ActionInput, lines: readonly number[], wanted: number, percent?: string): Outcome => {
  if (wanted <= 0 || lines.length === 0) return NOTHING;
  const weights = lines.map((line) => input.start.running[line]!);
  const rooms = lines.map((line) => roomOf(input.now, line));
  const parts = allocateWithin(minor(wanted), weights, rooms, input.rules.allocation);
  const total = weights.reduce((a, b) => a + b, 0);
  const takes = lines.map(
    (line, at): Take => ({
      line,
      units: input.start.lines[line]!.quantity,
      base: weights[at]!,
      amount: parts[at]!,
      exact: total > 0 ? { a: wanted, n: weights[at]!, d: total } : undefined,
      percent,
    }),
  );
  const placed = parts.reduce((a: number, b) => a + b, 0);
  return {
    takes: withUnplaced(
      takes.filter((take) => take.amount > 0),
      wanted - placed,
      rooms,
      weights,
    ),
  };
};

/** The last line says what no line could take. */
const withUnplaced = (
  takes: readonly Take[],
  unplaced: number,
  rooms: readonly number[],
  weights: readonly number[],
): readonly Take[] => {
  if (unplaced === 0) return takes;
  const by = rooms.some((room, at) => room < weights[at]!) ? 'floor' : 'line-value';
  return takes.map((take, at) =>
    at === takes.length - 1 ? { ...take, heldBack: { by, amount: minor(unplaced) } } : take,
  );
};

export const amountOffOrder = (input: Action<'amount-off-order'>): Outcome =>
  spread(input, scopeLines(input), input.action.amount);

export const percentOffOrder = (input: Action<'percent-off-order'>): Outcome => {
  const { percent, cap } = input.action;
  const lines = scopeLines(input);
  const off = percentOf(sumOf(input.start, lines, input.rules.percentBase), percent, input.rules.rounding);
  return spread(input, lines, Math.min(off, cap ?? off), percent);
};

const percentOf = (amount: number, percent: string, rounding: Rounding): number => {
  const { n, d } = percentRatio(percent);
  return scale(amount, n, d, rounding);
};

export const orderTotalFixed = (input: Action<'order-total-fixed'>): Outcome => {
  const lines = scopeLines(input);
  return spread(input, lines, sumOf(input.start, lines, 'running') - input.action.total);
};

/** 每满减: so many times as the running sum holds the threshold. */
export const everyAmount = (input: Action<'every-amount'>): Outcome => {
  const { every, amount, maxTimes } = input.action;
  const lines = scopeLines(input);
  const sum = sumOf(input.start, lines, input.rules.percentBase);
  const times = Math.min(Math.floor(sum / every), maxTimes ?? Number.POSITIVE_INFINITY);
  const next: Missing = { amount: minor(every - (sum % every)), scope: input.action.scope };
  if (times < 1) return { takes: [], unmet: { missing: next } };
  return { ...spread(input, lines, amount * times), times, next: times === maxTimes ? undefined : next };
};

/** 阶梯满减: the highest tier that is reached, or what holds below the first. */
export const tiers = (input: Action<'tiers'>): Outcome => {
  const { basis, otherwise } = input.action;
  const lines = scopeLines(input);
  const sum = sumOf(input.start, lines, input.rules.percentBase);
  const reached = basis === 'amount' ? sum : unitsOf(input.start, lines);
  const tier = highestReached(input.action.tiers, reached) ?? otherwise;
  const next = nextTier(input.action, reached);
  if (!tier) return { takes: [], unmet: { missing: next } };
  const running = sumOf(input.start, lines, 'running');
  const off =
    tier.percent !== undefined
      ? percentOf(sum, tier.percent, input.rules.rounding)
      : (tier.amount ?? Math.max(0, running - (tier.total ?? running)));
  const times = input.action.tiers.filter(({ from }) => from <= reached).length;
  return { ...spread(input, lines, off, tier.percent), times, next };
};

const highestReached = (all: readonly PromotionTier[], reached: number): PromotionTier | undefined =>
  all
    .filter((tier) => tier.from <= reached)
    .reduce<PromotionTier | undefined>((best, tier) => (best && best.from >= tier.from ? best : tier), undefined);

/** The nearest tier that is not reached yet. */
const nextTier = ({ basis, tiers: all, scope }: Action<'tiers'>['action'], reached: number): Missing | undefined => {
  const above = all.map((tier) => tier.from).filter((from) => from > reached);
  if (above.length === 0) return undefined;
  const short = Math.min(...above) - reached;
  return basis === 'amount' ? { amount: minor(short), scope } : { quantity: short, scope };
};
