import { type Minor, minor } from '@tradeline/domain/money';
import * as v from 'valibot';
import { orNothing, pageNumber, shortText, yes } from '../../lib/search-schema.ts';
import { readIds } from '../../lib/short-ids.ts';
import { readChoices } from './choice-code.ts';

/** Typed by hand, `?q=10086` arrives as a number. */
const words = v.pipe(v.union([shortText(200), v.number()]), v.transform(String));
const amount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const sorts = ['relevance', 'sales', 'price-asc', 'price-desc', 'newest'] as const;
export const views = ['grid', 'list', 'matrix'] as const;
export type Sort = (typeof sorts)[number];
export type View = (typeof views)[number];

/** What the goods list shows, all of it in the address: it can be kept, sent and gone back to. */
export const goodsSearch = v.object({
  q: orNothing(words),
  category: orNothing(v.pipe(v.string(), v.uuid())),
  /** Brands, as `writeIds` has them. */
  b: orNothing(shortText(2_000)),
  /** My price, in minor units. */
  min: orNothing(amount),
  max: orNothing(amount),
  /** Options and attributes, as `writeChoices` has them. */
  o: orNothing(shortText(2_000)),
  a: orNothing(shortText(2_000)),
  stock: yes,
  deal: yes,
  bought: yes,
  sort: orNothing(v.picklist(sorts)),
  /** How it is shown; without one, as this device was last asked to. */
  view: orNothing(v.picklist(views)),
  page: pageNumber,
});
export type GoodsSearch = v.InferOutput<typeof goodsSearch>;

/** Left out of the address. */
export const goodsSearchDefaults = { stock: false, deal: false, bought: false, page: 1 } as const;

export const PAGE_SIZE = 24;

/** The best match first where something is searched for, else what sells most. */
export const sortOf = ({ q, sort }: Pick<GoodsSearch, 'q' | 'sort'>): Sort => {
  if (sort && (sort !== 'relevance' || q)) return sort;
  return q ? 'relevance' : 'sales';
};

const some = <T extends object>(value: T): T | undefined => (Object.keys(value).length > 0 ? value : undefined);
const money = (amount: number | undefined): Minor | undefined => (amount === undefined ? undefined : minor(amount));

/** What the server is asked for. */
export const searchInput = (search: GoodsSearch) => ({
  text: search.q?.trim() || undefined,
  category: search.category,
  brands: search.b ? readIds(search.b) : undefined,
  priceFrom: money(search.min),
  priceTo: money(search.max),
  options: some(readChoices(search.o)),
  attributes: some(readChoices(search.a)),
  inStock: search.stock || undefined,
  onPromotion: search.deal || undefined,
  boughtBefore: search.bought || undefined,
  sort: sortOf(search),
  page: search.page,
  size: PAGE_SIZE,
});

/** Takes every filter back; the words that are searched for stay. */
export const noFilters = {
  category: undefined,
  b: undefined,
  min: undefined,
  max: undefined,
  o: undefined,
  a: undefined,
  stock: false,
  deal: false,
  bought: false,
} as const satisfies Partial<GoodsSearch>;

export type ChangeSearch = (change: Partial<GoodsSearch>) => void;
