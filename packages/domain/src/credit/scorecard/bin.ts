import type { Cell } from './table.ts';

/** What a bin holds. A range includes `from` and not `to` unless it says otherwise; null = unbounded. */
export type BinScope =
  | {
      readonly kind: 'range';
      readonly from: number | null;
      readonly to: number | null;
      readonly fromExcluded?: boolean | undefined;
      readonly toIncluded?: boolean | undefined;
    }
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
        (scope.from === null || value > scope.from || (value === scope.from && !scope.fromExcluded)) &&
        (scope.to === null || value < scope.to || (value === scope.to && scope.toIncluded === true))
      );
  }
};

/** The bin of a value; -1 for a value that was never seen when the bins were made (a new category, no missing bin). */
export const binOf = (bins: readonly { readonly scope: BinScope }[], value: Cell): number =>
  bins.findIndex((bin) => covers(bin.scope, value));

/** A bin for a table or a log: `< 3`, `>= 3, < 7`, `A, B`, `no data`. */
export const describeBin = (scope: BinScope): string => {
  if (scope.kind === 'missing') return 'no data';
  if (scope.kind === 'categories') return scope.values.join(', ');
  const low = scope.from === null ? undefined : `${scope.fromExcluded ? '>' : '>='} ${scope.from}`;
  const high = scope.to === null ? undefined : `${scope.toIncluded ? '<=' : '<'} ${scope.to}`;
  return [low, high].filter((part) => part !== undefined).join(', ') || 'any';
};
