import { expect, test } from 'vitest';
import { id, instant, type PriceListId, type ProductId, type SkuId } from '../kernel/index.ts';
import { minor, unitPriceE4 } from '../money/index.ts';
import { aLine, anOrder, aPrice, aPromotion, NOON } from '../testing/index.ts';
import { quote } from './quote.ts';
import { QUOTE_LIMITS, type QuoteInput } from './quote-input.ts';

const tea = id<SkuId>('tea-250');
const order: QuoteInput = {
  now: instant('2026-03-06T06:30:00.000Z'),
  lines: [{ id: 'l1', skuId: tea, quantity: 24, quantityRules: { minimum: 12, carton: 12 }, taxRate: '13' }],
  prices: [{ skuId: tea, listId: id<PriceListId>('base'), kind: 'base', amountE4: unitPriceE4(185_000) }],
  tax: { pricesIncludeTax: true },
};

const priced = (input: QuoteInput) => {
  const result = quote(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('the example of the documentation: 24 at ¥18.50 is ¥444.00, of it ¥51.08 tax', () => {
  expect(quote(order)).toMatchObject({ ok: true, value: { totals: { payable: 44_400, net: 39_292, tax: 5_108 } } });
});

test('every line that cannot be ordered is listed, with the nearest quantities that can', () => {
  const refused = quote({ ...order, lines: [{ ...order.lines[0]!, quantity: 30 }, aLine('unpriced')] });
  expect(refused).toMatchObject({
    ok: false,
    error: {
      kind: 'lines-refused',
      lines: [
        {
          lineId: 'l1',
          skuId: tea,
          kind: 'quantity',
          scope: 'sku',
          reason: 'not-a-multiple',
          requested: 30,
          nearest: [24, 36],
          suggest: 36,
        },
        { lineId: 'unpriced', kind: 'no-price', considered: [] },
      ],
    },
  });
});

test('a cart is priced although a line cannot be ordered yet', () => {
  const cart = priced({
    ...order,
    lines: [{ ...order.lines[0]!, quantity: 30 }, aLine('unpriced'), aLine('half', 1.5)],
    settings: { view: 'cart' },
  });
  expect(cart.totals.payable).toBe(55_500);
  expect(cart.lines.map((line) => line.id)).toEqual(['l1']);
  expect(cart.refusedLines.map(({ lineId, kind }) => [lineId, kind])).toEqual([
    ['l1', 'quantity'],
    ['half', 'quantity'],
    ['unpriced', 'no-price'],
  ]);
});

test('quantity rules hold for the sum of a SKU’s lines; what is offered is for the line asked', () => {
  const rules = { minimum: 10, maximum: 20 };
  const lines = (a: number, b: number) => [
    aLine('a', a, { skuId: tea, quantityRules: rules }),
    aLine('b', b, { skuId: tea, quantityRules: rules }),
  ];
  expect(quote({ ...order, lines: lines(4, 6) }).ok).toBe(true);
  expect(quote({ ...order, lines: lines(4, 3) })).toMatchObject({
    error: {
      lines: [
        { lineId: 'a', requested: 4, nearest: [7], suggest: 7 },
        { lineId: 'b', requested: 3, nearest: [6], suggest: 6 },
      ],
    },
  });
  expect(quote({ ...order, lines: lines(15, 9) })).toMatchObject({
    error: { lines: [{ nearest: [11] }, { nearest: [5] }] },
  });
  expect(quote({ ...order, lines: lines(30, 21) })).toMatchObject({
    error: {
      lines: [
        { nearest: [], suggest: 0 },
        { nearest: [], suggest: 0 },
      ],
    },
  });
});

test('rules of a product hold for the sum over its variants', () => {
  const variant = (name: string, quantity: number) =>
    aLine(name, quantity, { productId: id<ProductId>('shirt'), productRules: { multiple: 6 } });
  const shirts = (red: number, blue: number) =>
    quote({
      now: NOON,
      lines: [variant('red', red), variant('blue', blue)],
      prices: [aPrice('red', 1), aPrice('blue', 1)],
    });
  expect(shirts(2, 4).ok).toBe(true);
  expect(shirts(2, 3)).toMatchObject({
    error: {
      lines: [
        { lineId: 'red', scope: 'product', nearest: [3] },
        { lineId: 'blue', scope: 'product', nearest: [4] },
      ],
    },
  });
});

test('lines that are not selected neither pay nor count', () => {
  const both = { ...order, lines: [...order.lines, aLine('off', 99, { skuId: tea, selected: false })] };
  expect(priced(both)).toEqual(priced(order));
});

test('tiers over the variants of a product (混批), by entry or for the whole tenant', () => {
  const lines = ['red', 'blue'].map((name) =>
    aLine(name, 6, { productId: id<ProductId>('shirt'), pricingGroup: 'textile' }),
  );
  const tiers = (tierBy?: 'product' | 'group') =>
    lines.flatMap(({ id: name }) => [aPrice(name, 10), aPrice(name, 8, { minQuantity: 12, tierBy })]);
  const goods = (input: Partial<QuoteInput>) => priced({ now: NOON, lines, prices: tiers(), ...input }).totals.goods;
  expect([
    goods({}),
    goods({ prices: tiers('product') }),
    goods({ prices: tiers('group') }),
    goods({ settings: { tierBy: 'product' } }),
  ]).toEqual([12_000, 9_600, 9_600, 9_600]);
});

test('a price per box is exact for bottles, and shown per box', () => {
  const box = { code: 'box', factor: '24' };
  const [line] = priced({
    now: NOON,
    lines: [aLine('cola', 10, { unit: box })],
    prices: [aPrice('cola', 100, { unit: box })],
  }).lines;
  expect(line).toMatchObject({
    unitPriceE4: 1_000_000,
    priceUnit: box,
    gross: 4_167,
    bands: [{ quantity: 10, unitPriceE4: 1_000_000 }],
  });
});

test('a graduated line shows the exact bands and their average', () => {
  const tier = (from: number, major: number) => aPrice('power', major, { minQuantity: from, tiering: 'graduated' });
  const [line] = priced({
    now: NOON,
    lines: [aLine('power', 25)],
    prices: [tier(1, 10), tier(10, 9), tier(20, 8)],
  }).lines;
  expect(line).toMatchObject({
    gross: 22_800,
    unitPriceE4: 91_200,
    bands: [{ quantity: 9 }, { quantity: 10 }, { quantity: 6 }],
  });
});

test('a price agreed for the line stands in place of the lists, with its reason', () => {
  const agreed = {
    ...order.lines[0]!,
    agreedPrice: { unitPriceE4: unitPriceE4(100_000), reason: 'matched the offer of 3 March' },
  };
  expect(priced({ ...order, lines: [agreed] }).lines[0]).toMatchObject({
    gross: 24_000,
    unitPriceE4: 100_000,
    price: { source: 'agreed', reason: 'matched the offer of 3 March' },
  });
});

test('tax: included or on top, a default rate, shipping with its own, sums by rate', () => {
  const goods = anOrder({ a: [1, 113], b: [1, 109] }, { shipping: { amount: minor(1_060), taxRate: '6' } });
  const lines = [aLine('a', 1), aLine('b', 1, { taxRate: '9' })];
  const included = priced({ ...goods, lines, tax: { pricesIncludeTax: true, defaultRate: '13' } });
  expect(included.totals).toMatchObject({ payable: 23_260, net: 21_000, tax: 2_260 });
  expect(included.taxByRate).toEqual([
    { rate: '13', net: 10_000, tax: 1_300, total: 11_300 },
    { rate: '9', net: 10_000, tax: 900, total: 10_900 },
    { rate: '6', net: 1_000, tax: 60, total: 1_060 },
  ]);
  expect(priced({ ...goods, lines, tax: { pricesIncludeTax: false, defaultRate: '13' } }).totals).toMatchObject({
    net: 23_260,
    tax: 1_469 + 981 + 64,
  });
  expect(priced(goods).taxByRate.map(({ rate }) => rate)).toEqual(['6', '0']);
});

test('seven lines of ¥0.99 at 13 %: the tax of the lines, or of their sum given back to them', () => {
  const lines = Array.from({ length: 7 }, (_, index) => aLine(`l${index}`, 1, { skuId: id<SkuId>('a') }));
  const tax = (method: 'per-line' | 'per-rate') =>
    priced({
      now: NOON,
      lines,
      prices: [aPrice('a', 0.99)],
      tax: { pricesIncludeTax: true, defaultRate: '13', method },
    });
  expect(tax('per-line').totals).toMatchObject({ net: 616, tax: 77, payable: 693 });
  expect(tax('per-rate').totals).toMatchObject({ net: 613, tax: 80, payable: 693 });
  expect(tax('per-rate').lines.map((line) => line.tax.tax)).toEqual([12, 12, 12, 11, 11, 11, 11]);
});

test('discounts are taken before tax, line by line', () => {
  const taken = priced({
    ...anOrder({ a: [1, 250], b: [1, 320] }),
    lines: [aLine('a'), aLine('b', 1, { taxRate: '15' })],
    tax: { pricesIncludeTax: false },
    promotions: [aPromotion('p', { type: 'percent-off-lines', percent: '20', scope: { lineIds: ['b'] } })],
  });
  expect(taken.totals).toMatchObject({ net: 50_600, tax: 3_840, payable: 54_440 });
});

test('points pay like a discount: rounded down to what they are worth, capped, shared over the lines', () => {
  const pay = (points: QuoteInput['points']) =>
    priced(anOrder({ a: [1, 10], b: [1, 20] }, { points, shipping: { amount: minor(500) } }));
  expect(pay({ points: 301, worth: '0.5' })).toMatchObject({
    totals: { pointsUsed: 300, pointsAmount: 150, discount: 150, payable: 3_350 },
  });
  expect(pay({ points: 301, worth: '0.5' }).lines.map(({ discount }) => discount)).toEqual([50, 100]);
  expect(pay({ points: 9_999, worth: '1' }).totals).toMatchObject({ pointsUsed: 3_000, goods: 0, payable: 500 });
  expect(pay({ points: 9_999, worth: '1', maxAmount: minor(700) }).totals).toMatchObject({
    pointsUsed: 700,
    pointsAmount: 700,
  });
  expect(pay({ points: 9_999, worth: '3', maxPercent: '10' }).totals).toMatchObject({
    pointsUsed: 100,
    pointsAmount: 300,
  });
  expect(pay({ points: 9_999, worth: '7', maxAmount: minor(10) }).totals).toMatchObject({
    pointsUsed: 2,
    pointsAmount: 10,
  });
  expect(pay({ points: 0, worth: '1' })).toMatchObject({ totals: { pointsUsed: 0, pointsAmount: 0 }, trace: [] });
  expect(pay({ points: 150, worth: '1' }).trace).toMatchObject([
    { source: { kind: 'points' }, stage: 'points', target: { lineId: 'a' }, rounded: 50, before: 1_000, after: 950 },
    { rounded: 100 },
  ]);
});

test('the margin of a line is its net without tax less its cost', () => {
  const [line] = priced({ ...order, lines: [{ ...order.lines[0]!, costE4: unitPriceE4(120_050) }] }).lines;
  expect(line?.margin).toBe(39_292 - 28_812);
  expect(priced(order).lines[0]?.margin).toBeUndefined();
});

test('the rounding of lines and tax can be half even', () => {
  const half = (rounding: 'half-up' | 'half-even') =>
    priced({ ...anOrder({ a: [1, 0.125] }), settings: { rounding } }).totals.goods;
  expect([half('half-up'), half('half-even')]).toEqual([13, 12]);
});

test('recurring hours follow the shop’s zone, Asia/Shanghai unless named', () => {
  const afternoon = aPromotion(
    'p',
    { type: 'percent-off-order', percent: '10' },
    { recurring: [{ days: [5], from: '14:00', to: '16:00' }] },
  );
  const goods = (timeZone?: string) => priced({ ...order, promotions: [afternoon], timeZone }).totals.goods;
  expect([goods(), goods('Asia/Shanghai'), goods('+08:00'), goods('UTC')]).toEqual([39_960, 39_960, 39_960, 44_400]);
});

test.each<[string, Partial<QuoteInput>, object]>([
  [
    'lines',
    { lines: Array.from({ length: QUOTE_LIMITS.lines + 1 }, (_, at) => aLine(`l${at}`)) },
    { kind: 'too-many', what: 'lines', count: 2_001, limit: 2_000 },
  ],
  [
    'promotions',
    { promotions: Array.from({ length: QUOTE_LIMITS.promotions + 1 }, (_, at) => aPromotion(`p${at}`, [])) },
    { kind: 'too-many', what: 'promotions', count: 501, limit: 500 },
  ],
  ['a line twice', { lines: [aLine('a'), aLine('a')] }, { kind: 'duplicate-line', lineId: 'a' }],
  [
    'a promotion twice',
    { promotions: [aPromotion('p', []), aPromotion('p', [])] },
    { kind: 'malformed', path: 'promotions', value: 'p' },
  ],
  [
    'a tax rate',
    { lines: [aLine('a', 1, { taxRate: '13%' })] },
    { kind: 'malformed', path: 'lines.a.taxRate', value: '13%' },
  ],
  [
    'a level',
    { customer: { levelPercent: 'gold' } },
    { kind: 'malformed', path: 'customer.levelPercent', value: 'gold' },
  ],
  [
    'a default rate',
    { tax: { pricesIncludeTax: true, defaultRate: '' } },
    { kind: 'malformed', path: 'tax.defaultRate', value: '' },
  ],
  [
    'shipping',
    { shipping: { amount: minor(1), taxRate: 'x' } },
    { kind: 'malformed', path: 'shipping.taxRate', value: 'x' },
  ],
  [
    'the worth of points',
    { points: { points: 1, worth: '1/0' } },
    { kind: 'malformed', path: 'points.worth', value: '1/0' },
  ],
  [
    'the cap of points',
    { points: { points: 1, worth: '1', maxPercent: '1e2' } },
    { kind: 'malformed', path: 'points.maxPercent', value: '1e2' },
  ],
  [
    'a unit',
    { lines: [aLine('a', 1, { unit: { code: 'box', factor: '0' } })] },
    { kind: 'malformed', path: 'lines.a.unit.factor', value: '0' },
  ],
  [
    'a unit of a price',
    { prices: [aPrice('a', 1, { unit: { code: 'box', factor: 'x' } })] },
    { kind: 'malformed', path: 'prices.base.a.unit.factor', value: 'x' },
  ],
  [
    'a tier',
    { prices: [aPrice('a', 1, { minQuantity: 'ten' })] },
    { kind: 'malformed', path: 'prices.base.a.quantity', value: 'ten' },
  ],
  [
    'a price',
    { prices: [aPrice('a', 1, { amountE4: -1 as never })] },
    { kind: 'malformed', path: 'prices.base.a.amountE4', value: '-1' },
  ],
  [
    'a quantity',
    { lines: [aLine('a', 2_000_000_000)] },
    { kind: 'malformed', path: 'lines.a.quantity', value: '2000000000' },
  ],
  ['a zone', { timeZone: 'Mars/Olympus' }, { kind: 'malformed', path: 'timeZone', value: 'Mars/Olympus' }],
  [
    'a percent of a promotion',
    { promotions: [aPromotion('p', { type: 'shipping-percent', percent: 'all' })] },
    { kind: 'malformed', path: 'promotions.p.actions.0.percent', value: 'all' },
  ],
])('%s that cannot be read is a refusal with the place, not a guess', (_, more, error) => {
  expect(quote({ ...order, ...more })).toEqual({ ok: false, error });
});

test('an amount past ¥10 billion refuses its line', () => {
  const huge = quote({ now: NOON, lines: [aLine('a', 1_000_000)], prices: [aPrice('a', 1_000_000)] });
  expect(huge).toMatchObject({
    ok: false,
    error: {
      kind: 'lines-refused',
      lines: [{ lineId: 'a', kind: 'amount-too-large', limit: QUOTE_LIMITS.lineAmount }],
    },
  });
});
