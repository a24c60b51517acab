import { err, ok, type Result } from '../kernel/index.ts';
import { type Balances, balanceAt, book, type StockRefusal, type StockRules, strictStock } from './ledger.ts';
import type { StockEntry } from './stock-entry.ts';

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

/**
 * Folds a whole ledger from empty shelves and names the first entry that breaks a rule: more taken than was there, a
 * reservation released twice, a transfer received that was never sent, the same cause booked twice.
 */
export const replay = (
  entries: readonly StockEntry[],
  rules: StockRules = strictStock,
): Result<Balances, BrokenHistory> => {
  let balances: Balances = {};
  const ids = new Set<string>();
  const causes = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    const cause = JSON.stringify([entry.cause.type, entry.cause.id, entry.kind, entry.skuId, entry.warehouseId]);
    const first = causes.get(cause);
    if (ids.has(entry.id)) return err({ index, entry, refusal: { kind: 'id-twice' }, before: balances });
    if (first !== undefined) return err({ index, entry, refusal: { kind: 'cause-twice', first }, before: balances });
    const booked = book(balances, entry, rules);
    if (!booked.ok) return err({ index, entry, refusal: booked.error, before: balances });
    ids.add(entry.id);
    causes.set(cause, entry.id);
    balances = booked.value;
  }
  return ok(balances);
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
