/** The two formats of published cases that `run vectors` reads. */
export type NumericVector = {
  readonly id: string;
  readonly fn: string;
  readonly title?: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance?: number;
  readonly note?: string;
};

export type NumericFile = {
  readonly format: 'numeric-vectors/1';
  readonly area: string;
  readonly vectors: readonly NumericVector[];
};

export type VectorScope = {
  readonly lines?: readonly string[];
  readonly skus?: readonly string[];
  readonly products?: readonly string[];
  readonly categories?: readonly string[];
  readonly brands?: readonly string[];
  readonly unitPriceMin?: number;
  readonly unitPriceMax?: number;
  readonly excludeCatalogDiscounted?: boolean;
};

type Percent = number | string;

export type VectorAction = {
  readonly type: string;
  readonly scope?: VectorScope;
  readonly percent?: Percent;
  readonly amount?: number;
  readonly maxUnitsPerLine?: number;
  readonly capPerUnit?: number;
  readonly cap?: number;
  readonly total?: number;
  readonly every?: number;
  readonly maxTimes?: number;
  readonly basis?: 'amount' | 'quantity';
  readonly tiers?: readonly { readonly from: number; readonly amount?: number; readonly percent?: Percent }[];
  readonly otherwise?: { readonly amount?: number; readonly percent?: Percent };
  readonly price?: number;
  readonly n?: number;
  readonly buy?: { readonly scope?: VectorScope; readonly qty: number };
  readonly get?: { readonly scope?: VectorScope; readonly qty: number; readonly percent?: Percent };
  readonly pick?: 'cheapest' | 'line-total-desc';
  readonly repeat?: boolean;
  readonly allOrNothing?: boolean;
  readonly items?: readonly { readonly scope?: VectorScope; readonly qty: number; readonly unitPrice?: number }[];
  readonly sku?: string;
  readonly qty?: number;
  readonly perQty?: number;
};

export type VectorCondition = {
  readonly type: string;
  readonly min?: number;
  readonly max?: number;
  readonly equals?: number;
  readonly scope?: VectorScope;
  readonly base?: 'running' | 'list';
  readonly minQty?: number;
  readonly n?: number;
};

export type VectorPromotion = {
  readonly id: string;
  readonly priority?: number;
  readonly exclusive?: boolean;
  readonly exclusionGroup?: string;
  readonly stage?: 'catalog' | 'cart';
  readonly enabled?: boolean;
  readonly coupon?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly recurring?: readonly { readonly days?: readonly number[]; readonly from: string; readonly to: string }[];
  readonly channels?: readonly string[];
  readonly groups?: readonly string[];
  readonly levels?: readonly string[];
  readonly usage?: {
    readonly limit?: number;
    readonly used?: number;
    readonly perCustomerLimit?: number;
    readonly usedByCustomer?: number;
  };
  readonly budget?: { readonly type: 'amount' | 'count'; readonly limit: number; readonly used?: number };
  readonly conditions?: readonly VectorCondition[];
  readonly actions: readonly VectorAction[];
};

export type VectorSemantics = {
  readonly combine?: 'sequential' | 'exclusive-first' | 'best-per-line' | 'best-combination';
  readonly conditionBase?: 'running' | 'list';
  readonly percentBase?: 'running' | 'list';
  readonly roundAt?: 'line' | 'unit';
  readonly rounds?: 'discount' | 'price';
  readonly allocation?: 'largest-remainder' | 'truncate-last-line';
  readonly groupPick?: 'best' | 'priority';
  readonly shareBuyUnits?: boolean;
};

export type PromotionVector = {
  readonly id: string;
  readonly title?: string;
  readonly lines: readonly {
    readonly id: string;
    readonly sku: string;
    readonly qty: number;
    readonly unitPrice: number;
    readonly product?: string;
    readonly categories?: readonly string[];
    readonly brand?: string;
    readonly floor?: number;
    readonly selected?: boolean;
  }[];
  readonly shipping?: number;
  readonly context?: {
    readonly coupons?: readonly string[];
    readonly groups?: readonly string[];
    readonly level?: string;
    readonly channel?: string;
    readonly at?: string;
    readonly timeZone?: string;
    readonly ordersPlaced?: number;
  };
  readonly promotions: readonly VectorPromotion[];
  readonly semantics?: VectorSemantics;
  readonly expected: {
    readonly discountTotal?: number;
    readonly itemsTotal?: number;
    readonly shippingTotal?: number;
    readonly total?: number;
    readonly lines?: readonly { readonly id: string; readonly discount?: number; readonly net?: number }[];
    readonly applied?: readonly { readonly promotion: string; readonly amount?: number }[];
    readonly notApplied?: readonly { readonly promotion: string; readonly reason?: string }[];
    readonly gifts?: readonly { readonly sku: string; readonly qty: number }[];
    readonly bundles?: readonly { readonly promotion: string; readonly times: number }[];
  };
};

export type PromotionFile = { readonly format: 'promotion-vectors/1'; readonly vectors: readonly PromotionVector[] };
