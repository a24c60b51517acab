import type { Database, Raw } from '@tradeline/db';
import {
  type FoundList,
  type FoundProduct,
  type FoundSku,
  foundRows,
  type GoodsCard,
  type ListFacts,
  type Shelves,
  shelvesNow,
} from '@tradeline/db/stores';
import type { PriceKind } from '@tradeline/domain/pricing';
import type { SearchIndex } from '../../../search/engine.ts';
import type { Visitor } from '../../../trpc/context.ts';
import { audienceOf } from '../../pricing/quote-facts.ts';
import { viewerOf } from '../../session/visitor.ts';
import { askerOf, type Sharing, sharedTotals } from '../../stock/sharing/shared-units.ts';
import type { MyPrice } from '../price-view.ts';
import { priceOfSku, type RowPrice, rowPrice } from './found-price.ts';
import type { Selection } from './select-goods.ts';

/** What goods cost a customer, and their only SKU where there is but one. */
type Priced = { price: RowPrice | undefined; singlePrice: MyPrice | undefined };
export type ShownGoods = Omit<FoundProduct, 'skus'> & { skus: Omit<FoundSku, 'prices'>[] } & Priced;

/**
 * The goods of a page as they are now. What is the same for everybody comes from memory as long as the database says, in
 * the statement that reads the stock, that nothing has changed since memory was last corrected; in the moments in which
 * something has, all is read from the database. Either way the answer is true of one moment of this request.
 */
export const findRows = async (
  deps: { db: Database; raw: Raw; search: SearchIndex },
  visitor: Visitor,
  selection: Pick<Selection, 'state' | 'page' | 'mark'>,
): Promise<ShownGoods[]> => {
  const rules = selection.state.sharing.rules();
  const rows = await rowsNow(deps, visitor, selection);
  return rules.length === 0
    ? rows
    : sharedRows(deps.db, { rules, asker: askerOf(visitor), now: deps.search.now() }, rows);
};

/** With the stock that sharing rules leave to him. */
const sharedRows = async (db: Database, sharing: Sharing, rows: ShownGoods[]): Promise<ShownGoods[]> => {
  const left = await sharedTotals(
    db,
    sharing,
    rows.flatMap(({ skus }) => skus.map(({ id }) => id)),
  );
  return rows.map((row) => ({
    ...row,
    skus: row.skus.map((sku) => ({ ...sku, available: left.get(sku.id) ?? sku.available })),
  }));
};

const rowsNow = async (
  { raw, search }: { raw: Raw; search: SearchIndex },
  visitor: Visitor,
  { state, page, mark }: Pick<Selection, 'state' | 'page' | 'mark'>,
): Promise<ShownGoods[]> => {
  const ids = page.map(state.catalogue.products.nameOf);
  const cards = [...(await state.cards.of(ids)).values()];
  const skuIds = cards.flatMap(({ skus }) => skus.map(({ id }) => id));
  const shelves = await shelvesNow(raw, skuIds, mark);
  const audience = visitor.seesPrices ? audienceOf(visitor) : undefined;
  if (shelves.fresh) return fromCards(cards, shelves, audience && state.prices.listsFor(audience, search.now()));
  const { lists, products } = await foundRows(raw, viewerOf(visitor), ids, audience);
  return products.map((product) => ({ ...product, ...pricedOf(product.skus, lists) }));
};

const pricedOf = (skus: readonly FoundSku[], lists: readonly FoundList[]): Priced => ({
  price: rowPrice(skus, lists),
  singlePrice: skus.length === 1 ? priceOfSku(skus[0]!, lists) : undefined,
});

const fromCards = (
  cards: readonly GoodsCard[],
  { available, expected }: Shelves,
  holding: readonly ListFacts[] | undefined,
): ShownGoods[] => {
  let at = 0;
  return cards.map((card) => ({
    ...card,
    skus: card.skus.map(({ id, itemNumber, minQuantity }) => ({
      id,
      itemNumber,
      minQuantity,
      available: available[at++] ?? 0,
      expectedOn: expected[id] ?? null,
    })),
    ...(holding ? pricesOf(card, holding) : { price: undefined, singlePrice: undefined }),
  }));
};

/** By card, and by the lists that hold: customers of the same lists are told the same. */
const known = new WeakMap<GoodsCard, Map<string, Priced>>();
/** Of one card; customers with lists of their own are many, and each looks at few goods. */
const MOST_AUDIENCES = 16;

const pricesOf = (card: GoodsCard, holding: readonly ListFacts[]): Priced => {
  const kept = known.get(card) ?? new Map<string, Priced>();
  known.set(card, kept);
  const key = holding.map(({ id }) => id).join();
  let priced = kept.get(key);
  if (!priced) {
    const lists = holding.map(
      ({ id, kind, priority, validFrom }): FoundList => ({
        id,
        kind: kind as PriceKind,
        priority,
        validFrom: validFrom ?? '',
      }),
    );
    const places = new Map(lists.map(({ id }, place) => [id, place]));
    const skus = card.skus.map(
      (sku): FoundSku => ({
        ...sku,
        available: 0,
        expectedOn: null,
        prices: sku.prices.flatMap(([listId, minQuantity, unitPriceE4]) => {
          const place = places.get(listId);
          return place === undefined ? [] : [[place, minQuantity, unitPriceE4]];
        }),
      }),
    );
    priced = pricedOf(skus, lists);
    kept.set(key, priced);
    if (kept.size > MOST_AUDIENCES) kept.delete(kept.keys().next().value!);
  }
  return priced;
};
