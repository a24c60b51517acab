import { setTimeout as rest } from 'node:timers/promises';
import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { transactionTime } from '@tradeline/db/stores';
import { addMillis } from '@tradeline/domain/kernel';
import { minor, unitPriceE4 } from '@tradeline/domain/money';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { runPromotion } from '../../testing/means.ts';
import { readyToPlace } from '../../testing/place.ts';
import { placeOrder } from './place-order.ts';

const NIGHTLY = inject('nightly');
/** Orders, and milliseconds between two of them; the moment lies in the middle. */
const [ORDERS, PACE] = NIGHTLY ? [200, 20] : [30, 15];
const minute = 60_000;

let shop: Shop | undefined;
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await shop?.close();
});

test.each([
  ['right', 0, 'Asia/Shanghai'],
  ['five minutes fast', 5 * minute, 'America/New_York'],
  ['five minutes slow', -5 * minute, 'America/New_York'],
])(
  'T09: a promotion ends and a price list begins at one instant; with our clock %s the database’s time alone decides',
  async (_, off, zoneOfHost) => {
    shop = await openShop({ pool: 24 });
    const { skuId } = await shop.addSku({ price: 1_000_000, north: 10_000 });
    const buyers = await Promise.all(Array.from({ length: ORDERS }, () => shop!.addBuyer()));
    const wishes = await Promise.all(
      buyers.map((buyer) => readyToPlace(shop!.deps, buyer, [{ skuId, quantity: 1 }], { expectedTotal: minor(9_000) })),
    );
    const at = addMillis(await transactionTime(shop.db), (ORDERS * PACE) / 2);
    await runPromotion(shop, 'ENDS', {
      endsAt: at,
      actions: [{ type: 'percent-off-order', percent: '10' }],
    });
    const list = newId();
    await shop.db
      .insert(schema.priceLists)
      .values({ id: list, code: 'FROM', name: { zh: '新价' }, kind: 'base', priority: 5, validFrom: at });
    await shop.db
      .insert(schema.prices)
      .values({ id: newId(), priceListId: list, skuId, unitPriceE4: unitPriceE4(1_200_000) });
    vi.stubEnv('TZ', zoneOfHost);
    if (off !== 0) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off });
    const told = await Promise.all(
      wishes.map(async (wish, n) => {
        await rest(n * PACE);
        const buyer = buyers[n]!;
        const first = await placeOrder(shop!.deps, buyer, 'test', wish);
        if (first.ok || first.error.kind !== 'total-changed') return first;
        // He sees the new total and presses again.
        return placeOrder(shop!.deps, buyer, 'test', { ...wish, expectedTotal: first.error.actual });
      }),
    );
    expect(told.filter(({ ok }) => !ok)).toEqual([]);
    const orders = await shop.raw<{ total: number; early: boolean }[]>`
    select total_amount::int as total, placed_at < ${at}::timestamptz as early
    from orders`;
    expect(orders).toHaveLength(ORDERS);
    const [before, after] = [orders.filter(({ early }) => early), orders.filter(({ early }) => !early)];
    expect([before.length > 0, after.length > 0]).toEqual([true, true]);
    expect([...new Set(before.map(({ total }) => total))]).toEqual([9_000]);
    expect([...new Set(after.map(({ total }) => total))]).toEqual([12_000]);
    expect(await shop.broken()).toEqual({});
  },
);
