import { id, instant, type PriceListId, type PromotionId, type SkuId } from '../kernel/index.ts';
import { unitPriceE4 } from '../money/index.ts';
import type { QuoteInput, QuoteLine } from '../order/quote-input.ts';
import type { PriceEntry } from '../pricing/index.ts';
import type { Promotion, PromotionAction } from '../promotion/index.ts';

/** A Friday afternoon in Shanghai. */
export const NOON = instant('2026-03-06T04:00:00.000Z');

/** A line of one SKU named like the line; everything else as given. */
export const aLine = (name: string, quantity = 1, more: Partial<QuoteLine> = {}): QuoteLine => ({
  id: name,
  skuId: id<SkuId>(name),
  quantity,
  ...more,
});

/** A base price of a SKU in major units with up to 4 decimals: `aPrice('tea', 18.5)`. */
export const aPrice = (sku: string, major: number, more: Partial<PriceEntry> = {}): PriceEntry => ({
  skuId: id<SkuId>(sku),
  listId: id<PriceListId>('base'),
  kind: 'base',
  amountE4: unitPriceE4(Math.round(major * 10_000)),
  ...more,
});

/** A promotion of the given actions that holds for everybody. */
export const aPromotion = (
  name: string,
  actions: PromotionAction | readonly PromotionAction[],
  more: Partial<Promotion> = {},
): Promotion => ({
  id: id<PromotionId>(name),
  actions: Array.isArray(actions) ? actions : [actions as PromotionAction],
  ...more,
});

/** An order of lines that all cost their price in major units: `anOrder({ tea: [2, 18.5] })`. */
export const anOrder = (
  goods: Readonly<Record<string, readonly [quantity: number, major: number]>>,
  more: Partial<QuoteInput> = {},
): QuoteInput => ({
  now: NOON,
  lines: Object.entries(goods).map(([name, [quantity]]) => aLine(name, quantity)),
  prices: Object.entries(goods).map(([name, [, major]]) => aPrice(name, major)),
  ...more,
});
