import type {
  BrandId,
  CategoryId,
  CompanyId,
  CustomerGroupId,
  Instant,
  ProductId,
  PromotionId,
  SkuId,
} from '../kernel/index.ts';
import type { Minor, Percent, UnitPriceE4 } from '../money/index.ts';

/** Lines a rule speaks of. All given keys must hold; a list means any of; an empty scope is every line. */
export type Scope = {
  readonly lineIds?: readonly string[] | undefined;
  readonly skuIds?: readonly SkuId[] | undefined;
  readonly productIds?: readonly ProductId[] | undefined;
  /** A line carries its categories with their ancestors, so a category means its descendants too. */
  readonly categoryIds?: readonly CategoryId[] | undefined;
  readonly brandIds?: readonly BrandId[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Inclusive bounds on the unit price before promotions, per base unit. */
  readonly unitPriceMinE4?: UnitPriceE4 | undefined;
  readonly unitPriceMaxE4?: UnitPriceE4 | undefined;
  /** Leaves out lines that a catalogue promotion has already reduced. */
  readonly excludeCatalogDiscounted?: boolean | undefined;
  /** Lines to leave out again. */
  readonly except?: Scope | undefined;
};

/** Whether a rule looks at amounts after the discounts taken so far, or at the list amounts. */
export type AmountBase = 'running' | 'list';

export type Condition =
  | {
      readonly type: 'items-total';
      readonly min?: Minor | undefined;
      readonly max?: Minor | undefined;
      readonly equals?: Minor | undefined;
      readonly scope?: Scope | undefined;
      readonly base?: AmountBase | undefined;
    }
  /** Sum of base units over the scope. */
  | {
      readonly type: 'quantity';
      readonly min?: number | undefined;
      readonly max?: number | undefined;
      readonly scope?: Scope | undefined;
    }
  /** Some line of the scope has as many base units. */
  | { readonly type: 'line-quantity'; readonly min: number; readonly scope?: Scope | undefined }
  | { readonly type: 'contains'; readonly scope?: Scope | undefined; readonly minQuantity?: number | undefined }
  /** Different SKUs in the scope. */
  | { readonly type: 'distinct-skus'; readonly min: number; readonly scope?: Scope | undefined }
  /** This is the buyer's nth order: 1 = new customers only. */
  | { readonly type: 'order-number'; readonly n: number };

/** A tier gives an amount off, a percent off, or a fixed sum for the scope. */
export type PromotionTier = {
  readonly from: number;
  readonly amount?: Minor | undefined;
  readonly percent?: Percent | undefined;
  readonly total?: Minor | undefined;
};

export type GiftOption = {
  readonly skuId: SkuId;
  readonly quantity: number;
  readonly unitValueE4?: UnitPriceE4 | undefined;
};

export type PromotionAction =
  /** Percent of each line, or of at most so many units of it; the discount of one unit is capped by `capPerUnit`. */
  | {
      readonly type: 'percent-off-lines';
      readonly percent: Percent;
      readonly maxUnitsPerLine?: number | undefined;
      readonly capPerUnit?: Minor | undefined;
      readonly scope?: Scope | undefined;
    }
  | {
      readonly type: 'amount-off-unit';
      readonly amount: Minor;
      readonly maxUnitsPerLine?: number | undefined;
      readonly scope?: Scope | undefined;
    }
  /** Once per line, never more than so many units of it are still worth. */
  | {
      readonly type: 'amount-off-line';
      readonly amount: Minor;
      readonly maxUnitsPerLine?: number | undefined;
      readonly scope?: Scope | undefined;
    }
  /** 满减: one amount spread over the scope in proportion to running values. */
  | { readonly type: 'amount-off-order'; readonly amount: Minor; readonly scope?: Scope | undefined }
  | {
      readonly type: 'percent-off-order';
      readonly percent: Percent;
      readonly cap?: Minor | undefined;
      readonly scope?: Scope | undefined;
    }
  | { readonly type: 'order-total-fixed'; readonly total: Minor; readonly scope?: Scope | undefined }
  /** 每满减: the amount for every full `every` of the running sum. */
  | {
      readonly type: 'every-amount';
      readonly every: Minor;
      readonly amount: Minor;
      readonly maxTimes?: number | undefined;
      readonly scope?: Scope | undefined;
    }
  /** 阶梯满减: only the highest reached tier. `otherwise` holds below the first tier. */
  | {
      readonly type: 'tiers';
      readonly basis: 'amount' | 'quantity';
      readonly tiers: readonly PromotionTier[];
      readonly otherwise?: Omit<PromotionTier, 'from'> | undefined;
      readonly scope?: Scope | undefined;
    }
  /** 一口价. Per base unit; a dearer fixed price than the running one changes nothing. */
  | {
      readonly type: 'fixed-unit-price';
      readonly priceE4: UnitPriceE4;
      readonly maxUnitsPerLine?: number | undefined;
      readonly scope?: Scope | undefined;
    }
  | {
      readonly type: 'cheapest-unit';
      readonly percent?: Percent | undefined;
      readonly amount?: Minor | undefined;
      readonly scope?: Scope | undefined;
    }
  /** 第N件X折: every nth unit, per line or over the scope (there the cheapest of each n is the nth). */
  | {
      readonly type: 'nth-unit';
      readonly n: number;
      readonly percent: Percent;
      readonly maxTimes?: number | undefined;
      readonly across?: 'line' | 'scope' | undefined;
      readonly scope?: Scope | undefined;
    }
  /** 买N送M. `cheapest` buys the dearest and gives the cheapest; `line-total-desc` takes lines of highest value first for both. */
  | {
      readonly type: 'buy-get';
      readonly buy: { readonly scope?: Scope | undefined; readonly quantity: number };
      readonly get: { readonly scope?: Scope | undefined; readonly quantity: number; readonly percent: Percent };
      readonly pick?: 'cheapest' | 'line-total-desc' | undefined;
      readonly repeat?: boolean | undefined;
      readonly maxTimes?: number | undefined;
      readonly allOrNothing?: boolean | undefined;
    }
  /** 套餐: the set for `total`, or for the sum of its units with the overrides. */
  | {
      readonly type: 'bundle';
      readonly items: readonly BundleItem[];
      readonly total?: Minor | undefined;
      readonly maxTimes?: number | undefined;
    }
  /** 赠品: free units beside the cart; the buyer may choose one of the options. `perQuantity`/`perAmount` repeat the gift. */
  | {
      readonly type: 'gift';
      readonly options: readonly GiftOption[];
      readonly perQuantity?: number | undefined;
      readonly perAmount?: Minor | undefined;
      readonly maxTimes?: number | undefined;
      readonly whenOut?: 'substitute' | 'money' | 'drop' | undefined;
      readonly scope?: Scope | undefined;
    }
  | { readonly type: 'shipping-percent'; readonly percent: Percent }
  | { readonly type: 'shipping-amount'; readonly amount: Minor };

export type BundleItem = {
  readonly scope?: Scope | undefined;
  readonly quantity: number;
  readonly unitPriceE4?: UnitPriceE4 | undefined;
};

/** Local hours of a week, half-open; `days` 1 = Monday to 7. `to` at or before `from` runs over midnight and belongs to the day it starts. */
export type RecurringWindow = {
  readonly days?: readonly number[] | undefined;
  readonly from: string;
  readonly to: string;
};

export type CouponTerms = {
  readonly code: string;
  readonly caseSensitive?: boolean | undefined;
  /** False = not together with another coupon. */
  readonly stackable?: boolean | undefined;
};

export type Audience = {
  readonly companyIds?: readonly CompanyId[] | undefined;
  readonly groupIds?: readonly CustomerGroupId[] | undefined;
  readonly levels?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly regions?: readonly string[] | undefined;
};

export type Promotion = {
  readonly id: PromotionId;
  readonly name?: string | undefined;
  /** `catalog` changes shelf prices and comes before everything in the cart. */
  readonly stage?: 'catalog' | 'cart' | undefined;
  /** Higher first; 0 when absent. Ties: earlier start, then id. */
  readonly priority?: number | undefined;
  /** Applied alone: of all eligible exclusive promotions only the best of the highest priority. */
  readonly exclusive?: boolean | undefined;
  /** At most one promotion of a group. */
  readonly exclusionGroup?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** Half-open: from `startsAt` until just before `endsAt`. */
  readonly startsAt?: Instant | undefined;
  readonly endsAt?: Instant | undefined;
  readonly recurring?: readonly RecurringWindow[] | undefined;
  readonly coupon?: CouponTerms | undefined;
  readonly audience?: Audience | undefined;
  readonly usage?: UsageLimits | undefined;
  readonly budget?: Budget | undefined;
  /** Units of one order that the promotion may reduce at most. */
  readonly maxUnits?: number | undefined;
  readonly conditions?: readonly Condition[] | undefined;
  readonly actions: readonly PromotionAction[];
};

export type UsageLimits = {
  readonly limit?: number | undefined;
  readonly used?: number | undefined;
  /** Uses in the running period (day, week, campaign: the caller counts). */
  readonly perPeriodLimit?: number | undefined;
  readonly usedInPeriod?: number | undefined;
  readonly perCustomerLimit?: number | undefined;
  readonly usedByCustomer?: number | undefined;
};

/** What a promotion may cost in total. When this order does not fit: the whole promotion is refused, or cut to the rest. */
export type Budget = {
  readonly type: 'amount' | 'count';
  readonly limit: number;
  readonly used: number;
  readonly whenExceeded?: 'refuse' | 'cap' | undefined;
};

/** How promotions combine and round. The defaults are the product's; the other values exist to agree with other systems. */
export type PromotionSettings = {
  /** `sequential` (default): each on the result of the former. `best-per-line`: per line only the largest discount. `best-combination`: the cheapest set of bundles. */
  readonly combine?: 'sequential' | 'best-per-line' | 'best-combination' | undefined;
  /** `by-action` (default): line before order before shipping. `by-priority`: inside the cart, priority alone decides. */
  readonly stages?: 'by-action' | 'by-priority' | undefined;
  /** What an exclusive promotion excludes: all others of the order (default), or only those of its own stage. */
  readonly exclusiveWithin?: 'order' | 'stage' | undefined;
  readonly conditionBase?: AmountBase | undefined;
  readonly percentBase?: AmountBase | undefined;
  /** Where a percent of several equal units is rounded: once for the line (default) or for one unit. */
  readonly roundAt?: 'line' | 'unit' | undefined;
  /** What is rounded half up: the discount (default) or the new price. */
  readonly rounds?: 'discount' | 'price' | undefined;
  readonly allocation?: 'largest-remainder' | 'truncate-last-line' | undefined;
  /** Which promotion of an exclusion group holds: the largest discount at that moment (default) or the first by priority. */
  readonly groupPick?: 'best' | 'priority' | undefined;
  /** A group excludes on the lines it touched (default) or in the whole order. */
  readonly groupWithin?: 'lines' | 'order' | undefined;
  /**
   * What units of a buy-get may do in another one. `none` (default): a unit plays one part, once. `given-again`: units
   * that qualified are not given, but given ones may be given again. `all`: every promotion sees all units.
   */
  readonly unitSharing?: 'none' | 'given-again' | 'all' | undefined;
  /**
   * What so many units of a line are worth after earlier discounts: their share of what the line costs now (default),
   * or their list value less every discount of the line.
   */
  readonly limitedUnits?: 'own-share' | 'less-all' | undefined;
  /** Catalogue prices or cart promotions, whichever gives the lower total, instead of both. */
  readonly bestDeal?: boolean | undefined;
};
