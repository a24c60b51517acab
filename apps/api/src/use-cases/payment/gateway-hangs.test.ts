import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { place, type TestBuyer } from '../../testing/place.ts';
import { startPayment } from './start-payment.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop({ pool: 8 });
});
afterAll(() => shop.close());

/** More payers than there are connections: were one held while the gateway is waited for, nobody could order. */
const PAYERS = inject('nightly') ? 40 : 10;
const all = { kind: 'all' } as const;

test('a gateway that takes calls and never answers holds no connection, no lock and nobody up; the payer is told, and what he paid is his', async () => {
  const { skuId } = await shop.addSku({ price: 1_000_000, north: 10_000 });
  const order = async (buyer: TestBuyer): Promise<string> => {
    const placed = await place(shop.deps, buyer, [{ skuId, quantity: 1 }], {
      paymentTerms: 'prepaid',
      payBy: 'online',
    });
    if (!placed.ok) throw new Error(JSON.stringify(placed.error));
    return placed.value.id;
  };
  let answer = (): void => {};
  const silence = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let calls = 0;
  const deaf = {
    ...shop.deps.payments.wechat!,
    start: async () => {
      calls += 1;
      await silence;
      return { ok: false as const, error: { kind: 'no-answer' as const, detail: 'hung' } };
    },
  };
  const deps = { ...shop.deps, payments: { ...shop.deps.payments, wechat: deaf } };
  const payers = await Promise.all(
    Array.from({ length: PAYERS }, async () => {
      const buyer = await shop.addBuyer();
      return { buyer, orderId: await order(buyer) };
    }),
  );
  const waiting = payers.map(({ buyer, orderId }) =>
    startPayment(deps, all, buyer, { orderId, channel: 'wechat', part: 'all', screen: 'desk', address: '' }),
  );
  await expect.poll(() => calls, { timeout: 10_000 }).toBe(PAYERS);

  const [held] = await shop.raw<{ open: number; locks: number }[]>`
    select (select count(*)::int from pg_stat_activity where datname = current_database() and state like 'idle in transaction%') as open,
      (select count(*)::int from pg_locks l join pg_class c on c.oid = l.relation
        where c.relname in ('stock', 'orders', 'payment_attempts') and l.mode like '%Exclusive%' and l.pid <> pg_backend_pid()) as locks`;
  expect(held).toEqual({ open: 0, locks: 0 });
  // The same goods are ordered meanwhile, by others and by those who wait.
  const others = await Promise.all(Array.from({ length: 5 }, () => shop.addBuyer()));
  for (const buyer of [...others, payers[0]!.buyer]) await order(buyer);

  answer();
  for (const told of await Promise.all(waiting))
    expect(told).toMatchObject({ ok: false, error: { kind: 'gateway-silent', channel: 'wechat' } });
  const states = await shop.raw`select distinct state from payment_attempts`;
  expect(states).toEqual([{ state: 'unknown' }]);
  expect(await shop.broken()).toEqual({});
}, 60_000);
