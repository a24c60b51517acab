import fc from 'fast-check';
import { type CategoryId, id, type ProductId, type PromotionId, type SkuId } from '../kernel/index.ts';
import { minor, unitPriceE4 } from '../money/index.ts';
import type { QuoteInput, QuoteLine } from '../order/quote-input.ts';
import type { PriceEntry } from '../pricing/index.ts';
import type { Promotion, PromotionAction, PromotionSettings, Scope } from '../promotion/index.ts';
import { aPrice, NOON } from './builders.ts';

/** Small worlds find more mistakes than large ones: few names, so that scopes, ties and groups really meet. */
const SKUS = ['a', 'b', 'c', 'd', 'e'] as const;
const CATEGORIES = ['food', 'drink'] as const;

const percent = fc.constantFrom('0', '1', '7.5', '10', '12.34', '33.33', '50', '99', '100', '150');
const amount = fc.nat({ max: 30_000 }).map(minor);
const units = fc.integer({ min: 1, max: 6 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const scope: fc.Arbitrary<Scope | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...CATEGORIES).map((category) => ({ categoryIds: [id<CategoryId>(category)] })),
  },
  {
    weight: 2,
    arbitrary: fc.subarray([...SKUS], { minLength: 1 }).map((skus) => ({ skuIds: skus.map((sku) => id<SkuId>(sku)) })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      unitPriceMinE4: fc.nat({ max: 500_000 }).map(unitPriceE4),
      excludeCatalogDiscounted: fc.boolean(),
    }),
  },
);

/** Any action on goods or shipping, gifts included. */
export const promotionActions: fc.Arbitrary<PromotionAction> = fc.oneof(
  fc.record({
    type: fc.constant('percent-off-lines' as const),
    percent,
    maxUnitsPerLine: maybe(units),
    capPerUnit: maybe(amount),
    scope,
  }),
  fc.record({ type: fc.constant('amount-off-unit' as const), amount, maxUnitsPerLine: maybe(units), scope }),
  fc.record({ type: fc.constant('amount-off-line' as const), amount, maxUnitsPerLine: maybe(units), scope }),
  fc.record({ type: fc.constant('amount-off-order' as const), amount, scope }),
  fc.record({ type: fc.constant('percent-off-order' as const), percent, cap: maybe(amount), scope }),
  fc.record({ type: fc.constant('order-total-fixed' as const), total: amount, scope }),
  fc.record({
    type: fc.constant('every-amount' as const),
    every: fc.integer({ min: 1, max: 20_000 }).map(minor),
    amount: fc.nat({ max: 5_000 }).map(minor),
    maxTimes: maybe(units),
    scope,
  }),
  fc.record({
    type: fc.constant('tiers' as const),
    basis: fc.constantFrom('amount' as const, 'quantity' as const),
    tiers: fc.array(fc.record({ from: fc.nat({ max: 20_000 }), amount }), { maxLength: 3 }),
    otherwise: maybe(fc.record({ percent })),
    scope,
  }),
  fc.record({
    type: fc.constant('fixed-unit-price' as const),
    priceE4: fc.nat({ max: 1_000_000 }).map(unitPriceE4),
    scope,
  }),
  fc.record({ type: fc.constant('cheapest-unit' as const), percent, scope }),
  fc.record({
    type: fc.constant('nth-unit' as const),
    n: units,
    percent,
    across: fc.constantFrom('line' as const, 'scope' as const),
    scope,
  }),
  fc.record({
    type: fc.constant('buy-get' as const),
    buy: fc.record({ scope, quantity: units }),
    get: fc.record({ scope, quantity: units, percent }),
    pick: fc.constantFrom('cheapest' as const, 'line-total-desc' as const),
    repeat: fc.boolean(),
    allOrNothing: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('bundle' as const),
    items: fc.array(fc.record({ scope, quantity: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 3 }),
    total: amount,
  }),
  fc.record({
    type: fc.constant('gift' as const),
    options: fc.constant([{ skuId: id<SkuId>('gift'), quantity: 1, unitValueE4: unitPriceE4(50_000) }]),
    perQuantity: units,
    scope,
  }),
  fc.record({ type: fc.constant('shipping-percent' as const), percent }),
);

/** Promotions with distinct ids that can exclude, limit and outbid each other. */
export const promotions: fc.Arbitrary<Promotion[]> = fc
  .array(
    fc.record({
      stage: fc.constantFrom(undefined, undefined, 'catalog' as const),
      priority: fc.nat({ max: 2 }),
      exclusive: fc.constantFrom(false, false, false, true),
      exclusionGroup: fc.constantFrom(undefined, undefined, 'main'),
      maxUnits: maybe(units),
      budget: maybe(
        fc.record({
          type: fc.constant('amount' as const),
          limit: fc.nat({ max: 20_000 }),
          used: fc.nat({ max: 5_000 }),
          whenExceeded: fc.constantFrom('refuse' as const, 'cap' as const),
        }),
      ),
      conditions: fc.array(fc.record({ type: fc.constant('items-total' as const), min: amount, scope }), {
        maxLength: 1,
      }),
      actions: fc.array(promotionActions, { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: 4 },
  )
  .map((all) => all.map((promotion, index): Promotion => ({ id: id<PromotionId>(`p${index}`), ...promotion })));

/** Every way to combine and round. */
export const promotionSettings: fc.Arbitrary<PromotionSettings> = fc.record({
  combine: fc.constantFrom(undefined, undefined, 'best-per-line' as const, 'best-combination' as const),
  stages: fc.constantFrom('by-action' as const, 'by-priority' as const),
  exclusiveWithin: fc.constantFrom('order' as const, 'stage' as const),
  percentBase: fc.constantFrom('running' as const, 'list' as const),
  roundAt: fc.constantFrom('line' as const, 'unit' as const),
  rounds: fc.constantFrom('discount' as const, 'price' as const),
  allocation: fc.constantFrom('largest-remainder' as const, 'truncate-last-line' as const),
  groupPick: fc.constantFrom('best' as const, 'priority' as const),
  groupWithin: fc.constantFrom('lines' as const, 'order' as const),
  unitSharing: fc.constantFrom('none' as const, 'given-again' as const, 'all' as const),
  limitedUnits: fc.constantFrom('own-share' as const, 'less-all' as const),
  bestDeal: fc.constantFrom(false, false, true),
});

const lines: fc.Arbitrary<QuoteLine[]> = fc
  .array(
    fc.record({
      skuId: fc.constantFrom(...SKUS).map((sku) => id<SkuId>(sku)),
      productId: fc.constantFrom('x', 'y').map((product) => id<ProductId>(product)),
      categoryIds: fc.constantFrom(...CATEGORIES).map((category) => [id<CategoryId>(category)]),
      quantity: fc.integer({ min: 1, max: 12 }),
      floorE4: maybe(fc.nat({ max: 300_000 }).map(unitPriceE4)),
      taxRate: fc.constantFrom('13', '9', '6', '0'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map((line, index) => ({ id: `l${index}`, ...line })));

const prices: fc.Arbitrary<PriceEntry[]> = fc
  .tuple(...SKUS.map(() => fc.nat({ max: 600_000 })))
  .map((amounts) => SKUS.map((sku, index) => aPrice(sku, 0, { amountE4: unitPriceE4(amounts[index]!) })));

/** Whole orders that can always be priced: any lines, prices, promotions, settings, points and tax. */
export const quoteInputs: fc.Arbitrary<QuoteInput> = fc.record({
  now: fc.constant(NOON),
  lines,
  prices,
  promotions,
  shipping: fc.nat({ max: 3_000 }).map((shipping) => ({ amount: minor(shipping), taxRate: '9' })),
  points: maybe(
    fc.record({
      points: fc.nat({ max: 5_000 }),
      worth: fc.constantFrom('1', '0.5', '3'),
      maxPercent: maybe(fc.constant('50')),
    }),
  ),
  tax: fc.record({ pricesIncludeTax: fc.boolean(), method: fc.constantFrom('per-line' as const, 'per-rate' as const) }),
  settings: promotionSettings.map((settings) => ({ promotions: settings })),
});
