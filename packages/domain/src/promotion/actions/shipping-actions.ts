import { scale } from '../../money/index.ts';
import type { PromotionAction } from '../promotion.ts';
import type { ActionInput, Outcome } from './action.ts';
import { percentRatio } from './line-actions.ts';

type Action<T extends PromotionAction['type']> = ActionInput<Extract<PromotionAction, { type: T }>>;

export const shippingPercent = ({ action, start, rules }: Action<'shipping-percent'>): Outcome => {
  const { n, d } = percentRatio(action.percent);
  const base = rules.percentBase === 'list' ? start.shippingGross : start.shipping;
  return { takes: [], shipping: { amount: scale(base, n, d, rules.rounding), percent: action.percent } };
};

export const shippingAmount = ({ action }: Action<'shipping-amount'>): Outcome => ({
  takes: [],
  shipping: { amount: action.amount },
});
