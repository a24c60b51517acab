import { searchLogStore } from '@tradeline/db/stores';
import type { Deps } from '../../../deps.ts';
import type { Visitor } from '../../../trpc/context.ts';

const RECENT = 10;
const POPULAR = 10;
const POPULAR_FOR_MS = 60_000;
const MINE_FOR_MS = 5_000;
const MOST = 500;

type Kept = { at: number; queries: Promise<string[]> };
const kept = new WeakMap<object, Map<string, Kept>>();

/** Asked at every key that is pressed, so an answer holds for some seconds. */
const keep = (db: object, key: string, ms: number, read: () => Promise<string[]>): Promise<string[]> => {
  const known = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, known);
  const old = known.get(key);
  if (old && performance.now() - old.at < ms) return old.queries;
  const queries = read();
  queries.catch(() => known.delete(key));
  known.delete(key);
  known.set(key, { at: performance.now(), queries });
  if (known.size > MOST) known.delete(known.keys().next().value!);
  return queries;
};

export const popularQueries = ({ db }: Pick<Deps, 'db'>): Promise<string[]> =>
  keep(db, '', POPULAR_FOR_MS, () => searchLogStore.popular(db, POPULAR));

export const recentQueries = ({ db }: Pick<Deps, 'db'>, { id }: Pick<Visitor, 'id'>): Promise<string[]> =>
  id === undefined ? Promise.resolve([]) : keep(db, id, MINE_FOR_MS, () => searchLogStore.recent(db, id, RECENT));

/** Forgets what was kept of a buyer, so that a text he has taken off his list does not come back. */
export const forgetKept = ({ db }: Pick<Deps, 'db'>, buyerId: string): void => {
  kept.get(db)?.delete(buyerId);
};
