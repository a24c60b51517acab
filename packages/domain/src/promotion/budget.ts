import { allocate, type Minor, minor } from '../money/index.ts';
import type { CartState } from './cart.ts';
import type { Effect } from './effect.ts';
import type { Budget } from './promotion.ts';
import type { TraceEntry } from './trace.ts';

/**
 * Holds an effect against what is left of the promotion's budget, of which this order has spent `spent` already.
 * Past it, the whole effect is refused (undefined), or cut to the rest when the budget says so.
 */
export const withinBudget = (
  effect: Effect,
  budget: Budget | undefined,
  spent: number,
  start: CartState,
): Effect | undefined => {
  if (!budget) return effect;
  if (budget.type === 'count') return budget.used + 1 > budget.limit ? undefined : effect;
  const left = Math.max(0, budget.limit - budget.used - spent);
  if (effect.amount <= left) return effect;
  return budget.whenExceeded === 'cap' && left > 0 ? cutTo(effect, left, start) : undefined;
};

/** The same reductions in the same proportions, summing to the amount. */
const cutTo = (effect: Effect, left: number, start: CartState): Effect => {
  const parts = allocate(
    minor(left),
    effect.entries.map((entry) => entry.rounded),
  );
  const running = [...start.running];
  let { shipping } = start;
  const index = new Map(start.lines.map((line, at) => [line.id, at]));
  const entries = effect.entries.map((entry, at): TraceEntry => {
    const rounded = parts[at]!;
    const line = entry.target.kind === 'line' ? index.get(entry.target.lineId)! : undefined;
    const before = line === undefined ? shipping : running[line]!;
    if (line === undefined) shipping -= rounded;
    else running[line] = before - rounded;
    const kept = entry.rounded - rounded;
    return {
      ...entry,
      rounded,
      heldBack: kept > 0 ? { by: 'budget', amount: minor(kept) } : entry.heldBack,
      before: before as Minor,
      after: minor(before - rounded),
    };
  });
  return { ...effect, amount: left, entries, state: { ...effect.state, running, shipping } };
};
