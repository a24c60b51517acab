import { scale } from '../../money/index.ts';
import type { CartState } from '../cart.ts';
import type { ActionRules } from './action.ts';

/** An exact amount a × n / d, kept apart so that it is rounded once, together with a percentage. */
export type Worth = { readonly a: number; readonly n: number; readonly d: number };

/** What so many units of a line are worth to a rule that takes a part of them. */
export const worthOf = (state: CartState, line: number, units: number, rules: ActionRules): Worth => {
  const { gross, quantity } = state.lines[line]!;
  const running = state.running[line]!;
  if (rules.percentBase === 'list') return { a: gross, n: units, d: quantity };
  return leftOf(gross, running, units, quantity, rules);
};

/** What so many units of a line still cost: the most that can be taken for them. */
export const leftWorth = (state: CartState, line: number, units: number, rules: ActionRules): Worth => {
  const { gross, quantity } = state.lines[line]!;
  return leftOf(gross, state.running[line]!, units, quantity, rules);
};

const leftOf = (gross: number, running: number, units: number, quantity: number, rules: ActionRules): Worth => {
  if (units === quantity) return { a: running, n: 1, d: 1 };
  if (rules.limitedUnits === 'own-share') return { a: running, n: units, d: quantity };
  return { a: Math.max(0, scale(gross, units, quantity) - (gross - running)), n: 1, d: 1 };
};

/** What units are worth that no other rule has singled out: their share of the line without what was taken from single units. */
export const untouchedWorth = (state: CartState, line: number, units: number): Worth => ({
  a: state.running[line]! + state.onUnits[line]!,
  n: units,
  d: state.lines[line]!.quantity,
});

export const roundWorth = ({ a, n, d }: Worth): number => (n === d ? a : scale(a, n, d));
