import type { PromotionId, SkuId } from '../kernel/index.ts';
import { type Minor, minor } from '../money/index.ts';
import { actionRules } from './actions/action.ts';
import { stageOfAction } from './actions/run-action.ts';
import { applyBestPerLine } from './best-per-line.ts';
import { type CartLine, openCart } from './cart.ts';
import { applyBestCombination, isBundle } from './combination.ts';
import type { Piece } from './effect.ts';
import { enteredCode, ineligible, type PromotionContext } from './eligibility.ts';
import { bestExclusive, excludeOthers, exclusivesFirst, loneInCart } from './exclusive.ts';
import { piecesInOrder } from './pieces.ts';
import type { Promotion, PromotionSettings } from './promotion.ts';
import { openRun, type Run, type RunContext, reject } from './run.ts';
import { applyInTurn } from './stacking.ts';
import type { AppliedPromotion, GiftLine, GiftNotice, RejectedPromotion, TraceEntry } from './trace.ts';

export type PromotionInput = {
  readonly lines: readonly CartLine[];
  readonly shipping: Minor;
  readonly promotions: readonly Promotion[];
  readonly context: PromotionContext;
  readonly settings?: PromotionSettings | undefined;
  readonly giftChoices?: Readonly<Record<PromotionId, SkuId>> | undefined;
  readonly giftStock?: Readonly<Record<SkuId, number>> | undefined;
};

export type PromotionResult = {
  /** What each line costs after all promotions, by its id. */
  readonly running: ReadonlyMap<string, Minor>;
  readonly shipping: Minor;
  readonly trace: readonly TraceEntry[];
  /** In the order in which they were applied. */
  readonly applied: readonly AppliedPromotion[];
  /** By id. */
  readonly rejected: readonly RejectedPromotion[];
  readonly gifts: readonly GiftLine[];
  readonly notices: readonly GiftNotice[];
};

/** Applies promotions to priced lines. The order of lines and promotions in the input does not matter. */
export const evaluatePromotions = (input: PromotionInput): PromotionResult => {
  const eligible: Promotion[] = [];
  const reasons = new Map<PromotionId, RejectedPromotion['reason']>();
  for (const promotion of input.promotions) {
    const reason = ineligible(promotion, input.context);
    if (reason) reasons.set(promotion.id, reason);
    else eligible.push(promotion);
  }
  const run = input.settings?.bestDeal ? betterDeal(input, eligible) : runAll(input, eligible);
  for (const [id, reason] of reasons) reject(run, id, reason);
  return resultOf(input, run);
};

const contextOf = ({ context, settings = {}, giftChoices = {}, giftStock = {} }: PromotionInput): RunContext => ({
  promotionContext: context,
  settings,
  rules: actionRules(settings),
  giftChoices,
  giftStock: new Map(Object.entries(giftStock) as [SkuId, number][]),
});

/** One full evaluation of some promotions, exclusivity included. */
const runAll = (input: PromotionInput, promotions: readonly Promotion[]): Run => {
  const run = openRun(openCart(input.lines, input.shipping), contextOf(input));
  const perStage = input.settings?.exclusiveWithin === 'stage';
  const alone = perStage ? undefined : bestExclusive(openRun(run.state, run.context), promotions);
  if (alone) excludeOthers(run, promotions, alone);
  const pieces = piecesInOrder(alone ? [alone] : promotions, isWholeCart(input.settings));
  const [shelf, cart] = [pieces.filter(isShelf), pieces.filter((piece) => !isShelf(piece))];
  applyStage(run, perStage ? exclusivesFirst(shelf) : shelf);
  applyStage(run, perStage ? loneInCart(run, cart) : cart);
  return run;
};

const isShelf = (piece: Piece): boolean => piece.stage === 'catalog';

/** Where priority alone decides, all actions of the cart take their turns as one. */
const isWholeCart = (settings: PromotionSettings | undefined): boolean =>
  settings?.stages === 'by-priority' || settings?.combine === 'best-per-line';

const applyStage = (run: Run, pieces: readonly Piece[]): void => {
  const { combine } = run.context.settings;
  if (combine === 'best-per-line') {
    applyBestPerLine(run, pieces);
    return;
  }
  if (combine === 'best-combination') applyBestCombination(run, pieces.filter(isBundle));
  applyInTurn(run, combine === 'best-combination' ? pieces.filter((piece) => !isBundle(piece)) : pieces);
};

/** Catalogue prices or cart promotions, whichever leaves the buyer with less to pay; offers on shipping alone go with both. */
const betterDeal = (input: PromotionInput, promotions: readonly Promotion[]): Run => {
  const isNeutral = (promotion: Promotion) =>
    promotion.stage !== 'catalog' && promotion.actions.every((action) => stageOfAction(action) === 'shipping');
  const shelf = promotions.filter((promotion) => promotion.stage === 'catalog' || isNeutral(promotion));
  const cart = promotions.filter((promotion) => promotion.stage !== 'catalog');
  const [shelfRun, cartRun] = [runAll(input, shelf), runAll(input, cart)];
  const [better, chosen] = totalOf(cartRun) < totalOf(shelfRun) ? [cartRun, cart] : [shelfRun, shelf];
  for (const promotion of promotions)
    if (!chosen.includes(promotion)) reject(better, promotion.id, 'excluded_by_best_deal');
  return better;
};

const totalOf = ({ state }: Run): number => state.running.reduce((sum, amount) => sum + amount, state.shipping);

const resultOf = ({ promotions, context }: PromotionInput, run: Run): PromotionResult => {
  const byId = new Map(promotions.map((promotion) => [promotion.id, promotion]));
  const applied = [...run.applied].map(
    ([promotionId, tally]): AppliedPromotion => ({
      promotionId,
      stage: tally.stage,
      couponCode: enteredCode(byId.get(promotionId)!, context.coupons),
      amount: minor(tally.amount),
      times: tally.times,
      next: tally.next,
      approximate: tally.approximate,
    }),
  );
  const rejected = [...run.rejected].map(([promotionId, why]): RejectedPromotion => ({ promotionId, ...why }));
  return {
    running: new Map(run.state.lines.map((line, at) => [line.id, minor(run.state.running[at]!)])),
    shipping: minor(run.state.shipping),
    trace: run.entries,
    applied,
    rejected: rejected.sort((a, b) => (a.promotionId < b.promotionId ? -1 : 1)),
    gifts: run.gifts,
    notices: run.notices,
  };
};
