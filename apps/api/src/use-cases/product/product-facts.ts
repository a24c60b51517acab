import {
  BESIDE,
  type ProductPageRow,
  type PromotionFacts,
  priceStore,
  productNow,
  productPage,
} from '@tradeline/db/stores';
import type { PriceEntry } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Visitor } from '../../trpc/context.ts';
import { entriesOf } from '../pricing/list-entries.ts';
import { audienceOf } from '../pricing/quote-facts.ts';
import { viewerOf } from '../session/visitor.ts';

/** All that a product page is made of for one visitor, before it is worded for him. */
export type ProductFacts = {
  page: ProductPageRow;
  /** Prices that hold for him, of the product and of goods beside it; none for who may not see prices. */
  entries: PriceEntry[];
  running: Pick<PromotionFacts, 'id' | 'name' | 'slogan' | 'endsAt' | 'definition'>[];
};

/**
 * A product as the visitor is shown it now, or nothing where he is not. What is the same for everybody comes from memory
 * while the database says, in the statement that reads the stock, that nothing has changed since memory was last corrected.
 */
export const productFacts = async (
  deps: Pick<Deps, 'db' | 'raw' | 'search'>,
  visitor: Visitor,
  id: string,
): Promise<ProductFacts | undefined> =>
  (await fromMemory(deps, visitor, id)) ?? (await fromDatabase(deps, visitor, id));

const fromDatabase = async (
  { db, raw }: Pick<Deps, 'db' | 'raw'>,
  visitor: Visitor,
  id: string,
): Promise<ProductFacts | undefined> => {
  const page = await productPage(raw, id, viewerOf(visitor), visitor.company?.id ?? null);
  if (!page || !visitor.seesPrices) return page && { page, entries: [], running: [] };
  const skus = [...page.skus, ...[...page.related, ...page.together].flatMap((beside) => beside.skus)];
  const [entries, running] = await Promise.all([
    priceStore.candidates(db, [...new Set(skus.map((sku) => sku.id))], audienceOf(visitor)),
    priceStore.runningPromotions(db),
  ]);
  return { page, entries, running };
};

const fromMemory = async (
  { raw, search }: Pick<Deps, 'raw' | 'search'>,
  visitor: Visitor,
  id: string,
): Promise<ProductFacts | undefined> => {
  // A process that has just begun answers from the database until its index is made.
  if (!search.ready()) return undefined;
  const { views, pages, prices } = await search.state();
  const mark = search.mark();
  const isShown = views.shownTo(viewerOf(visitor));
  const kept = isShown(id) ? (await pages.of([id])).get(id) : undefined;
  if (!kept) return undefined;
  const shown = kept.page;
  const { fresh, now, shelves, codes } = await productNow(
    raw,
    shown.skus.map((sku) => sku.id),
    visitor.company?.id ?? null,
    mark,
  );
  if (!fresh) return undefined;
  const besides = (some: ProductPageRow['related']) => some.filter((beside) => isShown(beside.id)).slice(0, BESIDE);
  return {
    page: {
      ...shown,
      now,
      skus: shown.skus.map((sku) => ({ ...sku, shelves: shelves[sku.id] ?? [], codes: codes[sku.id] ?? [] })),
      related: besides(shown.related),
      together: besides(shown.together),
    },
    entries: visitor.seesPrices ? entriesOf(kept.prices, prices.candidatesFor(audienceOf(visitor), now)) : [],
    running: visitor.seesPrices ? views.runningAt(now) : [],
  };
};
