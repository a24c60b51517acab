import { newId } from '@tradeline/db';
import { pointStore, shopMoment } from '@tradeline/db/stores';
import { businessDay } from '@tradeline/domain/calendar';
import { type Day, fromMillis } from '@tradeline/domain/kernel';
import type { PointsEvent } from '@tradeline/domain/membership';
import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { readyToPlace } from '../../testing/place.ts';
import { usableOn } from '../membership/points-of.ts';
import { placeOrder } from './place-order.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ pool: 30 });
});
afterAll(() => shop.close());

const ROUNDS = inject('nightly') ? 20 : 2;

const eventsOf = (companyId: string) => pointStore.events(shop.db, companyId);
const today = async (): Promise<Day> => {
  const { now, zone } = await shopMoment(shop.db);
  return businessDay(now, zone);
};
const dayAfter = (day: Day): Day => fromMillis(Date.parse(`${day}T00:00:00Z`) + 86_400_000).slice(0, 10) as Day;

/** Points come in as a delivered order brings them: under the account's lock, with what the fold says afterwards. */
const earn = (companyId: string, on: Day, points: number, expires?: Day): Promise<void> =>
  shop.db.transaction(async (tx) => {
    const events = await pointStore.lock(tx, companyId);
    const event: PointsEvent = { type: 'earn', on, lot: newId(), points, ...(expires ? { expires } : {}) };
    const cause = { type: 'test', id: event.lot };
    await pointStore.append(tx, companyId, [{ event, cause, actor: 'test' }], usableOn([...events, event], on));
  });

test('T07: points come in, have ended, and are asked for by twenty orders, all at once: none is used twice, none that has ended is used, and what came in late is there for the next', async () => {
  const { skuId } = await shop.addSku({ price: 1_000_000, north: 10_000 });
  const on = await today();
  for (let round = 0; round < ROUNDS; round++) {
    const owner = await shop.addBuyer();
    const { id } = owner.company;
    await earn(id, on, 100, on);
    await earn(id, on, 60, dayAfter(on));
    expect(usableOn(await eventsOf(id), on)).toBe(60);
    const buyers = await Promise.all(
      Array.from({ length: 20 }, async () => ({ ...(await shop.addBuyer({ companyId: id })), company: owner.company })),
    );
    const wish = { points: 10, expectedTotal: minor(9_990), addressId: owner.addressId };
    const ready = await Promise.all(
      buyers.map((buyer) => readyToPlace(shop.deps, buyer, [{ skuId, quantity: 1 }], wish)),
    );
    const order = (at: number) => placeOrder(shop.deps, buyers[at]!, 'test', ready[at]!);
    const [results] = await Promise.all([
      Promise.all(ready.map((_, at) => order(at))),
      ...Array.from({ length: 4 }, () => earn(id, on, 10)),
    ]);
    for (const result of results) if (!result.ok) expect(result.error.kind).toBe('points-short');
    const losers = results.flatMap(({ ok }, at) => (ok ? [] : [at]));
    expect(losers.length).toBeGreaterThanOrEqual(10);
    expect(losers.length).toBeLessThanOrEqual(14);
    for (const at of losers) await order(at);
    const events = await eventsOf(id);
    const redeemed = events.reduce((sum, event) => sum + (event.type === 'redeem' ? event.points : 0), 0);
    const [account] = await shop.raw`select usable::int from point_accounts where company_id = ${id}`;
    expect({ redeemed, left: usableOn(events, on), account: account?.usable }).toEqual({
      redeemed: 100,
      left: 0,
      account: 0,
    });
  }
  expect(await shop.broken()).toEqual({});
});
