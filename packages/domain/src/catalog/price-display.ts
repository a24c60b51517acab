/** How open the shop is to people who have not signed in: not at all, goods without prices, or goods with base prices. */
export const storefronts = ['login-required', 'prices-hidden', 'public'] as const;
export type Storefront = (typeof storefronts)[number];

/** How stock is told: the number, a level (plenty, few, none), or yes and no. */
export const stockDisplays = ['exact', 'level', 'yes-no'] as const;
export type StockDisplay = (typeof stockDisplays)[number];

/** What decides whether a signed-in person of a customer is told prices. */
export type PriceWords = {
  /** His role has `catalog.read-price`. */
  readonly roleMay: boolean;
  /** The word for his company, which stands over the group's. */
  readonly company?: 'shown' | 'hidden' | null | undefined;
  /** His customer group sees goods without prices and asks for them. */
  readonly groupHidden: boolean;
};

/** The company's word before the group's; neither gives more than the role has. */
export const seesPrices = ({ roleMay, company, groupHidden }: PriceWords): boolean =>
  roleMay && (company ? company === 'shown' : !groupHidden);

/** What a stranger gets: undefined = nothing but the sign-in page. */
export const strangerSees = (storefront: Storefront): { readonly prices: boolean } | undefined =>
  storefront === 'login-required' ? undefined : { prices: storefront === 'public' };
