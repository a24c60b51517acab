import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { balanceStore, pointStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expireOrders } from '../../jobs/expire-orders.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { addTemplate, giveCoupon, givePoints, runPromotion, topUp } from '../../testing/means.ts';
import { place, readyToPlace } from '../../testing/place.ts';
import { buyerActor } from './actor.ts';
import { placeOrder } from './place-order.ts';
import { runCommand } from './run-command.ts';

let shop: Shop;
let skuId: string;
beforeAll(async () => {
  shop = await openShop({ pool: 30 });
  // ¥100.00 a unit, more than enough of it.
  skuId = (await shop.addSku({ price: 1_000_000, north: 10_000 })).skuId;
});
afterAll(() => shop.close());

const one = () => [{ skuId, quantity: 1 }];
const hundred = { expectedTotal: minor(10_000) };
const kinds = (results: Awaited<ReturnType<typeof placeOrder>>[]) =>
  results.map((result) => (result.ok ? 'placed' : result.error.kind)).toSorted();
const cancel = async (buyer: Awaited<ReturnType<Shop['addBuyer']>>, orderId: string) => {
  const done = await runCommand(shop.deps, buyerActor(buyer, 'test'), {
    scope: { kind: 'all' },
    orderId,
    command: { action: 'cancel' },
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};

describe('a limit holds whoever comes at once', () => {
  test('T05: a code for one order in all: 20 carts make one order, and one more after the first is cancelled', async () => {
    const promotion = await runPromotion(shop, 'ONCE', {
      coupon: { code: 'ONCE' },
      actions: [{ type: 'amount-off-order', amount: minor(1_000) }],
    });
    await addTemplate(shop, promotion, 'ONCE', { kind: 'public', issueLimit: 1 });
    const buyers = await Promise.all(Array.from({ length: 20 }, () => shop.addBuyer()));
    const wish = { coupons: ['once'], expectedTotal: minor(9_000) };
    const ready = await Promise.all(buyers.map((buyer) => readyToPlace(shop.deps, buyer, one(), wish)));
    const results = await Promise.all(ready.map((wanted, at) => placeOrder(shop.deps, buyers[at]!, 'test', wanted)));
    expect(kinds(results)).toEqual([...Array(19).fill('coupon-used-up'), 'placed']);
    expect(await shop.broken()).toEqual({});
    // A coupon that was handed out stays handed out: its company may use it again, nobody else.
    const winner = results.findIndex((result) => result.ok);
    await cancel(buyers[winner]!, (results[winner] as { value: { id: string } }).value.id);
    expect(await shop.raw`select state from coupons where company_id = ${buyers[winner]!.company.id}`).toEqual([
      { state: 'issued' },
    ]);
    const other = buyers[(winner + 1) % buyers.length]!;
    expect(await place(shop.deps, other, one(), wish)).toMatchObject({ error: { kind: 'coupon-used-up' } });
    expect(await place(shop.deps, buyers[winner]!, one(), wish)).toMatchObject({ ok: true });
    expect(await shop.broken()).toEqual({});
  });

  test('T05: an automatic promotion limited to one use: ten carts, one reduced order; after its cancel exactly one more', async () => {
    const id = await runPromotion(shop, 'FIRST', {
      usage: { limit: 1 },
      conditions: [{ type: 'quantity', min: 7 }],
      actions: [{ type: 'amount-off-order', amount: minor(5_000) }],
    });
    const lines = [{ skuId, quantity: 7 }];
    const reduced = { expectedTotal: minor(65_000) };
    const race = async () => {
      const buyers = await Promise.all(Array.from({ length: 10 }, () => shop.addBuyer()));
      const ready = await Promise.all(buyers.map((buyer) => readyToPlace(shop.deps, buyer, lines, reduced)));
      const results = await Promise.all(ready.map((wanted, at) => placeOrder(shop.deps, buyers[at]!, 'test', wanted)));
      const winner = results.findIndex((result) => result.ok);
      return { results, winner, buyer: buyers[winner]!, placed: results[winner] };
    };
    const first = await race();
    expect(first.results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of first.results)
      if (!result.ok) expect(['promotion-used-up', 'total-changed']).toContain(result.error.kind);
    await cancel(first.buyer, (first.placed as { value: { id: string } }).value.id);
    expect((await race()).results.filter((result) => result.ok)).toHaveLength(1);
    expect(await shop.broken()).toEqual({});
    await shop.raw`update promotions set status = 'ended' where id = ${id}`;
  });

  test('T05: a coupon handed to one company: ten carts of its buyers, one use; another company cannot use the code', async () => {
    const promotion = await runPromotion(shop, 'MINE', {
      coupon: { code: 'MINE' },
      actions: [{ type: 'percent-off-order', percent: '20' }],
    });
    const template = await addTemplate(shop, promotion, 'MINE', { kind: 'personal' });
    const owner = await shop.addBuyer();
    await giveCoupon(shop, template, owner.company.id);
    const colleagues = await Promise.all(
      Array.from({ length: 10 }, async () => ({
        ...(await shop.addBuyer({ companyId: owner.company.id })),
        company: owner.company,
      })),
    );
    const wish = { coupons: ['MINE'], expectedTotal: minor(8_000), addressId: owner.addressId };
    const ready = await Promise.all(colleagues.map((buyer) => readyToPlace(shop.deps, buyer, one(), wish)));
    const results = await Promise.all(
      ready.map((wanted, at) => placeOrder(shop.deps, colleagues[at]!, 'test', wanted)),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results)
      if (!result.ok) expect(['coupon-used-up', 'coupons-unknown']).toContain(result.error.kind);
    const stranger = await place(shop.deps, await shop.addBuyer(), one(), { ...hundred, coupons: ['MINE'] });
    expect(stranger).toMatchObject({ error: { kind: 'coupons-unknown', codes: ['MINE'] } });
    expect(await shop.broken()).toEqual({});
  });

  test('T07: 100 points asked for by 20 orders at once are used by one; by 20 orders of 10 each, by ten', async () => {
    const use = async (points: number, total: number) => {
      const owner = await shop.addBuyer();
      await givePoints(shop, owner.company.id, 100);
      const buyers = await Promise.all(
        Array.from({ length: 20 }, async () => ({
          ...(await shop.addBuyer({ companyId: owner.company.id })),
          company: owner.company,
        })),
      );
      const wish = { points, expectedTotal: minor(total), addressId: owner.addressId };
      const ready = await Promise.all(buyers.map((buyer) => readyToPlace(shop.deps, buyer, one(), wish)));
      const results = await Promise.all(ready.map((wanted, at) => placeOrder(shop.deps, buyers[at]!, 'test', wanted)));
      for (const result of results) if (!result.ok) expect(result.error.kind).toBe('points-short');
      const events = await pointStore.events(shop.db, owner.company.id);
      const redeemed = events.reduce((sum, event) => sum + (event.type === 'redeem' ? event.points : 0), 0);
      return { placed: results.filter((result) => result.ok).length, redeemed };
    };
    expect(await use(100, 9_900)).toEqual({ placed: 1, redeemed: 100 });
    expect(await use(10, 9_990)).toEqual({ placed: 10, redeemed: 100 });
  });
});

describe('money that is there already', () => {
  test('pays an order that is to be prepaid, and comes back to the balance when it is cancelled', async () => {
    const buyer = await shop.addBuyer();
    await topUp(shop, buyer.company.id, 15_000);
    const wish = { ...hundred, paymentTerms: 'prepaid' as const, balance: minor(10_000) };
    const placed = await place(shop.deps, buyer, one(), wish);
    expect(placed).toMatchObject({ ok: true, value: { approval: 'submitted' } });
    expect(await balanceStore.of(shop.db, buyer.company.id)).toBe(5_000);
    expect(await place(shop.deps, buyer, one(), wish)).toMatchObject({
      error: { kind: 'balance-short', balance: 5_000 },
    });
    await cancel(buyer, (placed as { value: { id: string } }).value.id);
    expect(await balanceStore.of(shop.db, buyer.company.id)).toBe(15_000);
    expect(
      await shop.raw`select payment_status, refunded_amount::int from orders where company_id = ${buyer.company.id}`,
    ).toEqual([{ payment_status: 'not-due', refunded_amount: 10_000 }]);
    expect(await shop.broken()).toEqual({});
  });

  test('two orders at once cannot spend one balance twice', async () => {
    const owner = await shop.addBuyer();
    await topUp(shop, owner.company.id, 15_000);
    const buyers = await Promise.all(
      [1, 2].map(async () => ({ ...(await shop.addBuyer({ companyId: owner.company.id })), company: owner.company })),
    );
    const wish = { ...hundred, paymentTerms: 'prepaid' as const, balance: minor(10_000), addressId: owner.addressId };
    const ready = await Promise.all(buyers.map((buyer) => readyToPlace(shop.deps, buyer, one(), wish)));
    const results = await Promise.all(ready.map((wanted, at) => placeOrder(shop.deps, buyers[at]!, 'test', wanted)));
    expect(kinds(results)).toEqual(['balance-short', 'placed']);
    expect(await balanceStore.of(shop.db, owner.company.id)).toBe(5_000);
  });

  test('with credit for the rest: only the rest is charged to the account', async () => {
    const buyer = await shop.addBuyer({ creditLimit: 7_000 });
    await topUp(shop, buyer.company.id, 4_000);
    const alone = await place(shop.deps, buyer, one(), { ...hundred, paymentTerms: 'terms' });
    expect(alone).toMatchObject({ error: { kind: 'terms-blocked' } });
    const both = await place(shop.deps, buyer, one(), { ...hundred, paymentTerms: 'terms', balance: minor(4_000) });
    expect(both.ok).toBe(true);
    expect(await shop.raw`select used::int from credit_accounts where company_id = ${buyer.company.id}`).toEqual([
      { used: 6_000 },
    ]);
    expect(await shop.broken()).toEqual({});
  });
});

describe('an order that is to be paid first', () => {
  test('waits for its money with its goods held, and ends by itself when its time is over', async () => {
    const buyer = await shop.addBuyer();
    await givePoints(shop, buyer.company.id, 50);
    const placed = await place(shop.deps, buyer, one(), {
      expectedTotal: minor(9_950),
      paymentTerms: 'prepaid',
      payBy: 'online',
      points: 50,
    });
    if (!placed.ok) throw new Error(JSON.stringify(placed.error));
    expect(placed.value.approval).toBe('awaiting-payment');
    expect(await expireOrders(shop.deps)).toBe(0);
    await shop.raw`update orders set pay_until = now() - interval '1 second' where id = ${placed.value.id}`;
    expect(await expireOrders(shop.deps)).toBe(1);
    expect(await expireOrders(shop.deps)).toBe(0);
    expect(await shop.raw`select approval from orders where id = ${placed.value.id}`).toEqual([
      { approval: 'cancelled' },
    ]);
    expect(await pointStore.heldBy(shop.db, placed.value.id)).toBe(0);
    expect(await shop.raw`select usable from point_accounts where company_id = ${buyer.company.id}`).toEqual([
      { usable: 50 },
    ]);
    expect(await shop.broken()).toEqual({});
  });
});

test('delivery is charged by its rule, and a place it does not reach is refused before anything is held', async () => {
  await shop.db.insert(schema.deliveryMethods).values({
    id: newId(),
    code: 'express',
    name: { zh: '快递' },
    rule: { zones: [{ id: 'z', places: ['浙江省'], tariff: { kind: 'fixed', amount: 1_200 } }] },
  });
  const buyer = await shop.addBuyer();
  const wish = { deliveryMethod: 'express', expectedTotal: minor(11_200) };
  expect(await place(shop.deps, buyer, one(), wish)).toMatchObject({
    error: { kind: 'not-delivered', why: { kind: 'place-not-served' } },
  });
  await shop.raw`update addresses set province = '浙江省' where id = ${buyer.addressId}`;
  const placed = await place(shop.deps, buyer, one(), wish);
  expect(placed.ok).toBe(true);
  expect(
    await shop.raw`select shipping_amount::int, total_amount::int, delivery_method from orders where company_id = ${buyer.company.id}`,
  ).toEqual([{ shipping_amount: 1_200, total_amount: 11_200, delivery_method: 'express' }]);
  expect(await shop.broken()).toEqual({});
});
