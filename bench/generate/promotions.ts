import { type CategoryId, id, type PromotionId } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Promotion, PromotionAction, Scope } from '@tradeline/domain/promotion';
import { keyOf } from './ids.ts';
import type { Size } from './size.ts';

export const promotionColumns = ['id', 'code', 'name', 'definition', 'status'];

/** Live promotions of every common kind, each on one department; some wait for an amount. */
export const buildPromotions = (size: Size, departments: readonly string[]): unknown[][] =>
  Array.from({ length: size.promotions }, (_, n) => {
    const key = keyOf('promotion', n);
    const definition: Promotion = {
      id: id<PromotionId>(key),
      name: `活动 ${n + 1}`,
      priority: n % 4,
      conditions: n % 3 === 0 ? [{ type: 'items-total', min: minor(1_000) }] : [],
      actions: [actionOf(n, { categoryIds: [id<CategoryId>(departments[n % departments.length]!)] })],
    };
    return [key, `PR${n + 1}`, { zh: `活动 ${n + 1}`, en: `Promotion ${n + 1}` }, definition, 'active'];
  });

const actionOf = (n: number, scope: Scope): PromotionAction => {
  const kinds: readonly PromotionAction[] = [
    { type: 'percent-off-lines', percent: '1.5', scope },
    { type: 'amount-off-order', amount: minor(500) },
    { type: 'buy-get', buy: { scope, quantity: 11 }, get: { scope, quantity: 1, percent: '50' } },
    {
      type: 'tiers',
      basis: 'amount',
      tiers: [
        { from: 10_000, amount: minor(100) },
        { from: 50_000, percent: '1' },
      ],
    },
    { type: 'percent-off-order', percent: '0.5', cap: minor(3_000) },
    { type: 'nth-unit', n: 3, percent: '2', scope },
  ];
  return kinds[n % kinds.length]!;
};
