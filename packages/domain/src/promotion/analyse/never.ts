import { parsePercent } from '../../money/index.ts';
import type { Condition, Promotion, PromotionAction } from '../promotion.ts';
import { isInScope } from '../scope.ts';
import { cartLineOf, type PricedGoods, scopesOf } from './baskets.ts';
import type { NeverReason } from './finding.ts';
import { type AnalysisInput, liveMoment } from './probe.ts';

/** A cause in the promotion itself why no basket can ever make it act; undefined when only the baskets can tell. */
export const neverByItself = (
  promotion: Promotion,
  input: AnalysisInput,
  goods: readonly PricedGoods[],
): NeverReason | undefined => {
  if (promotion.enabled === false) return 'disabled';
  if (promotion.startsAt !== undefined && promotion.endsAt !== undefined && promotion.endsAt <= promotion.startsAt)
    return 'ends-before-it-starts';
  if (promotion.endsAt !== undefined && promotion.endsAt <= input.now) return 'already-over';
  if (liveMoment(promotion, input) === undefined) return 'never-open';
  if (isUsedUp(promotion)) return 'used-up';
  if (promotion.conditions?.some(isContradictory)) return 'contradictory-condition';
  if (promotion.actions.every(takesNothing)) return 'nothing-to-take';
  const unmatched = scopesOf(promotion).filter((scope) => !goods.some((one) => isInScope(cartLineOf(one), scope)));
  return unmatched.length > 0 && unmatched.length === scopesOf(promotion).length ? 'no-goods-in-scope' : undefined;
};

const isUsedUp = ({ usage, budget }: Promotion): boolean =>
  (usage?.limit !== undefined && (usage.used ?? 0) >= usage.limit) ||
  usage?.perCustomerLimit === 0 ||
  (budget !== undefined && budget.used >= budget.limit);

const isContradictory = (condition: Condition): boolean => {
  if (condition.type !== 'items-total' && condition.type !== 'quantity') return false;
  const { min = 0, max = Number.POSITIVE_INFINITY } = condition;
  const equals = condition.type === 'items-total' ? condition.equals : undefined;
  return min > max || (equals !== undefined && (equals < min || equals > max));
};

const isNought = (percent: string): boolean => parsePercent(percent)?.n === 0;

const takesNothing = (action: PromotionAction): boolean => {
  if (action.type === 'buy-get') return isNought(action.get.percent);
  if (action.type === 'gift') return action.options.length === 0;
  if (action.type === 'tiers') return action.tiers.length === 0 && action.otherwise === undefined;
  if ('percent' in action && action.percent !== undefined) return isNought(action.percent);
  return 'amount' in action && action.amount === 0;
};
