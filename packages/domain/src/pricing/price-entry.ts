import type { SalesUnit } from '../catalog/index.ts';
import type { CompanyId, CustomerGroupId, Instant, PriceListId, SkuId } from '../kernel/index.ts';
import type { Currency, Percent, UnitPriceE4 } from '../money/index.ts';

/** The access sequence, most specific first: the first kind with a valid entry gives the price, even a dearer one. */
export const PRICE_KINDS = ['contract', 'customer', 'group', 'member', 'channel', 'base'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

/**
 * One price of one SKU on one list. Tiers are several entries of a list with different `minQuantity`.
 * A key that is absent does not restrict: an entry without `channel` is valid in every channel.
 */
export type PriceEntry = {
  readonly skuId: SkuId;
  readonly listId: PriceListId;
  readonly kind: PriceKind;
  /** Price of one `unit`; null = the list names the SKU but gives no price, so the search goes on. 0 is a price. */
  readonly amountE4: UnitPriceE4 | null;
  readonly currency?: Currency | undefined;
  /** The unit the price is for; base unit when absent. */
  readonly unit?: SalesUnit | undefined;
  /** Quantity from which the price holds, in `unit`: a whole number, or a decimal string. */
  readonly minQuantity?: number | string | undefined;
  /** Quantity up to which the price holds (inclusive), in `unit`. */
  readonly maxQuantity?: number | string | undefined;
  /** Half-open: valid from `validFrom` until just before `validTo`. */
  readonly validFrom?: Instant | undefined;
  readonly validTo?: Instant | undefined;
  readonly companyId?: CompanyId | undefined;
  readonly groupId?: CustomerGroupId | undefined;
  readonly level?: string | undefined;
  readonly channel?: string | undefined;
  readonly region?: string | undefined;
  /** Among entries of one kind the higher priority wins; 0 when absent. */
  readonly priority?: number | undefined;
  /** Lets the buyer's level percent apply to this entry; without it only base and channel prices take it. */
  readonly levelDiscountable?: boolean | undefined;
  /** `all-units` (default): the reached tier prices every unit. `graduated`: each band of the quantity has its own price. */
  readonly tiering?: 'all-units' | 'graduated' | undefined;
  /** What is counted against `minQuantity`: the line (default), all lines of the product (混批), or of the pricing group. */
  readonly tierBy?: TierBasis | undefined;
};

export type TierBasis = 'line' | 'product' | 'group';

/** Who buys, where: what prices and promotions may depend on. */
export type CustomerContext = {
  readonly companyId?: CompanyId | undefined;
  readonly groupIds?: readonly CustomerGroupId[] | undefined;
  readonly level?: string | undefined;
  /** Percent that the level takes off base and channel prices. */
  readonly levelPercent?: Percent | undefined;
  readonly channel?: string | undefined;
  /** Region codes of the buyer, with their ancestors. */
  readonly regions?: readonly string[] | undefined;
  /** Orders placed before this one and not cancelled. */
  readonly ordersPlaced?: number | undefined;
};
