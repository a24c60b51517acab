import type { BundleAction } from './actions/bundle.ts';
import { assemble, priceSets } from './actions/bundle.ts';
import { mergeUnits, type UnitPool } from './actions/unit-pool.ts';
import type { CartState } from './cart.ts';
import { type Piece, withOutcome } from './effect.ts';
import { attempt, commit, type Run, reject } from './run.ts';

/** Positions the search looks at before it settles for the best set found so far. */
const NODE_LIMIT = 20_000;

type Choice = { readonly piece: Piece; readonly action: BundleAction; readonly index: number };
type Plan = { readonly saving: number; readonly times: readonly number[] };

/** The pieces that consist of one bundle and nothing else. */
export const isBundle = (piece: Piece): boolean =>
  piece.actions.length === 1 && piece.actions[0]!.action.type === 'bundle';

/**
 * Applies the combination of bundles with the lowest total, each unit in one bundle at most. Branch and bound over the
 * number of sets of each bundle; past the limit the best combination so far holds and is marked approximate.
 */
export const applyBestCombination = (run: Run, pieces: readonly Piece[]): void => {
  const open = pieces.filter((piece) => isAdmitted(run, piece));
  const choices = open.map(
    (piece): Choice => ({ piece, action: piece.actions[0]!.action as BundleAction, index: piece.actions[0]!.index }),
  );
  const { plan, approximate } = search(run, choices);
  const taken: UnitPool = new Map();
  const { state } = run;
  for (const [at, choice] of choices.entries()) {
    const id = choice.piece.promotion.id;
    if (plan.times[at] === 0) {
      reject(run, id, 'not_best');
      continue;
    }
    const { outcome, units } = savingOf(run, choice, plan.times[at]!, taken, state);
    mergeUnits(taken, units);
    const opened = { piece: choice.piece, amount: 0, entries: [], gifts: [], notices: [], state: run.state };
    commit(run, { ...withOutcome(opened, choice.index, outcome), approximate: approximate || undefined });
  }
};

const isAdmitted = (run: Run, piece: Piece): boolean => {
  const outcome = attempt(run, piece);
  if ('effect' in outcome) return true;
  reject(run, piece.promotion.id, outcome.reason, { missing: outcome.unmet?.missing });
  return false;
};

/** What so many sets of a bundle save when some units are taken, priced as of one state. */
const savingOf = (run: Run, { action }: Choice, limit: number, taken: UnitPool, state: CartState = run.state) => {
  const sets = assemble({ start: state, action, closed: new Set() }, limit, taken);
  const outcome = priceSets(state, action, sets);
  const units: UnitPool = new Map();
  for (const part of sets.units) mergeUnits(units, part);
  return { times: sets.times, units, outcome, saving: outcome.takes.reduce((sum, take) => sum + take.amount, 0) };
};

const search = (run: Run, choices: readonly Choice[]): { plan: Plan; approximate: boolean } => {
  const most = choices.map((choice) =>
    savingOf(run, choice, choice.action.maxTimes ?? Number.POSITIVE_INFINITY, new Map()),
  );
  const boundFrom = choices.map((_, at) => most.slice(at).reduce((sum, { saving }) => sum + saving, 0));
  let best: Plan = { saving: 0, times: choices.map(() => 0) };
  let nodes = 0;
  const visit = (at: number, saving: number, times: readonly number[], taken: UnitPool): void => {
    if (saving > best.saving) best = { saving, times: [...times, ...choices.slice(at).map(() => 0)] };
    if (at === choices.length || saving + boundFrom[at]! <= best.saving || nodes >= NODE_LIMIT) return;
    const fits = savingOf(run, choices[at]!, choices[at]!.action.maxTimes ?? Number.POSITIVE_INFINITY, taken).times;
    for (let count = fits; count >= 0 && nodes < NODE_LIMIT; count -= 1) {
      nodes += 1;
      const chosen = savingOf(run, choices[at]!, count, taken);
      const next = new Map(taken);
      if (chosen.saving > 0) mergeUnits(next, chosen.units);
      visit(at + 1, saving + chosen.saving, [...times, chosen.saving > 0 ? count : 0], next);
    }
  };
  visit(0, 0, [], new Map());
  return { plan: best, approximate: nodes >= NODE_LIMIT };
};
