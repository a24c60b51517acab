import { addMillis, type Instant, instant, localTime, type PromotionId, toMillis } from '../../kernel/index.ts';
import { quote } from '../../order/quote.ts';
import type { QuoteInput, QuoteLine } from '../../order/quote-input.ts';
import type { PricedOrder } from '../../order/quote-result.ts';
import type { CustomerContext, PriceEntry } from '../../pricing/index.ts';
import { isOpen } from '../eligibility.ts';
import type { Promotion, PromotionSettings } from '../promotion.ts';
import type { Basket } from './finding.ts';

/** Something that can be ordered: a line without its quantity. */
export type Goods = Omit<QuoteLine, 'id' | 'quantity'>;

export type AnalysisInput = {
  readonly promotions: readonly Promotion[];
  /** The goods that may stand in a basket. Goods that no rule tells apart are probed once. */
  readonly goods: readonly Goods[];
  readonly prices: readonly PriceEntry[];
  /** The moment of publishing. */
  readonly now: Instant;
  readonly timeZone?: string | undefined;
  readonly settings?: PromotionSettings | undefined;
  readonly customer?: CustomerContext | undefined;
};

const HOUR = 3_600_000;

/** A moment at which a promotion is live: now if it is, else the first open half hour after its start. */
export const liveMoment = (promotion: Promotion, { now, timeZone }: AnalysisInput): Instant | undefined => {
  const from = promotion.startsAt !== undefined && promotion.startsAt > now ? promotion.startsAt : now;
  for (let half = 0; half <= 16 * 24; half += 1) {
    const at =
      half === 0
        ? from
        : addMillis(instant(new Date(Math.floor(toMillis(from) / HOUR) * HOUR).toISOString()), half * (HOUR / 2));
    if (promotion.endsAt !== undefined && at >= promotion.endsAt) return undefined;
    const local = localTime(at, timeZone ?? 'Asia/Shanghai');
    if (local && (!promotion.recurring || promotion.recurring.some((hours) => isOpen(hours, local)))) return at;
  }
  return undefined;
};

/** A buyer whom a promotion addresses, with every coupon at hand. */
const addressee = ({ audience, conditions }: Promotion, customer: CustomerContext = {}): CustomerContext => {
  const nth = conditions?.find((condition) => condition.type === 'order-number');
  return {
    ...customer,
    companyId: audience?.companyIds?.[0] ?? customer.companyId,
    groupIds: audience?.groupIds ?? customer.groupIds,
    level: audience?.levels?.[0] ?? customer.level,
    channel: audience?.channels?.[0] ?? customer.channel,
    regions: audience?.regions ?? customer.regions,
    ordersPlaced: nth ? nth.n - 1 : customer.ordersPlaced,
  };
};

/** Prices baskets as the buyer whom one promotion addresses, at a moment when it is live. */
export type Probe = {
  readonly priced: (basket: Basket, promotions?: readonly Promotion[]) => PricedOrder | undefined;
  readonly focus: Promotion;
};

export const probeFor = (focus: Promotion, input: AnalysisInput): Probe | undefined => {
  const now = liveMoment(focus, input);
  if (!now) return undefined;
  const goods = new Map(input.goods.map((one) => [one.skuId as string, one]));
  const common: Omit<QuoteInput, 'lines'> = {
    now,
    prices: input.prices,
    customer: addressee(focus, input.customer),
    coupons: input.promotions.flatMap(({ coupon }) => (coupon ? [coupon.code] : [])),
    timeZone: input.timeZone,
    shipping: { amount: 1_000 as never },
    settings: { promotions: input.settings },
  };
  const cache = new Map<string, PricedOrder | undefined>();
  const price = (basket: Basket, promotions: readonly Promotion[]): PricedOrder | undefined => {
    const lines = basket.map(({ skuId, quantity }) => ({
      ...goods.get(skuId)!,
      id: skuId,
      quantity,
      quantityRules: undefined,
      productRules: undefined,
    }));
    const result = quote({ ...common, lines, promotions });
    return result.ok ? result.value : undefined;
  };
  return {
    focus,
    priced: (basket, promotions) => {
      if (promotions) return price(basket, promotions);
      const key = basket.map(({ skuId, quantity }) => `${skuId}×${quantity}`).join();
      if (!cache.has(key)) cache.set(key, price(basket, input.promotions));
      return cache.get(key);
    },
  };
};

/** Whether a promotion did anything in a priced order. */
export const didApply = (order: PricedOrder | undefined, id: PromotionId): boolean =>
  order?.applied.some((applied) => applied.promotionId === id) ?? false;
