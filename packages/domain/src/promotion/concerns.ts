import type { CartLine } from './cart.ts';
import type { Condition, Promotion, PromotionAction, Scope } from './promotion.ts';
import { isInScope } from './scope.ts';

/** The scopes an action speaks of; the parts of a set each have their own. */
const scopesOf = (action: PromotionAction): readonly (Scope | undefined)[] => {
  if (action.type === 'buy-get') return [action.buy.scope, action.get.scope];
  if (action.type === 'bundle') return action.items.map(({ scope }) => scope);
  return 'scope' in action ? [action.scope] : [];
};

const scopeOf = (condition: Condition): Scope | undefined => ('scope' in condition ? condition.scope : undefined);

/** The goods a promotion names anywhere: in what it asks for and in what it gives. Empty: it names none. */
export const scopesNamed = ({ conditions = [], actions }: Pick<Promotion, 'conditions' | 'actions'>): Scope[] =>
  [...actions.flatMap(scopesOf), ...conditions.map(scopeOf)].filter((scope) => scope !== undefined);

/**
 * Whether a promotion is worth showing beside goods: they count towards it or are reduced by it. One that names no goods
 * at all (满减 on the whole order) concerns everything.
 */
export const concerns = (promotion: Pick<Promotion, 'conditions' | 'actions'>, line: CartLine): boolean => {
  const named = scopesNamed(promotion);
  return named.length === 0 || named.some((scope) => isInScope(line, scope));
};
