import {
  type BrandId,
  type CategoryId,
  type CustomerGroupId,
  type Instant,
  id,
  instant,
  type ProductId,
  type PromotionId,
  type SkuId,
} from '@tradeline/domain/kernel';
import { minor, unitPriceE4 } from '@tradeline/domain/money';
import { type PricedOrder, type QuoteInput, type QuoteLine, quote } from '@tradeline/domain/order';
import type { Condition, Promotion, PromotionSettings, Scope } from '@tradeline/domain/promotion';
import type { PromotionVector, VectorCondition, VectorPromotion, VectorScope, VectorSemantics } from './format.ts';
import { differences, EXACT, type Outcome, Unsupported } from './outcome.ts';
import { actionOf } from './promotion-actions.ts';

/** Runs one case through `quote`, the function that prices real orders, and compares what the format says to compare. */
export const runPromotionVector = (vector: PromotionVector): Outcome => {
  try {
    const priced = quote(quoteInput(vector));
    if (!priced.ok) return { id: vector.id, kind: 'failed', differences: [`refused: ${JSON.stringify(priced.error)}`] };
    const found = compare(vector, priced.value);
    return found.length > 0 ? { id: vector.id, kind: 'failed', differences: found } : { id: vector.id, kind: 'passed' };
  } catch (error) {
    if (error instanceof Unsupported) return { id: vector.id, kind: 'skipped', reason: error.message };
    throw error;
  }
};

/** Ties between lines go by id, in the format by position: lines are named by their place. */
const placeName = (index: number): string => String(index).padStart(4, '0');

export const quoteInput = (vector: PromotionVector): QuoteInput => {
  const { context = {}, shipping } = vector;
  const scopeOf = scopeReader(new Map(vector.lines.map((line, index) => [line.id, placeName(index)])));
  return {
    now: instantOf(context.at ?? '2026-01-01T00:00:00Z'),
    timeZone: context.timeZone ?? 'UTC',
    lines: vector.lines.map(lineOf),
    prices: [],
    promotions: byPlace(vector.promotions).map((promotion, rank) => promotionOf(promotion, rank, scopeOf)),
    coupons: context.coupons ?? [],
    customer: {
      groupIds: (context.groups ?? []).map((group) => id<CustomerGroupId>(group)),
      level: context.level,
      channel: context.channel,
      ordersPlaced: context.ordersPlaced,
    },
    shipping: shipping === undefined ? undefined : { amount: minor(shipping) },
    settings: { promotions: settingsOf(vector.semantics ?? {}) },
  };
};

const instantOf = (text: string): Instant => instant(new Date(text).toISOString());

/** A unit price in minor units, as ten-thousandths of a major unit. */
export const priceE4 = (amount: number) => unitPriceE4(amount * 100);

const lineOf = (line: PromotionVector['lines'][number], index: number): QuoteLine => ({
  id: placeName(index),
  skuId: id<SkuId>(line.sku),
  productId: line.product === undefined ? undefined : id<ProductId>(line.product),
  categoryIds: line.categories?.map((category) => id<CategoryId>(category)),
  brandId: line.brand === undefined ? undefined : id<BrandId>(line.brand),
  quantity: line.qty,
  agreedPrice: { unitPriceE4: priceE4(line.unitPrice), reason: 'given with the case' },
  floorE4: line.floor === undefined ? undefined : priceE4(line.floor),
  selected: line.selected,
});

export type ScopeReader = (scope: VectorScope | undefined) => Scope | undefined;

const SCOPE_KEYS = [
  'lines',
  'skus',
  'products',
  'categories',
  'brands',
  'unitPriceMin',
  'unitPriceMax',
  'excludeCatalogDiscounted',
];

const scopeReader =
  (places: ReadonlyMap<string, string>): ScopeReader =>
  (scope) => {
    if (!scope) return undefined;
    const unknown = Object.keys(scope).find((key) => !SCOPE_KEYS.includes(key));
    if (unknown) throw new Unsupported(`scope key ${unknown}`);
    return {
      lineIds: scope.lines?.map((line) => places.get(line) ?? line),
      skuIds: scope.skus?.map((sku) => id<SkuId>(sku)),
      productIds: scope.products?.map((product) => id<ProductId>(product)),
      categoryIds: scope.categories?.map((category) => id<CategoryId>(category)),
      brandIds: scope.brands?.map((brand) => id<BrandId>(brand)),
      unitPriceMinE4: scope.unitPriceMin === undefined ? undefined : priceE4(scope.unitPriceMin),
      unitPriceMaxE4: scope.unitPriceMax === undefined ? undefined : priceE4(scope.unitPriceMax),
      excludeCatalogDiscounted: scope.excludeCatalogDiscounted,
    };
  };

/** Higher priority first, then the order of creation: the place in the file. */
const byPlace = (promotions: readonly VectorPromotion[]): VectorPromotion[] =>
  promotions.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0));

const promotionOf = (promotion: VectorPromotion, rank: number, scopeOf: ScopeReader): Promotion => ({
  id: id<PromotionId>(promotion.id),
  priority: -rank,
  exclusive: promotion.exclusive,
  exclusionGroup: promotion.exclusionGroup,
  stage: promotion.stage,
  enabled: promotion.enabled,
  coupon: promotion.coupon === undefined ? undefined : { code: promotion.coupon },
  startsAt: promotion.startsAt === undefined ? undefined : instantOf(promotion.startsAt),
  endsAt: promotion.endsAt === undefined ? undefined : instantOf(promotion.endsAt),
  recurring: promotion.recurring,
  audience: {
    channels: promotion.channels,
    groupIds: promotion.groups?.map((group) => id<CustomerGroupId>(group)),
    levels: promotion.levels,
  },
  usage: promotion.usage,
  budget: promotion.budget && { ...promotion.budget, used: promotion.budget.used ?? 0 },
  conditions: promotion.conditions?.map((condition) => conditionOf(condition, scopeOf)),
  actions: promotion.actions.map((action) => actionOf(action, scopeOf)),
});

const conditionOf = (condition: VectorCondition, scopeOf: ScopeReader): Condition => {
  const scope = scopeOf(condition.scope);
  const amount = (value: number | undefined) => (value === undefined ? undefined : minor(value));
  switch (condition.type) {
    case 'itemsTotal':
      return {
        type: 'items-total',
        min: amount(condition.min),
        max: amount(condition.max),
        equals: amount(condition.equals),
        scope,
        base: condition.base,
      };
    case 'quantity':
      return { type: 'quantity', min: condition.min, max: condition.max, scope };
    case 'lineQuantity':
      return { type: 'line-quantity', min: condition.min ?? 1, scope };
    case 'contains':
      return { type: 'contains', minQuantity: condition.minQty, scope };
    case 'orderNumber':
      return { type: 'order-number', n: condition.n ?? 1 };
    default:
      throw new Unsupported(`condition type ${condition.type}`);
  }
};

const SEMANTICS_KEYS = [
  'combine',
  'conditionBase',
  'percentBase',
  'roundAt',
  'rounds',
  'allocation',
  'groupPick',
  'shareBuyUnits',
];

const settingsOf = (semantics: VectorSemantics): PromotionSettings => {
  const unknown = Object.keys(semantics).find((key) => !SEMANTICS_KEYS.includes(key));
  if (unknown) throw new Unsupported(`semantics key ${unknown}`);
  const { combine = 'sequential', conditionBase, percentBase, roundAt, rounds, allocation } = semantics;
  return {
    combine: combine === 'exclusive-first' ? 'sequential' : combine,
    stages: 'by-priority',
    exclusiveWithin: 'stage',
    conditionBase,
    percentBase,
    roundAt,
    rounds,
    allocation,
    groupPick: semantics.groupPick ?? 'priority',
    groupWithin: 'order',
    unitSharing: semantics.shareBuyUnits === false ? 'given-again' : 'all',
    limitedUnits: 'less-all',
  };
};

const compare = ({ lines, promotions, expected }: PromotionVector, order: PricedOrder): string[] => {
  const { totals } = order;
  const discountTotal = totals.discount + totals.shippingDiscount;
  const numbers = { discountTotal, itemsTotal: totals.goods, shippingTotal: totals.shipping, total: totals.payable };
  const names = new Map(lines.map((line, index) => [placeName(index), line.id]));
  const priced = new Map(
    order.lines.map((line) => [names.get(line.id), { id: names.get(line.id), discount: line.discount, net: line.net }]),
  );
  const { discountTotal: discount, itemsTotal, shippingTotal, total } = expected;
  const wanted = Object.fromEntries(
    Object.entries({ discountTotal: discount, itemsTotal, shippingTotal, total }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  return [
    ...differences(wanted, numbers, EXACT),
    ...(expected.lines ?? []).flatMap((line) => differences(line, priced.get(line.id), EXACT, `line ${line.id}`)),
    ...(expected.lines && expected.lines.length !== order.lines.length
      ? [`lines: expected ${expected.lines.length}, got ${order.lines.length}`]
      : []),
    ...sameSet(
      'applied',
      expected.applied?.map(({ promotion }) => promotion),
      order.applied.map(({ promotionId }) => promotionId),
    ),
    ...sameSet(
      'gifts',
      expected.gifts?.map(({ sku, qty }) => `${qty} × ${sku}`),
      order.gifts.map(({ skuId, quantity }) => `${quantity} × ${skuId}`),
    ),
    ...sameSet(
      'bundles',
      expected.bundles?.map(({ promotion, times }) => `${times} × ${promotion}`),
      order.applied
        .filter(({ promotionId }) => isBundle(promotions, promotionId))
        .map(({ promotionId, times }) => `${times} × ${promotionId}`),
    ),
  ];
};

const isBundle = (promotions: readonly VectorPromotion[], promotionId: string): boolean =>
  promotions.some(({ id: own, actions }) => own === promotionId && actions.some(({ type }) => type === 'bundle'));

const sameSet = (path: string, expected: readonly string[] | undefined, got: readonly string[]): string[] => {
  if (!expected) return [];
  const [wanted, found] = [expected.toSorted().join(', '), got.toSorted().join(', ')];
  return wanted === found ? [] : [`${path}: expected [${wanted}], got [${found}]`];
};
