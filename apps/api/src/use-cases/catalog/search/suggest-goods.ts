import type { Bilingual, FoundProduct } from '@tradeline/db/stores';
import { fold, withAncestors } from '@tradeline/domain/search';
import type { Deps } from '../../../deps.ts';
import type { Visitor } from '../../../trpc/context.ts';
import { findRows } from './find-rows.ts';
import type { RowPrice } from './found-price.ts';
import { popularQueries, recentQueries } from './past-queries.ts';
import { selectGoods } from './select-goods.ts';

type Named = { id: string; name: Bilingual; count: number };
export type Suggestions = {
  products: (Pick<FoundProduct, 'id' | 'name' | 'number' | 'picture'> & { price?: RowPrice })[];
  categories: Named[];
  brands: Named[];
  queries: string[];
};

const PRODUCTS = 6;
const GROUPS = 3;
const QUERIES = 5;

/** What somebody may mean while he types: goods, where most of them are, and what he or others searched before. */
export const suggestGoods = async (
  deps: Pick<Deps, 'db' | 'raw' | 'search'>,
  visitor: Visitor,
  text: string,
): Promise<Suggestions> => {
  const selection = await selectGoods(deps.search, visitor, { text, page: 1, size: PRODUCTS }, { byPrice: false });
  const { sifted } = selection;
  const { catalogue } = selection.state;
  const [goods, recent, popular] = await Promise.all([
    findRows(deps, visitor, selection),
    recentQueries(deps, visitor),
    popularQueries(deps),
  ]);
  const typed = fold(text);
  const like = [...recent, ...popular].filter((query) => fold(query).includes(typed) && fold(query) !== typed);
  const named = (
    counts: ReadonlyMap<number, number>,
    idOf: (place: number) => string,
    names: Map<string, Bilingual>,
  ): Named[] =>
    [...counts]
      .flatMap(([place, count]) => {
        const name = names.get(idOf(place));
        return name ? [{ id: idOf(place), name, count, isMeant: isCalled(name, typed) }] : [];
      })
      // One that is called what was typed goes before one that merely has more.
      .sort((a, b) => Number(b.isMeant) - Number(a.isMeant) || b.count - a.count)
      .slice(0, GROUPS)
      .map(({ id, name, count }) => ({ id, name, count }));
  return {
    products: goods.map(({ id, name, number, picture, price }) => ({
      id,
      name,
      number,
      picture,
      ...(price ? { price } : {}),
    })),
    categories: named(
      withAncestors(sifted.categories, catalogue.table.parentOf),
      catalogue.categories.nameOf,
      catalogue.categoryNames,
    ),
    brands: named(sifted.brands, catalogue.brands.nameOf, catalogue.brandNames),
    queries: [...new Set(like)].slice(0, QUERIES),
  };
};

/** Names of categories and brands as they are compared, made once for each. */
const folded = new WeakMap<Bilingual, string>();
const isCalled = (name: Bilingual, typed: string): boolean => {
  let known = folded.get(name);
  if (known === undefined) {
    known = fold(`${name.zh}\n${name.en ?? ''}`);
    folded.set(name, known);
  }
  return known.includes(typed);
};
