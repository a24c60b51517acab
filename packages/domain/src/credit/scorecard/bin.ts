import type { Cell } from './table.ts';

/** What a bin holds. Ranges are half-open, `from` included; null = unbounded. */
export type BinScope =
  | { readonly kind: 'range'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'categories'; readonly values: readonly string[] }
  | { readonly kind: 'missing' };

export type Bin = {
  readonly scope: BinScope;
  readonly good: number;
  readonly bad: number;
  readonly woe: number;
};

export type Binning = {
  readonly column: string;
  readonly bins: readonly Bin[];
  readonly iv: number;
};

export const covers = (scope: BinScope, value: Cell): boolean => {
  switch (scope.kind) {
    case 'missing':
      return value === null;
    case 'categories':
      return value !== null && scope.values.includes(String(value));
    case 'range':
      return (
        typeof value === 'number' &&
        (scope.from === null || value >= scope.from) &&
        (scope.to === null || value < scope.to)
      );
  }
};

/** The bin of a value; -1 for a value that was never seen when the bins were made (a new category, no missing bin). */
export const binOf = (bins: readonly { readonly scope: BinScope }[], value: Cell): number =>
  bins.findIndex((bin) => covers(bin.scope, value));

/** A bin in words of numbers: `< 3`, `3 to 7`, `>= 7`, `A, B`, `no data`. */
export const describeBin = (scope: BinScope): string => {
  if (scope.kind === 'missing') return 'no data';
  if (scope.kind === 'categories') return scope.values.join(', ');
  if (scope.from === null) return scope.to === null ? 'any' : `< ${scope.to}`;
  return scope.to === null ? `>= ${scope.from}` : `${scope.from} to ${scope.to}`;
};
