import { expect, test } from 'vitest';
import { id, type PromotionId, type SkuId } from '../../kernel/index.ts';
import { minor, unitPriceE4 } from '../../money/index.ts';
import { quote } from '../../order/quote.ts';
import type { QuoteInput } from '../../order/quote-input.ts';
import { anOrder, aPromotion } from '../../testing/index.ts';
import type { PromotionAction } from '../promotion.ts';

type Gift = Extract<PromotionAction, { type: 'gift' }>;
const option = (name: string, quantity = 1) => ({
  skuId: id<SkuId>(name),
  quantity,
  unitValueE4: unitPriceE4(123_450),
});
const gift = (more: Partial<Gift> = {}): Gift => ({ type: 'gift', options: [option('mug')], ...more });
const promotionId = id<PromotionId>('g');

const given = (action: Gift, more: Partial<QuoteInput> = {}, units = 7) => {
  const priced = quote(anOrder({ tea: [units, 10] }, { promotions: [aPromotion('g', action)], ...more }));
  if (!priced.ok) throw new Error(JSON.stringify(priced.error));
  return {
    gifts: priced.value.gifts.map(({ skuId, quantity }) => [skuId, quantity]),
    notices: priced.value.giftNotices,
    goods: priced.value.totals.goods,
    order: priced.value,
  };
};

test('a gift for any goods, for every so many units, for every full amount, at most so often', () => {
  expect(given(gift()).gifts).toEqual([['mug', 1]]);
  expect(given(gift({ perQuantity: 3 })).gifts).toEqual([['mug', 2]]);
  expect(given(gift({ perAmount: minor(2_000) })).gifts).toEqual([['mug', 3]]);
  expect(given(gift({ perAmount: minor(2_000), maxTimes: 2 })).gifts).toEqual([['mug', 2]]);
  expect(given(gift({ options: [option('mug', 2)], perQuantity: 3 })).gifts).toEqual([['mug', 4]]);
});

test('a gift costs nothing and says what it is worth', () => {
  const { order } = given(gift({ options: [option('mug', 3)] }));
  expect(order.gifts).toEqual([{ promotionId: 'g', skuId: 'mug', quantity: 3, value: 3_704, options: [] }]);
  expect(order.totals).toMatchObject({ discount: 0, payable: 7_000 });
  expect(order.applied).toMatchObject([{ promotionId: 'g', amount: 0, times: 1 }]);
});

test('what is missing to the first gift, and to the next', () => {
  const rejected = given(gift({ perQuantity: 10 })).order.rejected;
  expect(rejected).toMatchObject([{ reason: 'conditions_not_met', missing: { quantity: 3 } }]);
  expect(given(gift({ perAmount: minor(10_000) })).order.rejected).toMatchObject([{ missing: { amount: 3_000 } }]);
  expect(given(gift({ perQuantity: 3 })).order.applied[0]?.next).toMatchObject({ quantity: 2 });
  expect(given(gift({ perQuantity: 3, maxTimes: 2 })).order.applied[0]?.next).toBeUndefined();
  expect(given(gift({ scope: { skuIds: [id<SkuId>('pen')] } })).order.rejected).toMatchObject([
    { missing: { quantity: 1 } },
  ]);
});

test('the buyer chooses one of several', () => {
  const choice = gift({ options: [option('mug'), option('cap')] });
  expect(given(choice).order.gifts[0]).toMatchObject({ skuId: 'mug', options: ['mug', 'cap'] });
  expect(given(choice, { giftChoices: { [promotionId]: id<SkuId>('cap') } }).gifts).toEqual([['cap', 1]]);
  expect(given(choice, { giftChoices: { [promotionId]: id<SkuId>('car') } }).gifts).toEqual([['mug', 1]]);
});

test('out of stock: dropped with a notice, replaced by another option, or paid out', () => {
  const two = { options: [option('mug', 2), option('cap')] };
  const stock = { giftStock: { [id<SkuId>('mug')]: 1 } };
  expect(given(gift(two), stock)).toMatchObject({
    gifts: [['mug', 1]],
    notices: [{ promotionId: 'g', skuId: 'mug', missing: 1, settled: 'drop' }],
    goods: 7_000,
  });
  expect(given(gift({ ...two, whenOut: 'substitute' }), stock)).toMatchObject({
    gifts: [
      ['mug', 1],
      ['cap', 1],
    ],
    notices: [{ settled: 'substitute' }],
  });
  expect(given(gift({ ...two, whenOut: 'money' }), stock)).toMatchObject({
    gifts: [['mug', 1]],
    notices: [{ settled: 'money' }],
    goods: 5_765,
  });
  const noneLeft = { giftStock: { [id<SkuId>('mug')]: 0, [id<SkuId>('cap')]: 0 } };
  expect(given(gift({ ...two, whenOut: 'substitute' }), noneLeft)).toMatchObject({
    gifts: [],
    notices: [{ missing: 2, settled: 'drop' }],
  });
});

test('two promotions share the stock of a gift', () => {
  const priced = quote(
    anOrder(
      { tea: [1, 10] },
      { promotions: [aPromotion('g1', gift()), aPromotion('g2', gift())], giftStock: { [id<SkuId>('mug')]: 1 } },
    ),
  );
  expect(priced).toMatchObject({
    ok: true,
    value: { gifts: [{ promotionId: 'g1' }], giftNotices: [{ promotionId: 'g2', missing: 1 }] },
  });
});
