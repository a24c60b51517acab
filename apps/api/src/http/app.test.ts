import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place } from '../testing/place.ts';
import { listProcedures } from '../trpc/list-procedures.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('sessions', () => {
  test('a right password opens a session that signs out for good; the stored id is not the cookie', async () => {
    const buyer = await shop.addBuyer();
    const client = httpClient(shop, 'buyer');
    expect((await client.query('session.me')).data).toBeNull();
    expect((await client.signIn(` ${buyer.login.toUpperCase()} `)).status).toBe(200);
    expect((await client.query('session.me')).data).toMatchObject({ id: buyer.id, company: { id: buyer.company.id } });
    const token = client.cookie().split('=')[1] ?? '';
    expect(await shop.raw`select 1 from buyer_sessions where id = ${token}`).toHaveLength(0);
    const stolen = client.cookie();
    await client.mutate('session.signOut');
    client.setCookie(stolen);
    expect((await client.query('session.me')).data).toBeNull();
  });

  test('a buyer session opens no staff procedure, and a staff session no buyer procedure', async () => {
    const [buyer, clerk] = [await shop.addBuyer(), await shop.addStaff('administrator')];
    const portal = httpClient(shop, 'buyer');
    await portal.signIn(buyer.login);
    const console = httpClient(shop, 'staff');
    await console.signIn(clerk.login);
    const crossed = httpClient(shop, 'staff');
    crossed.setCookie(portal.cookie());
    expect(await crossed.query('orders.list', {})).toMatchObject({ status: 401, refusal: { kind: 'not-signed-in' } });
    crossed.setCookie(portal.cookie().replace('buyer_sid', 'staff_sid'));
    expect(await crossed.query('orders.list', {})).toMatchObject({ status: 401 });
    expect((await console.query('orders.list', {})).status).toBe(200);
  });

  test('a wrong password and an unknown name answer alike; the eleventh try on an account is told to wait', async () => {
    const buyer = await shop.addBuyer();
    const client = httpClient(shop, 'buyer');
    const wrong = await client.signIn(buyer.login, 'wrong');
    const unknown = await client.signIn('nobody-of-this-name', 'wrong');
    expect([unknown.status, unknown.refusal]).toEqual([wrong.status, wrong.refusal]);
    for (let i = 0; i < 9; i++) await client.signIn(buyer.login, 'wrong');
    const late = await client.signIn(buyer.login);
    expect(late).toMatchObject({ status: 429, refusal: { kind: 'too-many-attempts' } });
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('disabling a person or closing the company ends the session at once', async () => {
    const buyer = await shop.addBuyer();
    const client = httpClient(shop, 'buyer');
    await client.signIn(buyer.login);
    await shop.raw`update buyers set active = false where id = ${buyer.id}`;
    expect(await client.query('orders.list', {})).toMatchObject({ status: 401 });
  });
});

describe('requests', () => {
  test('that another site could send change nothing', async () => {
    const client = httpClient(shop, 'buyer');
    const good = { 'content-type': 'application/json', 'x-tradeline': '1' };
    const bodies = JSON.stringify({ login: 'a', password: 'b' });
    const shapes: [number, Record<string, string>][] = [
      [403, { ...good, 'sec-fetch-site': 'cross-site' }],
      [403, { ...good, 'sec-fetch-site': 'same-site' }],
      [403, { ...good, origin: 'null' }],
      [403, { ...good, origin: 'https://evil.example' }],
      [403, { 'content-type': 'application/json' }],
      [415, { ...good, 'content-type': 'text/plain' }],
      [415, { ...good, 'content-type': 'application/x-www-form-urlencoded' }],
    ];
    for (const [status, headers] of shapes) {
      const answer = await client.request('/trpc/session.signIn', { method: 'POST', headers, body: bodies });
      expect([status, headers, answer.status]).toEqual([status, headers, status]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect((await client.request('/trpc/session.signOut', { headers: good })).status).toBe(405);
  });

  test('too large, too deep or malformed are refused with a 4xx that names the field', async () => {
    const client = httpClient(shop, 'buyer');
    const headers = { 'content-type': 'application/json', 'x-tradeline': '1' };
    const send = (body: string) => client.request('/trpc/session.signIn', { method: 'POST', headers, body });
    expect((await send('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    expect((await send('['.repeat(100_000))).status).toBe(400);
    expect((await send('{"login":')).status).toBe(400);
    const buyer = await shop.addBuyer();
    await client.signIn(buyer.login);
    const answer = await client.query('catalog.products', { text: 'a\u0000b', page: 0 });
    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({
      data: {
        fields: expect.arrayContaining([
          expect.objectContaining({ field: 'text' }),
          expect.objectContaining({ field: 'page' }),
        ]),
      },
    });
    for (const text of ["'", '%', '_', '\\', '--', ';', '$1', '(a+)+$', '𠮷', 'é'])
      expect((await client.query('catalog.products', { text })).status).toBe(200);
  });

  test('carry the security headers, and health needs no session', async () => {
    const client = httpClient(shop, 'buyer');
    const answer = await client.request('/healthz');
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await client.request('/readyz')).status).toBe(200);
  });
});

describe('every procedure', () => {
  test('says its audience, and all but the public ones a permission of the policy', () => {
    const entries = listProcedures();
    expect(entries.length).toBeGreaterThan(35);
    for (const entry of entries) {
      if (entry.audience === 'public') expect(entry.path).toMatch(/^session\.(me|shop|signIn|signOut)$/u);
      else
        expect(entry).toMatchObject({
          audience: entry.router === 'buyer' ? 'buyer' : 'staff',
          permission: expect.stringMatching(/^[a-z-]+\.[a-z-]+$/u),
        });
    }
  });

  test('that is not public is closed to strangers', async () => {
    const [portal, console] = [httpClient(shop, 'buyer'), httpClient(shop, 'staff')];
    for (const { router, path, kind, audience } of listProcedures()) {
      if (audience === 'public' || kind === 'subscription') continue;
      const client = router === 'buyer' ? portal : console;
      const answer = kind === 'query' ? await client.query(path) : await client.mutate(path);
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });

  test("of another company's order, address or cart answers exactly as for one that does not exist", async () => {
    const { skuId } = await shop.addSku({ north: 10 });
    const [owner, stranger] = [await shop.addBuyer(), await shop.addBuyer()];
    const placed = await place(shop.deps, owner, [{ skuId, quantity: 1 }]);
    if (!placed.ok) throw new Error('not placed');
    const client = httpClient(shop, 'buyer');
    await client.signIn(stranger.login);
    const nobody = '01900000-0000-7000-8000-000000000000';
    const asks: [string, 'query' | 'mutate', (id: string) => unknown, string][] = [
      ['orders.get', 'query', (id) => ({ id }), placed.value.id],
      ['orders.cancel', 'mutate', (id) => ({ id, expectedVersion: 1 }), placed.value.id],
      ['account.removeAddress', 'mutate', (id) => ({ id }), owner.addressId],
    ];
    for (const [path, kind, input, foreign] of asks) {
      const [a, b] = [await client[kind](path, input(foreign)), await client[kind](path, input(nobody))];
      expect([path, a.status, a.refusal]).toEqual([path, 404, b.refusal]);
    }
    expect(JSON.stringify((await client.query('orders.list', {})).data)).not.toContain(placed.value.number);
  });

  test('that the role does not hold is refused by name', async () => {
    const viewer = await shop.addBuyer({ role: 'viewer' });
    const client = httpClient(shop, 'buyer');
    await client.signIn(viewer.login);
    expect(await client.query('cart.get')).toMatchObject({
      status: 403,
      refusal: { kind: 'not-permitted', action: 'cart.edit' },
    });
    const { productId } = await shop.addSku({ north: 1 });
    const seen = await client.query('catalog.product', { id: productId });
    expect(JSON.stringify(seen.data)).not.toContain('unitPriceE4');
    const marketing = httpClient(shop, 'staff');
    await marketing.signIn((await shop.addStaff('marketing')).login);
    expect(
      await marketing.mutate('orders.approve', { id: '01900000-0000-7000-8000-000000000000', expectedVersion: 1 }),
    ).toMatchObject({ status: 403, refusal: { kind: 'not-permitted' } });
  });
});
