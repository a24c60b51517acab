import type { CartLine, CartState } from './cart.ts';
import type { Scope } from './promotion.ts';

const matchesGoods = (line: CartLine, scope: Scope): boolean =>
  (!scope.lineIds || scope.lineIds.includes(line.id)) &&
  (!scope.skuIds || scope.skuIds.includes(line.skuId)) &&
  (!scope.productIds || (line.productId !== undefined && scope.productIds.includes(line.productId))) &&
  (!scope.brandIds || (line.brandId !== undefined && scope.brandIds.includes(line.brandId))) &&
  (!scope.categoryIds || overlaps(line.categoryIds, scope.categoryIds)) &&
  (!scope.tags || overlaps(line.tags, scope.tags)) &&
  (scope.unitPriceMinE4 === undefined || line.unitPriceE4 >= scope.unitPriceMinE4) &&
  (scope.unitPriceMaxE4 === undefined || line.unitPriceE4 <= scope.unitPriceMaxE4);

const overlaps = <T>(own: readonly T[] | undefined, wanted: readonly T[]): boolean =>
  own?.some((item) => wanted.includes(item)) ?? false;

const matches = (state: CartState, index: number, scope: Scope): boolean => {
  const line = state.lines[index]!;
  if (!matchesGoods(line, scope)) return false;
  if (scope.excludeCatalogDiscounted && state.shelfReduced[index]) return false;
  return !scope.except || !matches(state, index, scope.except);
};

/** The indexes of the lines that a scope speaks of, ascending. `closed` lines are left out. */
export const linesIn = (state: CartState, scope: Scope | undefined, closed?: ReadonlySet<number>): number[] => {
  const found: number[] = [];
  for (let index = 0; index < state.lines.length; index += 1) {
    if (!closed?.has(index) && (!scope || matches(state, index, scope))) found.push(index);
  }
  return found;
};

/** Every line that a scope without state could ever speak of; for checks before there is an order. */
export const isInScope = (line: CartLine, scope: Scope | undefined): boolean =>
  !scope || (matchesGoods(line, scope) && !(scope.except && isInScope(line, scope.except)));
