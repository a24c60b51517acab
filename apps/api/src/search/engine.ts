import type { Database, Raw } from '@tradeline/db';
import { type CatalogueChange, type ReadMark, searchChangeStore, searchFactStore } from '@tradeline/db/stores';
import { fromMillis, type Instant, toMillis } from '@tradeline/domain/kernel';
import { type Synonyms, synonymsOf, termMemory } from '@tradeline/domain/search';
import type { Logger } from 'pino';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type CompanyFacts, companyFacts } from './company-facts.ts';
import { type GoodsCards, goodsCards } from './goods-cards.ts';
import { type GoodsLists, goodsLists } from './goods-lists.ts';
import { createLanguage } from './language.ts';
import { type LineGoods, lineGoods, readAhead } from './line-goods.ts';
import { type PriceProfiles, priceProfiles } from './price-profiles.ts';
import { type ProductPages, productPages } from './product-pages.ts';
import { type SharedStock, sharedStock } from './shared-stock.ts';
import { type Views, views } from './views.ts';

/** One state of the index: made as a whole, corrected in place, replaced as a whole. */
export type SearchState = {
  readonly catalogue: Catalogue;
  readonly prices: PriceProfiles;
  readonly views: Views;
  readonly synonyms: Synonyms;
  readonly remember: ReturnType<typeof termMemory>;
  readonly lists: GoodsLists;
  readonly cards: GoodsCards;
  readonly pages: ProductPages;
  readonly lines: LineGoods;
  readonly sharing: SharedStock;
};

export type SearchIndex = {
  /** The index, made when first asked for; everybody who asks meanwhile waits for the same. */
  state: () => Promise<SearchState>;
  ready: () => boolean;
  /** Up to where the database has been read: what `state` holds is at least of then. */
  mark: () => ReadMark;
  /** The database's clock, as far as it was last heard and our own since. */
  now: () => Instant;
  companies: CompanyFacts;
  /** Reads what has changed until now. */
  catchUp: () => Promise<void>;
  stop: () => Promise<void>;
};

/** A notice wakes us; the poll is for one that was lost. */
const POLL_MS = 1_000;
const SETTLE_MS = 40;
/** What sells, and stock that two warehouses moved in the same instant, is read anew so often. */
const REFRESH_MS = 10 * 60_000;
/** Changes are kept a day; whoever has not read for half of one starts over. */
const TOO_OLD_MS = 12 * 3_600_000;

/** Changed goods that are read at once, and those of them that are taken in before others have their turn. */
const [PART, TOGETHER] = [500, 50];

const UNSOLD = 'what sells could not be read; it will be tried again';

export const openSearchIndex = ({ db, raw }: { db: Database; raw: Raw }, log: Logger): SearchIndex => {
  let current: Promise<SearchState> | undefined;
  let built: SearchState | undefined;
  let mark: ReadMark | undefined;
  let heardAt = 0;
  let stopped = false;
  let reading: Promise<void> | undefined;
  let again = false;
  let listening: Promise<{ unlisten: () => Promise<void> }[]> | undefined;
  const timers: NodeJS.Timeout[] = [];
  const companies = companyFacts(raw);

  const hear = (next: ReadMark): void => {
    mark = next;
    heardAt = performance.now();
  };
  const now = (): Instant =>
    mark ? fromMillis(toMillis(mark.now as Instant) + Math.floor(performance.now() - heardAt)) : fromMillis(Date.now());

  const build = async (): Promise<{ state: SearchState; from: ReadMark }> => {
    const started = performance.now();
    // What commits from here on is read again as a change: reading it twice does no harm, missing it would.
    const from = await searchChangeStore.mark(raw);
    const structure = await searchFactStore.structure(raw);
    const synonyms = synonymsOf(structure.synonyms);
    const catalogue = createCatalogue(
      await createLanguage([...structure.words, ...structure.synonyms.flatMap(({ terms }) => terms)]),
      structure,
    );
    await searchFactStore.eachProduct(raw, async (rows) => {
      for (const [i, row] of rows.entries()) {
        catalogue.put(row);
        // Others are served in between.
        if (i % 100 === 99) await new Promise(setImmediate);
      }
    });
    const state = {
      catalogue,
      synonyms,
      prices: priceProfiles(raw, catalogue),
      views: views(raw, catalogue),
      remember: termMemory(),
      lists: goodsLists(catalogue),
      cards: goodsCards(raw),
      pages: productPages(raw),
      lines: lineGoods(db, raw),
      sharing: sharedStock(db),
    };
    const { prices, views: seen, sharing } = state;
    await Promise.all([prices.refreshLists(), seen.refreshAssortments(), seen.refreshPromotions(), sharing.refresh()]);
    // The one long question, and no answer waits for it but the order by sales.
    refreshSales(state).catch((error: unknown) => {
      if (!stopped) log.warn({ err: error }, UNSOLD);
    });
    const ms = Math.round(performance.now() - started);
    log.info({ ms, products: catalogue.products.size(), skus: catalogue.skus.size() }, 'search index made');
    return { state, from };
  };

  const refreshSales = async ({ catalogue }: SearchState): Promise<void> =>
    catalogue.setSales(await searchFactStore.sales(raw));

  /** Nobody waits for it: what is not there yet is read when it is asked for. */
  const ahead = ({ lines }: SearchState): void => {
    readAhead(raw, lines).catch((error: unknown) => {
      if (!stopped) log.warn({ err: error }, 'the goods of open carts could not be read ahead');
    });
  };

  const start = (): Promise<SearchState> => {
    const making = build().then(async ({ state, from }) => {
      hear(from);
      built = state;
      ahead(state);
      if (!listening && !stopped) {
        listening = Promise.all([
          searchChangeStore.listen(raw, wake),
          searchChangeStore.listenToOrders(raw, companies.forget),
        ]);
        await listening;
        timers.push(setInterval(wake, POLL_MS), setInterval(refresh, REFRESH_MS));
        for (const timer of timers) timer.unref();
      }
      return state;
    });
    // A failed making is told to those who wait; the next who asks tries again.
    making.catch(() => {
      if (current === making) current = undefined;
    });
    return making;
  };

  const state = (): Promise<SearchState> => {
    current ??= start();
    return current;
  };

  const rebuild = async (): Promise<void> => {
    const { state: fresh, from } = await build();
    built = fresh;
    current = Promise.resolve(fresh);
    hear(from);
    ahead(fresh);
  };

  const read = async (): Promise<void> => {
    if (!built || !mark) return;
    if (performance.now() - heardAt > TOO_OLD_MS) return rebuild();
    const { changes, mark: next } = await searchChangeStore.since(raw, mark);
    if (changes.length > 0 && (await apply(built, changes)) === 'rebuild') return rebuild();
    hear(next);
    if (built.catalogue.worn()) await rebuild();
  };

  const apply = async (on: SearchState, changes: readonly CatalogueChange[]): Promise<'rebuild' | undefined> => {
    const of = (kind: CatalogueChange['kind']) => changes.filter((change) => change.kind === kind);
    const ids = (kind: CatalogueChange['kind']): string[] | undefined => {
      const own = of(kind);
      return own.some((change) => change.ids === null)
        ? undefined
        : [...new Set(own.flatMap((change) => change.ids ?? []))];
    };
    const forgetGoods = (changed?: readonly string[]): void => {
      on.cards.forget(changed);
      on.pages.forget(changed);
      on.lines.forget(changed);
    };
    if (of('page').length > 0) on.pages.forget(ids('page'));
    const productIds = ids('product');
    const stockIds = ids('stock');
    if (of('structure').length > 0 || !productIds || !stockIds) return 'rebuild';
    if (productIds.length > 0) {
      forgetGoods(productIds);
      for (let at = 0; at < productIds.length; at += PART) await putAnew(on, productIds.slice(at, at + PART));
    }
    if (stockIds.length > 0)
      for (const [id, inStock] of await searchFactStore.inStock(raw, stockIds)) setStock(on, id, inStock);
    if (of('price-list').length > 0) {
      forgetGoods();
      ahead(on);
      await on.prices.refreshLists();
      on.prices.forget(ids('price-list'));
    }
    const priced = ids('price');
    if (!priced || priced.length > 0) forgetGoods(priced && on.catalogue.productsOf(priced));
    if (!priced) on.prices.forget(undefined);
    else if (priced.length > 0) await on.prices.touched(priced);
    if (of('assortment').length > 0) await on.views.refreshAssortments();
    if (of('promotion').length > 0) await on.views.refreshPromotions();
    if (of('sharing').length > 0) await on.sharing.refresh();
    const companyIds = ids('codes');
    if (!companyIds) companies.forget();
    else for (const id of companyIds) companies.forget(id);
    return undefined;
  };

  /** Goods as they are now, a few at a time: an import changes thousands, and others are served in between. */
  const putAnew = async ({ catalogue, views: seen, prices }: SearchState, ids: readonly string[]): Promise<void> => {
    const rows = await searchFactStore.products(raw, [...ids]);
    for (let at = 0; at < rows.length; at += TOGETHER) {
      // Who sees goods is known with them: nobody finds in between what is hidden from him.
      seen.touched(rows.slice(at, at + TOGETHER).map((row) => catalogue.put(row).product));
      await new Promise(setImmediate);
    }
    const there = new Set(rows.map((row) => row.id));
    for (const id of ids) if (!there.has(id)) catalogue.drop(id);
    await prices.touched(rows.flatMap(({ skus }) => skus.map(({ id }) => id)));
  };

  const readAll = async (): Promise<void> => {
    do {
      again = false;
      await read();
    } while (again && !stopped);
  };
  const run = (): Promise<void> => {
    again = true;
    reading ??= readAll().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  let settling: NodeJS.Timeout | undefined;
  const wake = (): void => {
    if (stopped || settling) return;
    settling = setTimeout(() => {
      settling = undefined;
      run().catch((error: unknown) => log.warn({ err: error }, 'the search index could not follow; it will try again'));
    }, SETTLE_MS);
  };
  const refresh = (): void => {
    if (!built) return;
    const on = built;
    Promise.all([refreshSales(on), refreshStock(on), searchChangeStore.prune(raw)]).catch((error: unknown) =>
      log.warn({ err: error }, UNSOLD),
    );
  };
  const setStock = ({ catalogue, lists }: SearchState, skuId: string, inStock: boolean): void => {
    const moved = catalogue.setStock(skuId, inStock);
    if (moved) lists.stockMoved(moved.product, moved.before ?? false, moved.after);
  };
  const refreshStock = async (on: SearchState): Promise<void> => {
    const { catalogue } = on;
    const size = catalogue.skus.size();
    for (let at = 0; at < size; at += 5_000) {
      const some = Array.from({ length: Math.min(5_000, size - at) }, (_, i) => catalogue.skus.nameOf(at + i));
      for (const [id, inStock] of await searchFactStore.inStock(raw, some)) setStock(on, id, inStock);
    }
  };

  return {
    state,
    ready: () => built !== undefined,
    mark: () => {
      if (!mark) throw new Error('the search index has not been made');
      return mark;
    },
    now,
    companies,
    catchUp: async () => {
      await state();
      await run();
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      clearTimeout(settling);
      for (const { unlisten } of (await listening?.catch(() => [])) ?? []) await unlisten().catch(() => {});
      await reading?.catch(() => {});
    },
  };
};
