import type { CartState } from './cart.ts';
import type { Effect, Piece } from './effect.ts';
import { type Attempt, attempt, type Closure, commit, type Run, reject } from './run.ts';
import { reducedLines, settle, shelfClosed } from './settle.ts';

/**
 * At most one promotion of an exclusion group holds on a line. The first member that has anything to give settles which:
 * the one with the largest discount at that moment, or itself when priority decides. `pieces` are those still to come.
 */
export const takeGroupTurn = (run: Run, piece: Piece, pieces: readonly Piece[]): void => {
  const group = piece.promotion.exclusionGroup!;
  const closure = run.groups.get(group) ?? openClosure(run, piece, pieces);
  if (!closure) settle(run, piece, attempt(run, piece, shelfClosed(run, piece)));
  else if (closure.winner === piece.promotion.id) settleWinner(run, piece, closure);
  else takeWhatIsLeft(run, piece, closure);
};

/** Names the winner; undefined when no member has anything to give now. */
const openClosure = (run: Run, piece: Piece, pieces: readonly Piece[]): Closure | undefined => {
  const members = pieces.filter(
    ({ promotion, stage }) =>
      promotion.exclusionGroup === piece.promotion.exclusionGroup &&
      (stage === 'catalog') === (piece.stage === 'catalog'),
  );
  const rivals = run.context.settings.groupPick === 'priority' ? [piece] : members;
  const trials = rivals
    .map((rival) => ({ rival, outcome: attempt(run, rival, shelfClosed(run, rival)) }))
    .filter(isEffective);
  const totals = new Map<string, number>();
  for (const { rival, outcome } of trials)
    totals.set(rival.promotion.id, (totals.get(rival.promotion.id) ?? 0) + outcome.effect.amount);
  const best = trials.reduce<Trial | undefined>(
    (a, b) => (a && totals.get(a.rival.promotion.id)! >= totals.get(b.rival.promotion.id)! ? a : b),
    undefined,
  );
  if (!best) return undefined;
  const closure: Closure = { winner: best.rival.promotion.id, lines: new Set(), shipping: false };
  run.groups.set(piece.promotion.exclusionGroup!, closure);
  for (const { rival, outcome } of trials)
    if (rival.promotion.id === closure.winner) close(closure, run.state, outcome.effect);
  if (best.rival !== piece && best.rival.stage === piece.stage) settleWinner(run, best.rival, closure);
  return closure;
};

type Trial = { readonly rival: Piece; readonly outcome: { readonly effect: Effect } };
const isEffective = (trial: { rival: Piece; outcome: Attempt }): trial is Trial => 'effect' in trial.outcome;

const close = (closure: Closure, before: CartState, effect: Effect): void => {
  for (const line of reducedLines(before, effect)) closure.lines.add(line);
  if (effect.state.shipping !== before.shipping) closure.shipping = true;
};

/** A winner that was called up before its turn has had it already. */
const settleWinner = (run: Run, piece: Piece, closure: Closure): void => {
  if (run.settled.has(piece)) return;
  run.settled.add(piece);
  const before = run.state;
  const outcome = attempt(run, piece, shelfClosed(run, piece));
  settle(run, piece, outcome);
  if ('effect' in outcome) close(closure, before, outcome.effect);
};

/** A member that did not win may still act where the winner did nothing, unless the group closes the whole order. */
const takeWhatIsLeft = (run: Run, piece: Piece, closure: Closure): void => {
  const free = attempt(run, piece, shelfClosed(run, piece));
  if (!('effect' in free)) {
    settle(run, piece, free);
    return;
  }
  const rest = run.context.settings.groupWithin === 'order' ? undefined : attempt(run, piece, closure.lines);
  if (rest && 'effect' in rest && !(closure.shipping && rest.effect.state.shipping !== run.state.shipping)) {
    const before = run.state;
    commit(run, rest.effect);
    close(closure, before, rest.effect);
    return;
  }
  const reason = run.context.settings.groupPick === 'priority' ? 'excluded_by_group' : 'not_best';
  reject(run, piece.promotion.id, reason, { inFavourOf: closure.winner });
};
