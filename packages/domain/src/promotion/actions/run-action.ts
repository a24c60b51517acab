import type { PromotionAction } from '../promotion.ts';
import type { PromotionStage } from '../trace.ts';
import type { ActionInput, Outcome } from './action.ts';
import { bundle } from './bundle.ts';
import { buyGet } from './buy-get.ts';
import { gift } from './gift.ts';
import {
  amountOffLine,
  amountOffUnit,
  cheapestUnit,
  fixedUnitPrice,
  nthUnit,
  percentOffLines,
} from './line-actions.ts';
import { amountOffOrder, everyAmount, orderTotalFixed, percentOffOrder, tiers } from './order-actions.ts';
import { shippingAmount, shippingPercent } from './shipping-actions.ts';

type Rule<T extends PromotionAction['type']> = {
  readonly stage: Exclude<PromotionStage, 'catalog'>;
  readonly run: (input: ActionInput<Extract<PromotionAction, { type: T }>>) => Outcome;
};

/** Every kind of action: the stage it belongs to and what it does. A new kind does not compile until it stands here. */
const RULES: { readonly [T in PromotionAction['type']]: Rule<T> } = {
  'percent-off-lines': { stage: 'line', run: percentOffLines },
  'amount-off-unit': { stage: 'line', run: amountOffUnit },
  'amount-off-line': { stage: 'line', run: amountOffLine },
  'fixed-unit-price': { stage: 'line', run: fixedUnitPrice },
  'cheapest-unit': { stage: 'line', run: cheapestUnit },
  'nth-unit': { stage: 'line', run: nthUnit },
  'buy-get': { stage: 'line', run: buyGet },
  bundle: { stage: 'line', run: bundle },
  'amount-off-order': { stage: 'order', run: amountOffOrder },
  'percent-off-order': { stage: 'order', run: percentOffOrder },
  'order-total-fixed': { stage: 'order', run: orderTotalFixed },
  'every-amount': { stage: 'order', run: everyAmount },
  tiers: { stage: 'order', run: tiers },
  gift: { stage: 'order', run: gift },
  'shipping-percent': { stage: 'shipping', run: shippingPercent },
  'shipping-amount': { stage: 'shipping', run: shippingAmount },
};

export const stageOfAction = (action: PromotionAction): Rule<PromotionAction['type']>['stage'] =>
  RULES[action.type].stage;

export const runAction = (input: ActionInput): Outcome =>
  (RULES[input.action.type].run as (input: ActionInput) => Outcome)(input);
