import type { SkuId } from '../../kernel/index.ts';
import type { Allocation, Rounding } from '../../money/index.ts';
import type { CartState } from '../cart.ts';
import type { Unmet } from '../conditions.ts';
import type { AmountBase, PromotionAction, PromotionSettings } from '../promotion.ts';
import { linesIn } from '../scope.ts';
import type { Missing, TraceEntry } from '../trace.ts';

/** What one action takes from one line. `amount` is rounded; the floor of the line is looked at later. */
export type Take = {
  readonly line: number;
  readonly units: number;
  /** What the rule was applied to. */
  readonly base: number;
  readonly amount: number;
  /** The amount before rounding is a × n / d; absent when nothing was rounded. */
  readonly exact?: { readonly a: number; readonly n: number; readonly d: number } | undefined;
  readonly percent?: string | undefined;
  readonly heldBack?: TraceEntry['heldBack'] | undefined;
};

export type ShippingTake = { readonly amount: number; readonly percent?: string | undefined };

export type GiftGrant = {
  readonly skuId: SkuId;
  readonly quantity: number;
  readonly value: number;
  readonly options: readonly SkuId[];
};
export type GiftShortage = {
  readonly skuId: SkuId;
  readonly missing: number;
  readonly settled: 'substitute' | 'money' | 'drop';
};

/** What an action would do. Nothing taken and nothing given means that it found nothing to do. */
export type Outcome = {
  readonly takes: readonly Take[];
  readonly shipping?: ShippingTake | undefined;
  readonly gifts?: readonly GiftGrant[] | undefined;
  readonly shortages?: readonly GiftShortage[] | undefined;
  /** Units that took a part, by line. */
  readonly bought?: ReadonlyMap<number, number> | undefined;
  readonly given?: ReadonlyMap<number, number> | undefined;
  /** The takes are of single units, not of the line as a whole. */
  readonly onUnits?: boolean | undefined;
  readonly times?: number | undefined;
  /** What is missing to its next step. */
  readonly next?: Missing | undefined;
  readonly approximate?: boolean | undefined;
  /** Why a rule with a threshold of its own (满减 tiers, 买送, 套餐) did nothing. */
  readonly unmet?: Unmet | undefined;
};

export const NOTHING: Outcome = { takes: [] };

/** The settings an action works under, with the defaults filled in. */
export type ActionRules = {
  readonly percentBase: AmountBase;
  readonly roundAt: 'line' | 'unit';
  /** Half-down rounds the new price half up. */
  readonly rounding: Rounding;
  readonly allocation: Allocation;
  readonly unitSharing: 'none' | 'given-again' | 'all';
  readonly limitedUnits: 'own-share' | 'less-all';
};

export const actionRules = (settings: PromotionSettings): ActionRules => ({
  percentBase: settings.percentBase ?? 'running',
  roundAt: settings.roundAt ?? 'line',
  rounding: settings.rounds === 'price' ? 'half-down' : 'half-up',
  allocation: settings.allocation ?? 'largest-remainder',
  unitSharing: settings.unitSharing ?? 'none',
  limitedUnits: settings.limitedUnits ?? 'own-share',
});

/** What an action sees: amounts as they were when its promotion began, and what room its earlier actions have left. */
export type ActionInput<A extends PromotionAction = PromotionAction> = {
  readonly action: A;
  readonly start: CartState;
  readonly now: CartState;
  readonly rules: ActionRules;
  /** Lines on which the promotion may not act. */
  readonly closed: ReadonlySet<number>;
  /** Units of the order that the promotion may reduce. */
  readonly maxUnits: number;
  readonly chosenGift?: SkuId | undefined;
  readonly giftStock: ReadonlyMap<SkuId, number>;
};

export const scopeLines = (input: ActionInput<Extract<PromotionAction, { scope?: unknown }>>): number[] =>
  linesIn(input.start, input.action.scope, input.closed);
