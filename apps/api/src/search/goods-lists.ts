import { type Bitmap, bitmapOf, has, type Sifted } from '@tradeline/domain/search';
import type { Catalogue } from './catalogue.ts';

type Prices = Float64Array;
type PriceRange = Sifted['price'];
/** A text that was searched: what its finds are worth, by product, and how it was understood. */
type Found = {
  readonly scores: ReadonlyMap<number, number>;
  readonly terms: readonly string[];
  readonly synonyms: readonly string[];
  readonly corrected: string | undefined;
};
/** Goods that were found: who is among them, what was counted, and their orders, made when first asked for. */
export type GoodsList = {
  readonly sifted: Readonly<Omit<Sifted, 'inStock'>> & { inStock: number };
  readonly members: Bitmap;
  readonly found?: Found | undefined;
  /** Orders that do not depend on prices. */
  readonly orders: Map<string, readonly number[]>;
  readonly priced: WeakMap<Prices, { range?: PriceRange; orders: Map<string, readonly number[]> }>;
  /** What the caller made of the counts, kept with them. */
  readonly notes: Map<string, unknown>;
};

/** Numbers of products held by all lists together; about eight bytes each, and as much again for every order. */
const MOST_HELD = 2_000_000;

/** A worth by product takes several times what a place does. */
const heldBy = ({ sifted, found }: GoodsList): number => sifted.hits.length + 5 * (found?.scores.size ?? 0);

/** A list of what was found, kept or not. */
export const madeList = (catalogue: Catalogue, { sifted, found }: Pick<GoodsList, 'sifted' | 'found'>): GoodsList => ({
  // A copy, since the goods in stock are counted on.
  sifted: { ...sifted },
  found,
  members: bitmapOf(catalogue.products.size() + 1, sifted.hits),
  orders: new Map(),
  priced: new WeakMap(),
  notes: new Map(),
});

/**
 * Lists kept for as long as nothing they were made of has changed: the goods (`catalogue.version`), and the sets and price
 * column given, which are made anew when they change. Stock moves all day: a list that does not ask for it stays, and its
 * count of goods in stock is corrected. What is forgotten is only made again.
 */
export const goodsLists = (catalogue: Catalogue) => {
  const known = new Map<string, GoodsList>();
  const places = new WeakMap<object, number>();
  let [version, held, next, stock] = [-1, 0, 0, 0];

  const placeOf = (made: object | undefined): number => {
    if (made === undefined) return -1;
    const place = places.get(made) ?? next++;
    places.set(made, place);
    return place;
  };
  const forgetOldest = (): void => {
    const [key, list] = known.entries().next().value!;
    known.delete(key);
    held -= heldBy(list);
  };

  return {
    /** `byStock`: whether the wish asks for goods in stock, so that it holds only until some run out or come back. */
    of: (
      madeOf: readonly (object | undefined)[],
      wish: string,
      byStock: boolean,
      make: () => Pick<GoodsList, 'sifted' | 'found'>,
    ): GoodsList => {
      if (version !== catalogue.version()) {
        known.clear();
        [version, held] = [catalogue.version(), 0];
      }
      const key = `${madeOf.map(placeOf).join()};${byStock ? stock : ''};${wish}`;
      let list = known.get(key);
      if (list) known.delete(key);
      else {
        list = madeList(catalogue, make());
        held += heldBy(list);
      }
      known.set(key, list);
      while (held > MOST_HELD && known.size > 1) forgetOldest();
      while (known.size > 2_000) forgetOldest();
      return list;
    },
    /** A SKU has run out, or is back: what its product was before, and is now. */
    stockMoved: (product: number, before: boolean, after: boolean): void => {
      stock++;
      if (before === after) return;
      for (const { sifted, members } of known.values()) if (has(members, product)) sifted.inStock += after ? 1 : -1;
    },
  };
};
export type GoodsLists = ReturnType<typeof goodsLists>;

/** What the cheapest and the dearest SKU of a list's products cost. */
export const priceRange = ({ table }: Catalogue, list: GoodsList, prices: Prices): PriceRange => {
  const kept = pricedBy(list, prices);
  if ('range' in kept) return kept.range;
  let [min, max] = [Infinity, -Infinity];
  for (const product of list.sifted.hits)
    for (const sku of table.products.skus[product]!) {
      const price = prices[sku] ?? -1;
      if (price < 0) continue;
      if (price < min) min = price;
      if (price > max) max = price;
    }
  kept.range = min <= max ? { min, max } : undefined;
  return kept.range;
};

const pricedBy = (list: GoodsList, prices: Prices) => {
  const kept: { range?: PriceRange; orders: Map<string, readonly number[]> } = list.priced.get(prices) ?? {
    orders: new Map(),
  };
  list.priced.set(prices, kept);
  return kept;
};

/** The whole list in one order; `prices` where the order is by them. */
export const orderedList = (
  list: GoodsList,
  sort: string,
  prices: Prices | undefined,
  better: () => (a: number, b: number) => number,
): readonly number[] => {
  const orders = prices ? pricedBy(list, prices).orders : list.orders;
  const order = orders.get(sort) ?? list.sifted.hits.toSorted(better());
  orders.set(sort, order);
  return order;
};
