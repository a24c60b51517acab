import { setImmediate } from 'node:timers/promises';
import { type EntryGoods, entryGoodsStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { ENTRY_LINES, type EntryItem, type EntryRow, readOrderText } from '@tradeline/domain/order-entry';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { selectGoods } from '../catalog/search/select-goods.ts';
import { viewerOf } from '../session/visitor.ts';
import {
  byCode,
  type FoundBy,
  type Meant,
  meantByFollowing,
  meantByNumber,
  meantByWords,
  numbersIn,
} from './meant-goods.ts';
import { type OfferedEntry, offerEntries } from './offer-entries.ts';

/** One thing asked for: as written, how it was found, and the goods it may mean, likeliest first. */
export type ReadItem = Omit<EntryItem, 'alternatives'> & { by: FoundBy; skuIds: string[] };
export type ReadRow = Omit<EntryRow, 'items'> & { items: ReadItem[] };
/** Every line of the text once, in order; goods are told once however often they are meant. */
export type ReadOrder = { rows: ReadRow[]; goods: OfferedEntry[] };

/** Different words that are searched for in one text; item numbers are all looked up. */
const SEARCHES = 300;
const PRODUCTS = 3;

type Reader = Pick<Deps, 'db' | 'search'>;

/** A search for words that no number explained, once per text however often it stands there. */
const searcher = (deps: Reader, buyer: Buyer) => {
  const known = new Map<string, string[]>();
  return async (text: string): Promise<string[] | undefined> => {
    const old = known.get(text);
    if (old || known.size >= SEARCHES) return old;
    // Others are answered between two searches.
    await setImmediate();
    const { state, page } = await selectGoods(
      deps.search,
      buyer,
      { text, page: 1, size: PRODUCTS },
      { byPrice: false },
    );
    const found = page.map(state.catalogue.products.nameOf);
    known.set(text, found);
    return found;
  };
};

/**
 * Reads an order somebody wrote in his own words and says what each line means among the goods he may see. Nothing is put
 * anywhere, nothing is left out: a line without goods says why.
 */
export const readOrder = async (deps: Reader, buyer: Buyer, text: string): Promise<Result<ReadOrder, Refusal>> => {
  const rows = readOrderText(text, { units: await entryGoodsStore.unitWords(deps.db) });
  const lines = rows.filter(({ none }) => none !== 'blank').length;
  if (lines > ENTRY_LINES) return err({ kind: 'entry-too-long', lines, limit: ENTRY_LINES });
  const items = rows.flatMap((row) => row.items);
  const looker = viewerOf(buyer);
  const companyId = buyer.company.id;
  const numbered = items.length === 0 ? [] : await entryGoodsStore.named(deps.db, looker, companyId, numbersIn(items));
  const named = byCode(numbered);
  const search = searcher(deps, buyer);

  const meant = new Map<EntryItem, Meant>();
  const products = new Map<EntryItem, string[]>();
  for (const item of items) {
    const goods = meantByNumber(item, named);
    if (goods.length > 0) {
      meant.set(item, { by: 'number', goods });
      continue;
    }
    const following = item.follows === undefined ? [] : meantByFollowing(item, siblings(named(item.follows), numbered));
    if (following.length > 0) {
      meant.set(item, { by: 'number', goods: following });
      continue;
    }
    const found = item.reference === '' ? [] : await search(item.reference);
    if (found) products.set(item, found);
    meant.set(item, { by: found ? 'none' : 'unlooked', goods: [] });
  }
  const searched = [...new Set([...products.values()].flat())];
  const variants = searched.length === 0 ? [] : await entryGoodsStore.ofProducts(deps.db, looker, companyId, searched);
  for (const [item, ids] of products) {
    const goods = meantByWords(
      item.reference,
      ids.flatMap((id) => variants.filter(({ productId }) => productId === id)),
    );
    if (goods.length > 0) meant.set(item, { by: 'words', goods });
  }
  const told = new Map([...meant.values()].flatMap(({ goods }) => goods.map((each) => [each.id, each] as const)));
  return ok({
    rows: rows.map((row) => ({ ...row, items: row.items.map((item) => readItem(item, meant.get(item))) })),
    goods: await offerEntries(deps.db, buyer, [...told.values()]),
  });
};

/** All variants of the goods that a line before named, as far as they were read. */
const siblings = (named: readonly EntryGoods[], all: readonly EntryGoods[]): EntryGoods[] => {
  const products = new Set(named.map(({ productId }) => productId));
  return all.filter(({ productId }) => products.has(productId));
};

const readItem = ({ alternatives: _, ...item }: EntryItem, found: Meant | undefined): ReadItem => ({
  ...item,
  by: found?.by ?? 'none',
  skuIds: found?.goods.map(({ id }) => id) ?? [],
});
