import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { place, readyToPlace } from '../../testing/place.ts';
import { addMany } from '../cart/add-many.ts';
import { viewCart } from '../cart/view-cart.ts';
import { placeOrder } from '../order/place-order.ts';
import { suggestEntries } from './suggest-entries.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test('what a company is due for is forecast from its own orders, goes into the cart at one tap, and is ordered as it stands', async () => {
  const weekly = await shop.addSku({ north: 5_000, min: 12, multiple: 12 });
  const gone = await shop.addSku({ north: 10 });
  const once = await shop.addSku({ north: 5_000 });
  const buyer = await shop.addBuyer();
  // Ten weeks of the same habit, then a week of nothing.
  for (let week = 10; week >= 1; week--) {
    const lines = [
      { skuId: weekly.skuId, quantity: 24 },
      { skuId: gone.skuId, quantity: 1 },
      ...(week === 5 ? [{ skuId: once.skuId, quantity: 3 }] : []),
    ];
    const placed = await place(shop.deps, buyer, lines);
    if (!placed.ok) throw new Error(JSON.stringify(placed.error));
    await shop.raw`update orders set placed_at = now() - make_interval(days => ${week * 7}) where id = ${placed.value.id}`;
  }
  const suggested = await suggestEntries(shop.deps, buyer);
  if (!suggested.ok) throw new Error(JSON.stringify(suggested.error));
  const { lines, goods, leftOut } = suggested.value;
  // What is bought once is no habit; what the shelf has none of is told as left out.
  expect(lines).toMatchObject([{ skuId: weekly.skuId, quantity: 24, times: 10, usualDays: 7, elapsedDays: 7 }]);
  expect(leftOut).toBe(1);
  expect(goods.map(({ id }) => id)).toEqual([weekly.skuId]);

  const tap = {
    idempotencyKey: randomUUID(),
    mode: 'each' as const,
    lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
  };
  expect(await addMany(shop.deps, buyer, tap)).toMatchObject({ ok: true });
  // A second tap before the answer is the same tap.
  expect(await addMany(shop.deps, buyer, tap)).toMatchObject({ ok: true });
  const cart = await viewCart(shop.deps, buyer);
  expect(cart.items).toMatchObject([{ skuId: weekly.skuId, quantity: 24 }]);
  const wish = await readyToPlace(shop.deps, buyer, tap.lines);
  const placed = await placeOrder(shop.deps, buyer, 'test', wish);
  expect(placed).toMatchObject({ ok: true, value: { total: wish.expectedTotal } });
  // Ordered today, it is due no more.
  expect(await suggestEntries(shop.deps, buyer)).toMatchObject({ ok: true, value: { lines: [] } });
  expect(await shop.broken()).toEqual({});
});
