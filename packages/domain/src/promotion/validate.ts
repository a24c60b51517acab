import { parsePercent } from '../money/index.ts';
import type { Condition, Promotion, PromotionAction } from './promotion.ts';

/** Data of a promotion that no rule can read, by its path; undefined when everything can be read. */
export type Malformed = { readonly path: string; readonly value: string };

export const malformedPromotion = (promotion: Promotion): Malformed | undefined => {
  const path = `promotions.${promotion.id}`;
  for (const [index, action] of promotion.actions.entries()) {
    const found = malformedAction(action);
    if (found) return { path: `${path}.actions.${index}.${found.path}`, value: found.value };
  }
  for (const [index, condition] of (promotion.conditions ?? []).entries()) {
    const found = malformedCondition(condition);
    if (found) return { path: `${path}.conditions.${index}.${found.path}`, value: found.value };
  }
  const window = promotion.recurring?.findIndex(({ from, to }) => !CLOCK.test(from) || !CLOCK.test(to)) ?? -1;
  return window < 0
    ? undefined
    : { path: `${path}.recurring.${window}`, value: JSON.stringify(promotion.recurring?.[window]) };
};

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

type Check = readonly [path: string, value: number | string | undefined, allowed: 'percent' | 'amount' | 'positive'];

const firstBad = (checks: readonly Check[]): Malformed | undefined => {
  const bad = checks.find(([, value, allowed]) => value !== undefined && !isReadable(value, allowed));
  return bad && { path: bad[0], value: String(bad[1]) };
};

const isReadable = (value: number | string, allowed: Check[2]): boolean => {
  if (allowed === 'percent') return typeof value === 'string' && parsePercent(value) !== undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= (allowed === 'positive' ? 1 : 0);
};

/** Data from a file may name a kind that does not exist. */
const unknownKind = (type: string): Malformed => ({ path: 'type', value: type });

const malformedAction = (action: PromotionAction): Malformed | undefined => {
  switch (action.type) {
    case 'percent-off-lines':
      return firstBad([
        ['percent', action.percent, 'percent'],
        ['maxUnitsPerLine', action.maxUnitsPerLine, 'positive'],
        ['capPerUnit', action.capPerUnit, 'amount'],
      ]);
    case 'amount-off-unit':
    case 'amount-off-line':
      return firstBad([
        ['amount', action.amount, 'amount'],
        ['maxUnitsPerLine', action.maxUnitsPerLine, 'positive'],
      ]);
    case 'amount-off-order':
    case 'shipping-amount':
      return firstBad([['amount', action.amount, 'amount']]);
    case 'percent-off-order':
      return firstBad([
        ['percent', action.percent, 'percent'],
        ['cap', action.cap, 'amount'],
      ]);
    case 'shipping-percent':
      return firstBad([['percent', action.percent, 'percent']]);
    case 'order-total-fixed':
      return firstBad([['total', action.total, 'amount']]);
    case 'every-amount':
      return firstBad([
        ['every', action.every, 'positive'],
        ['amount', action.amount, 'amount'],
        ['maxTimes', action.maxTimes, 'positive'],
      ]);
    case 'tiers':
      return firstBad(
        [...action.tiers, { from: 0, ...action.otherwise }].flatMap((tier): Check[] => [
          ['from', tier.from, 'amount'],
          ['amount', tier.amount, 'amount'],
          ['percent', tier.percent, 'percent'],
          ['total', tier.total, 'amount'],
        ]),
      );
    case 'fixed-unit-price':
      return firstBad([
        ['priceE4', action.priceE4, 'amount'],
        ['maxUnitsPerLine', action.maxUnitsPerLine, 'positive'],
      ]);
    case 'cheapest-unit':
      return firstBad([
        ['percent', action.percent, 'percent'],
        ['amount', action.amount, 'amount'],
      ]);
    case 'nth-unit':
      return firstBad([
        ['n', action.n, 'positive'],
        ['percent', action.percent, 'percent'],
        ['maxTimes', action.maxTimes, 'positive'],
      ]);
    case 'buy-get':
      return firstBad([
        ['buy.quantity', action.buy.quantity, 'positive'],
        ['get.quantity', action.get.quantity, 'positive'],
        ['get.percent', action.get.percent, 'percent'],
        ['maxTimes', action.maxTimes, 'positive'],
      ]);
    case 'bundle':
      return firstBad([
        ['total', action.total, 'amount'],
        ['maxTimes', action.maxTimes, 'positive'],
        ['items', action.items.length, 'positive'],
        ...action.items.flatMap((item): Check[] => [
          ['items.quantity', item.quantity, 'positive'],
          ['items.unitPriceE4', item.unitPriceE4, 'amount'],
        ]),
      ]);
    case 'gift':
      return firstBad([
        ['perQuantity', action.perQuantity, 'positive'],
        ['perAmount', action.perAmount, 'positive'],
        ['maxTimes', action.maxTimes, 'positive'],
        ...action.options.flatMap((option): Check[] => [
          ['options.quantity', option.quantity, 'positive'],
          ['options.unitValueE4', option.unitValueE4, 'amount'],
        ]),
      ]);
    default:
      return unknownKind((action as { readonly type: string }).type);
  }
};

const malformedCondition = (condition: Condition): Malformed | undefined => {
  switch (condition.type) {
    case 'items-total':
      return firstBad([
        ['min', condition.min, 'amount'],
        ['max', condition.max, 'amount'],
        ['equals', condition.equals, 'amount'],
      ]);
    case 'quantity':
      return firstBad([
        ['min', condition.min, 'amount'],
        ['max', condition.max, 'amount'],
      ]);
    case 'line-quantity':
    case 'distinct-skus':
      return firstBad([['min', condition.min, 'amount']]);
    case 'contains':
      return firstBad([['minQuantity', condition.minQuantity, 'amount']]);
    case 'order-number':
      return firstBad([['n', condition.n, 'positive']]);
    default:
      return unknownKind((condition as { readonly type: string }).type);
  }
};
