import type { Effect, Piece } from './effect.ts';
import { attempt, commit, type Run, reject } from './run.ts';
import type { TraceEntry } from './trace.ts';

/**
 * Each promotion is tried alone on the cart as it stands; on every line (and on shipping) only the largest discount
 * holds, the earlier promotion in a tie. Gifts do not compete.
 */
export const applyBestPerLine = (run: Run, pieces: readonly Piece[]): void => {
  const trials: Effect[] = [];
  for (const piece of pieces) {
    const outcome = attempt(run, piece);
    if ('effect' in outcome) trials.push(outcome.effect);
    else reject(run, piece.promotion.id, outcome.reason, { missing: outcome.unmet?.missing });
  }
  const winners = winnersByTarget(trials);
  for (const trial of trials) {
    const kept = trial.entries.filter((entry) => winners.get(targetKey(entry)) === trial);
    if (kept.length > 0 || trial.gifts.length > 0) commit(run, partOf(run, trial, kept));
    else reject(run, trial.piece.promotion.id, 'not_best');
  }
};

const targetKey = ({ target }: TraceEntry): string => (target.kind === 'line' ? `line ${target.lineId}` : 'shipping');

const winnersByTarget = (trials: readonly Effect[]): Map<string, Effect> => {
  const best = new Map<string, { trial: Effect; amount: number }>();
  for (const trial of trials) {
    for (const [key, entries] of Map.groupBy(trial.entries, targetKey)) {
      const amount = entries.reduce((sum, entry) => sum + entry.rounded, 0);
      if (amount > (best.get(key)?.amount ?? 0)) best.set(key, { trial, amount });
    }
  }
  return new Map([...best].map(([key, { trial }]) => [key, trial]));
};

/** Only the entries that won. They were computed on the same state, and no other promotion touches their lines. */
const partOf = (run: Run, trial: Effect, kept: readonly TraceEntry[]): Effect => {
  const running = [...run.state.running];
  let { shipping } = run.state;
  const index = new Map(run.state.lines.map((line, at) => [line.id, at]));
  for (const { target, after } of kept) {
    if (target.kind === 'line') running[index.get(target.lineId)!] = after;
    else shipping = after;
  }
  const shelfReduced = run.state.shelfReduced.map(
    (was, line) => was || (trial.piece.stage === 'catalog' && running[line] !== run.state.running[line]),
  );
  return {
    ...trial,
    entries: kept,
    amount: kept.reduce((sum, entry) => sum + entry.rounded, 0),
    state: { ...run.state, running, shipping, shelfReduced },
  };
};
