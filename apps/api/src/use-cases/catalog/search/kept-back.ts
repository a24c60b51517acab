import type { Database } from '@tradeline/db';
import { sharingStore } from '@tradeline/db/stores';
import { concernedBy, type SharingRule } from '@tradeline/domain/inventory';
import type { Instant } from '@tradeline/domain/kernel';
import type { SearchState } from '../../../search/engine.ts';
import type { Visitor } from '../../../trpc/context.ts';
import { askerOf, sharedTotals } from '../../stock/sharing/shared-units.ts';

/** Goods that lie there, yet not for him: sharing rules leave less than the least he may order. By number. */
export type KeptBack = {
  readonly skus: ReadonlySet<number>;
  /** Products of which nothing that lies there is for him. */
  readonly products: readonly number[];
};
const NOTHING: KeptBack = { skus: new Set(), products: [] };

/** Rules for so many goods are reckoned for every search; for more, what was found holds for a while. */
const FEW = 500;
const HOLDS_MS = 60_000;
type Known = { at: number; made: Promise<KeptBack> };
/** By the rules as they were read, then by group: a changed rule is a new list of rules. */
const known = new WeakMap<readonly SharingRule[], Map<string, Known>>();
/** One object for the same goods, since lists of goods are kept by it. */
const same = new WeakMap<SearchState, Map<string, KeptBack>>();

/** What rules keep back from a visitor, of the goods that memory knows to lie there; nothing is asked where no rule can. */
export const keptBack = async (
  db: Database,
  state: SearchState,
  visitor: Pick<Visitor, 'company'>,
  now: Instant,
): Promise<KeptBack> => {
  const rules = state.sharing.rules();
  const asker = askerOf(visitor);
  const concerned = concernedBy(rules, asker);
  if (concerned !== 'all' && concerned.length === 0) return NOTHING;
  const reckon = () => reckoned(db, state, { rules, asker, now }, concerned);
  if (concerned !== 'all' && concerned.length <= FEW) return reckon();
  const groups = known.get(rules) ?? new Map<string, Known>();
  known.set(rules, groups);
  const key = asker.groupId ?? '';
  const old = groups.get(key);
  if (old && Date.parse(now) - old.at < HOLDS_MS) return old.made;
  const made = reckon();
  groups.set(key, { at: Date.parse(now), made });
  made.catch(() => groups.delete(key));
  return made;
};

const reckoned = async (
  db: Database,
  state: SearchState,
  sharing: Parameters<typeof sharedTotals>[1],
  concerned: readonly string[] | 'all',
): Promise<KeptBack> => {
  const { skus, products } = state.catalogue.table;
  const places =
    concerned === 'all' ? [...skus.inStock.keys()] : concerned.flatMap((id) => state.catalogue.skus.find(id) ?? []);
  const ids = new Map(
    places.filter((place) => skus.inStock[place]).map((place) => [state.catalogue.skus.nameOf(place), place]),
  );
  if (ids.size === 0) return NOTHING;
  const [left, leasts] = await Promise.all([
    sharedTotals(db, sharing, [...ids.keys()]),
    sharingStore.leasts(db, [...ids.keys()]),
  ]);
  const none = [...ids].flatMap(([id, place]) => ((left.get(id) ?? 0) < (leasts.get(id) ?? 1) ? [place] : []));
  if (none.length === 0) return NOTHING;
  const out = new Set(none);
  const whole = [...new Set(none.map((place) => skus.product[place]!))].filter((product) =>
    (products.skus[product] ?? []).every((place) => !skus.inStock[place] || out.has(place)),
  );
  return asOne(state, { skus: out, products: whole });
};

const MOST = 200;
const asOne = (state: SearchState, found: KeptBack): KeptBack => {
  const all = same.get(state) ?? new Map<string, KeptBack>();
  same.set(state, all);
  const key = [...found.skus].toSorted((a, b) => a - b).join();
  const old = all.get(key);
  if (old) return { ...old, products: found.products, skus: old.skus };
  if (all.size >= MOST) all.clear();
  all.set(key, found);
  return found;
};
