import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place, type TestBuyer } from '../testing/place.ts';

let shop: Shop;
let buyer: TestBuyer;
let portal: ReturnType<typeof httpClient>;
let skuId: string;
beforeAll(async () => {
  shop = await openShop();
  buyer = await shop.addBuyer();
  ({ skuId } = await shop.addSku({ north: 100 }));
  portal = httpClient(shop, 'buyer');
  await portal.signIn(buyer.login);
});
afterAll(() => shop.close());

/** All that a forged request could have changed: the order, the person's sessions, his cart, his files. */
const state = async () => [
  ...(await shop.raw`select approval, version from orders order by id`),
  ...(await shop.raw`select count(*)::int as sessions from buyer_sessions`),
  ...(await shop.raw`select coalesce(sum(quantity), 0)::int as units from cart_lines`),
  ...(await shop.raw`select count(*)::int as uploads from uploads`),
];

let order: { id: string };
let before: Awaited<ReturnType<typeof state>>;
beforeEach(async () => {
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 1 }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  order = placed.value;
  before = await state();
});

const json = { 'content-type': 'application/json' };
/** What a browser adds by itself when a page of another site sends something. */
const cross = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
const cancel = () => JSON.stringify({ id: order.id, expectedVersion: 1 });
const form = (value: string): FormData => {
  const data = new FormData();
  data.set('input', value);
  data.set('file', new Blob(['x'], { type: 'text/plain' }), 'x.txt');
  return data;
};

/** Each with the cookie of a person who is signed in, as the browser would send it. */
const shapes: Record<string, () => [path: string, init: RequestInit]> = {
  'a form': () => [
    '/trpc/orders.cancel',
    {
      method: 'POST',
      headers: { ...cross, 'content-type': 'application/x-www-form-urlencoded' },
      body: `input=${cancel()}`,
    },
  ],
  'a form with a file': () => ['/trpc/orders.cancel', { method: 'POST', headers: cross, body: form(cancel()) }],
  'a file for the uploads': () => ['/uploads/order-attachment', { method: 'POST', headers: cross, body: form('{}') }],
  'JSON that says it is text': () => [
    '/trpc/orders.cancel',
    { method: 'POST', headers: { ...cross, 'content-type': 'text/plain' }, body: cancel() },
  ],
  'no body': () => ['/trpc/session.signOut', { method: 'POST', headers: cross }],
  'a change asked for by a link': () => [
    `/trpc/orders.cancel?input=${encodeURIComponent(cancel())}`,
    { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } },
  ],
  'a link that claims another method': () => [
    `/trpc/orders.cancel?_method=POST&input=${encodeURIComponent(cancel())}`,
    { headers: { 'x-http-method-override': 'POST', 'x-method-override': 'POST' } },
  ],
  'a page without an origin': () => [
    '/trpc/orders.cancel',
    { method: 'POST', headers: { ...json, 'x-tradeline': '1', origin: 'null' }, body: cancel() },
  ],
  'a neighbour below the same domain': () => [
    '/trpc/orders.cancel',
    {
      method: 'POST',
      headers: { ...json, 'x-tradeline': '1', 'sec-fetch-site': 'same-site', origin: 'http://blog.shop.test' },
      body: cancel(),
    },
  ],
  'an old browser that tells no origin': () => [
    '/trpc/orders.cancel',
    { method: 'POST', headers: json, body: cancel() },
  ],
  'a script that asks with credentials': () => [
    '/trpc/orders.cancel',
    { method: 'POST', headers: { ...json, ...cross, 'x-tradeline': '1' }, body: cancel() },
  ],
  'the question a browser asks before such a script': () => [
    '/trpc/orders.cancel',
    {
      method: 'OPTIONS',
      headers: { ...cross, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-tradeline' },
    },
  ],
  'news for a page of another site': () => [
    '/trpc/live.events',
    { headers: { ...cross, accept: 'text/event-stream' } },
  ],
  'a sign-in as somebody else': () => [
    '/trpc/session.signIn',
    {
      method: 'POST',
      headers: { ...cross, 'content-type': 'text/plain' },
      body: JSON.stringify({ login: buyer.login, password: 'x' }),
    },
  ],
};

test.each(Object.entries(shapes))('%s, sent from another site, changes nothing and tells nothing', async (_, shape) => {
  const [path, init] = shape();
  const answer = await portal.request(path, init);
  expect([403, 405, 415]).toContain(answer.status);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await state()).toEqual(before);
});

test('the same page of our own cancels it: the shapes above fail by where they come from', async () => {
  const answer = await portal.mutate('orders.cancel', JSON.parse(cancel()));
  expect(answer.status).toBe(200);
  expect(await state()).not.toEqual(before);
});
