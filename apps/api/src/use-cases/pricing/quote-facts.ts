import type { Tx } from '@tradeline/db';
import {
  type CartGoods,
  catalogStore,
  type PriceAudience,
  priceStore,
  type ShopMoment,
  type SkuFacts,
  shopMoment,
  stockStore,
} from '@tradeline/db/stores';
import type { QuantityRules } from '@tradeline/domain/catalog';
import type { BrandId, CategoryId, Instant, ProductId, PromotionId, SkuId } from '@tradeline/domain/kernel';
import type { PointsOffer, QuoteInput, QuoteLine } from '@tradeline/domain/order';
import type { CustomerContext } from '@tradeline/domain/pricing';
import { isAddressedTo, type Promotion } from '@tradeline/domain/promotion';
import type { Visitor } from '../../trpc/context.ts';
import { viewerOf } from '../session/visitor.ts';
import { type PromotionsNow, promotionsNow, type RunningPromotion } from './promotions-now.ts';

/** What a customer is to price lists and promotions. */
export const audienceOf = ({ company }: Pick<Visitor, 'company'>): PriceAudience => ({
  companyId: company?.id ?? null,
  groupId: company?.groupId ?? null,
  level: company?.level ?? null,
  channel: 'portal',
});

export const customerOf = ({ company }: Pick<Visitor, 'company'>): CustomerContext => ({
  groupIds: company?.groupId ? [company.groupId] : [],
  channel: 'portal',
  ...(company ? { companyId: company.id, level: company.level } : {}),
  ...(company?.region ? { regions: [company.region] } : {}),
});

/** Minimum, multiple and maximum of a SKU in base units. A carton binds only where the multiple says so. */
export const quantityRulesOf = (sku: SkuFacts): QuantityRules => ({
  minimum: sku.minQuantity,
  multiple: sku.multiple,
  ...(sku.maxQuantity === null ? {} : { maximum: sku.maxQuantity }),
});

/** Each category with all above it, since a promotion on "tools" means its sub-categories too. */
const pathsOf = async (tx: Tx): Promise<(id: string) => CategoryId[]> => {
  const rows = await catalogStore.categoryParents(tx);
  const parents = new Map(rows.map((row) => [row.id, row.parentId]));
  return (id) => {
    const path: CategoryId[] = [];
    for (let at: string | null | undefined = id; at; at = parents.get(at)) path.push(at as CategoryId);
    return path;
  };
};

export type WantedLine = { sku: SkuFacts; quantity: number };

/** A line of goods as the quote reads it; its id is the SKU's. */
export const quoteLineOf = ({ sku, quantity }: WantedLine, categoryIds: readonly CategoryId[]): QuoteLine => ({
  id: sku.id,
  skuId: sku.id as SkuId,
  productId: sku.productId as ProductId,
  categoryIds,
  ...(sku.brandId ? { brandId: sku.brandId as BrandId } : {}),
  quantity,
  quantityRules: quantityRulesOf(sku),
  taxRate: sku.taxRate,
});

/** Of the promotions that run, those for this visitor: made for others they never reach his browser, nor do codes that nobody has told him. */
export const promotionsFor = <Running extends { definition: unknown }>(
  visitor: Pick<Visitor, 'company'>,
  running: readonly Running[],
): Running[] => {
  const customer = customerOf(visitor);
  return running.filter(({ definition }) => {
    const promotion = definition as Promotion;
    return isAddressedTo(promotion, customer) && !promotion.coupon;
  });
};

/** What a buyer brings to the price beside the goods: codes he typed, gifts he chose, points he wishes to use. */
export type PriceWishes = {
  coupons?: readonly string[] | undefined;
  giftChoices?: Readonly<Record<string, string>> | undefined;
  points?: PointsOffer | undefined;
};

/** What stands between goods and their price for one customer at this moment. */
export type PriceFacts = {
  now: Instant;
  quoteInput: (wanted: readonly WantedLine[], more?: Pick<PriceWishes, 'points'>) => QuoteInput;
  /** What the promotions are called. */
  names: Record<string, RunningPromotion['name']>;
  /** Of the coupons that were typed: whether they are handed out to single companies. */
  templates: PromotionsNow['templates'];
};

/**
 * Everything `quote` needs for some SKUs and one customer, as plain JSON: the portal prices with exactly this while the
 * buyer types, the server prices with exactly this when the order is placed. A line's id is its SKU's. What does not
 * depend on each other is asked together, so that a placement waits for the database as seldom as it can.
 */
export const priceFactsFor = async (
  tx: Tx,
  visitor: Visitor,
  goods: string[] | CartGoods,
  wishes: PriceWishes = {},
  moment: Promise<ShopMoment> = shopMoment(tx),
): Promise<PriceFacts> => {
  const customer = customerOf(visitor);
  const [pathOf, prices, { running, templates }, { now }] = await Promise.all([
    pathsOf(tx),
    priceStore.candidates(tx, goods, audienceOf(visitor)),
    promotionsNow(tx, customer, wishes.coupons ?? []),
    moment,
  ]);
  const giftStock = await giftStockFor(tx, visitor, giftsOf(running.map(({ promotion }) => promotion)));
  return factsFrom({ now, customer, running, templates, prices, giftStock, pathOf }, wishes);
};

/** All that was found out, however it was. */
export type FoundFacts = PromotionsNow & {
  now: Instant;
  customer: CustomerContext;
  prices: QuoteInput['prices'];
  giftStock: Record<string, number>;
  pathOf: (categoryId: string) => CategoryId[];
};

export const factsFrom = (
  { now, customer, running, templates, prices, giftStock, pathOf }: FoundFacts,
  wishes: PriceWishes = {},
): PriceFacts => ({
  now,
  templates,
  names: Object.fromEntries(running.map(({ promotion, name }) => [promotion.id, name])),
  quoteInput: (wanted, { points = wishes.points } = {}) => ({
    lines: wanted.map((line) => quoteLineOf(line, pathOf(line.sku.categoryId))),
    customer,
    prices,
    promotions: running.map(({ promotion }) => promotion),
    giftStock,
    tax: { pricesIncludeTax: true },
    now,
    ...(wishes.coupons?.length ? { coupons: wishes.coupons } : {}),
    ...(points ? { points } : {}),
    ...(wishes.giftChoices ? { giftChoices: wishes.giftChoices as Record<PromotionId, SkuId> } : {}),
  }),
});

/** The price question of goods that are known already. */
export const quoteInputFor = async (
  tx: Tx,
  visitor: Visitor,
  wanted: WantedLine[],
  wishes: PriceWishes = {},
): Promise<QuoteInput> => {
  const facts = await priceFactsFor(
    tx,
    visitor,
    wanted.map(({ sku }) => sku.id),
    wishes,
  );
  return facts.quoteInput(wanted);
};

/** Units left of each gift; of goods the visitor may not see, none, as if they were not given. */
export const giftStockFor = async (tx: Tx, visitor: Visitor, skuIds: string[]): Promise<Record<string, number>> => {
  if (skuIds.length === 0) return {};
  const shown = (await catalogStore.skus(tx, skuIds, viewerOf(visitor))).filter((sku) => sku.shown);
  const available = await stockStore.available(
    tx,
    shown.map((sku) => sku.id),
  );
  return Object.fromEntries(skuIds.map((id) => [id, available.get(id) ?? 0]));
};

/** Goods that running promotions may give away: what is left of them bounds the gift, so that no order fails for one. */
export const giftsOf = (promotions: readonly Promotion[]): string[] => [
  ...new Set(
    promotions.flatMap(({ actions }) =>
      actions.flatMap((action) => (action.type === 'gift' ? action.options.map(({ skuId }) => skuId as string) : [])),
    ),
  ),
];
