import type { PromotionTake } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import type { PricedOrder } from '@tradeline/domain/order';
import type { Promotion } from '@tradeline/domain/promotion';

/** What an order uses of the promotions that are limited. */
export const limitedUses = (priced: PricedOrder, promotions: readonly Promotion[]): PromotionTake[] =>
  promotions.flatMap(({ id, usage, budget }) => {
    const amounts = priced.applied.filter(({ promotionId }) => promotionId === id).map(({ amount }) => amount);
    const isUsed = amounts.length > 0 || priced.gifts.some((gift) => gift.promotionId === id);
    if (!isUsed || (!usage && !budget)) return [];
    const countLimit = budget?.type === 'count' ? budget.limit : undefined;
    const limits = [usage?.limit, countLimit].filter((limit) => limit !== undefined);
    return [
      {
        promotionId: id as string,
        amount: minor(amounts.reduce((sum, amount) => sum + amount, 0)),
        ...(limits.length > 0 ? { limit: Math.min(...limits) } : {}),
        ...(usage?.perCustomerLimit === undefined ? {} : { perCompany: usage.perCustomerLimit }),
        ...(budget?.type === 'amount' ? { amountLimit: budget.limit } : {}),
      },
    ];
  });
