import type { PromotionId } from '../../kernel/index.ts';
import type { Minor } from '../../money/index.ts';
import type { RejectionReason } from '../trace.ts';

/** A smallest basket that shows a finding: lines of the goods passed in, with whole base units. */
export type Basket = readonly { readonly skuId: string; readonly quantity: number }[];

/**
 * What is wrong, or at least surprising, with a set of promotions before it is published. Every finding but `never-fires`
 * comes with a basket that shows it: pricing the basket reproduces the numbers. Amounts are of the goods, after discounts.
 */
export type Finding =
  /** No basket of the goods makes it do anything; `why` names the first cause found. */
  | { readonly kind: 'never-fires'; readonly promotionId: PromotionId; readonly why: NeverReason }
  /** Wherever it would do something alone, the other promotions leave it nothing. */
  | {
      readonly kind: 'always-shadowed';
      readonly promotionId: PromotionId;
      readonly by: PromotionId | undefined;
      readonly reason: RejectionReason;
      readonly basket: Basket;
    }
  /** Both act on the basket and only their ids decide which comes first, yet the order changes what the buyer pays. */
  | {
      readonly kind: 'undeclared-order';
      readonly promotionIds: readonly [PromotionId, PromotionId];
      readonly basket: Basket;
      readonly amount: Minor;
      readonly amountOtherWay: Minor;
    }
  /** The floor price of a line keeps back a part of what the promotion promises. */
  | {
      readonly kind: 'cut-by-floor';
      readonly promotionId: PromotionId;
      readonly basket: Basket;
      readonly heldBack: Minor;
    }
  /** The goods are sold for less than they cost. */
  | {
      readonly kind: 'below-cost';
      readonly promotionIds: readonly PromotionId[];
      readonly basket: Basket;
      readonly loss: Minor;
    }
  /** One step more of a SKU makes the whole order cheaper. */
  | {
      readonly kind: 'larger-is-cheaper';
      readonly basket: Basket;
      readonly larger: Basket;
      readonly amount: Minor;
      readonly amountLarger: Minor;
    };

export type NeverReason =
  | 'disabled'
  | 'ends-before-it-starts'
  | 'already-over'
  | 'never-open'
  | 'used-up'
  | 'contradictory-condition'
  | 'no-goods-in-scope'
  | 'nothing-to-take'
  | 'threshold-out-of-reach';
