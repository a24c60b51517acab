import { expect, test } from 'vitest';
import { minor } from '../money/index.ts';
import { aPromotion } from '../testing/index.ts';
import type { PromotionAction } from './promotion.ts';
import { malformedPromotion } from './validate.ts';

const bad = (action: object) => malformedPromotion(aPromotion('p', action as PromotionAction))?.path;

test.each<[string, object]>([
  ['percent', { type: 'percent-off-lines', percent: '10%' }],
  ['percent', { type: 'percent-off-lines', percent: 10 }],
  ['maxUnitsPerLine', { type: 'percent-off-lines', percent: '10', maxUnitsPerLine: 0 }],
  ['capPerUnit', { type: 'percent-off-lines', percent: '10', capPerUnit: 0.5 }],
  ['amount', { type: 'amount-off-unit', amount: -1 }],
  ['maxUnitsPerLine', { type: 'amount-off-line', amount: 1, maxUnitsPerLine: 1.5 }],
  ['amount', { type: 'amount-off-order', amount: 0.1 }],
  ['amount', { type: 'shipping-amount', amount: '5' }],
  ['percent', { type: 'percent-off-order', percent: '' }],
  ['cap', { type: 'percent-off-order', percent: '1', cap: -1 }],
  ['percent', { type: 'shipping-percent', percent: 'x' }],
  ['total', { type: 'order-total-fixed', total: -5 }],
  ['every', { type: 'every-amount', every: 0, amount: 1 }],
  ['amount', { type: 'every-amount', every: 1, amount: -1 }],
  ['maxTimes', { type: 'every-amount', every: 1, amount: 1, maxTimes: 0 }],
  ['from', { type: 'tiers', basis: 'amount', tiers: [{ from: -1 }] }],
  ['amount', { type: 'tiers', basis: 'amount', tiers: [{ from: 1, amount: 0.5 }] }],
  ['percent', { type: 'tiers', basis: 'amount', tiers: [], otherwise: { percent: 'x' } }],
  ['total', { type: 'tiers', basis: 'amount', tiers: [{ from: 1, total: -1 }] }],
  ['priceE4', { type: 'fixed-unit-price', priceE4: -1 }],
  ['maxUnitsPerLine', { type: 'fixed-unit-price', priceE4: 1, maxUnitsPerLine: 0 }],
  ['percent', { type: 'cheapest-unit', percent: 'half' }],
  ['amount', { type: 'cheapest-unit', amount: -1 }],
  ['n', { type: 'nth-unit', n: 0, percent: '50' }],
  ['percent', { type: 'nth-unit', n: 2, percent: '-50' }],
  ['maxTimes', { type: 'nth-unit', n: 2, percent: '50', maxTimes: 0 }],
  ['buy.quantity', { type: 'buy-get', buy: { quantity: 0 }, get: { quantity: 1, percent: '100' } }],
  ['get.quantity', { type: 'buy-get', buy: { quantity: 1 }, get: { quantity: 0, percent: '100' } }],
  ['get.percent', { type: 'buy-get', buy: { quantity: 1 }, get: { quantity: 1, percent: 'all' } }],
  ['maxTimes', { type: 'buy-get', buy: { quantity: 1 }, get: { quantity: 1, percent: '1' }, maxTimes: 0 }],
  ['items', { type: 'bundle', items: [], total: 1 }],
  ['total', { type: 'bundle', items: [{ quantity: 1 }], total: -1 }],
  ['maxTimes', { type: 'bundle', items: [{ quantity: 1 }], maxTimes: 0 }],
  ['items.quantity', { type: 'bundle', items: [{ quantity: 0 }] }],
  ['items.unitPriceE4', { type: 'bundle', items: [{ quantity: 1, unitPriceE4: -1 }] }],
  ['perQuantity', { type: 'gift', options: [], perQuantity: 0 }],
  ['perAmount', { type: 'gift', options: [], perAmount: 0 }],
  ['maxTimes', { type: 'gift', options: [], maxTimes: 0 }],
  ['options.quantity', { type: 'gift', options: [{ skuId: 'a', quantity: 0 }] }],
  ['options.unitValueE4', { type: 'gift', options: [{ skuId: 'a', quantity: 1, unitValueE4: -1 }] }],
  ['type', { type: 'teleport' }],
])('%s cannot be read in %j', (path, action) => {
  expect(bad(action)).toBe(`promotions.p.actions.0.${path}`);
});

test.each<[string, object]>([
  ['min', { type: 'items-total', min: -1 }],
  ['max', { type: 'items-total', max: 0.5 }],
  ['equals', { type: 'items-total', equals: Number.NaN }],
  ['min', { type: 'quantity', min: -1 }],
  ['max', { type: 'quantity', max: -1 }],
  ['min', { type: 'line-quantity', min: -1 }],
  ['min', { type: 'distinct-skus', min: 1.5 }],
  ['minQuantity', { type: 'contains', minQuantity: -1 }],
  ['n', { type: 'order-number', n: 0 }],
  ['type', { type: 'full-moon' }],
])('%s cannot be read in the condition %j', (path, condition) => {
  const promotion = aPromotion('p', [], { conditions: [{ type: 'quantity', min: 0 }, condition as never] });
  expect(malformedPromotion(promotion)?.path).toBe(`promotions.p.conditions.1.${path}`);
});

test.each(['8:00', '24:01', '12:60', 'noon'])('%j is no time of day', (from) => {
  const found = malformedPromotion(
    aPromotion('p', [], {
      recurring: [
        { from: '00:00', to: '24:00' },
        { from, to: '10:00' },
      ],
    }),
  );
  expect(found).toEqual({ path: 'promotions.p.recurring.1', value: JSON.stringify({ from, to: '10:00' }) });
});

test('the value that cannot be read is told', () => {
  expect(
    malformedPromotion(
      aPromotion('p', [
        { type: 'amount-off-order', amount: minor(1) },
        { type: 'shipping-percent', percent: '5 %' },
      ]),
    ),
  ).toEqual({ path: 'promotions.p.actions.1.percent', value: '5 %' });
});

test('what can be read passes', () => {
  expect(
    malformedPromotion(
      aPromotion(
        'p',
        { type: 'tiers', basis: 'amount', tiers: [{ from: 0, percent: '0' }], otherwise: { amount: minor(0) } },
        { recurring: [{ from: '00:00', to: '24:00' }] },
      ),
    ),
  ).toBeUndefined();
});
