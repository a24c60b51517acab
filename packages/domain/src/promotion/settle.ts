import type { CartState } from './cart.ts';
import type { Effect, Piece } from './effect.ts';
import { type Attempt, commit, type Run, reject } from './run.ts';

/** On the shelf an exclusive promotion stands alone on the lines it reduced; in the cart exclusivity is settled beforehand. */
export const shelfClosed = (run: Run, piece: Piece): ReadonlySet<number> | undefined =>
  piece.stage === 'catalog' ? run.closedShelf : undefined;

/** Makes an attempt hold, or records why there is nothing to hold. */
export const settle = (run: Run, piece: Piece, outcome: Attempt): void => {
  const { id, exclusive } = piece.promotion;
  if (!('effect' in outcome)) {
    if (outcome.byCondition) run.admitted.set(id, false);
    reject(run, id, outcome.reason, { missing: outcome.unmet?.missing });
    return;
  }
  const before = run.state;
  commit(run, outcome.effect);
  if (piece.stage === 'catalog' && exclusive)
    for (const line of reducedLines(before, outcome.effect)) run.closedShelf.add(line);
};

export const reducedLines = (before: CartState, { state }: Effect): number[] =>
  [...before.running.keys()].filter((line) => state.running[line] !== before.running[line]);
