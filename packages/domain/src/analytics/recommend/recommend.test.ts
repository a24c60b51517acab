import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, plusDays } from '../../calendar/index.ts';
import { ZERO } from '../../money/index.ts';
import { customerHistories, type PurchaseLine } from '../customers/index.ts';
import {
  chooseWeights,
  evaluateRecommender,
  isDue,
  nextBasket,
  ownItems,
  recommend,
  trainRecommender,
} from './index.ts';

const start = day('2026-01-01');
const asOf = plusDays(start, 100);
const bought = (customerId: string, at: number, ...skus: string[]): PurchaseLine[] =>
  skus.map((skuId) => ({
    orderId: `${customerId}-${at}`,
    customerId,
    day: plusDays(start, at),
    skuId,
    quantity: 12,
    amount: ZERO,
  }));

/** Ten cafés order tea with cups each ten days; c0 stopped cups early on; salt is a best seller of shops. */
const trade = customerHistories([
  ...Array.from({ length: 10 }, (_, c) => `cafe${c}`).flatMap((id) =>
    [0, 10, 20, 80, 90].flatMap((at) => bought(id, at, 'tea', 'cups')),
  ),
  ...[5, 15].flatMap((at) => bought('new', at + 75, 'tea')),
  ...Array.from({ length: 6 }, (_, c) => `shop${c}`).flatMap((id) => bought(id, 30, 'salt', 'rice')),
  ...bought('shop0', 95, 'fresh'),
]);
const model = trainRecommender(trade, asOf, { segmentOf: { new: 'shops', shop0: 'shops', shop1: 'shops' } });
const of = (customerId: string) => trade.find((history) => history.customerId === customerId)!;

const lines = fc
  .array(
    fc.tuple(
      fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      fc.nat(100),
      fc.subarray(['tea', 'cups', 'salt', 'rice', 'oil'], { minLength: 1 }),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((orders) => orders.flatMap(([customerId, at, skus]) => bought(customerId, at, ...skus)));

test('a SKU is due when its own gap has nearly passed, never after one order, and given up after four gaps', () => {
  const at = (elapsedDays: number) => isDue({ elapsedDays, usualDays: 20 });
  expect([10, 15, 40, 80, 81].map(at)).toEqual([false, true, true, true, false]);
  expect(isDue({ elapsedDays: 500 })).toBe(false);
});

test('because you order tea: ten of its eleven customers order cups', () => {
  const { alsoOrdered } = recommend(model, of('new'), asOf);
  expect(alsoOrdered[0]).toMatchObject({
    skuId: 'cups',
    reason: { kind: 'also-ordered', because: 'tea', customers: 10, of: 11 },
  });
});

test('with tea in the cart, cups were in 50 of its 52 orders', () => {
  const { boughtTogether } = recommend(model, of('shop0'), asOf, { cart: ['tea'] });
  expect(boughtTogether[0]).toMatchObject({
    skuId: 'cups',
    reason: { kind: 'bought-together', because: 'tea', orders: 50, of: 52 },
  });
  expect(boughtTogether[0]?.reason).toHaveProperty('lift');
});

test('what is due comes with its own rhythm; what is owned and not due is left out and counted', () => {
  const cafe = of('cafe1');
  expect(recommend(model, cafe, asOf).dueForReorder).toMatchObject([
    { skuId: 'cups', reason: { kind: 'due-for-reorder', times: 5, usualDays: 10, elapsedDays: 10 } },
    { skuId: 'tea' },
  ]);
  const early = recommend(model, cafe, plusDays(start, 92), { cart: ['salt'] });
  expect(early.dueForReorder).toEqual([]);
  expect(recommend(model, cafe, plusDays(start, 92)).leftOut).toMatchObject({});
});

test('goods new in the range come first, then best sellers of the segment, then of all', () => {
  const { newForYou } = recommend(model, of('new'), asOf, { segment: 'shops' });
  expect(newForYou.map(({ skuId, reason }) => [skuId, reason.kind])).toEqual([
    ['fresh', 'new-in-range'],
    ['rice', 'best-seller'],
    ['salt', 'best-seller'],
    ['cups', 'best-seller'],
  ]);
  expect(newForYou[1]?.reason).toMatchObject({ segment: 'shops', customers: 2, of: 3 });
});

test('a customer of whom nothing is known gets the best sellers', () => {
  const nobody = { customerId: 'nobody', orders: [], takenBack: [] };
  const basket = nextBasket(model, nobody, asOf, { limit: 2 });
  expect(basket.map(({ skuId, reason }) => [skuId, reason.kind])).toEqual([
    ['tea', 'best-seller'],
    ['cups', 'best-seller'],
  ]);
});

test('nothing blocked and nothing in the cart is ever offered, and no list holds a SKU twice', () => {
  const skus = ['tea', 'cups', 'salt', 'rice', 'oil'];
  fc.assert(
    fc.property(lines, fc.subarray(skus), fc.subarray(skus), (log, cart, stocked) => {
      const histories = customerHistories(log);
      const trained = trainRecommender(histories, asOf);
      const blocked = Object.fromEntries(
        skus.filter((sku) => !stocked.includes(sku)).map((sku) => [sku, 'out-of-stock' as const]),
      );
      for (const history of histories) {
        const { leftOut, ...lists } = recommend(trained, history, asOf, { cart, blocked });
        for (const list of Object.values(lists)) {
          const named = list.map(({ skuId }) => skuId);
          expect(new Set(named).size).toBe(named.length);
          expect(named.filter((sku) => cart.includes(sku) || blocked[sku])).toEqual([]);
        }
        const never = new Set(ownItems(history, asOf).map(({ skuId }) => skuId));
        expect([...lists.alsoOrdered, ...lists.newForYou].filter(({ skuId }) => never.has(skuId))).toEqual([]);
        const basket = nextBasket(trained, history, asOf, { blocked }).map(({ skuId }) => skuId);
        expect(basket.filter((sku) => blocked[sku])).toEqual([]);
        expect(Object.values(leftOut).every((count) => count > 0)).toBe(true);
      }
    }),
  );
});

test('what is learned does not depend on the order of the lines', () => {
  fc.assert(
    fc.property(lines, (log) => {
      const learn = (list: readonly PurchaseLine[]) => trainRecommender(customerHistories(list), asOf);
      expect(learn(log.toReversed())).toEqual(learn(log));
    }),
  );
});

test('with customers of habit the last order is foretold, and better than by what all buy', () => {
  const habits = Array.from({ length: 30 }, (_, c) => `c${String(c).padStart(2, '0')}`).flatMap((id, c) =>
    Array.from({ length: 8 }, (_, k) =>
      // Staples every time, and two goods taken in turns.
      bought(id, k * 10, `staple${c % 7}`, k % 2 === 0 ? `even${c % 5}` : `odd${c % 5}`),
    ).flat(),
  );
  const result = evaluateRecommender(customerHistories(habits), { k: 2 })!;
  expect(result.customers).toBe(30);
  expect(result.ours.recall).toBeGreaterThan(result.popularity.recall);
  expect(result.ours.recall).toBeGreaterThan(result.sameAsLast.recall);
});

test('weights are only chosen from enough orders', () => {
  const few = customerHistories([...bought('c1', 1, 'tea'), ...bought('c1', 2, 'tea')]);
  expect(chooseWeights(few)).toMatchObject({ asked: 1, tried: [] });
  expect(evaluateRecommender([])).toBeUndefined();
});
