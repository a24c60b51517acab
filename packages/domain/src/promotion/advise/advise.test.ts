import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CategoryId, id, type PriceListId, type SkuId } from '../../kernel/index.ts';
import { minor, unitPriceE4 } from '../../money/index.ts';
import { quote } from '../../order/quote.ts';
import type { QuoteInput } from '../../order/quote-input.ts';
import { aLine, anOrder, aPrice, aPromotion, NOON } from '../../testing/index.ts';
import { adviseAdditions } from './index.ts';

const off20From100 = aPromotion(
  'off',
  { type: 'amount-off-order', amount: minor(2_000) },
  { conditions: [{ type: 'items-total', min: minor(10_000) }] },
);

test('还差 ¥10: two more teas at ¥5 bring ¥20 off', () => {
  const cart = anOrder({ tea: [18, 5] }, { promotions: [off20From100] });
  expect(adviseAdditions({ cart })).toEqual([
    {
      goal: { kind: 'promotion', promotionId: 'off' },
      add: [{ lineId: 'tea', skuId: 'tea', units: 2 }],
      extra: -1_000,
      saves: 2_000,
      payable: 8_000,
      gifts: [],
      exact: true,
    },
  ]);
});

test('whole cartons only, and goods beside the cart when they are the cheaper way', () => {
  const cart = anOrder({ tea: [24, 4] }, { promotions: [off20From100] });
  const carton = {
    ...cart,
    lines: [aLine('tea', 24, { quantityRules: { carton: 12 } })],
    prices: [...cart.prices, aPrice('cup', 1)],
  };
  expect(adviseAdditions({ cart: carton })[0]?.add).toEqual([{ lineId: 'tea', skuId: 'tea', units: 12 }]);
  expect(adviseAdditions({ cart: carton, goods: [aLine('cup')] })[0]?.add).toEqual([
    { lineId: 'cup', skuId: 'cup', units: 4 },
  ]);
});

test('nothing is advised that stock, a maximum or the credit limit forbids', () => {
  const cart = anOrder({ tea: [18, 5] }, { promotions: [off20From100] });
  expect(adviseAdditions({ cart, stock: { [id<SkuId>('tea')]: 19 } })).toEqual([]);
  expect(adviseAdditions({ cart, creditLeft: minor(7_999) })).toEqual([]);
  expect(adviseAdditions({ cart: { ...cart, lines: [aLine('tea', 18, { quantityRules: { maximum: 19 } })] } })).toEqual(
    [],
  );
});

test('a price tier that makes the whole line cheaper', () => {
  const cart = { ...anOrder({ tea: [9, 10] }), prices: [aPrice('tea', 10), aPrice('tea', 8, { minQuantity: 10 })] };
  expect(adviseAdditions({ cart })).toMatchObject([
    { goal: { kind: 'price-tier', skuId: 'tea' }, add: [{ units: 1 }], extra: -1_000, saves: 2_000 },
  ]);
});

test('the next tier of a promotion that holds already', () => {
  const tiers = aPromotion('tiers', {
    type: 'tiers',
    basis: 'amount',
    tiers: [
      { from: 5_000, amount: minor(300) },
      { from: 10_000, amount: minor(1_500) },
    ],
  });
  expect(adviseAdditions({ cart: anOrder({ tea: [9, 10] }, { promotions: [tiers] }) })).toMatchObject([
    { add: [{ units: 1 }], extra: -200, saves: 1_200 },
  ]);
});

test('a gift is advised with the goods that earn it', () => {
  const gift = aPromotion('gift', {
    type: 'gift',
    options: [{ skuId: id<SkuId>('mug'), quantity: 1 }],
    perQuantity: 10,
  });
  expect(adviseAdditions({ cart: anOrder({ tea: [8, 10] }, { promotions: [gift] }) })).toMatchObject([
    { add: [{ units: 2 }], extra: 2_000, gifts: [{ skuId: 'mug', quantity: 1 }] },
  ]);
});

test('a set is completed part by part', () => {
  const item = (sku: string) => ({ scope: { skuIds: [id<SkuId>(sku)] }, quantity: 1 });
  const set = aPromotion('set', {
    type: 'bundle',
    items: [item('pot'), item('cup'), item('tea')],
    total: minor(3_000),
  });
  const cart: QuoteInput = {
    ...anOrder({ pot: [1, 20] }, { promotions: [set] }),
    prices: [aPrice('pot', 20), aPrice('cup', 10), aPrice('tea', 15)],
  };
  const [advice] = adviseAdditions({ cart, goods: [aLine('cup'), aLine('tea')] });
  expect(advice).toMatchObject({
    extra: 1_000,
    saves: 1_500,
    add: [
      { skuId: 'cup', units: 1 },
      { skuId: 'tea', units: 1 },
    ],
  });
});

test('no addition that reaches the threshold costs less than the one advised', () => {
  const skus = ['a', 'b', 'c'];
  const goods = fc.array(
    fc.record({
      price: fc.integer({ min: 1, max: 30 }),
      carton: fc.integer({ min: 1, max: 3 }),
      packs: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(goods, fc.integer({ min: 1, max: 80 }), (all, over) => {
      const lines = all.map(({ carton, packs }, at) => aLine(skus[at]!, carton * packs, { quantityRules: { carton } }));
      const prices = all.map(({ price }, at) => aPrice(skus[at]!, 0, { amountE4: unitPriceE4(price * 10_000) }));
      const sum = all.reduce((total, { price, carton, packs }) => total + price * carton * packs * 100, 0);
      const threshold = sum + over * 100;
      const promotion = aPromotion(
        'off',
        { type: 'amount-off-order', amount: minor(100_000) },
        { conditions: [{ type: 'items-total', min: minor(threshold), base: 'list' }] },
      );
      const free = aPromotion(
        'free',
        { type: 'amount-off-order', amount: minor(1) },
        { conditions: promotion.conditions },
      );
      const cart: QuoteInput = { now: NOON, lines, prices, promotions: [free] };
      const advice = adviseAdditions({ cart })[0]!;
      const bestByTrying = cheapest(
        all.map(({ price, carton }) => price * carton * 100),
        over * 100,
      );
      expect(advice.extra).toBe(bestByTrying - 1);
      const taken = quote({
        ...cart,
        lines: lines.map((line) => ({
          ...line,
          quantity: line.quantity + (advice.add.find(({ lineId }) => lineId === line.id)?.units ?? 0),
        })),
      });
      expect(taken.ok && taken.value.totals.payable).toBe(advice.payable);
    }),
    { numRuns: 500 },
  );
});

/** Least sum of pack prices that reaches the need, by trying every number of packs. */
const cheapest = ([first, ...rest]: readonly number[], need: number): number => {
  if (need <= 0) return 0;
  if (first === undefined) return Number.POSITIVE_INFINITY;
  const most = Math.ceil(need / first);
  return Math.min(
    ...Array.from({ length: most + 1 }, (_, count) => count * first + cheapest(rest, need - count * first)),
  );
};

test('a threshold on some goods is reached with those goods only', () => {
  const drinks = { categoryIds: [id<CategoryId>('drink')] };
  const promotion = aPromotion(
    'drinks',
    { type: 'percent-off-lines', percent: '50', scope: drinks },
    { conditions: [{ type: 'quantity', min: 6, scope: drinks }] },
  );
  const cart: QuoteInput = {
    now: NOON,
    lines: [aLine('tea', 4, { categoryIds: [id<CategoryId>('drink')] }), aLine('pen', 1)],
    prices: [aPrice('tea', 10), aPrice('pen', 1), aPrice('tea', 9, { listId: id<PriceListId>('old'), amountE4: null })],
    promotions: [promotion],
  };
  expect(adviseAdditions({ cart })).toMatchObject([{ add: [{ lineId: 'tea', units: 2 }], extra: -1_000 }]);
});
