import type { Bilingual, FoundProduct, SingleSku } from '@tradeline/db/stores';
import type { ShownStock } from '@tradeline/domain/inventory';
import { has, highlight, normaliseCode, type Range } from '@tradeline/domain/search';
import type { Deps } from '../../../deps.ts';
import type { Visitor } from '../../../trpc/context.ts';
import type { MyPrice } from '../price-view.ts';
import { type Facets, facetsOf } from './facets.ts';
import { findRows, type ShownGoods } from './find-rows.ts';
import type { RowPrice } from './found-price.ts';
import { stockOfProduct, stockOfSku } from './found-stock.ts';
import { entryOf, type SearchWish, type Selection, selectGoods } from './select-goods.ts';

/** The only SKU of a product with all that quick adding asks for. */
export type QuickSku = SingleSku & {
  id: string;
  productId: string;
  itemNumber: string;
  minQuantity: number;
  stock: ShownStock;
  price: MyPrice | undefined;
};
export type Highlight = { field: 'name' | 'number' | 'itemNumber' | 'model' | 'code'; ranges: Range[] };
export type FoundRow = Omit<FoundProduct, 'skus' | 'single' | 'model'> & {
  skuCount: number;
  price?: RowPrice;
  promotions: { id: string; name: Bilingual }[];
  stock: ShownStock;
  boughtBefore: boolean;
  single?: QuickSku;
  matched?: { sku?: { id: string; itemNumber: string }; customerCode?: string };
  highlights: Highlight[];
};
export type Found = {
  total: number;
  rows: FoundRow[];
  facets: Facets;
  understood?: { corrected?: string; synonyms?: string[] };
};

/** A page of goods for a visitor: found and counted in memory, shown as the database has them now. */
export const searchGoods = async (
  deps: Pick<Deps, 'db' | 'raw' | 'search' | 'searchLog'>,
  visitor: Visitor,
  wish: SearchWish,
): Promise<Found> => {
  const selection = await selectGoods(deps.search, visitor, wish, { db: deps.db });
  const goods = await findRows(deps, visitor, selection);
  const total = selection.sifted.hits.length;
  const text = wish.text?.trim() ?? '';
  if (text !== '' && wish.page === 1)
    deps.searchLog.add(entryOf(visitor, text, selection.corrected === undefined ? total : 0));
  const { corrected, synonyms } = selection;
  return {
    total,
    rows: goods.map((product) => rowOf(selection, visitor, product, text)),
    facets: facetsOf(selection, {
      options: new Set(Object.keys(wish.options ?? {})),
      attributes: new Set(Object.keys(wish.attributes ?? {})),
    }),
    ...(corrected !== undefined || synonyms.length > 0
      ? {
          understood: {
            ...(corrected === undefined ? {} : { corrected }),
            ...(synonyms.length > 0 ? { synonyms: [...synonyms] } : {}),
          },
        }
      : {}),
  };
};

const rowOf = (
  selection: Selection,
  visitor: Visitor,
  { skus, single, singlePrice, price, model, ...product }: ShownGoods,
  text: string,
): FoundRow => {
  const place = selection.state.catalogue.products.find(product.id) ?? -1;
  const { display } = visitor.stock;
  const only = single && skus.length === 1 ? skus[0] : undefined;
  const customerCode = selection.codes.get(place);
  const typed = text === '' ? '' : normaliseCode(text);
  const matchedSku =
    typed.length >= 3 && /\d/.test(typed)
      ? (skus.find((sku) => normaliseCode(sku.itemNumber) === typed) ??
        skus.find((sku) => normaliseCode(sku.itemNumber).includes(typed)))
      : undefined;
  const marks = (
    field: Highlight['field'],
    value: string | null | undefined,
    terms: readonly string[],
  ): Highlight[] => {
    const ranges = value ? highlight(value, terms) : [];
    return ranges.length > 0 ? [{ field, ranges }] : [];
  };
  const codeTerms = typed === '' ? [] : [typed, ...selection.terms];
  return {
    ...product,
    skuCount: skus.length,
    ...(price ? { price } : {}),
    promotions: selection.promotionsOf(place),
    stock: stockOfProduct(skus, display),
    boughtBefore: has(selection.bought, place),
    ...(only && single
      ? {
          single: {
            ...single,
            id: only.id,
            productId: product.id,
            itemNumber: only.itemNumber,
            minQuantity: only.minQuantity,
            stock: stockOfSku(only, display),
            price: singlePrice,
          },
        }
      : {}),
    ...(matchedSku || customerCode !== undefined
      ? {
          matched: {
            ...(matchedSku ? { sku: { id: matchedSku.id, itemNumber: matchedSku.itemNumber } } : {}),
            ...(customerCode === undefined ? {} : { customerCode }),
          },
        }
      : {}),
    highlights:
      selection.terms.length === 0
        ? []
        : [
            ...marks('name', product.name.zh, selection.terms),
            ...marks('number', product.number, codeTerms),
            ...marks('itemNumber', matchedSku?.itemNumber ?? only?.itemNumber, codeTerms),
            ...marks('model', model, codeTerms),
            ...marks('code', customerCode, [typed]),
          ],
  };
};
