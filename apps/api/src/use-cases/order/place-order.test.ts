import { randomUUID } from 'node:crypto';
import { newId } from '@tradeline/db';
import { uploadStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sweepOnce } from '../../jobs/sweep.ts';
import { bookMoney } from '../../testing/book-money.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { place, readyToPlace, type TestBuyer } from '../../testing/place.ts';
import { staffActor } from './actor.ts';
import { placeOrder } from './place-order.ts';
import { viewOrder } from './view-order.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ pool: 24 });
});
afterAll(() => shop.close());

const NIGHTLY = inject('nightly');
const kinds = (results: { ok: boolean; error?: { kind: string } }[]) =>
  results.map((r) => (r.ok ? 'ok' : r.error?.kind)).sort();
const count = <T>(items: T[], item: T): number => items.filter((x) => x === item).length;
/** Everybody's cart is filled before anybody places: the placements start together. */
const race = async (buyers: TestBuyer[], skuId: string, quantity: number) => {
  const wishes = await Promise.all(buyers.map((buyer) => readyToPlace(shop.deps, buyer, [{ skuId, quantity }])));
  return Promise.all(wishes.map((wish, i) => placeOrder(shop.deps, buyers[i]!, 'race', wish)));
};

describe('an order', () => {
  test('reserves its goods, charges the account, keeps its prices and their reasons, and empties the cart', async () => {
    const { skuId } = await shop.addSku({ price: 128_500, north: 30, south: 30 });
    const buyer = await shop.addBuyer({ creditLimit: 1_000_000 });
    const placed = await place(shop.deps, buyer, [{ skuId, quantity: 24 }], { paymentTerms: 'terms' });
    expect(placed).toMatchObject({ ok: true, value: { total: 30_840 } });
    if (!placed.ok) return;
    const order = await viewOrder(shop.deps, { kind: 'company', companyId: buyer.company.id }, placed.value.id);
    expect(order).toMatchObject({
      ok: true,
      value: {
        displayStatus: 'submitted',
        paymentStatus: 'on-terms',
        totalAmount: 30_840,
        taxAmount: 3548,
        lines: [{ quantity: 24, unitPriceE4: 128_500, netAmount: 30_840 }],
        held: [{ quantity: 24, state: 'reserved', warehouseId: shop.warehouses.north }],
        facts: { holds: { credit: 30_840 } },
        trace: { totals: { payable: 30_840 }, lines: [{ price: { source: 'list', kind: 'base' } }] },
        events: [{ version: 1, action: 'submit', actorType: 'buyer' }],
      },
    });
    expect(await place(shop.deps, buyer, [], {}).catch(() => 'no line to set')).toMatchObject({
      ok: false,
      error: { kind: 'cart-empty' },
    });
    expect(await shop.broken()).toEqual({});
  });

  test('that breaks a quantity rule is refused with the nearest quantities, and nothing is held', async () => {
    const { skuId } = await shop.addSku({ north: 100, min: 12, multiple: 6 });
    const buyer = await shop.addBuyer();
    expect(await place(shop.deps, buyer, [{ skuId, quantity: 13 }])).toMatchObject({
      ok: false,
      error: { kind: 'lines-refused', lines: [{ kind: 'quantity', reason: 'not-a-multiple', nearest: [12, 18] }] },
    });
    expect(await shop.broken()).toEqual({});
  });

  test('of goods without a price cannot be placed', async () => {
    const { skuId } = await shop.addSku({ price: null, north: 10 });
    const buyer = await shop.addBuyer();
    expect(await place(shop.deps, buyer, [{ skuId, quantity: 1 }])).toMatchObject({
      ok: false,
      error: { kind: 'lines-refused', lines: [{ kind: 'no-price' }] },
    });
  });

  test('whose price changed since it was shown is refused with the new price', async () => {
    const { skuId } = await shop.addSku({ price: 100_000, north: 10 });
    const buyer = await shop.addBuyer();
    expect(await place(shop.deps, buyer, [{ skuId, quantity: 2 }], { expectedTotal: minor(1999) })).toMatchObject({
      ok: false,
      error: { kind: 'total-changed', expected: 1999, actual: 2000 },
    });
  });

  test('to another company\'s address is refused as "not found"', async () => {
    const { skuId } = await shop.addSku({ north: 10 });
    const [buyer, stranger] = [await shop.addBuyer(), await shop.addBuyer()];
    expect(await place(shop.deps, buyer, [{ skuId, quantity: 1 }], { addressId: stranger.addressId })).toMatchObject({
      ok: false,
      error: { kind: 'address-not-found' },
    });
  });

  test('takes goods from one warehouse if one has them all, and says what falls short if none together have', async () => {
    const one = await shop.addSku({ north: 5, south: 50 });
    const two = await shop.addSku({ north: 50, south: 50 });
    const buyer = await shop.addBuyer();
    const placed = await place(shop.deps, buyer, [
      { skuId: one.skuId, quantity: 10 },
      { skuId: two.skuId, quantity: 10 },
    ]);
    const order = placed.ok ? await viewOrder(shop.deps, { kind: 'all' }, placed.value.id) : undefined;
    expect(order?.ok && new Set(order.value.held.map((h) => h.warehouseId))).toEqual(new Set([shop.warehouses.south]));
    expect(await place(shop.deps, buyer, [{ skuId: one.skuId, quantity: 46 }])).toMatchObject({
      ok: false,
      error: { kind: 'out-of-stock', lines: [{ requested: 46, available: 45 }] },
    });
  });
});

describe('goods are never sold twice', () => {
  test('T03: 64 buyers of 64 companies race for one unit: one order, 63 refusals that say so', async () => {
    const buyers = await Promise.all(Array.from({ length: 64 }, () => shop.addBuyer()));
    for (let round = 0; round < (NIGHTLY ? 20 : 5); round++) {
      const { skuId } = await shop.addSku({ north: 1 });
      const results = kinds(await race(buyers, skuId, 1));
      expect([count(results, 'ok'), count(results, 'out-of-stock')]).toEqual([1, 63]);
    }
    expect(await shop.broken()).toEqual({});
  });

  test('T03: 64 buyers race for ten units, and for ten units in threes: ten and three orders', async () => {
    const buyers = await Promise.all(Array.from({ length: 64 }, () => shop.addBuyer()));
    const ten = await shop.addSku({ north: 6, south: 4 });
    expect(count(kinds(await race(buyers, ten.skuId, 1)), 'ok')).toBe(10);
    const threes = await shop.addSku({ north: 10 });
    expect(count(kinds(await race(buyers, threes.skuId, 3)), 'ok')).toBe(3);
    expect(await shop.broken()).toEqual({});
  });

  test('orders of the same goods in opposite order never deadlock', async () => {
    const skus = await Promise.all(Array.from({ length: 8 }, () => shop.addSku({ north: 500, south: 500 })));
    const before = await deadlocks();
    const results = await Promise.all(
      Array.from({ length: 24 }, async (_, i) => {
        const lines = skus.map(({ skuId }) => ({ skuId, quantity: 1 + (i % 3) }));
        return place(shop.deps, await shop.addBuyer(), i % 2 ? lines : lines.toReversed());
      }),
    );
    expect(kinds(results)).toEqual(Array.from({ length: 24 }, () => 'ok'));
    expect(await deadlocks()).toBe(before);
  });
});

const deadlocks = async (): Promise<number> =>
  Number((await shop.raw`select deadlocks from pg_stat_database where datname = current_database()`)[0]?.deadlocks);

describe('placed exactly once', () => {
  test('T10: ten requests with one key make one order and ten equal answers; another body with that key is refused', async () => {
    const { skuId } = await shop.addSku({ north: 100 });
    const buyer = await shop.addBuyer();
    const wish = await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 2 }]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => placeOrder(shop.deps, buyer, 'again', wish)));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    const [stored] = await shop.raw`select count(*)::int as n from orders where company_id = ${buyer.company.id}`;
    expect(stored?.n).toBe(1);
    expect(await placeOrder(shop.deps, buyer, 'again', { ...wish, note: 'other' })).toMatchObject({
      ok: false,
      error: { kind: 'idempotency-mismatch' },
    });
    expect(await placeOrder(shop.deps, buyer, 'again', wish)).toEqual(answers[0]);
  });

  test('T10: a key is for ever: a day later, after everything was swept, it still names the same order', async () => {
    const { skuId } = await shop.addSku({ north: 100 });
    const buyer = await shop.addBuyer();
    const wish = await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 2 }]);
    const first = await placeOrder(shop.deps, buyer, 'first', wish);
    expect(first).toMatchObject({ ok: true });
    await shop.raw`
      update idempotency_keys set created_at = created_at - interval '25 hours' where company_id = ${buyer.company.id}`;
    await sweepOnce(shop.deps);
    expect(await placeOrder(shop.deps, buyer, 'next day', wish)).toEqual(first);
    expect(await shop.raw`select count(*)::int as n from orders where company_id = ${buyer.company.id}`).toEqual([
      { n: 1 },
    ]);
  });

  test('T10: one key of two companies is two keys', async () => {
    const { skuId } = await shop.addSku({ north: 100 });
    const [a, b] = [await shop.addBuyer(), await shop.addBuyer()];
    const idempotencyKey = randomUUID();
    const results = [
      await place(shop.deps, a, [{ skuId, quantity: 1 }], { idempotencyKey }),
      await place(shop.deps, b, [{ skuId, quantity: 1 }], { idempotencyKey }),
    ];
    expect(kinds(results)).toEqual(['ok', 'ok']);
  });

  test('T10: two tabs that send one cart with two keys make one order; the other learns its number', async () => {
    const { skuId } = await shop.addSku({ north: 100 });
    const buyer = await shop.addBuyer();
    const wish = await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 2 }]);
    const results = await Promise.all(
      [wish, { ...wish, idempotencyKey: randomUUID() }].map((w) => placeOrder(shop.deps, buyer, 'tab', w)),
    );
    const won = results.find((r) => r.ok);
    const lost = results.find((r) => !r.ok);
    expect(lost).toMatchObject({ error: { kind: 'cart-already-ordered', orderNumber: won?.ok && won.value.number } });
  });

  test('a refused placement may be tried again with the same key once its cause is gone', async () => {
    const { skuId } = await shop.addSku({ north: 0 });
    const buyer = await shop.addBuyer();
    const wish = await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 1 }]);
    expect(await placeOrder(shop.deps, buyer, 'first', wish)).toMatchObject({
      ok: false,
      error: { kind: 'out-of-stock' },
    });
    await shop.raw`update stock set on_hand = 1 where sku_id = ${skuId} and warehouse_id = ${shop.warehouses.north}`;
    await shop.raw`insert into stock_entries (sku_id, warehouse_id, kind, on_hand, cause_type, cause_id, actor) values (${skuId}, ${shop.warehouses.north}, 'receive', 1, 'test', ${skuId}, 'test')`;
    expect(await placeOrder(shop.deps, buyer, 'second', wish)).toMatchObject({ ok: true });
    expect(await shop.broken()).toEqual({});
  });
});

const onTerms = ({ addressId }: TestBuyer) => ({ paymentTerms: 'terms' as const, addressId });
const usedBy = async ({ company }: TestBuyer): Promise<number> =>
  Number((await shop.raw`select used from credit_accounts where company_id = ${company.id}`)[0]?.used);

describe('a credit limit holds', () => {
  test('T08: two orders of 700 against 1,000 at once: one passes, the other is told what it lacks', async () => {
    for (let round = 0; round < (NIGHTLY ? 50 : 10); round++) {
      const { skuId } = await shop.addSku({ price: 7_000_000, north: 100 });
      const first = await shop.addBuyer({ creditLimit: 100_000 });
      const second = await shop.addBuyer({ companyId: first.company.id });
      const pair = { ...second, company: first.company };
      const wishes = [
        await readyToPlace(shop.deps, first, [{ skuId, quantity: 1 }], { paymentTerms: 'terms' }),
        await readyToPlace(shop.deps, pair, [{ skuId, quantity: 1 }], { paymentTerms: 'terms' }),
      ];
      const results = await Promise.all([
        placeOrder(shop.deps, first, 'a', wishes[0]!),
        placeOrder(shop.deps, pair, 'b', wishes[1]!),
      ]);
      expect(kinds(results)).toEqual(['ok', 'terms-blocked']);
      const refused = results.find((r) => !r.ok);
      expect(refused).toMatchObject({ error: { reasons: [{ kind: 'limit-exceeded', shortBy: 40_000 }] } });
    }
    expect(await shop.broken()).toEqual({});
  });

  test('T08: twenty orders of 90 against 1,000 at once: eleven pass, and what is used never passes the limit', async () => {
    for (let round = 0; round < (NIGHTLY ? 20 : 2); round++) {
      const { skuId } = await shop.addSku({ price: 900_000, north: 100 });
      const owner = await shop.addBuyer({ creditLimit: 100_000 });
      const wishes = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const buyer = { ...(await shop.addBuyer({ companyId: owner.company.id })), company: owner.company };
          return { buyer, wish: await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 1 }], onTerms(owner)) };
        }),
      );
      let going = true;
      const watch = async (): Promise<number> => {
        let most = 0;
        while (going) most = Math.max(most, await usedBy(owner));
        return most;
      };
      const watching = watch();
      const results = await Promise.all(wishes.map(({ buyer, wish }) => placeOrder(shop.deps, buyer, 'race', wish)));
      going = false;
      expect(count(kinds(results), 'ok')).toBe(11);
      expect(count(kinds(results), 'terms-blocked')).toBe(9);
      expect(await watching).toBeLessThanOrEqual(100_000);
      expect(await usedBy(owner)).toBe(99_000);
    }
    expect(await shop.broken()).toEqual({});
  });

  test('T08: a payment comes in while the next order is placed: whoever is first, what is used is what is open', async () => {
    const finance = staffActor(await shop.addStaff('finance'), 'test');
    for (let round = 0; round < (NIGHTLY ? 50 : 5); round++) {
      const { skuId } = await shop.addSku({ price: 7_000_000, north: 100 });
      const buyer = await shop.addBuyer({ creditLimit: 100_000 });
      const first = await place(shop.deps, buyer, [{ skuId, quantity: 1 }], { paymentTerms: 'terms' });
      const wish = await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 1 }], { paymentTerms: 'terms' });
      const [second] = await Promise.all([
        placeOrder(shop.deps, buyer, 'race', wish),
        bookMoney(shop, first.ok ? first.value.id : '', 70_000, finance),
      ]);
      if (!second.ok) expect(second.error.kind).toBe('terms-blocked');
      expect(await usedBy(buyer)).toBe(second.ok ? 70_000 : 0);
    }
    expect(await shop.broken()).toEqual({});
  });
});

test('a file that hangs on another order is refused, and the second order is not placed', async () => {
  const buyer = await shop.addBuyer();
  const { skuId } = await shop.addSku({ north: 9 });
  const file = newId();
  await uploadStore.add(shop.db, {
    id: file,
    ownerType: 'buyer',
    ownerId: buyer.id,
    companyId: buyer.company.id,
    purpose: 'order-attachment',
    name: 'PO.pdf',
    mime: 'application/pdf',
    bytes: 9,
    sha256: 'x',
    file: `upload-${file}`,
  });
  const order = () => place(shop.deps, buyer, [{ skuId, quantity: 1 }], { attachments: [file] });
  expect((await order()).ok).toBe(true);
  expect(await order()).toMatchObject({ ok: false, error: { kind: 'upload-not-found' } });
  expect(await shop.raw`select count(*)::int as n from orders where company_id = ${buyer.company.id}`).toEqual([
    { n: 1 },
  ]);
  expect(await shop.broken()).toEqual({});
});
