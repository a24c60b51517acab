import type { Database } from '@tradeline/db';
import type { ReadMark, SearchEntry } from '@tradeline/db/stores';
import {
  type Bitmap,
  bitmapOf,
  fold,
  type GoodsView,
  has,
  type Sifted,
  sift,
  type ValueFilter,
} from '@tradeline/domain/search';
import type { CompanyFact } from '../../../search/company-facts.ts';
import type { SearchIndex, SearchState } from '../../../search/engine.ts';
import { type GoodsList, madeList, orderedList, priceRange } from '../../../search/goods-lists.ts';
import type { Visitor } from '../../../trpc/context.ts';
import { audienceOf, customerOf } from '../../pricing/quote-facts.ts';
import { viewerOf } from '../../session/visitor.ts';
import { findOwnCodes, findText, type OwnCodes } from './find-text.ts';
import { type KeptBack, keptBack } from './kept-back.ts';
import { betterOf, type SearchSort, sortOf, withBought } from './order-goods.ts';

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
  /** Up to where `state` was corrected, at least, when this was chosen from it. */
  mark: ReadMark;
  page: number[];
  sifted: Sifted;
  /** The list it was taken from. */
  list: GoodsList;
  bought: Bitmap;
  promotionsOf: (product: number) => { id: string; name: { zh: string; en?: string | undefined } }[];
  /** His own code that was typed, by product. */
  codes: Map<number, string>;
  terms: readonly string[];
  corrected?: string | undefined;
  synonyms: readonly string[];
};

const E4_PER_MINOR = 100;

/**
 * Finds, filters, counts and orders; all in memory, for what this visitor may see at what it costs him. Whoever needs neither an
 * order nor a range by price says so: what each of a hundred thousand goods costs him is reckoned for that alone.
 */
export const selectGoods = async (
  index: SearchIndex,
  visitor: Visitor,
  wish: SearchWish,
  { byPrice = true, db }: { byPrice?: boolean; db?: Database } = {},
): Promise<Selection> => {
  const state = await index.state();
  const mark = index.mark();
  const now = index.now();
  const [company, prices, kept] = await Promise.all([
    index.companies.of(visitor.company?.id),
    byPrice && visitor.seesPrices ? state.prices.columnFor(audienceOf(visitor), now) : undefined,
    db ? keptBack(db, state, visitor, now) : undefined,
  ]);
  const visible = state.views.visibleTo(viewerOf(visitor));
  const promotions = state.views.promotionsFor(customerOf(visitor), now);
  const own = boughtOf(state, company);
  const text = wish.text?.trim() ?? '';
  const { published } = state.catalogue.table.products;
  const counts = (product: number): boolean => product >= 0 && published[product] === true && visible.has(product);
  const codes = findOwnCodes(state, text, company.codes, counts);
  const bySku = filtersSkus(wish);
  const view = {
    ...{ visible: visible.has, onPromotion: promotions.any, bought: wish.boughtBefore ? own.bought : NOTHING },
    keptBack: bySku ? kept?.skus : undefined,
  };
  const sets = [visible.set, promotions.any, view.keptBack];
  // What he bought and what he calls it are his alone; every other list is the same for all who see the same goods at the same prices.
  const list =
    wish.boughtBefore || codes.size > 0
      ? madeList(state.catalogue, madeOf(state, { wish, text, codes, counts, view, sets, prices }))
      : listOf(state, { wish, text, codes, counts, view, sets, prices });
  const sort = sortOf(wish.sort, text !== '', prices !== undefined);
  const order = orderedList(list, sort, sort.startsWith('price') ? prices : undefined, () =>
    betterOf(state, list, sort, prices),
  );
  const to = wish.page * wish.size;
  const best = sort === 'relevance' ? withBought(state, list, order, own, to) : order;
  return {
    state,
    mark,
    page: best.slice(to - wish.size, to),
    sifted: {
      ...list.sifted,
      price: prices && !bySku ? priceRange(state.catalogue, list, prices) : list.sifted.price,
      // Lists that do not ask for stock are the same for all; what is kept back from him is taken off their count.
      inStock: bySku ? list.sifted.inStock : list.sifted.inStock - keptIn(state, list, kept),
      boughtBefore: own.places.reduce((sum, place) => sum + (has(list.members, place) ? 1 : 0), 0),
    },
    list,
    bought: own.bought,
    promotionsOf: promotions.of,
    codes: new Map([...codes].map(([product, { code }]) => [product, code])),
    terms: list.found?.terms ?? [],
    corrected: list.found?.corrected,
    synonyms: list.found?.synonyms ?? [],
  };
};

const keptIn = ({ catalogue }: SearchState, { members }: GoodsList, kept: KeptBack | undefined): number =>
  (kept?.products ?? []).filter((product) => catalogue.table.products.inStock[product] && has(members, product)).length;

const filtersSkus = ({ inStock, priceFrom, priceTo, options }: SearchWish): boolean =>
  Boolean(inStock) || priceFrom !== undefined || priceTo !== undefined || Object.keys(options ?? {}).length > 0;

const NOTHING = new Uint32Array(0);

type Making = {
  wish: SearchWish;
  text: string;
  codes: OwnCodes;
  counts: (product: number) => boolean;
  view: Omit<GoodsView, 'prices'>;
  /** What `view` and `counts` depend on. */
  sets: readonly (object | undefined)[];
  prices: Float64Array | undefined;
};

/** Goes over the goods that come into question: those a text found, those of a category, or all. */
const madeOf = (state: SearchState, making: Making): Pick<GoodsList, 'sifted' | 'found'> => {
  const { wish, text, codes, counts, view, prices } = making;
  const { catalogue } = state;
  const filter = filterOf(state, wish, prices !== undefined);
  const priced = { ...view, ...(prices ? { prices } : {}) };
  if (text !== '') {
    const found = findText(state, text, codes, counts);
    return { found, sifted: sift(catalogue.table, found.scores.keys(), filter, priced) };
  }
  if (filter.category === undefined || wish.boughtBefore)
    return { sifted: sift(catalogue.table, catalogue.table.products.published.keys(), filter, priced) };
  // Only what other categories would give needs all goods, and that is the same for every category.
  const sifted = sift(catalogue.table, catalogue.within(filter.category), filter, priced);
  const others = listOf(state, { ...making, wish: { ...wish, category: undefined } });
  return { sifted: { ...sifted, categories: others.sifted.categories } };
};

/** The kept list of a wish. Where only products are filtered it is one for all prices. */
const listOf = (state: SearchState, making: Making): GoodsList => {
  const { wish, text, sets } = making;
  const { category, brands, priceFrom, priceTo, options, attributes, inStock, onPromotion } = wish;
  const bySku = filtersSkus(wish);
  const prices = bySku ? making.prices : undefined;
  const key = JSON.stringify([text, category, brands, priceFrom, priceTo, options, attributes, inStock, onPromotion]);
  return state.lists.of([...sets, prices], key, bySku, () => madeOf(state, { ...making, prices }));
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

/** What is written down of a search. */
export const entryOf = (visitor: Visitor, text: string, results: number): SearchEntry => ({
  companyId: visitor.company?.id ?? null,
  buyerId: visitor.id ?? null,
  text: text.slice(0, 200),
  normalised: fold(text).trim().replace(/\s+/gu, ' ').slice(0, 200),
  results,
});
