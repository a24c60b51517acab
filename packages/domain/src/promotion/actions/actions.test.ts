import { expect, test } from 'vitest';
import { type CategoryId, id, type ProductId, type SkuId } from '../../kernel/index.ts';
import { minor, unitPriceE4 } from '../../money/index.ts';
import { quote } from '../../order/quote.ts';
import type { QuoteInput } from '../../order/quote-input.ts';
import { aLine, anOrder, aPromotion } from '../../testing/index.ts';
import type { PromotionAction, PromotionSettings } from '../promotion.ts';

const price = (input: QuoteInput) => {
  const priced = quote(input);
  if (!priced.ok) throw new Error(JSON.stringify(priced.error));
  return priced.value;
};

/** What an action takes from each line of some goods, in minor units, lines by name. */
const taken = (
  goods: Parameters<typeof anOrder>[0],
  action: PromotionAction | PromotionAction[],
  settings: PromotionSettings = {},
  more: Partial<QuoteInput> = {},
) =>
  price(
    anOrder(goods, { promotions: [aPromotion('p', action)], settings: { promotions: settings }, ...more }),
  ).lines.map(({ discount }) => discount);

const sku = (...names: string[]) => ({ skuIds: names.map((name) => id<SkuId>(name)) });
const rejection = (goods: Parameters<typeof anOrder>[0], action: PromotionAction) =>
  price(anOrder(goods, { promotions: [aPromotion('p', action)] })).rejected[0];

test('percent of lines: rounded half up once per line, or per unit, or on the new price', () => {
  const percent: PromotionAction = { type: 'percent-off-lines', percent: '15' };
  expect(taken({ a: [3, 10.5] }, percent)).toEqual([473]);
  expect(taken({ a: [3, 10.5] }, percent, { roundAt: 'unit' })).toEqual([474]);
  expect(taken({ a: [3, 10.5] }, percent, { rounds: 'price' })).toEqual([472]);
  expect(taken({ a: [3, 10.5] }, percent, { rounds: 'price', roundAt: 'unit' })).toEqual([471]);
});

test('percent of so many units, and a cap for each unit', () => {
  expect(taken({ a: [4, 10] }, { type: 'percent-off-lines', percent: '50', maxUnitsPerLine: 1 })).toEqual([500]);
  expect(taken({ a: [4, 10] }, { type: 'percent-off-lines', percent: '50', capPerUnit: minor(300) })).toEqual([1_200]);
  expect(taken({ a: [4, 10] }, { type: 'percent-off-lines', percent: '50', capPerUnit: minor(600) })).toEqual([2_000]);
});

test('a cap is told in the trace', () => {
  const order = price(
    anOrder(
      { a: [4, 10] },
      { promotions: [aPromotion('p', { type: 'percent-off-lines', percent: '50', capPerUnit: minor(300) })] },
    ),
  );
  expect(order.trace).toEqual([
    {
      source: { kind: 'promotion', promotionId: 'p', actionIndex: 0 },
      stage: 'line',
      target: { kind: 'line', lineId: 'a' },
      base: 4_000,
      percent: '50',
      rounded: 1_200,
      heldBack: { by: 'cap', amount: 800 },
      before: 4_000,
      after: 2_800,
    },
  ]);
});

test('the exact amount before rounding stands in the trace as a fraction', () => {
  const order = price(
    anOrder({ a: [1, 10.5] }, { promotions: [aPromotion('p', { type: 'percent-off-lines', percent: '15' })] }),
  );
  expect(order.trace[0]).toMatchObject({ raw: '315/2', rounded: 158, base: 1_050 });
});

test('a limit of units over the order goes to the cheapest goods first', () => {
  const action: PromotionAction = { type: 'amount-off-unit', amount: minor(100) };
  const limited = aPromotion('p', action, { maxUnits: 3 });
  expect(
    price(anOrder({ a: [2, 10], b: [2, 5] }, { promotions: [limited] })).lines.map(({ discount }) => discount),
  ).toEqual([100, 200]);
});

test('an amount off each unit, or once per line, never takes more than there is', () => {
  expect(taken({ a: [3, 2], b: [1, 9] }, { type: 'amount-off-unit', amount: minor(300) })).toEqual([600, 300]);
  expect(taken({ a: [3, 2], b: [1, 9] }, { type: 'amount-off-line', amount: minor(700) })).toEqual([600, 700]);
  expect(taken({ a: [3, 2] }, { type: 'amount-off-line', amount: minor(700), maxUnitsPerLine: 2 })).toEqual([400]);
});

test('limited units after an earlier discount: their share of the line, or list value less all discounts', () => {
  const actions = [
    aPromotion('p1', { type: 'percent-off-lines', percent: '30', maxUnitsPerLine: 2 }, { priority: 1 }),
    aPromotion('p2', { type: 'percent-off-lines', percent: '10', maxUnitsPerLine: 1 }),
  ];
  const discounts = (limitedUnits: PromotionSettings['limitedUnits']) =>
    price(anOrder({ a: [3, 50] }, { promotions: actions, settings: { promotions: { limitedUnits } } })).applied.map(
      ({ amount }) => amount,
    );
  expect(discounts('own-share')).toEqual([3_000, 400]);
  expect(discounts('less-all')).toEqual([3_000, 200]);
});

test('一口价: a fixed unit price lowers, and never raises', () => {
  expect(taken({ a: [3, 10], b: [1, 5] }, { type: 'fixed-unit-price', priceE4: unitPriceE4(79_900) })).toEqual([
    603, 0,
  ]);
  expect(taken({ a: [3, 10] }, { type: 'fixed-unit-price', priceE4: unitPriceE4(79_900), maxUnitsPerLine: 1 })).toEqual(
    [201],
  );
});

test('the cheapest unit: of the line with the lowest price, the first in a tie', () => {
  expect(taken({ a: [2, 10], b: [2, 4], c: [1, 4] }, { type: 'cheapest-unit', percent: '50' })).toEqual([0, 200, 0]);
  expect(taken({ a: [2, 10], b: [2, 4] }, { type: 'cheapest-unit', amount: minor(900) })).toEqual([0, 400]);
  expect(taken({ a: [2, 10], b: [2, 4] }, { type: 'cheapest-unit', percent: '50', scope: sku('none') })).toEqual([
    0, 0,
  ]);
});

test('第N件X折: per line, at most so many times, or over the scope with the cheapest of each n', () => {
  const third = { type: 'nth-unit', n: 3, percent: '50' } as const;
  expect(taken({ a: [7, 10], b: [2, 4] }, third)).toEqual([1_000, 0]);
  expect(taken({ a: [7, 10] }, { ...third, maxTimes: 1 })).toEqual([500]);
  expect(taken({ a: [2, 10], b: [2, 4], c: [2, 6] }, { ...third, across: 'scope' })).toEqual([0, 200, 300]);
  expect(taken({ a: [2, 10], b: [2, 4], c: [2, 6] }, { ...third, across: 'scope', maxTimes: 1 })).toEqual([0, 0, 300]);
  expect(rejection({ a: [2, 10], b: [1, 4] }, third)).toMatchObject({
    reason: 'conditions_not_met',
    missing: { quantity: 1 },
  });
  expect(rejection({ a: [1, 10], b: [1, 4] }, { ...third, n: 5, across: 'scope' })).toMatchObject({
    missing: { quantity: 3 },
  });
});

test('满减 is spread by value with the largest remainder, or as systems that give the last line the rest', () => {
  const off: PromotionAction = { type: 'amount-off-order', amount: minor(50) };
  expect(taken({ a: [2, 1], b: [3, 0.5] }, off)).toEqual([29, 21]);
  expect(taken({ a: [2, 1], b: [3, 0.5] }, off, { allocation: 'truncate-last-line' })).toEqual([28, 22]);
});

test('what floors do not allow goes to other lines, and the rest is told', () => {
  const lines = [aLine('a', 1, { floorE4: unitPriceE4(90_000) }), aLine('b', 1, { floorE4: unitPriceE4(40_000) })];
  const order = price({
    ...anOrder({ a: [1, 10], b: [1, 5] }),
    lines,
    promotions: [aPromotion('p', { type: 'amount-off-order', amount: minor(500) })],
  });
  expect(order.lines.map(({ discount }) => discount)).toEqual([100, 100]);
  expect(order.trace.at(-1)?.heldBack).toEqual({ by: 'floor', amount: 300 });
  const free = price(
    anOrder({ a: [1, 2] }, { promotions: [aPromotion('p', { type: 'amount-off-order', amount: minor(500) })] }),
  );
  expect(free.trace.at(-1)?.heldBack).toEqual({ by: 'line-value', amount: 300 });
});

test('percent of the order is rounded once, capped, and counts list amounts when told to', () => {
  const percent = { type: 'percent-off-order', percent: '10' } as const;
  expect(taken({ a: [1, 1.06], b: [1, 2.06], c: [1, 3.06], d: [1, 4.06] }, percent)).toEqual([11, 21, 30, 40]);
  expect(taken({ a: [1, 100] }, { ...percent, cap: minor(700) })).toEqual([700]);
  expect(taken({ a: [1, 100] }, { ...percent, cap: minor(1_700) })).toEqual([1_000]);
  const two = [aPromotion('p1', percent), aPromotion('p2', percent)];
  const sum = (percentBase: PromotionSettings['percentBase']) =>
    price(anOrder({ a: [1, 100] }, { promotions: two, settings: { promotions: { percentBase } } })).totals.discount;
  expect([sum('running'), sum('list')]).toEqual([1_900, 2_000]);
});

test('a fixed total for the order or a scope, never a surcharge', () => {
  expect(taken({ a: [1, 100], b: [1, 50] }, { type: 'order-total-fixed', total: minor(12_000) })).toEqual([
    2_000, 1_000,
  ]);
  expect(
    taken({ a: [1, 100], b: [1, 50] }, { type: 'order-total-fixed', total: minor(4_000), scope: sku('b') }),
  ).toEqual([0, 1_000]);
  expect(taken({ a: [1, 100] }, { type: 'order-total-fixed', total: minor(20_000) })).toEqual([0]);
});

test('每满减: for every full threshold, at most so often; the next one is told', () => {
  const every = { type: 'every-amount', every: minor(30_000), amount: minor(4_000) } as const;
  const applied = (action: PromotionAction) =>
    price(anOrder({ a: [1, 830] }, { promotions: [aPromotion('p', action)] })).applied[0];
  expect(applied(every)).toMatchObject({ amount: 8_000, times: 2, next: { amount: 7_000 } });
  expect(applied({ ...every, maxTimes: 1 })).toMatchObject({ amount: 4_000, times: 1 });
  expect(applied({ ...every, maxTimes: 1 })?.next).toBeUndefined();
  expect(rejection({ a: [1, 287.5] }, every)).toEqual({
    promotionId: 'p',
    reason: 'conditions_not_met',
    missing: { amount: 1_250 },
  });
  expect(taken({ a: [1, 300] }, every)).toEqual([4_000]);
});

test('阶梯: only the highest reached tier, by amount or quantity, amount, percent or fixed sum', () => {
  const tiers: PromotionAction = {
    type: 'tiers',
    basis: 'amount',
    tiers: [
      { from: 20_000, percent: '10' },
      { from: 10_000, amount: minor(500) },
      { from: 30_000, total: minor(25_000) },
    ],
  };
  expect([99.99, 100, 199.99, 200, 300].map((major) => taken({ a: [1, major] }, tiers)[0])).toEqual([
    0, 500, 500, 2_000, 5_000,
  ]);
  expect(
    taken({ a: [2, 10], b: [3, 10] }, { type: 'tiers', basis: 'quantity', tiers: [{ from: 5, amount: minor(100) }] }),
  ).toEqual([40, 60]);
  expect(
    taken(
      { a: [1, 10] },
      { type: 'tiers', basis: 'quantity', tiers: [{ from: 5, amount: minor(100) }], otherwise: { percent: '1' } },
    ),
  ).toEqual([10]);
  expect(rejection({ a: [1, 10] }, tiers)).toMatchObject({ missing: { amount: 9_000 } });
  expect(
    rejection({ a: [1, 10] }, { type: 'tiers', basis: 'quantity', tiers: [{ from: 5, amount: minor(1) }] }),
  ).toMatchObject({ missing: { quantity: 4 } });
  expect(price(anOrder({ a: [1, 150] }, { promotions: [aPromotion('p', tiers)] })).applied[0]).toMatchObject({
    times: 1,
    next: { amount: 5_000 },
  });
});

const buyGet = (buy: number, get: number, more: object = {}): PromotionAction => ({
  type: 'buy-get',
  buy: { quantity: buy },
  get: { quantity: get, percent: '100' },
  ...more,
});

test('买N送M: the dearest qualify, the cheapest are given, as often as it fits', () => {
  expect(taken({ a: [1, 5], b: [1, 5], c: [1, 10], d: [1, 10] }, buyGet(2, 2))).toEqual([500, 500, 0, 0]);
  expect(taken({ a: [6, 5] }, buyGet(2, 1))).toEqual([1_000]);
  expect(taken({ a: [6, 5] }, buyGet(2, 1, { repeat: false }))).toEqual([500]);
  expect(taken({ a: [9, 5] }, buyGet(2, 1, { maxTimes: 2 }))).toEqual([1_000]);
  expect(taken({ a: [3, 5] }, { ...buyGet(2, 1), get: { quantity: 1, percent: '50' } } as PromotionAction)).toEqual([
    250,
  ]);
});

test('an incomplete gift of units is given as far as it goes, or not at all', () => {
  expect(taken({ a: [3, 5] }, buyGet(2, 2))).toEqual([500]);
  expect(taken({ a: [3, 5] }, buyGet(2, 2, { allOrNothing: true }))).toEqual([0]);
  expect(rejection({ a: [3, 5] }, buyGet(2, 2, { allOrNothing: true }))).toMatchObject({ missing: { quantity: 1 } });
  expect(rejection({ a: [1, 5] }, buyGet(2, 1))).toMatchObject({ missing: { quantity: 1 } });
  expect(rejection({ a: [2, 5] }, buyGet(2, 1))).toMatchObject({ missing: { quantity: 1 } });
});

test('units that could do both are used where they bring the most groups', () => {
  const action = {
    ...buyGet(2, 1),
    buy: { quantity: 2, scope: sku('a', 'b') },
    get: { quantity: 1, percent: '100', scope: sku('a') },
  } as PromotionAction;
  expect(taken({ a: [1, 10], b: [2, 4] }, action)).toEqual([1_000, 0]);
  expect(taken({ a: [3, 10], b: [3, 4] }, action)).toEqual([2_000, 0]);
});

test('a unit plays one part in one buy-get, unless sharing is declared', () => {
  const two = [aPromotion('p1', buyGet(2, 1, { repeat: false })), aPromotion('p2', buyGet(2, 1, { repeat: false }))];
  const given = (unitSharing: PromotionSettings['unitSharing'], quantity: number) =>
    price(anOrder({ a: [quantity, 10] }, { promotions: two, settings: { promotions: { unitSharing } } })).applied.map(
      ({ amount }) => amount,
    );
  expect(given('none', 5)).toEqual([1_000]);
  expect(given('none', 6)).toEqual([1_000, 1_000]);
  expect(given('given-again', 5)).toEqual([1_000, 1_000]);
  expect(given('all', 3)).toEqual([1_000, 1_000]);
});

test('by line value: whole groups from the dearest line on, among equals from the last', () => {
  const byValue = { pick: 'line-total-desc', allOrNothing: true };
  expect(taken({ a: [4, 5], b: [4, 5] }, buyGet(2, 2, { ...byValue, repeat: false }))).toEqual([0, 1_000]);
  expect(taken({ a: [4, 5], b: [4, 5] }, buyGet(2, 2, byValue))).toEqual([1_000, 1_000]);
  expect(taken({ a: [3, 5] }, buyGet(2, 2, byValue))).toEqual([0]);
  expect(taken({ a: [3, 5] }, buyGet(2, 2, { ...byValue, allOrNothing: false }))).toEqual([500]);
  expect(taken({ a: [5, 5], b: [1, 20] }, buyGet(2, 1, { ...byValue, maxTimes: 1 }))).toEqual([500, 0]);
});

test('a buy-get over very many units ends at once', () => {
  expect(taken({ a: [1_000_000_000, 0.01] }, buyGet(1, 1))).toEqual([500_000_000]);
  expect(taken({ a: [1_000_000_000, 0.01] }, buyGet(1, 1, { pick: 'line-total-desc' }))).toEqual([500_000_000]);
});

test('套餐: as many sets as fit; the saving is shared by value', () => {
  const set: PromotionAction = {
    type: 'bundle',
    items: [
      { scope: sku('a'), quantity: 1 },
      { scope: sku('b'), quantity: 1 },
    ],
    total: minor(10_000),
  };
  expect(taken({ a: [5, 50], b: [2, 80] }, set)).toEqual([2_308, 3_692]);
  expect(taken({ a: [5, 50], b: [2, 80] }, { ...set, maxTimes: 1 })).toEqual([1_154, 1_846]);
  expect(taken({ a: [5, 50], b: [2, 80] }, { ...set, total: minor(13_000) })).toEqual([0, 0]);
  expect(rejection({ a: [5, 50] }, set)).toMatchObject({
    reason: 'conditions_not_met',
    missing: { quantity: 1, scope: sku('b') },
  });
});

test('a part of a set with a price of its own is what gets cheaper', () => {
  const set: PromotionAction = {
    type: 'bundle',
    items: [
      { scope: sku('a'), quantity: 2 },
      { scope: sku('b'), quantity: 1, unitPriceE4: unitPriceE4(0) },
    ],
  };
  expect(taken({ a: [4, 10], b: [3, 4] }, set)).toEqual([0, 800]);
});

test('the item with the fewest goods chooses first, and takes the dearest units', () => {
  const set: PromotionAction = {
    type: 'bundle',
    items: [{ quantity: 1 }, { scope: sku('a'), quantity: 1 }],
    total: minor(1_000),
  };
  expect(taken({ a: [1, 10], b: [1, 5] }, set)).toEqual([333, 167]);
  expect(taken({ a: [1, 10], b: [1, 5], c: [1, 8] }, set)).toEqual([444, 0, 356]);
});

test('units of one set are not part of another', () => {
  const set = (name: string, total: number) =>
    aPromotion(name, { type: 'bundle', items: [{ scope: sku('a'), quantity: 2 }], total: minor(total) });
  const applied = (settings: PromotionSettings) =>
    price(
      anOrder({ a: [3, 10] }, { promotions: [set('s1', 1_500), set('s2', 1_000)], settings: { promotions: settings } }),
    ).applied;
  expect(applied({})).toMatchObject([{ promotionId: 's1', amount: 500 }]);
  expect(applied({ unitSharing: 'all' })).toMatchObject([{ promotionId: 's1', amount: 500 }]);
});

test('shipping: percent, amount, never below zero', () => {
  const shipping = { amount: minor(1_000) };
  const cost = (action: PromotionAction | PromotionAction[]) =>
    price(anOrder({ a: [1, 10] }, { shipping, promotions: [aPromotion('p', action)] })).totals.shipping;
  expect([
    cost({ type: 'shipping-percent', percent: '25' }),
    cost({ type: 'shipping-amount', amount: minor(300) }),
    cost({ type: 'shipping-amount', amount: minor(3_000) }),
  ]).toEqual([750, 700, 0]);
  expect(
    cost([
      { type: 'shipping-percent', percent: '60' },
      { type: 'shipping-percent', percent: '60' },
    ]),
  ).toBe(0);
});

test('scopes: product, category, brand, tag, price band, lines, exceptions', () => {
  const lines = [
    aLine('a', 1, {
      productId: id<ProductId>('x'),
      categoryIds: [id<CategoryId>('tea'), id<CategoryId>('drink')],
      tags: ['new'],
    }),
    aLine('b', 1, { productId: id<ProductId>('y'), brandId: id('acme') }),
    aLine('c', 1),
  ];
  const hits = (scope: NonNullable<Extract<PromotionAction, { type: 'amount-off-line' }>['scope']>) =>
    taken({ a: [1, 10], b: [1, 20], c: [1, 30] }, { type: 'amount-off-line', amount: minor(1), scope }, {}, { lines });
  expect(hits({ productIds: [id<ProductId>('x'), id<ProductId>('y')] })).toEqual([1, 1, 0]);
  expect(hits({ categoryIds: [id<CategoryId>('drink')] })).toEqual([1, 0, 0]);
  expect(hits({ brandIds: [id('acme')] })).toEqual([0, 1, 0]);
  expect(hits({ tags: ['new', 'old'] })).toEqual([1, 0, 0]);
  expect(hits({ unitPriceMinE4: unitPriceE4(200_000) })).toEqual([0, 1, 1]);
  expect(hits({ unitPriceMaxE4: unitPriceE4(200_000) })).toEqual([1, 1, 0]);
  expect(hits({ lineIds: ['c'] })).toEqual([0, 0, 1]);
  expect(hits({ except: sku('a', 'b') })).toEqual([0, 0, 1]);
  expect(hits({ productIds: [id<ProductId>('x')], tags: ['old'] })).toEqual([0, 0, 0]);
  expect(hits({})).toEqual([1, 1, 1]);
});
