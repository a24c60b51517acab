import { expect, test } from 'vitest';
import { type CategoryId, id, instant, type PriceListId, type SkuId } from '../../kernel/index.ts';
import { minor, unitPriceE4 } from '../../money/index.ts';
import { quote } from '../../order/quote.ts';
import { aPrice, aPromotion, NOON } from '../../testing/index.ts';
import type { Promotion } from '../promotion.ts';
import { type AnalysisInput, analysePromotions, type Goods } from './index.ts';

const tea: Goods = { skuId: id<SkuId>('tea'), categoryIds: [id<CategoryId>('drink')], costE4: unitPriceE4(70_000) };
const cup: Goods = { skuId: id<SkuId>('cup'), floorE4: unitPriceE4(45_000) };
const shop: Omit<AnalysisInput, 'promotions'> = {
  goods: [tea, cup],
  prices: [aPrice('tea', 10), aPrice('cup', 5)],
  now: NOON,
};
const analyse = (...promotions: Promotion[]) => analysePromotions({ ...shop, promotions });

const off = (amount: number) => ({ type: 'amount-off-order', amount: minor(amount) }) as const;

test.each([
  ['disabled', { enabled: false }],
  [
    'ends-before-it-starts',
    { startsAt: instant('2026-05-01T00:00:00.000Z'), endsAt: instant('2026-04-01T00:00:00.000Z') },
  ],
  ['already-over', { endsAt: NOON }],
  ['never-open', { recurring: [{ days: [], from: '08:00', to: '09:00' }] }],
  ['used-up', { usage: { limit: 5, used: 5 } }],
  ['contradictory-condition', { conditions: [{ type: 'items-total', min: minor(100), max: minor(50) }] }],
] as const)('a promotion that is %s never fires', (why, more) => {
  expect(analyse(aPromotion('p', off(100), more))).toEqual([{ kind: 'never-fires', promotionId: 'p', why }]);
});

test('a promotion for goods that nobody sells, or of nothing at all, never fires', () => {
  const nowhere = aPromotion('nowhere', {
    type: 'percent-off-lines',
    percent: '10',
    scope: { skuIds: [id<SkuId>('coffee')] },
  });
  const nothing = aPromotion('nothing', { type: 'percent-off-order', percent: '0' });
  expect(analyse(nowhere, nothing)).toEqual([
    { kind: 'never-fires', promotionId: 'nothing', why: 'nothing-to-take' },
    { kind: 'never-fires', promotionId: 'nowhere', why: 'no-goods-in-scope' },
  ]);
});

test('a promotion that always yields to a better one of its group is shadowed; one unit shows it', () => {
  const better = aPromotion('better', { type: 'percent-off-order', percent: '5' }, { exclusionGroup: 'main' });
  const worse = aPromotion('worse', { type: 'percent-off-order', percent: '3' }, { exclusionGroup: 'main' });
  expect(analyse(better, worse)).toContainEqual({
    kind: 'always-shadowed',
    promotionId: 'worse',
    by: 'better',
    reason: 'not_best',
    basket: [{ skuId: 'tea', quantity: 1 }],
  });
});

test('two promotions with no declared order are reported only when the order changes the price', () => {
  const percent = aPromotion('a-percent', { type: 'percent-off-order', percent: '10' });
  const amount = aPromotion('b-amount', off(100), { conditions: [{ type: 'items-total', min: minor(2_000) }] });
  const [found] = analyse(percent, amount).filter(({ kind }) => kind === 'undeclared-order');
  expect(found).toMatchObject({ promotionIds: ['a-percent', 'b-amount'] });
  expect(analyse(percent, { ...amount, priority: 1 }).filter(({ kind }) => kind === 'undeclared-order')).toEqual([]);
});

test('a discount that a floor keeps back is reported with the smallest basket and the amount', () => {
  expect(
    analyse(aPromotion('half', { type: 'percent-off-lines', percent: '50', scope: { skuIds: [id<SkuId>('cup')] } })),
  ).toEqual([{ kind: 'cut-by-floor', promotionId: 'half', basket: [{ skuId: 'cup', quantity: 1 }], heldBack: 200 }]);
});

test('goods sold for less than they cost are reported with the loss', () => {
  const findings = analyse(
    aPromotion('deep', { type: 'percent-off-lines', percent: '40', scope: { categoryIds: [id<CategoryId>('drink')] } }),
  );
  expect(findings).toEqual([
    { kind: 'below-cost', promotionIds: ['deep'], basket: [{ skuId: 'tea', quantity: 1 }], loss: 100 },
  ]);
});

test('a threshold that makes one more unit cheaper is reported, and pricing both baskets shows it', () => {
  const promotions = [aPromotion('jump', { type: 'tiers', basis: 'quantity', tiers: [{ from: 10, percent: '30' }] })];
  const found = analysePromotions({ ...shop, goods: [{ skuId: tea.skuId }], promotions }).find(
    ({ kind }) => kind === 'larger-is-cheaper',
  );
  expect(found).toMatchObject({
    basket: [{ skuId: 'tea', quantity: 9 }],
    larger: [{ skuId: 'tea', quantity: 10 }],
    amount: 9_000,
    amountLarger: 7_000,
  });
  const goods = (quantity: number) => {
    const priced = quote({
      now: NOON,
      lines: [{ id: 'l', skuId: tea.skuId, quantity }],
      prices: shop.prices,
      promotions,
    });
    return priced.ok && priced.value.totals.payable;
  };
  expect([goods(9), goods(10)]).toEqual([9_000, 7_000]);
});

test('price tiers that jump too far are found as well', () => {
  const tiers = [
    aPrice('tea', 10),
    aPrice('tea', 7, { listId: id<PriceListId>('bulk'), kind: 'channel', minQuantity: 20 }),
  ];
  const found = analysePromotions({
    ...shop,
    goods: [{ skuId: tea.skuId }],
    prices: tiers,
    promotions: [aPromotion('p', off(1))],
  });
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'larger-is-cheaper', basket: [{ skuId: 'tea', quantity: 19 }] }),
  );
});

test('sound promotions give an empty report', () => {
  const sound = aPromotion(
    'sound',
    { type: 'percent-off-order', percent: '1' },
    { conditions: [{ type: 'items-total', min: minor(5_000), base: 'list' }] },
  );
  expect(
    analysePromotions({ ...shop, goods: [{ skuId: tea.skuId }], promotions: [sound] }).filter(
      ({ kind }) => kind !== 'larger-is-cheaper',
    ),
  ).toEqual([]);
});
