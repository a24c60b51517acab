import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openShop, PASSWORD, type Shop } from '../../testing/index.ts';
import { addTemplate, givePoints, runPromotion } from '../../testing/means.ts';
import { ownProcess } from '../../testing/own-process.ts';

const NIGHTLY = inject('nightly');
const [CLIENTS, ORDERS, ROUNDS] = NIGHTLY ? [16, 500, 5] : [6, 36, 1];

let shop: Shop;
let api: Awaited<ReturnType<typeof ownProcess>>;
beforeAll(async () => {
  shop = await openShop({ pool: 6 });
  api = await ownProcess(shop.url, { FILES_DIR: shop.deps.env.FILES_DIR });
});
afterAll(async () => {
  await api.stop();
  await shop.close();
});

/** Requests that the killed process never answered. */
let cut = 0;
type Body = { result?: { data: unknown }; error?: { data?: { refusal?: { kind: string; actual?: number } } } };

/** A browser that asks again, the same thing with the same key, until somebody answers. */
const browser = () => {
  let cookie = '';
  const call = async (path: string, input?: unknown): Promise<Body> => {
    for (;;) {
      const answer = await fetch(`${api.url}/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-tradeline': '1', ...(cookie ? { cookie } : {}) },
        body: JSON.stringify(input ?? {}),
      }).then(
        async (response) => ({ response, body: (await response.json()) as Body }),
        () => void cut++,
      );
      if (answer && answer.response.status !== 503) {
        cookie = answer.response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
        return answer.body;
      }
      await rest(50);
    }
  };
  return { call };
};

test('T01: the API is killed in the middle of placing; who asks again with his key has one order, and no promise of the data is broken', async () => {
  const goods = await Promise.all(
    [33_300, 125_000, 78_000, 9_900, 410_000].map(
      async (price) => (await shop.addSku({ price, north: 50_000, south: 50_000 })).skuId,
    ),
  );
  const offer = await runPromotion(shop, 'T01', {
    coupon: { code: 'T01' },
    actions: [{ type: 'percent-off-order', percent: '3' }],
  });
  await addTemplate(shop, offer, 'T01', { kind: 'public' });

  for (let round = 0; round < ROUNDS; round++) {
    let answered = 0;
    const orders: { key: string; id: string }[] = [];
    await api.start();
    const client = async (at: number): Promise<void> => {
      const buyer = await shop.addBuyer({ creditLimit: 1_000_000_000 });
      await givePoints(shop, buyer.company.id, 100_000);
      const { call } = browser();
      await call('session.signIn', { login: buyer.login, password: PASSWORD });
      for (let n = at; n < ORDERS; n += CLIENTS) {
        const lines = goods.slice(0, 2 + (n % 4)).map((skuId, i) => ({ skuId, quantity: 1 + ((n + i) % 7) }));
        const { result } = await call('cart.change', { mode: 'set', lines });
        const wish = {
          idempotencyKey: randomUUID(),
          cartId: (result!.data as { id: string }).id,
          expectedTotal: minor(1),
          addressId: buyer.addressId,
          contactName: '王五',
          phone: '13800000000',
          paymentTerms: 'terms',
          coupons: ['T01'],
          points: 7,
        };
        // What it costs with all that is asked for is in the refusal of any other total.
        const { error } = await call('orders.place', { ...wish, idempotencyKey: randomUUID() });
        const expectedTotal = error?.data?.refusal?.actual;
        const placed = await call('orders.place', { ...wish, expectedTotal });
        if (!placed.result) throw new Error(JSON.stringify(placed));
        orders.push({ key: wish.idempotencyKey, id: (placed.result.data as { id: string }).id });
        answered++;
      }
    };
    const killer = async (): Promise<void> => {
      while (answered < ORDERS / 3) await rest(5);
      await api.kill();
      await api.start();
    };
    await Promise.all([killer(), ...Array.from({ length: CLIENTS }, (_, at) => client(at))]);
    await api.kill();

    const stored = await shop.raw<{ key: string; id: string; lines: number }[]>`
      select k.key, o.id, (select count(*)::int from order_lines l where l.order_id = o.id) as lines
      from orders o join idempotency_keys k on k.company_id = o.company_id and k.result ->> 'id' = o.id::text
      where k.procedure = 'order.place'`;
    const mine = new Map(stored.map(({ key, ...order }) => [key, order]));
    for (const { key, id } of orders) expect(mine.get(key)).toMatchObject({ id });
    expect(new Set(orders.map(({ id }) => id)).size).toBe(ORDERS);
    expect(stored.every(({ lines }) => lines >= 2)).toBe(true);
    expect(cut).toBeGreaterThan(round);
    expect(await shop.raw`select count(*)::int as n from orders`).toEqual([{ n: ORDERS * (round + 1) }]);
    expect(await shop.broken()).toEqual({});
  }
}, 1_800_000);
