import { type Bitmap, has } from '@tradeline/domain/search';
import type { SearchState } from '../../../search/engine.ts';
import type { GoodsList } from '../../../search/goods-lists.ts';

export type SearchSort = 'relevance' | 'price-asc' | 'price-desc' | 'sales' | 'newest';
export type Better = (a: number, b: number) => number;

/** Of two goods that suit a text alike, the one that sells, and before it the one he bought, goes first. */
const SALES_WORTH = 0.15;
const BOUGHT_WORTH = 0.8;

/** An order by prices that may not be seen would tell them. */
export const sortOf = (sort: SearchSort | undefined, hasText: boolean, priced: boolean): SearchSort => {
  const own = hasText ? 'relevance' : 'sales';
  if (sort === undefined || (sort.startsWith('price') && !priced)) return own;
  return sort === 'relevance' && !hasText ? 'sales' : sort;
};

const worthOf =
  ({ catalogue }: SearchState, list: GoodsList) =>
  (product: number): number =>
    (list.found?.scores.get(product) ?? 0) + SALES_WORTH * Math.log1p(catalogue.table.products.sales[product]!);

/** A total order of goods for everybody who is asked the same prices. */
export const betterOf = (
  state: SearchState,
  list: GoodsList,
  sort: SearchSort,
  prices: Float64Array | undefined,
): Better => {
  const { sales, since, skus } = state.catalogue.table.products;
  const popular: Better = (a, b) => sales[b]! - sales[a]! || a - b;
  if (sort === 'newest') return (a, b) => since[b]! - since[a]! || a - b;
  if (sort === 'sales') return popular;
  if (sort === 'relevance') {
    const worth = remembered(worthOf(state, list));
    return (a, b) => worth(b) - worth(a) || popular(a, b);
  }
  const from = remembered((product) => {
    let least = Infinity;
    for (const sku of skus[product]!) {
      const price = prices?.[sku] ?? -1;
      if (price >= 0 && price < least) least = price;
    }
    return least;
  });
  // Without a price last, whichever way.
  return (a, b) => {
    const [x, y] = [from(a), from(b)];
    if (x === y) return popular(a, b);
    if (x === Infinity || y === Infinity) return x - y;
    return sort === 'price-asc' ? x - y : y - x;
  };
};

const remembered = (of: (product: number) => number) => {
  const known = new Map<number, number>();
  return (product: number): number => {
    let value = known.get(product);
    if (value === undefined) {
      value = of(product);
      known.set(product, value);
    }
    return value;
  };
};

/**
 * The first of an order by relevance when what he bought is worth more to him: the others stay in the order that is the
 * same for all, and his are merged into it.
 */
export const withBought = (
  state: SearchState,
  list: GoodsList,
  order: readonly number[],
  { bought, places }: { bought: Bitmap; places: readonly number[] },
  count: number,
): readonly number[] => {
  const worth = worthOf(state, list);
  const { sales } = state.catalogue.table.products;
  const mine = places
    .filter((place) => has(list.members, place))
    .map((place) => ({ place, worth: worth(place) + BOUGHT_WORTH }))
    .sort((a, b) => b.worth - a.worth || sales[b.place]! - sales[a.place]! || a.place - b.place);
  if (mine.length === 0) return order;
  const first: number[] = [];
  let next = 0;
  for (const place of order) {
    if (first.length >= count) break;
    if (has(bought, place)) continue;
    const other = worth(place);
    for (; next < mine.length; next++) {
      const own = mine[next]!;
      const before = own.worth - other || sales[own.place]! - sales[place]! || place - own.place;
      if (before < 0) break;
      first.push(own.place);
    }
    first.push(place);
  }
  return [...first, ...mine.slice(next).map(({ place }) => place)];
};
