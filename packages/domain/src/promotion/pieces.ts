import { stageOfAction } from './actions/run-action.ts';
import type { Piece } from './effect.ts';
import type { Promotion } from './promotion.ts';
import type { PromotionStage } from './trace.ts';

/** The stages in the order in which they are evaluated; each sees the result of the former. */
export const STAGES = ['catalog', 'line', 'order', 'shipping'] as const satisfies readonly PromotionStage[];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Priority first (higher before lower), then the earlier start, then the id: never the place in the input. */
export const byPrecedence = (a: Promotion, b: Promotion): number =>
  (b.priority ?? 0) - (a.priority ?? 0) || byText(a.startsAt ?? '', b.startsAt ?? '') || byText(a.id, b.id);

/** The part of a promotion that belongs to a stage; undefined when no action does. With `wholeCart` the cart is one stage. */
export const pieceOf = (promotion: Promotion, stage: PromotionStage, wholeCart: boolean): Piece | undefined => {
  const own = promotion.actions
    .map((action, index) => ({ action, index }))
    .filter(({ action }) => stageIn(promotion, stageOfAction(action), wholeCart) === stage);
  return own.length > 0 ? { promotion, stage, actions: own } : undefined;
};

const stageIn = (promotion: Promotion, ofAction: PromotionStage, wholeCart: boolean): PromotionStage => {
  if (promotion.stage === 'catalog') return 'catalog';
  return wholeCart ? 'order' : ofAction;
};

/** All pieces in the order in which they take their turns. */
export const piecesInOrder = (promotions: readonly Promotion[], wholeCart: boolean): Piece[] => {
  const ordered = promotions.toSorted(byPrecedence);
  return STAGES.flatMap((stage) =>
    ordered.map((promotion) => pieceOf(promotion, stage, wholeCart)).filter((piece) => piece !== undefined),
  );
};
