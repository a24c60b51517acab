import {
  type BrandId,
  type CategoryId,
  id,
  instant,
  type PriceListId,
  type ProductId,
  type PromotionId,
  type SkuId,
} from '@tradeline/domain/kernel';
import { minor, unitPriceE4 } from '@tradeline/domain/money';
import type { QuoteInput, QuoteLine } from '@tradeline/domain/order';
import type { PriceEntry } from '@tradeline/domain/pricing';
import type { Promotion, PromotionAction, Scope } from '@tradeline/domain/promotion';

/** An order of a wholesaler: every line with six candidate prices, promotions of every common kind, all of them live. */
export const benchOrder = (lines: number, promotions: number): QuoteInput => ({
  now: instant('2026-03-06T06:30:00.000Z'),
  lines: Array.from({ length: lines }, (_, index) => line(index)),
  prices: Array.from({ length: lines }, (_, index) => pricesOf(index)).flat(),
  promotions: Array.from({ length: promotions }, (_, index) => promotion(index)),
  coupons: ['SPRING'],
  customer: { level: 'gold', groupIds: [], channel: 'portal', ordersPlaced: 12 },
  shipping: { amount: minor(2_000), taxRate: '9' },
  tax: { pricesIncludeTax: true, defaultRate: '13' },
});

const name = <T extends string>(kind: string, index: number): T => `${kind}-${String(index).padStart(5, '0')}` as T;

const line = (index: number): QuoteLine => ({
  id: name('line', index),
  skuId: id<SkuId>(name('sku', index)),
  productId: id<ProductId>(name('product', index >> 1)),
  categoryIds: [id<CategoryId>(name('category', index % 7)), id<CategoryId>('all-goods')],
  brandId: id<BrandId>(name('brand', index % 5)),
  quantity: 12 + ((index * 7) % 60),
  quantityRules: { minimum: 1 },
  floorE4: unitPriceE4(20_000),
});

const pricesOf = (index: number): PriceEntry[] => {
  const skuId = id<SkuId>(name('sku', index));
  const base = 100_000 + ((index * 7919) % 900_000);
  const entry = (
    listId: string,
    kind: PriceEntry['kind'],
    percent: number,
    more: Partial<PriceEntry> = {},
  ): PriceEntry => ({
    skuId,
    listId: id<PriceListId>(listId),
    kind,
    amountE4: unitPriceE4(Math.round((base * percent) / 100)),
    ...more,
  });
  return [
    entry('base', 'base', 100),
    entry('base', 'base', 97, { minQuantity: 24 }),
    entry('base', 'base', 94, { minQuantity: 48 }),
    entry('gold', 'member', 95, { level: 'gold' }),
    entry('silver', 'member', 97, { level: 'silver' }),
    entry('portal', 'channel', 98, { channel: 'portal' }),
  ];
};

const promotion = (index: number): Promotion => ({
  id: id<PromotionId>(name('promotion', index)),
  priority: index % 4,
  coupon: index % 10 === 9 ? { code: 'SPRING' } : undefined,
  conditions: index % 3 === 0 ? [{ type: 'items-total', min: minor(1_000) }] : [],
  actions: [action(index)],
});

const action = (index: number): PromotionAction => {
  const scope: Scope = { categoryIds: [id<CategoryId>(name('category', index % 7))] };
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
    { type: 'shipping-percent', percent: '10' },
  ];
  return kinds[index % kinds.length]!;
};
