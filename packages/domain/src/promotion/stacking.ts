import type { Piece } from './effect.ts';
import { takeGroupTurn } from './group.ts';
import { attempt, type Run, reject } from './run.ts';
import { settle, shelfClosed } from './settle.ts';

/** Lets pieces take their turns, each on the result of the former; exclusion groups and lone coupons are kept. */
export const applyInTurn = (run: Run, pieces: readonly Piece[]): void => {
  for (const [at, piece] of pieces.entries()) {
    const lone = loneCoupon(run, piece);
    if (lone) reject(run, piece.promotion.id, 'excluded_by_coupon', { inFavourOf: lone });
    else if (piece.promotion.exclusionGroup === undefined)
      settle(run, piece, attempt(run, piece, shelfClosed(run, piece)));
    else takeGroupTurn(run, piece, pieces.slice(at));
  }
};

/** The coupon that bears no other, when this piece is another coupon's. */
const loneCoupon = (run: Run, { promotion }: Piece) => {
  if (!promotion.coupon || run.applied.has(promotion.id)) return undefined;
  const alone = promotion.coupon.stackable === false;
  return run.coupons.find((other) => alone || !other.stackable)?.id;
};
