/** How much is made. Quantities of the large set are those that the published figures speak of. */
export type Size = {
  /** Four SKUs a product on average. */
  products: number;
  companies: number;
  /** Of these one is the base list, three are member lists, one is the portal's; groups, contracts and customers share the rest. */
  priceLists: number;
  promotions: number;
  orders: number;
};

export const LARGE: Size = { products: 25_000, companies: 5_000, priceLists: 200, promotions: 20, orders: 100_000 };

/** For tests: seconds instead of a minute, every kind of row is there. */
export const SMALL: Size = { products: 250, companies: 60, priceLists: 30, promotions: 20, orders: 400 };
