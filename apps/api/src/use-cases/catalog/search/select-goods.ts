import type { SearchEntry } from '@tradeline/db/stores';
import {
  type Bitmap,
  bitmapOf,
  findDocuments,
  fold,
  has,
  normaliseCode,
  type Sifted,
  sift,
  top,
  type ValueFilter,
} from '@tradeline/domain/search';
import type { CompanyFact } from '../../../search/company-facts.ts';
import type { SearchIndex, SearchState } from '../../../search/engine.ts';
import { type GoodsList, orderedList, priceRange } from '../../../search/goods-lists.ts';
import type { Visitor } from '../../../trpc/context.ts';
import { audienceOf, customerOf } from '../../pricing/quote-facts.ts';
import { viewerOf } from '../../session/visitor.ts';

export type SearchSort = 'relevance' | 'price-asc' | 'price-desc' | 'sales' | 'newest';
/** What somebody asks of the catalogue; prices in minor units. */
export type SearchWish = {
  text?: string | undefined;
  category?: string | undefined;
  brands?: readonly string[] | undefined;
  priceFrom?: number | undefined;
  priceTo?: number | undefined;
  options?: Readonly<Record<string, readonly string[]>> | undefined;
  attributes?: Readonly<Record<string, readonly string[]>> | undefined;
  inStock?: boolean | undefined;
  onPromotion?: boolean | undefined;
  boughtBefore?: boolean | undefined;
  sort?: SearchSort | undefined;
  page: number;
  size: number;
};

/** Numbers of products on the page, in order, and everything counted on the way. */
export type Selection = {
  state: SearchState;
  page: number[];
  sifted: Sifted;
  /** The kept list it was taken from, where it needed no text. */
  list?: GoodsList | undefined;
  bought: Bitmap;
  promotionsOf: (product: number) => { id: string; name: { zh: string; en?: string | undefined } }[];
  /** His own code that was typed, by product. */
  codes: Map<number, string>;
  terms: string[];
  corrected?: string | undefined;
  synonyms: readonly string[];
};

const E4_PER_MINOR = 100;
/** Of two goods that suit a text alike, the one that sells, and before it the one he bought, goes first. */
const SALES_WORTH = 0.15;
const BOUGHT_WORTH = 0.8;

/** Finds, filters, counts and orders; all in memory, for what this visitor may see at what it costs him. */
export const selectGoods = async (index: SearchIndex, visitor: Visitor, wish: SearchWish): Promise<Selection> => {
  const state = await index.state();
  const { catalogue } = state;
  const now = index.now();
  const [company, prices] = await Promise.all([
    index.companies.of(visitor.company?.id),
    visitor.seesPrices ? state.prices.columnFor(audienceOf(visitor), now) : undefined,
  ]);
  const visible = state.views.visibleTo(viewerOf(visitor));
  const promotions = state.views.promotionsFor(customerOf(visitor), now);
  const { bought, places } = boughtOf(state, company);
  const text = wish.text?.trim() ?? '';
  const found = text === '' ? undefined : findText(state, text, company.codes, visible.has);
  const sort = sortOf(wish, found !== undefined, prices !== undefined);
  const filter = filterOf(state, wish, prices !== undefined);
  const view = { visible: visible.has, onPromotion: promotions.any, bought };
  const order = () => orderOf(state, sort, found?.scores, prices, bought);
  const from = (wish.page - 1) * wish.size;
  const all = catalogue.table.products.published.keys();
  const narrowed = (): { sifted: Sifted; page: number[] } => {
    const sifted = sift(catalogue.table, found?.scores.keys() ?? all, filter, {
      ...view,
      ...(prices ? { prices } : {}),
    });
    return { sifted, page: top(sifted.hits, wish.page * wish.size, order()).slice(from) };
  };
  // What he bought is his alone; every other list is the same for all who see the same goods at the same prices.
  const list =
    found || wish.boughtBefore
      ? undefined
      : listOf(state, wish, [visible.set, promotions.any], prices, (own) =>
          sift(catalogue.table, all, filter, {
            ...view,
            bought: NOTHING,
            ...(own ? { prices: own } : {}),
          }),
        );
  const { sifted, page } = list
    ? {
        sifted: {
          ...list.sifted,
          price: prices && !filtersSkus(wish) ? priceRange(catalogue, list, prices) : list.sifted.price,
          boughtBefore: places.reduce((sum, place) => sum + (has(list.members, place) ? 1 : 0), 0),
        },
        page: orderedList(list, sort, sort.startsWith('price') ? prices : undefined, order).slice(
          from,
          from + wish.size,
        ),
      }
    : narrowed();
  return {
    state,
    page,
    sifted,
    list,
    bought,
    promotionsOf: promotions.of,
    codes: found?.codes ?? new Map(),
    terms: found?.terms ?? [],
    corrected: found?.corrected,
    synonyms: found?.synonyms ?? [],
  };
};

const filtersSkus = ({ inStock, priceFrom, priceTo, options }: SearchWish): boolean =>
  Boolean(inStock) || priceFrom !== undefined || priceTo !== undefined || Object.keys(options ?? {}).length > 0;

const NOTHING = new Uint32Array(0);

/** The kept list of a wish without text. Where only products are filtered it is one for all prices. */
const listOf = (
  { lists }: SearchState,
  wish: SearchWish,
  sets: readonly (Bitmap | undefined)[],
  prices: Float64Array | undefined,
  make: (prices: Float64Array | undefined) => Sifted,
): GoodsList => {
  const { category, brands, priceFrom, priceTo, options, attributes, inStock, onPromotion } = wish;
  const own = filtersSkus(wish) ? prices : undefined;
  const key = JSON.stringify([category, brands, priceFrom, priceTo, options, attributes, inStock, onPromotion]);
  return lists.of([...sets, own], key, () => make(own));
};

/** Sets of what companies bought, kept as long as what is known of the company is. */
const boughtSets = new WeakMap<CompanyFact, { of: object; size: number; bought: Bitmap; places: readonly number[] }>();
const boughtOf = ({ catalogue }: SearchState, company: CompanyFact) => {
  const old = boughtSets.get(company);
  const size = catalogue.products.size();
  if (old && old.of === catalogue && old.size === size) return old;
  const places = [...new Set(company.bought.flatMap((id) => catalogue.products.find(id) ?? []))];
  const made = { of: catalogue, size, bought: bitmapOf(size + 1, places), places };
  boughtSets.set(company, made);
  return made;
};

type OwnCode = { code: string; normalised: string; skuId: string };

const findText = (
  { catalogue, synonyms, remember }: SearchState,
  text: string,
  ownCodes: readonly OwnCode[],
  visible: (product: number) => boolean,
) => {
  const { published } = catalogue.table.products;
  const counts = (product: number): boolean => product >= 0 && published[product] === true && visible(product);
  const scores = new Map<number, number>();
  const codes = new Map<number, string>();
  const typed = normaliseCode(text);
  if (typed.length >= 2)
    for (const { code, normalised, skuId } of ownCodes) {
      if (!normalised.startsWith(typed)) continue;
      const sku = catalogue.skus.find(skuId);
      const product = sku === undefined ? -1 : (catalogue.table.skus.product[sku] ?? -1);
      if (!counts(product)) continue;
      scores.set(product, normalised === typed ? 150 : 60);
      codes.set(product, code);
    }
  const found = findDocuments(catalogue.text, synonyms, text, (doc) => counts(catalogue.productOf(doc)), remember);
  const meant = found.corrected === undefined || scores.size === 0;
  if (meant)
    for (const [doc, score] of found.scores) {
      const product = catalogue.productOf(doc);
      scores.set(product, Math.max(scores.get(product) ?? 0, score));
    }
  const corrected = meant ? found.corrected : undefined;
  const terms = [fold(corrected ?? text), ...found.synonyms].flatMap((part) => part.split(/\s+/u)).filter(Boolean);
  return { scores, codes, terms, synonyms: found.synonyms, corrected };
};

const valuesOf = (
  { catalogue }: SearchState,
  kind: 'option' | 'attribute',
  wanted: SearchWish['options'],
): ValueFilter[] =>
  Object.entries(wanted ?? {})
    .filter(([, codes]) => codes.length > 0)
    .map(([code, codes]) => {
      const axis = catalogue.axisNames.find(`${kind}:${code}`) ?? -1;
      return { axis, values: new Set(codes.flatMap((value) => catalogue.valueNames.find(`${axis}:${value}`) ?? [])) };
    });

const filterOf = (state: SearchState, wish: SearchWish, priced: boolean) => {
  const { catalogue } = state;
  const { category, brands, priceFrom, priceTo } = wish;
  return {
    ...(category === undefined ? {} : { category: catalogue.categories.find(category) ?? -2 }),
    ...(brands?.length ? { brands: new Set(brands.map((id) => catalogue.brands.find(id) ?? -2)) } : {}),
    ...(priced && (priceFrom !== undefined || priceTo !== undefined)
      ? {
          price: {
            from: (priceFrom ?? 0) * E4_PER_MINOR,
            to: (priceTo ?? Number.MAX_SAFE_INTEGER / E4_PER_MINOR) * E4_PER_MINOR,
          },
        }
      : {}),
    options: valuesOf(state, 'option', wish.options),
    attributes: valuesOf(state, 'attribute', wish.attributes),
    inStock: wish.inStock,
    onPromotion: wish.onPromotion,
    boughtBefore: wish.boughtBefore,
  };
};

/** An order by prices that may not be seen would tell them. */
const sortOf = (wish: SearchWish, hasText: boolean, priced: boolean): SearchSort => {
  const sort = wish.sort ?? (hasText ? 'relevance' : 'sales');
  if (sort.startsWith('price') && !priced) return hasText ? 'relevance' : 'sales';
  return sort === 'relevance' && !hasText ? 'sales' : sort;
};

const orderOf = (
  { catalogue: { table } }: SearchState,
  sort: SearchSort,
  scores: ReadonlyMap<number, number> | undefined,
  prices: Float64Array | undefined,
  bought: Bitmap,
): ((a: number, b: number) => number) => {
  const { sales, since, skus } = table.products;
  const popular = (a: number, b: number) => sales[b]! - sales[a]! || a - b;
  if (sort === 'newest') return (a, b) => since[b]! - since[a]! || a - b;
  if (sort === 'sales') return popular;
  if (sort === 'relevance') {
    const worths = new Map<number, number>();
    const worth = (product: number): number => {
      let known = worths.get(product);
      if (known === undefined) {
        known =
          (scores?.get(product) ?? 0) +
          SALES_WORTH * Math.log1p(sales[product]!) +
          (has(bought, product) ? BOUGHT_WORTH : 0);
        worths.set(product, known);
      }
      return known;
    };
    return (a, b) => worth(b) - worth(a) || popular(a, b);
  }
  const least = new Map<number, number>();
  const from = (product: number): number => {
    let known = least.get(product);
    if (known === undefined) {
      known = Infinity;
      for (const sku of skus[product]!) {
        const price = prices?.[sku] ?? -1;
        if (price >= 0 && price < known) known = price;
      }
      least.set(product, known);
    }
    return known;
  };
  // Without a price last, whichever way.
  return (a, b) => {
    const [x, y] = [from(a), from(b)];
    if (x === y) return popular(a, b);
    if (x === Infinity || y === Infinity) return x - y;
    return sort === 'price-asc' ? x - y : y - x;
  };
};

/** What is written down of a search. */
export const entryOf = (visitor: Visitor, text: string, results: number): SearchEntry => ({
  companyId: visitor.company?.id ?? null,
  buyerId: visitor.id ?? null,
  text: text.slice(0, 200),
  normalised: fold(text).trim().replace(/\s+/gu, ' ').slice(0, 200),
  results,
});
