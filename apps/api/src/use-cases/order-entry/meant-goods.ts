import type { EntryGoods } from '@tradeline/db/stores';
import type { EntryItem } from '@tradeline/domain/order-entry';
import { meantVariants } from '@tradeline/domain/order-entry';
import { normaliseCode } from '@tradeline/domain/search';

/**
 * How goods were found: `number` by an item number, barcode, product number or own code; `words` by search; `none`: nothing
 * fits; `unlooked`: there was too much to search for, so this one was not.
 */
export type FoundBy = 'number' | 'words' | 'none' | 'unlooked';
export type Meant = { by: FoundBy; goods: EntryGoods[] };

/** Variants offered at most for one line; who means another writes more of it. */
const CHOICES = 24;

const tokensOf = (reference: string): string[] => reference.split(/\s+/u).filter(Boolean);

/** Item numbers are asked for as written, in capitals and in small letters. */
export const numbersIn = (items: readonly EntryItem[]): { numbers: string[]; codes: string[] } => {
  const written = new Set(
    items.flatMap(({ reference, follows, alternatives }) =>
      [reference, follows ?? '', ...alternatives.map((other) => other.reference)].flatMap((text) => [
        text,
        ...tokensOf(text),
      ]),
    ),
  );
  written.delete('');
  return {
    numbers: [...new Set([...written].flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]))],
    codes: [...new Set([...written].map(normaliseCode).filter(Boolean))],
  };
};

/** Goods by each code that names them. A code that names one SKU goes before one that names a product of many. */
export const byCode = (goods: readonly EntryGoods[]): ((code: string) => EntryGoods[]) => {
  const skus = Map.groupBy(
    goods.flatMap((each) =>
      [normaliseCode(each.itemNumber), normaliseCode(each.barcode ?? ''), ...each.codes]
        .filter(Boolean)
        .map((code) => ({ code, each })),
    ),
    ({ code }) => code,
  );
  // Of a product, what can be had; one variant by its own number also where it cannot, so that it is told.
  const products = Map.groupBy(
    goods.filter(({ offered }) => offered),
    ({ productNumber }) => normaliseCode(productNumber),
  );
  return (text) => {
    const code = normaliseCode(text);
    if (code === '') return [];
    const named = skus.get(code)?.map(({ each }) => each);
    return named ? [...new Set(named)] : (products.get(code) ?? []);
  };
};

const narrowed = (words: string, goods: readonly EntryGoods[]): EntryGoods[] =>
  [...Map.groupBy(goods, ({ productId }) => productId).values()]
    .flatMap((variants) => meantVariants(words, variants[0]?.axes ?? [], variants))
    .slice(0, CHOICES);

/** What an item means by its numbers alone: the whole reference, else a word of it with the others as options. */
export const meantByNumber = (item: EntryItem, named: (code: string) => EntryGoods[]): EntryGoods[] => {
  const texts = [item.reference, ...item.alternatives.map(({ reference }) => reference)].filter(Boolean);
  for (const text of texts) {
    const whole = named(text);
    if (whole.length > 0) return narrowed([...texts, item.follows ?? ''].join(' '), whole);
  }
  for (const token of texts.flatMap(tokensOf).filter((word) => /\d/u.test(word))) {
    const goods = named(token);
    if (goods.length > 0) return narrowed(texts.join(' '), goods);
  }
  return [];
};

/** "红色 M 码" behind an item number means a variant of those goods, if it names one. */
export const meantByFollowing = (item: EntryItem, siblings: readonly EntryGoods[]): EntryGoods[] => {
  const meant = narrowed(item.reference, siblings);
  return meant.length < siblings.length ? meant : [];
};

export const meantByWords = narrowed;
