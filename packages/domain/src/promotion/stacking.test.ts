import { expect, test } from 'vitest';
import { type CategoryId, id, instant, type SkuId } from '../kernel/index.ts';
import { minor, unitPriceE4 } from '../money/index.ts';
import { quote } from '../order/quote.ts';
import type { QuoteInput } from '../order/quote-input.ts';
import { aLine, anOrder, aPromotion } from '../testing/index.ts';
import type { Promotion, PromotionAction, PromotionSettings } from './promotion.ts';

const percent = (
  rate: string,
  scope?: Extract<PromotionAction, { type: 'percent-off-lines' }>['scope'],
): PromotionAction => ({ type: 'percent-off-lines', percent: rate, scope });
const off = (amount: number): PromotionAction => ({ type: 'amount-off-order', amount: minor(amount) });
const sku = (name: string) => ({ skuIds: [id<SkuId>(name)] });

const run = (
  promotions: readonly Promotion[],
  settings: PromotionSettings = {},
  more: Partial<QuoteInput> = {},
  goods: Parameters<typeof anOrder>[0] = { a: [1, 100] },
) => {
  const priced = quote(anOrder(goods, { promotions, settings: { promotions: settings }, ...more }));
  if (!priced.ok) throw new Error(JSON.stringify(priced.error));
  const { applied, rejected, lines, totals } = priced.value;
  return {
    applied: applied.map(({ promotionId, amount }) => [promotionId, amount]),
    rejected: rejected.map(({ promotionId, reason, inFavourOf }) =>
      inFavourOf ? [promotionId, reason, inFavourOf] : [promotionId, reason],
    ),
    net: lines.map(({ net }) => net),
    totals,
    order: priced.value,
  };
};

test('shelf before line before order before shipping, whatever the priorities; or by priority alone', () => {
  const promotions = [
    aPromotion('ship', { type: 'shipping-percent', percent: '50' }, { priority: 9 }),
    aPromotion('order', off(1_000), { priority: 8 }),
    aPromotion('line', percent('10'), { priority: 7 }),
    aPromotion('shelf', percent('20'), { stage: 'catalog' }),
  ];
  const shipping = { shipping: { amount: minor(500) } };
  expect(run(promotions, {}, shipping).applied).toEqual([
    ['shelf', 2_000],
    ['line', 800],
    ['order', 1_000],
    ['ship', 250],
  ]);
  expect(run(promotions, { stages: 'by-priority' }, shipping).applied).toEqual([
    ['shelf', 2_000],
    ['ship', 250],
    ['order', 1_000],
    ['line', 700],
  ]);
});

test('in a stage: higher priority, then earlier start, then id', () => {
  const started = (day: string) => ({ startsAt: instant(`2026-0${day}T00:00:00.000Z`) });
  const applied = (...promotions: Promotion[]) => run(promotions).applied.map(([promotion]) => promotion);
  expect(applied(aPromotion('a', off(1)), aPromotion('b', off(1), { priority: 1 }))).toEqual(['b', 'a']);
  expect(applied(aPromotion('a', off(1), started('2-02')), aPromotion('b', off(1), started('1-02')))).toEqual([
    'b',
    'a',
  ]);
  expect(applied(aPromotion('b', off(1)), aPromotion('a', off(1)))).toEqual(['a', 'b']);
});

test('a later condition sees what earlier discounts left, unless it looks at list amounts', () => {
  const half = aPromotion('half', off(6_000), { priority: 1 });
  const min = (base?: 'list') =>
    aPromotion('min', off(100), { conditions: [{ type: 'items-total', min: minor(5_000), base }] });
  expect(run([half, min()]).rejected).toEqual([['min', 'conditions_not_met']]);
  expect(run([half, min()]).order.rejected[0]?.missing).toEqual({ amount: 1_000 });
  expect(run([half, min('list')]).applied).toEqual([
    ['half', 6_000],
    ['min', 100],
  ]);
  expect(run([half, min()], { conditionBase: 'list' }).applied).toHaveLength(2);
});

test('a promotion in two stages is one promotion: its conditions are asked once', () => {
  const both = aPromotion('both', [percent('60'), { type: 'shipping-percent', percent: '100' }], {
    conditions: [{ type: 'items-total', min: minor(9_000) }],
  });
  expect(run([both], {}, { shipping: { amount: minor(500) } }).applied).toEqual([['both', 6_500]]);
  const never = { ...both, conditions: [{ type: 'items-total' as const, max: minor(5_000) }] };
  const half = aPromotion('half', { type: 'percent-off-order', percent: '60' });
  expect(run([never, half], {}, { shipping: { amount: minor(500) } }).rejected).toEqual([
    ['both', 'conditions_not_met'],
  ]);
});

test('conditions: bounds, quantities, one line, contents, different goods, the nth order', () => {
  const goods = { a: [3, 10], b: [5, 2] } as const;
  const holds = (conditions: Promotion['conditions'], customer = {}) =>
    run([aPromotion('p', off(1), { conditions })], {}, { customer }, goods).applied.length === 1;
  const missing = (conditions: Promotion['conditions']) =>
    run([aPromotion('p', off(1), { conditions })], {}, {}, goods).order.rejected[0]?.missing;
  expect(holds([{ type: 'items-total', min: minor(4_000), max: minor(4_000), equals: minor(4_000) }])).toBe(true);
  expect(holds([{ type: 'items-total', max: minor(3_999) }])).toBe(false);
  expect(holds([{ type: 'items-total', equals: minor(3_999) }])).toBe(false);
  expect(holds([{ type: 'quantity', min: 8, max: 8 }])).toBe(true);
  expect(holds([{ type: 'quantity', max: 7 }])).toBe(false);
  expect(missing([{ type: 'quantity', min: 10 }])).toEqual({ quantity: 2 });
  expect(missing([{ type: 'quantity', min: 10, scope: sku('a') }])).toEqual({ quantity: 7, scope: sku('a') });
  expect(holds([{ type: 'line-quantity', min: 5 }])).toBe(true);
  expect(missing([{ type: 'line-quantity', min: 6 }])).toEqual({ quantity: 1 });
  expect(holds([{ type: 'contains', scope: sku('a') }])).toBe(true);
  expect(missing([{ type: 'contains', scope: sku('c') }])).toEqual({ quantity: 1, scope: sku('c') });
  expect(missing([{ type: 'contains', scope: sku('a'), minQuantity: 4 }])).toEqual({ quantity: 1, scope: sku('a') });
  expect(holds([{ type: 'distinct-skus', min: 2 }])).toBe(true);
  expect(missing([{ type: 'distinct-skus', min: 3 }])).toEqual({ quantity: 1 });
  expect([0, 1, undefined].map((ordersPlaced) => holds([{ type: 'order-number', n: 1 }], { ordersPlaced }))).toEqual([
    true,
    false,
    true,
  ]);
  expect(
    holds([
      { type: 'quantity', min: 1 },
      { type: 'quantity', min: 99 },
    ]),
  ).toBe(false);
});

test('an exclusive promotion that gives something stands alone in the order, the best of the highest priority', () => {
  const promotions = [
    aPromotion('plain', off(900), { priority: 9 }),
    aPromotion('x-small', off(100), { exclusive: true }),
    aPromotion('x-large', off(200), { exclusive: true }),
    aPromotion('shelf', percent('1'), { stage: 'catalog' }),
  ];
  expect(run(promotions)).toMatchObject({
    applied: [['x-large', 200]],
    rejected: [
      ['plain', 'excluded_by_exclusive', 'x-large'],
      ['shelf', 'excluded_by_exclusive', 'x-large'],
      ['x-small', 'excluded_by_exclusive', 'x-large'],
    ],
  });
  expect(run([...promotions, aPromotion('x-first', off(50), { exclusive: true, priority: 1 })]).applied).toEqual([
    ['x-first', 50],
  ]);
  const unmet = aPromotion('x', off(999), { exclusive: true, conditions: [{ type: 'quantity', min: 9 }] });
  expect(run([unmet, aPromotion('plain', off(10))])).toMatchObject({
    applied: [['plain', 10]],
    rejected: [['x', 'conditions_not_met']],
  });
});

test('exclusive within its stage: the cart is closed, the shelf stays; on the shelf it closes only its own lines', () => {
  const settings: PromotionSettings = { exclusiveWithin: 'stage' };
  const shelf = aPromotion('shelf', percent('10'), { stage: 'catalog' });
  expect(
    run([shelf, aPromotion('alone', off(100), { exclusive: true }), aPromotion('other', off(50))], settings).applied,
  ).toEqual([
    ['shelf', 1_000],
    ['alone', 100],
  ]);
  const alone = aPromotion('shelf-a', percent('30', sku('a')), { stage: 'catalog', exclusive: true });
  expect(run([{ ...shelf, priority: 9 }, alone], settings, {}, { a: [1, 100], b: [1, 100] }).net).toEqual([
    7_000, 9_000,
  ]);
  const dearer = aPromotion('shelf-b', percent('70', sku('a')), { stage: 'catalog', exclusive: true, priority: 1 });
  expect(run([shelf, alone, dearer], settings).net).toEqual([3_000]);
});

test('of an exclusion group the larger discount holds, or the first by priority', () => {
  const small = aPromotion('small', off(100), { exclusionGroup: 'g', priority: 5 });
  const large = aPromotion('large', percent('10'), { exclusionGroup: 'g' });
  expect(run([small, large])).toMatchObject({
    applied: [['large', 1_000]],
    rejected: [['small', 'not_best', 'large']],
  });
  expect(run([small, large], { stages: 'by-priority' })).toMatchObject({
    applied: [['large', 1_000]],
    rejected: [['small', 'not_best', 'large']],
  });
  expect(run([small, large], { groupPick: 'priority', stages: 'by-priority' })).toMatchObject({
    applied: [['small', 100]],
    rejected: [['large', 'excluded_by_group', 'small']],
  });
  expect(run([small, { ...large, exclusionGroup: 'h' }]).applied).toHaveLength(2);
});

test('a group is decided at the moment its first member comes, also for a member of a later stage', () => {
  const line = aPromotion('line', percent('10'), { exclusionGroup: 'g' });
  const order = aPromotion('order', off(2_000), { exclusionGroup: 'g' });
  const other = aPromotion('other', percent('50'), { priority: -1 });
  expect(run([line, order, other])).toMatchObject({
    applied: [
      ['other', 5_000],
      ['order', 2_000],
    ],
    rejected: [['line', 'not_best', 'order']],
  });
});

test('a group that has nothing to give yet does not close', () => {
  const unmet = aPromotion('unmet', off(500), {
    exclusionGroup: 'g',
    priority: 1,
    conditions: [{ type: 'quantity', min: 9 }],
  });
  expect(run([unmet, aPromotion('met', off(10), { exclusionGroup: 'g' })])).toMatchObject({
    applied: [['met', 10]],
    rejected: [['unmet', 'conditions_not_met']],
  });
});

test('a member that lost may still act on lines the winner left alone, unless groups close the order', () => {
  const first = aPromotion('first', percent('20', sku('a')), { exclusionGroup: 'g' });
  const second = aPromotion('second', percent('10'), { exclusionGroup: 'g', priority: -1 });
  const goods = { a: [1, 100], b: [1, 50] } as const;
  expect(run([first, second], {}, {}, goods).net).toEqual([8_000, 4_500]);
  expect(run([first, second], { groupWithin: 'order' }, {}, goods)).toMatchObject({
    net: [8_000, 5_000],
    rejected: [['second', 'not_best', 'first']],
  });
});

test('shipping counts as a place that a group closes', () => {
  const ship = (name: string, rate: string) =>
    aPromotion(name, { type: 'shipping-percent', percent: rate }, { exclusionGroup: 'g' });
  const shipping = { shipping: { amount: minor(1_000) } };
  expect(run([ship('s1', '30'), ship('s2', '50')], {}, shipping)).toMatchObject({
    applied: [['s2', 500]],
    rejected: [['s1', 'not_best', 's2']],
  });
});

test('a coupon that bears no other is alone among coupons, not among promotions', () => {
  const coupon = (name: string, stackable: boolean) =>
    aPromotion(name, off(100), { coupon: { code: name, stackable } });
  const entered = { coupons: ['c1', 'c2'] };
  expect(run([coupon('c1', false), coupon('c2', true), aPromotion('free', off(10))], {}, entered)).toMatchObject({
    applied: [
      ['c1', 100],
      ['free', 10],
    ],
    rejected: [['c2', 'excluded_by_coupon', 'c1']],
  });
  expect(run([coupon('c1', true), coupon('c2', false)], {}, entered).rejected).toEqual([
    ['c2', 'excluded_by_coupon', 'c1'],
  ]);
  expect(run([coupon('c1', true), coupon('c2', true)], {}, entered).applied).toHaveLength(2);
  const twoStages = aPromotion('c1', [percent('10'), off(10)], { coupon: { code: 'c1', stackable: false } });
  expect(run([twoStages], {}, entered).applied).toEqual([['c1', 1_010]]);
});

test('unknown coupons are told, known ones name their code', () => {
  const { order } = run(
    [aPromotion('p', off(1), { coupon: { code: 'Spring' } })],
    {},
    { coupons: ['spring ', 'nope'] },
  );
  expect(order.unknownCoupons).toEqual(['nope']);
  expect(order.applied[0]?.couponCode).toBe('spring ');
});

test('a budget refuses the whole promotion, or cuts it to the rest in proportion', () => {
  const budget = (limit: number, used: number, whenExceeded?: 'cap') =>
    aPromotion('p', off(3_000), { budget: { type: 'amount', limit, used, whenExceeded } });
  const goods = { a: [1, 100], b: [1, 50] } as const;
  expect(run([budget(3_999, 1_000)], {}, {}, goods).rejected).toEqual([['p', 'budget_exceeded']]);
  expect(run([budget(4_000, 1_000)], {}, {}, goods).applied).toEqual([['p', 3_000]]);
  const cut = run([budget(2_000, 1_000, 'cap')], {}, {}, goods);
  expect(cut).toMatchObject({ applied: [['p', 1_000]], net: [9_333, 4_667] });
  expect(cut.order.trace.map(({ heldBack, before, after }) => [heldBack, before, after])).toEqual([
    [{ by: 'budget', amount: 1_333 }, 10_000, 9_333],
    [{ by: 'budget', amount: 667 }, 5_000, 4_667],
  ]);
  expect(run([budget(1_000, 1_000, 'cap')]).rejected).toEqual([['p', 'budget_exceeded']]);
});

test('a budget of uses has room for this order or not', () => {
  const uses = (used: number) => aPromotion('p', off(100), { budget: { type: 'count', limit: 3, used } });
  expect([run([uses(2)]).applied.length, run([uses(3)]).rejected]).toEqual([1, [['p', 'budget_exceeded']]]);
});

test('a budget holds over all stages of its promotion, shipping included', () => {
  const both = aPromotion('p', [off(800), { type: 'shipping-amount', amount: minor(500) }], {
    budget: { type: 'amount', limit: 1_000, used: 0, whenExceeded: 'cap' },
  });
  expect(run([both], {}, { shipping: { amount: minor(600) } })).toMatchObject({
    applied: [['p', 1_000]],
    totals: { shippingDiscount: 200 },
  });
});

test('best per line: each promotion alone, the larger discount of each line, the first in a tie', () => {
  const promotions = [
    aPromotion('f', { type: 'amount-off-unit', amount: minor(550) }, { priority: 1 }),
    aPromotion('p', percent('20')),
  ];
  const result = run(promotions, { combine: 'best-per-line' }, {}, { a: [1, 30], b: [1, 10], c: [1, 27.5] });
  expect(result).toMatchObject({
    net: [2_400, 450, 2_200],
    applied: [
      ['f', 1_100],
      ['p', 600],
    ],
  });
  expect(run(promotions, { combine: 'best-per-line' }).rejected).toEqual([['f', 'not_best']]);
  const unmet = aPromotion('u', off(1), { conditions: [{ type: 'quantity', min: 5 }] });
  expect(run([unmet], { combine: 'best-per-line' }).rejected).toEqual([['u', 'conditions_not_met']]);
});

test('best per line: shipping is a line of its own, gifts do not compete, the shelf comes first', () => {
  const promotions = [
    aPromotion('s1', { type: 'shipping-percent', percent: '50' }),
    aPromotion('s2', { type: 'shipping-percent', percent: '80' }),
    aPromotion('gift', { type: 'gift', options: [{ skuId: id<SkuId>('mug'), quantity: 1 }] }),
    aPromotion('shelf', percent('10'), { stage: 'catalog' }),
    aPromotion('late', percent('50', { excludeCatalogDiscounted: true })),
  ];
  const result = run(promotions, { combine: 'best-per-line' }, { shipping: { amount: minor(1_000) } });
  expect(result).toMatchObject({ totals: { shipping: 200, goods: 9_000 } });
  expect(result.applied.map(([promotion]) => promotion)).toEqual(['shelf', 'gift', 's2']);
});

test('best deal: catalogue prices or the cart promotions, whichever costs the buyer less; shipping offers go with both', () => {
  const shelf = aPromotion('shelf', percent('10'), { stage: 'catalog' });
  const ship = aPromotion('ship', { type: 'shipping-percent', percent: '100' });
  const shipping = { shipping: { amount: minor(500) } };
  const deal = (amount: number) => run([shelf, aPromotion('cart', off(amount)), ship], { bestDeal: true }, shipping);
  expect(deal(900)).toMatchObject({
    applied: [
      ['shelf', 1_000],
      ['ship', 500],
    ],
    rejected: [['cart', 'excluded_by_best_deal']],
  });
  expect(deal(1_000).applied).toEqual([
    ['shelf', 1_000],
    ['ship', 500],
  ]);
  expect(deal(1_100)).toMatchObject({
    applied: [
      ['cart', 1_100],
      ['ship', 500],
    ],
    rejected: [['shelf', 'excluded_by_best_deal']],
  });
});

test('the cheapest combination of bundles, each unit in one of them', () => {
  const part = (name: string, quantity: number, unitPriceMajor?: number) => ({
    scope: sku(name),
    quantity,
    ...(unitPriceMajor === undefined ? {} : { unitPriceE4: unitPriceE4(unitPriceMajor * 10_000) }),
  });
  const promotions = [
    aPromotion('p1', { type: 'bundle', items: [part('apple', 2)], total: minor(215) }),
    aPromotion('p2', { type: 'bundle', items: [part('bread', 1), part('marg', 1), part('marg', 1, 0)] }),
    aPromotion('p3', { type: 'bundle', items: [part('apple', 4)], total: minor(410) }),
    aPromotion('p4', { type: 'bundle', items: [part('apple', 2, 0), part('bread', 1), part('marg', 2)] }),
    aPromotion('p5', { type: 'bundle', items: [part('pear', 1)], total: minor(1) }),
    aPromotion('after', off(75)),
  ];
  const result = run(
    promotions,
    { combine: 'best-combination' },
    {},
    { bread: [1, 3], apple: [6, 1.99], marg: [2, 2.5] },
  );
  expect(result).toMatchObject({
    totals: { goods: 1_100 },
    rejected: [
      ['p4', 'not_best'],
      ['p5', 'conditions_not_met'],
    ],
  });
  expect(result.order.applied.map(({ promotionId, times, approximate }) => [promotionId, times, approximate])).toEqual([
    ['p1', 1, undefined],
    ['p2', 1, undefined],
    ['p3', 1, undefined],
    ['after', undefined, undefined],
  ]);
});

test('a combination too large to search ends, and says that it is approximate', () => {
  const many = Array.from({ length: 40 }, (_, at) =>
    aPromotion(`b${String(at).padStart(2, '0')}`, {
      type: 'bundle',
      items: [{ quantity: 2 + (at % 5) }],
      total: minor(100 + at),
    }),
  );
  const result = run(many, { combine: 'best-combination' }, {}, { a: [60, 1], b: [60, 1.1] });
  expect(result.order.applied[0]?.approximate).toBe(true);
  expect(result.totals.discount).toBeGreaterThan(0);
});

test('what a floor keeps back from a percentage is lost, not moved to other lines', () => {
  const lines = [aLine('a', 1, { floorE4: unitPriceE4(950_000) }), aLine('b', 1)];
  expect(run([aPromotion('p', percent('10'))], {}, { lines }, { a: [1, 100], b: [1, 100] })).toMatchObject({
    net: [9_500, 9_000],
  });
});

test('lines reduced on the shelf can be left out of a cart promotion', () => {
  const shelf = aPromotion('shelf', percent('25', { categoryIds: [id<CategoryId>('tea')] }), { stage: 'catalog' });
  const cart = aPromotion('cart', {
    type: 'amount-off-order',
    amount: minor(1_000),
    scope: { excludeCatalogDiscounted: true },
  });
  const lines = [aLine('a', 1, { categoryIds: [id<CategoryId>('tea')] }), aLine('b', 1), aLine('c', 1)];
  expect(run([shelf, cart], {}, { lines }, { a: [1, 20], b: [1, 40], c: [1, 10] }).net).toEqual([1_500, 3_200, 800]);
});

test('nothing to take is a reason of its own', () => {
  expect(run([aPromotion('p', off(0)), aPromotion('q', percent('10', sku('none')))]).rejected).toEqual([
    ['p', 'nothing_to_discount'],
    ['q', 'nothing_to_discount'],
  ]);
});
