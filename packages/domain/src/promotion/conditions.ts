import { minor } from '../money/index.ts';
import type { CustomerContext } from '../pricing/index.ts';
import type { CartState } from './cart.ts';
import type { AmountBase, Condition, Scope } from './promotion.ts';
import { linesIn } from './scope.ts';
import type { Missing } from './trace.ts';

/** A condition that does not hold, with what is missing where more goods would make it hold. */
export type Unmet = { readonly missing?: Missing | undefined };

/** The first condition that does not hold on a state; undefined when all do. */
export const firstUnmet = (
  conditions: readonly Condition[] | undefined,
  state: CartState,
  customer: CustomerContext,
  base: AmountBase,
): Unmet | undefined => {
  for (const condition of conditions ?? []) {
    const unmet = check(condition, state, customer, base);
    if (unmet) return withScope(unmet, 'scope' in condition ? condition.scope : undefined);
  }
  return undefined;
};

/** Says of which goods something is missing. */
export const withScope = ({ missing }: Unmet, scope: Scope | undefined): Unmet =>
  missing && scope ? { missing: { ...missing, scope } } : { missing };

const check = (
  condition: Condition,
  state: CartState,
  customer: CustomerContext,
  base: AmountBase,
): Unmet | undefined => {
  switch (condition.type) {
    case 'items-total':
      return checkTotal(condition, sumOf(state, linesIn(state, condition.scope), condition.base ?? base));
    case 'quantity':
      return checkQuantity(condition, unitsOf(state, linesIn(state, condition.scope)));
    case 'line-quantity': {
      const most = Math.max(0, ...linesIn(state, condition.scope).map((line) => state.lines[line]!.quantity));
      return shortOf(condition.min, most);
    }
    case 'contains':
      return shortOf(condition.minQuantity ?? 1, unitsOf(state, linesIn(state, condition.scope)));
    case 'distinct-skus':
      return shortOf(
        condition.min,
        new Set(linesIn(state, condition.scope).map((line) => state.lines[line]!.skuId)).size,
      );
    case 'order-number':
      return (customer.ordersPlaced ?? 0) + 1 === condition.n ? undefined : {};
  }
};

type TotalCondition = Extract<Condition, { type: 'items-total' }>;
type QuantityCondition = Extract<Condition, { type: 'quantity' }>;

const checkTotal = ({ min, max, equals }: TotalCondition, total: number): Unmet | undefined => {
  if (min !== undefined && total < min) return { missing: { amount: minor(min - total) } };
  return (max !== undefined && total > max) || (equals !== undefined && total !== equals) ? {} : undefined;
};

const checkQuantity = ({ min, max }: QuantityCondition, units: number): Unmet | undefined =>
  max !== undefined && units > max ? {} : shortOf(min ?? 0, units);

const shortOf = (wanted: number, present: number): Unmet | undefined =>
  present < wanted ? { missing: { quantity: wanted - present } } : undefined;

/** The amount of some lines: what they cost now, or what they cost before promotions. */
export const sumOf = (state: CartState, lines: readonly number[], base: AmountBase): number => {
  let total = 0;
  for (const line of lines) total += base === 'list' ? state.lines[line]!.gross : state.running[line]!;
  return total;
};

export const unitsOf = (state: CartState, lines: readonly number[]): number => {
  let units = 0;
  for (const line of lines) units += state.lines[line]!.quantity;
  return units;
};
