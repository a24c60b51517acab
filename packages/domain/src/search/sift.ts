import { type Bitmap, has } from './bitmap.ts';
import type { GoodsTable } from './goods-table.ts';

/** What somebody narrows goods down to. Several values of one filter mean any of them, several filters all of them. */
export type GoodsFilter = {
  readonly category?: number | undefined;
  readonly brands?: ReadonlySet<number> | undefined;
  /** Inclusive; some SKU must cost as much. */
  readonly price?: { readonly from: number; readonly to: number } | undefined;
  /** By axis; one SKU must have a value of each axis. */
  readonly options: readonly ValueFilter[];
  readonly attributes: readonly ValueFilter[];
  readonly inStock?: boolean | undefined;
  readonly onPromotion?: boolean | undefined;
  readonly boughtBefore?: boolean | undefined;
};
export type ValueFilter = { readonly axis: number; readonly values: ReadonlySet<number> };

/** What differs from one customer to the next. */
export type GoodsView = {
  readonly visible: (product: number) => boolean;
  /** By SKU; negative where he has none. Absent when he may see no prices. */
  readonly prices?: ArrayLike<number> | undefined;
  readonly onPromotion: Bitmap;
  readonly bought: Bitmap;
  /** SKUs that lie there, yet not for him. The goods in stock are counted without them where some filter is of SKUs. */
  readonly keptBack?: ReadonlySet<number> | undefined;
};

/** Products that pass every filter, and for each filter what its values would give if it alone were changed. */
export type Sifted = {
  readonly hits: number[];
  /** Products by number of the category itself; the caller adds up what is below. */
  readonly categories: Map<number, number>;
  readonly brands: Map<number, number>;
  readonly options: Map<number, number>;
  readonly attributes: Map<number, number>;
  readonly price: { readonly min: number; readonly max: number } | undefined;
  readonly inStock: number;
  readonly onPromotion: number;
  readonly boughtBefore: number;
};

/** More filters of one kind than a bit field has room for are refused at the door (inputs have far fewer). */
const FIRST_ATTRIBUTE = 8;
const BIT = { category: 1, brand: 2, promotion: 4, bought: 8 } as const;
const PRICE = 1;
const STOCK = 2;
const FIRST_OPTION = 4;

/**
 * Goes over the candidates once. A product that fails two filters of the product counts for nothing; one that fails
 * exactly one counts for the values of that one (disjunctive facets); the same holds for its SKUs, of which one must
 * pass all filters of SKUs together: red and large means a SKU that is both.
 */
export const sift = (table: GoodsTable, candidates: Iterable<number>, filter: GoodsFilter, view: GoodsView): Sifted => {
  const { products } = table;
  const hits: number[] = [];
  const counts = { categories: tally(), brands: tally(), options: tally(), attributes: tally() };
  const sums = { inStock: 0, onPromotion: 0, boughtBefore: 0, min: Infinity, max: -Infinity };
  const skuFilters = Boolean(filter.inStock || filter.price || filter.options.length > 0);
  const below = filter.category === undefined ? undefined : subtree(table.parentOf, filter.category);
  const axes = new Set(filter.attributes.map(({ axis }) => axis));
  const optionAxes = new Map(filter.options.map(({ axis }, i) => [axis, FIRST_OPTION << i]));
  const lastSeen = new Map<number, number>();
  const lies = (sku: number): boolean => table.skus.inStock[sku] === true && !view.keptBack?.has(sku);

  for (const product of candidates) {
    if (!products.published[product] || !view.visible(product)) continue;
    const fails = productFails(table, product, filter, view, below);
    if ((fails & (fails - 1)) !== 0) continue;
    const skus = products.skus[product]!;
    let passing = skus.length > 0;
    if (skuFilters) {
      passing = false;
      let [stockOnly, near] = [false, fails === 0];
      for (const sku of skus) {
        const skuMisses = skuFails(table, sku, filter, view, lies);
        if (skuMisses === 0) passing = true;
        if ((skuMisses & ~STOCK) === 0 && lies(sku)) stockOnly = true;
        if (!near) continue;
        if ((skuMisses & ~PRICE) === 0) stretch(sums, view.prices?.[sku]);
        if ((skuMisses & (skuMisses - 1)) !== 0) continue;
        for (const value of table.skus.options[sku]!) {
          if (skuMisses !== 0 && optionAxes.get(table.axisOf[value]!) !== skuMisses) continue;
          if (lastSeen.get(value) === product) continue;
          lastSeen.set(value, product);
          counts.options.add(value);
        }
      }
      if (fails === 0 && stockOnly) sums.inStock++;
    } else if (fails === 0 && passing) {
      for (const value of products.options[product]!) counts.options.add(value);
      if (products.inStock[product]) sums.inStock++;
      if (view.prices) for (const sku of skus) stretch(sums, view.prices[sku]);
    }
    if (!passing) continue;
    if (fails === 0) hits.push(product);
    if ((fails & ~BIT.category) === 0) counts.categories.add(products.category[product]!);
    if ((fails & ~BIT.brand) === 0 && products.brand[product]! >= 0) counts.brands.add(products.brand[product]!);
    if ((fails & ~BIT.promotion) === 0 && has(view.onPromotion, product)) sums.onPromotion++;
    if ((fails & ~BIT.bought) === 0 && has(view.bought, product)) sums.boughtBefore++;
    for (const value of products.attributes[product]!) {
      const axis = table.axisOf[value]!;
      if (fails === 0 || (axes.has(axis) && fails === attributeBit(filter, axis))) counts.attributes.add(value);
    }
  }
  return {
    hits,
    categories: counts.categories.done(),
    brands: counts.brands.done(),
    options: counts.options.done(),
    attributes: counts.attributes.done(),
    price: sums.min <= sums.max ? { min: sums.min, max: sums.max } : undefined,
    inStock: sums.inStock,
    onPromotion: sums.onPromotion,
    boughtBefore: sums.boughtBefore,
  };
};

/** Which filters of the product it fails, a bit each. */
const productFails = (
  { products, axisOf }: GoodsTable,
  product: number,
  filter: GoodsFilter,
  view: GoodsView,
  below: ReadonlySet<number> | undefined,
): number => {
  let fails = 0;
  if (below && !below.has(products.category[product]!)) fails |= BIT.category;
  if (filter.brands && !filter.brands.has(products.brand[product]!)) fails |= BIT.brand;
  if (filter.onPromotion && !has(view.onPromotion, product)) fails |= BIT.promotion;
  if (filter.boughtBefore && !has(view.bought, product)) fails |= BIT.bought;
  for (const [i, { axis, values }] of filter.attributes.entries())
    if (!products.attributes[product]!.some((value) => axisOf[value] === axis && values.has(value)))
      fails |= 1 << (FIRST_ATTRIBUTE + i);
  return fails;
};

const attributeBit = (filter: GoodsFilter, axis: number): number =>
  1 << (FIRST_ATTRIBUTE + filter.attributes.findIndex((wanted) => wanted.axis === axis));

const skuFails = (
  { skus, axisOf }: GoodsTable,
  sku: number,
  filter: GoodsFilter,
  view: GoodsView,
  lies: (sku: number) => boolean,
): number => {
  let fails = 0;
  if (filter.price) {
    const price = view.prices?.[sku] ?? -1;
    if (price < 0 || price < filter.price.from || price > filter.price.to) fails |= PRICE;
  }
  if (filter.inStock && !lies(sku)) fails |= STOCK;
  for (const [i, { axis, values }] of filter.options.entries())
    if (!skus.options[sku]!.some((value) => axisOf[value] === axis && values.has(value))) fails |= FIRST_OPTION << i;
  return fails;
};

const stretch = (sums: { min: number; max: number }, price: number | undefined): void => {
  if (price === undefined || price < 0) return;
  if (price < sums.min) sums.min = price;
  if (price > sums.max) sums.max = price;
};

/** A category and all below it. */
export const subtree = (parentOf: readonly number[], root: number): Set<number> => {
  const inside = new Set([root]);
  const outside = new Set<number>();
  for (let category = 0; category < parentOf.length; category++) {
    const path: number[] = [];
    let at = category;
    while (at >= 0 && !inside.has(at) && !outside.has(at) && !path.includes(at)) {
      path.push(at);
      at = parentOf[at] ?? -1;
    }
    for (const step of path) (inside.has(at) ? inside : outside).add(step);
  }
  return inside;
};

/** Counts of categories with what is below them added. */
export const withAncestors = (
  counts: ReadonlyMap<number, number>,
  parentOf: readonly number[],
): Map<number, number> => {
  const total = new Map<number, number>();
  for (const [category, count] of counts) {
    const seen = new Set<number>();
    for (let at = category; at >= 0 && !seen.has(at); at = parentOf[at] ?? -1) {
      seen.add(at);
      total.set(at, (total.get(at) ?? 0) + count);
    }
  }
  return total;
};

/** Counters in an array while counting (a map is many times slower), a map when done. */
const tally = () => {
  const counts: number[] = [];
  return {
    add: (key: number): void => {
      while (counts.length <= key) counts.push(0);
      counts[key] = counts[key]! + 1;
    },
    done: (): Map<number, number> => {
      const found = new Map<number, number>();
      for (const [key, count] of counts.entries()) if (count > 0) found.set(key, count);
      return found;
    },
  };
};
