import { type Minor, minor } from '../../money/index.ts';
import { divideHalfUp } from '../../money/rounding.ts';
import type { ReducibleLine } from './credit-check.ts';

export type ReducedLines = {
  /** What the smaller quantities take off the order; at least what was asked. */
  readonly by: Minor;
  readonly quantities: readonly { readonly id: string; readonly quantity: number }[];
};

/** Steps tried before the best answer found so far is taken: exact for orders of a few lines, close for long ones. */
const SEARCH_BUDGET = 3000;

/** What a line sheds when it is cut by so many steps; the last step drops it. */
type Steps = {
  readonly line: ReducibleLine;
  readonly count: number;
  readonly quantityAfter: (steps: number) => number;
};

const amountAt = (line: ReducibleLine, quantity: number): number =>
  Number(divideHalfUp(BigInt(line.amount) * BigInt(quantity), BigInt(line.quantity)));

const stepsOf = (line: ReducibleLine): Steps => {
  const multiple = Math.max(1, line.multiple);
  const lowest = Math.max(1, Math.ceil(line.minimum / multiple)) * multiple;
  const first = Math.ceil(line.quantity / multiple) * multiple - multiple;
  const kept = Math.max(0, Math.floor((first - lowest) / multiple) + 1);
  return { line, count: kept + 1, quantityAfter: (steps) => (steps > kept ? 0 : first - (steps - 1) * multiple) };
};

const shed = (steps: Steps, count: number): number =>
  count === 0 ? 0 : steps.line.amount - amountAt(steps.line, steps.quantityAfter(count));

/** The fewest steps of one line that shed `left` alone; more than it has when it cannot. */
const stepsToShed = (steps: Steps, left: number): number => {
  let [low, high] = [0, steps.count + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (shed(steps, middle) >= left) high = middle;
    else low = middle;
  }
  return high;
};

/**
 * Smaller quantities, in whole cartons above each line's minimum, that take at least `by` off the order and as little more as
 * can be found. Undefined when only an empty order would do. Amounts scale with the quantity; a price that changes with the
 * quantity is for the caller's new quote. Lines with the dearest carton are tried first, ties by id.
 */
export const reduceLines = (lines: readonly ReducibleLine[], by: Minor): ReducedLines | undefined => {
  const cuttable = lines
    .filter((line) => line.quantity > 0 && line.amount > 0)
    .map(stepsOf)
    .sort((a, b) => shed(b, 1) - shed(a, 1) || (a.line.id < b.line.id ? -1 : 1));
  const chosen: number[] = cuttable.map(() => 0);
  let best: { readonly by: number; readonly counts: readonly number[] } | undefined;
  let budget = SEARCH_BUDGET;

  const search = (at: number, left: number, soFar: number): void => {
    const steps = cuttable[at];
    if (!steps || budget <= 0 || best?.by === by) return;
    budget -= 1;
    const enough = stepsToShed(steps, left);
    if (enough <= steps.count) {
      const total = soFar + shed(steps, enough);
      const counts = chosen.with(at, enough);
      const leavesAnOrder = counts.some((count, index) => count < cuttable[index]!.count);
      if (leavesAnOrder && (best === undefined || total < best.by)) best = { by: total, counts };
    }
    for (let count = enough - 1; count >= 0 && budget > 0; count -= 1) {
      const part = shed(steps, count);
      chosen[at] = count;
      search(at + 1, left - part, soFar + part);
    }
    chosen[at] = 0;
  };
  search(0, by, 0);

  if (best === undefined) return undefined;
  const { counts } = best;
  const after = new Map(cuttable.map((steps, at) => [steps.line.id, counts[at]! && steps.quantityAfter(counts[at]!)]));
  const cut = cuttable.filter((_, at) => counts[at]! > 0).map((steps) => steps.line.id);
  const quantities = [...lines]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((line) => ({ id: line.id, quantity: cut.includes(line.id) ? after.get(line.id)! : line.quantity }));
  return { by: minor(best.by), quantities };
};
