import { err, ok, type Result } from '../kernel/index.ts';
import { type Balances, balanceAt, bookEnds, type StockRefusal, type StockRules, strictStock } from './ledger.ts';
import { type Balance, emptyBalance, type StockEntry } from './stock-entry.ts';

export type BrokenHistory = {
  /** Position in the history, from 0, and the entry itself: the first that cannot have happened. */
  readonly index: number;
  readonly entry: StockEntry;
  readonly refusal:
    | StockRefusal
    | { readonly kind: 'cause-twice'; readonly first: string }
    | { readonly kind: 'id-twice' };
  /** The balances just before it. */
  readonly before: Balances;
};

type Shelves = Map<string, Map<string, Balance>>;

const shelfAt = (shelves: Shelves, skuId: string, warehouseId: string): Balance =>
  shelves.get(skuId)?.get(warehouseId) ?? emptyBalance;

const setShelf = (shelves: Shelves, skuId: string, warehouseId: string, balance: Balance): void => {
  const byWarehouse = shelves.get(skuId) ?? new Map<string, Balance>();
  shelves.set(skuId, byWarehouse.set(warehouseId, balance));
};

const balancesOf = (shelves: Shelves): Balances =>
  Object.fromEntries([...shelves].map(([skuId, byWarehouse]) => [skuId, Object.fromEntries(byWarehouse)]));

/**
 * Folds a whole ledger from empty shelves and names the first entry that breaks a rule: more taken than was there, a
 * reservation released twice, a transfer received that was never sent, the same cause booked twice.
 */
export const replay = (
  entries: readonly StockEntry[],
  rules: StockRules = strictStock,
): Result<Balances, BrokenHistory> => {
  const shelves: Shelves = new Map();
  const ids = new Set<string>();
  const causes = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    const { id, skuId, warehouseId, counterpart = '' } = entry;
    const broken = (refusal: BrokenHistory['refusal']) => err({ index, entry, refusal, before: balancesOf(shelves) });
    const cause = JSON.stringify([entry.cause.type, entry.cause.id, entry.kind, skuId, warehouseId]);
    const first = causes.get(cause);
    if (ids.has(id)) return broken({ kind: 'id-twice' });
    if (first !== undefined) return broken({ kind: 'cause-twice', first });
    const other = () => shelfAt(shelves, skuId, counterpart);
    const booked = bookEnds(shelfAt(shelves, skuId, warehouseId), other, entry, rules);
    if (!booked.ok) return broken(booked.error);
    const { here, there } = booked.value;
    setShelf(shelves, skuId, warehouseId, here);
    if (there) setShelf(shelves, skuId, counterpart, there);
    ids.add(id);
    causes.set(cause, id);
  }
  return ok(balancesOf(shelves));
};

export type BalanceDrift = {
  readonly skuId: string;
  readonly warehouseId: string;
  readonly field: string;
  readonly kept: number;
  readonly folded: number;
};

/** Where balances kept beside the ledger differ from its fold. */
export const drift = (kept: Balances, folded: Balances): readonly BalanceDrift[] => {
  const skus = [...new Set([...Object.keys(kept), ...Object.keys(folded)])].sort();
  return skus.flatMap((skuId) =>
    [...new Set([...Object.keys(kept[skuId] ?? {}), ...Object.keys(folded[skuId] ?? {})])]
      .sort()
      .flatMap((warehouseId) => {
        const [a, b] = [balanceAt(kept, skuId, warehouseId), balanceAt(folded, skuId, warehouseId)];
        return (Object.keys(a) as (keyof typeof a)[])
          .filter((field) => a[field] !== b[field])
          .map((field) => ({ skuId, warehouseId, field, kept: a[field], folded: b[field] }));
      }),
  );
};
