import {
  BESIDE,
  type ListFacts,
  type ListPrice,
  type ProductPageRow,
  type PromotionFacts,
  priceStore,
  productNow,
  productPage,
} from '@tradeline/db/stores';
import type { CompanyId, CustomerGroupId, Instant, PriceListId, SkuId } from '@tradeline/domain/kernel';
import { type Currency, unitPriceE4 } from '@tradeline/domain/money';
import type { PriceEntry, PriceKind } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Visitor } from '../../trpc/context.ts';
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
  const { catalogue, views, pages, prices } = await search.state();
  const mark = search.mark();
  const visible = views.visibleTo(viewerOf(visitor));
  const isShown = (productId: string): boolean => {
    const place = catalogue.products.find(productId);
    return place !== undefined && catalogue.table.products.published[place] === true && visible.has(place);
  };
  const kept = isShown(id) ? await pages.of(id) : undefined;
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

const entriesOf = (prices: readonly ListPrice[], lists: readonly ListFacts[]): PriceEntry[] => {
  const known = new Map(lists.map((list) => [list.id, list]));
  return prices.flatMap(({ skuId, listId, minQuantity, unitPriceE4: amount }): PriceEntry[] => {
    const list = known.get(listId);
    if (!list) return [];
    return [
      {
        skuId: skuId as SkuId,
        listId: listId as PriceListId,
        kind: list.kind as PriceKind,
        amountE4: unitPriceE4(amount),
        minQuantity,
        currency: list.currency as Currency,
        priority: list.priority,
        ...(list.companyId && { companyId: list.companyId as CompanyId }),
        ...(list.groupId && { groupId: list.groupId as CustomerGroupId }),
        ...(list.level && { level: list.level }),
        ...(list.channel && { channel: list.channel }),
        ...(list.validFrom && { validFrom: list.validFrom as Instant }),
        ...(list.validTo && { validTo: list.validTo as Instant }),
      },
    ];
  });
};
