import type { PromotionId, SkuId } from '../kernel/index.ts';
import { type Minor, minor } from '../money/index.ts';
import type { ActionInput, ActionRules, Outcome, ShippingTake, Take } from './actions/action.ts';
import { runAction } from './actions/run-action.ts';
import type { CartState } from './cart.ts';
import type { Unmet } from './conditions.ts';
import { exactText } from './exact-text.ts';
import type { Promotion, PromotionAction } from './promotion.ts';
import type { GiftLine, GiftNotice, Missing, PromotionStage, TraceEntry } from './trace.ts';

/** The actions of one promotion that belong to one stage, with their places in the promotion. */
export type Piece = {
  readonly promotion: Promotion;
  readonly stage: PromotionStage;
  readonly actions: readonly { readonly index: number; readonly action: PromotionAction }[];
};

/** What a piece does to a state. Nothing of it holds until its `state` becomes the state of the run. */
export type Effect = {
  readonly piece: Piece;
  readonly amount: number;
  readonly entries: readonly TraceEntry[];
  readonly gifts: readonly GiftLine[];
  readonly notices: readonly GiftNotice[];
  readonly times?: number | undefined;
  readonly next?: Missing | undefined;
  readonly approximate?: boolean | undefined;
  /** Why its first action that did nothing did nothing. */
  readonly unmet?: Unmet | undefined;
  readonly state: CartState;
};

export type EffectContext = {
  readonly rules: ActionRules;
  readonly giftChoices: Readonly<Record<PromotionId, SkuId>>;
  readonly giftStock: ReadonlyMap<SkuId, number>;
};

const NO_LINES: ReadonlySet<number> = new Set();

/** All actions of a piece see the amounts as they were when it began; each takes from what the former ones left. */
export const effectOf = (
  piece: Piece,
  start: CartState,
  context: EffectContext,
  closed: ReadonlySet<number> = NO_LINES,
): Effect => {
  let effect: Effect = { piece, amount: 0, entries: [], gifts: [], notices: [], state: start };
  for (const { index, action } of piece.actions) {
    effect = withOutcome(
      effect,
      index,
      runAction(inputOf(piece.promotion, action, start, effect.state, context, closed)),
    );
  }
  return effect;
};

const inputOf = (
  { id, maxUnits }: Promotion,
  action: PromotionAction,
  start: CartState,
  now: CartState,
  { rules, giftChoices, giftStock }: EffectContext,
  closed: ReadonlySet<number>,
): ActionInput => ({
  action,
  start,
  now,
  rules,
  closed,
  maxUnits: maxUnits ?? Number.POSITIVE_INFINITY,
  chosenGift: giftChoices[id],
  giftStock,
});

/** Adds what an action does: every line gives what its floor allows, and the trace says what was kept back. */
export const withOutcome = (effect: Effect, actionIndex: number, outcome: Outcome): Effect => {
  const { piece } = effect;
  const promotionId = piece.promotion.id;
  const source = { kind: 'promotion', promotionId, actionIndex } as const;
  const lines =
    outcome.takes.length > 0
      ? takeFromLines(effect.state, outcome, source, piece.stage)
      : { entries: [], next: effect.state };
  const shipping = outcome.shipping
    ? takeFromShipping(lines.next, outcome.shipping, source, piece.stage)
    : { entries: [], next: lines.next };
  const entries = shipping.entries.length === 0 ? lines.entries : [...lines.entries, ...shipping.entries];
  return {
    piece,
    amount: effect.amount + entries.reduce((sum, entry) => sum + entry.rounded, 0),
    entries: effect.entries.length > 0 ? [...effect.entries, ...entries] : entries,
    gifts: [
      ...effect.gifts,
      ...(outcome.gifts ?? []).map(
        (gift): GiftLine => ({
          promotionId,
          skuId: gift.skuId,
          quantity: gift.quantity,
          value: minor(gift.value),
          options: gift.options,
        }),
      ),
    ],
    notices: [
      ...effect.notices,
      ...(outcome.shortages ?? []).map((shortage): GiftNotice => ({ promotionId, ...shortage })),
    ],
    times: outcome.times ?? effect.times,
    next: outcome.next ?? effect.next,
    approximate: outcome.approximate ?? effect.approximate,
    unmet: effect.unmet ?? outcome.unmet,
    state: shipping.next,
  };
};

type Source = TraceEntry['source'];

const takeFromLines = (state: CartState, outcome: Outcome, source: Source, stage: PromotionStage) => {
  const running = [...state.running];
  const shelfReduced = stage === 'catalog' ? [...state.shelfReduced] : state.shelfReduced;
  const onUnits = outcome.onUnits ? [...state.onUnits] : state.onUnits;
  const entries: TraceEntry[] = [];
  for (const take of outcome.takes) {
    const before = running[take.line]!;
    const { floor } = state.lines[take.line]!;
    const rounded = Math.min(take.amount, Math.max(0, before - floor));
    if (rounded === 0 && take.amount === 0) continue;
    entries.push(lineEntry(state, take, source, stage, before, rounded));
    running[take.line] = before - rounded;
    if (outcome.onUnits) (onUnits as number[])[take.line]! += rounded;
    if (stage === 'catalog' && rounded > 0) (shelfReduced as boolean[])[take.line] = true;
  }
  const next: CartState = {
    ...state,
    running,
    shelfReduced,
    onUnits,
    bought: plus(state.bought, outcome.bought),
    given: plus(state.given, outcome.given),
  };
  return { entries, next };
};

const plus = (counts: readonly number[], more: ReadonlyMap<number, number> | undefined): readonly number[] => {
  if (!more) return counts;
  const sums = [...counts];
  for (const [line, units] of more) sums[line]! += units;
  return sums;
};

const lineEntry = (
  state: CartState,
  take: Take,
  source: Source,
  stage: PromotionStage,
  before: number,
  rounded: number,
): TraceEntry => {
  const { exact } = take;
  return {
    source,
    stage,
    target: state.targets[take.line]!,
    units: take.units === state.lines[take.line]!.quantity ? undefined : take.units,
    base: take.base as Minor,
    percent: take.percent,
    raw: exact && exactText(exact.a, exact.n, exact.d),
    rounded: rounded as Minor,
    heldBack: rounded < take.amount ? { by: 'floor', amount: minor(take.amount - rounded) } : take.heldBack,
    before: before as Minor,
    after: minor(before - rounded),
  };
};

const takeFromShipping = (
  state: CartState,
  take: ShippingTake,
  source: Source,
  stage: PromotionStage,
): { entries: TraceEntry[]; next: CartState } => {
  const rounded = Math.min(take.amount, state.shipping);
  if (rounded === 0) return { entries: [], next: state };
  const entry: TraceEntry = {
    source,
    stage,
    target: { kind: 'shipping' },
    base: minor(state.shipping),
    percent: take.percent,
    rounded: minor(rounded),
    before: minor(state.shipping),
    after: minor(state.shipping - rounded),
  };
  return { entries: [entry], next: { ...state, shipping: state.shipping - rounded } };
};
