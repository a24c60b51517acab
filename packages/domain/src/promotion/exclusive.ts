import type { Piece } from './effect.ts';
import { byPrecedence, piecesInOrder } from './pieces.ts';
import type { Promotion } from './promotion.ts';
import { openRun, type Run, reject } from './run.ts';
import { applyInTurn } from './stacking.ts';

/** What a promotion would give alone on the state of a run; undefined when nothing. */
const yieldAlone = (run: Run, promotion: Promotion): number | undefined => {
  const trial = openRun(run.state, run.context);
  applyInTurn(trial, piecesInOrder([promotion], run.context.settings.stages === 'by-priority'));
  return trial.applied.get(promotion.id)?.amount;
};

/** The exclusive promotion that stands alone: of those that give something the highest priority, then the largest amount. */
export const bestExclusive = (run: Run, promotions: readonly Promotion[]): Promotion | undefined => {
  const offers = promotions
    .filter((promotion) => promotion.exclusive)
    .map((promotion) => ({ promotion, amount: yieldAlone(run, promotion) }))
    .filter((offer): offer is { promotion: Promotion; amount: number } => offer.amount !== undefined);
  const byRank = (a: (typeof offers)[number], b: (typeof offers)[number]) =>
    (b.promotion.priority ?? 0) - (a.promotion.priority ?? 0) ||
    b.amount - a.amount ||
    byPrecedence(a.promotion, b.promotion);
  return offers.sort(byRank)[0]?.promotion;
};

export const excludeOthers = (run: Run, promotions: readonly Promotion[], alone: Promotion): void => {
  for (const { id } of promotions)
    if (id !== alone.id) reject(run, id, 'excluded_by_exclusive', { inFavourOf: alone.id });
};

/** On the shelf, exclusive promotions come first and close the lines they reduce. */
export const exclusivesFirst = (shelf: readonly Piece[]): Piece[] => [
  ...shelf.filter(({ promotion }) => promotion.exclusive),
  ...shelf.filter(({ promotion }) => !promotion.exclusive),
];

/** In the cart, the best exclusive promotion takes its turns alone; the others are told so. */
export const loneInCart = (run: Run, cart: readonly Piece[]): readonly Piece[] => {
  const promotions = [...new Set(cart.map(({ promotion }) => promotion))];
  const alone = bestExclusive(openRun(run.state, run.context), promotions);
  if (!alone) return cart;
  excludeOthers(run, promotions, alone);
  return cart.filter(({ promotion }) => promotion.id === alone.id);
};
