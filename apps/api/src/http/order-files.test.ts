import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheet } from '../sheets/read-sheet.ts';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place } from '../testing/place.ts';

let shop: Shop;
let buyer: Awaited<ReturnType<Shop['addBuyer']>>;
const numbers: string[] = [];
const ids: string[] = [];
beforeAll(async () => {
  shop = await openShop();
  buyer = await shop.addBuyer({ creditLimit: 10_000_000 });
  const stranger = await shop.addBuyer();
  const goods = [await shop.addSku({ north: 500 }), await shop.addSku({ north: 500, price: 20_000 })];
  await shop.raw`update products set name = '{"zh":"膨胀螺栓","en":"Anchor bolt"}' where id = ${goods[1]?.productId ?? ''}`;
  await shop.raw`update products set name = '{"zh":"=cmd|calc","en":"=cmd|calc"}' where id = ${goods[0]?.productId ?? ''}`;
  const wishes = [
    { lines: [{ skuId: goods[0]!.skuId, quantity: 2 }], wish: { purchaseOrderNumber: '=HYPERLINK("x")' } },
    { lines: [{ skuId: goods[1]!.skuId, quantity: 30 }], wish: { paymentTerms: 'terms' as const } },
    { lines: goods.map(({ skuId }) => ({ skuId, quantity: 5 })), wish: {} },
  ];
  for (const { lines, wish } of wishes) {
    const placed = await place(shop.deps, buyer, lines, wish);
    if (!placed.ok) throw new Error(JSON.stringify(placed.error));
    const { id, number } = placed.value as { id: string; number: string };
    ids.push(id);
    numbers.push(number);
  }
  await place(shop.deps, stranger, [{ skuId: goods[1]!.skuId, quantity: 1 }]);
});
afterAll(() => shop.close());

const as = async (login: string) => {
  const client = httpClient(shop, 'buyer');
  await client.signIn(login);
  return client;
};
const folder = mkdtempSync(join(tmpdir(), 'tradeline-orders-'));
const ask = { what: 'orders', format: 'csv', language: 'zh-CN' };
const fileOf = async (client: Awaited<ReturnType<typeof as>>, filter: object) => {
  const answer = await client.request(`/documents/orders?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  if (answer.status !== 200) return { status: answer.status, header: [], rows: [] };
  const path = join(folder, `${crypto.randomUUID()}.sheet`);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  const sheet = await readSheet(path);
  return sheet.ok
    ? { status: 200, header: sheet.value.header, rows: sheet.value.rows.map(({ cells }) => cells) }
    : { status: 200, header: [], rows: [] };
};
const listed = async (client: Awaited<ReturnType<typeof as>>, filter: object): Promise<string[]> => {
  const { data } = await client.query('orders.list', { page: 1, size: 50, ...filter });
  return (data as { rows: { number: string }[] }).rows.map(({ number }) => number);
};

test('a buyer finds his orders by number, by purchase order, by item and by what the goods are called, in either language', async () => {
  const client = await as(buyer.login);
  expect(await listed(client, { text: numbers[0] })).toEqual([numbers[0]]);
  expect(await listed(client, { text: 'hyperlink' })).toEqual([numbers[0]]);
  for (const text of ['膨胀', 'anchor BOLT']) expect(await listed(client, { text })).toEqual([numbers[2], numbers[1]]);
  expect(await listed(client, { text: '%' })).toEqual([]);
});

test('unpaid is what still costs money: not what is cancelled, not what is paid', async () => {
  const client = await as(buyer.login);
  expect(await listed(client, { unpaid: true })).toEqual(numbers.toReversed());
  await shop.raw`update orders set paid_amount = total_amount where id = ${ids[2] ?? ''}`;
  expect(await listed(client, { unpaid: true })).toEqual([numbers[1], numbers[0]]);
  await shop.raw`update orders set paid_amount = 0 where id = ${ids[2] ?? ''}`;
});

test('a file holds exactly what the list was narrowed to, in both formats, and nothing in it runs', async () => {
  const client = await as(buyer.login);
  for (const format of ['csv', 'xlsx']) {
    const all = await fileOf(client, { ...ask, format });
    expect(all.header.slice(0, 4)).toEqual(['订单号', '下单时间', '状态', '采购单号']);
    expect(all.rows.map(([number]) => number)).toEqual(numbers.toReversed());
    expect(all.rows.map((row) => row.at(-1))).toEqual(['72.5', '60', '25']);
    const lines = await fileOf(client, { ...ask, what: 'lines', format, text: numbers[0] });
    expect(lines.rows.length).toBe(1);
    for (const cell of lines.rows.flat()) expect(cell).not.toMatch(/^[=+@]/u);
    expect(lines.rows[0]).toContain("'=cmd|calc");
  }
  const english = await fileOf(client, { ...ask, what: 'lines', language: 'en', text: 'anchor' });
  expect(english.rows.length).toBe(3);
  expect(english.header).toContain('Item number');
});

test('a file of many pages tells every order once', async () => {
  const other = await shop.addBuyer();
  await shop.raw`insert into orders (id, number, company_id, approval, display_status, payment_status, payment_terms, goods_amount,
      total_amount, trace, address, contact_name, phone, placed_at)
    select gen_random_uuid(), 'X' || n, ${other.company.id}, 'confirmed', 'confirmed', 'unpaid', 'on-delivery', n, n, '{}', '{}', '', '',
      now() - (n / 3) * interval '1 second' from generate_series(1, 1201) n`;
  const { rows } = await fileOf(await as(other.login), ask);
  expect([rows.length, new Set(rows.map(([number]) => number)).size]).toEqual([1201, 1201]);
});

test('who may not export gets no file, a stranger only his own, and a filter that makes no sense is refused', async () => {
  const viewer = await shop.addBuyer({ role: 'viewer', companyId: buyer.company.id });
  expect((await fileOf(await as(viewer.login), ask)).status).toBe(403);
  expect((await fileOf(await as((await shop.addBuyer()).login), ask)).rows).toEqual([]);
  const client = await as(buyer.login);
  for (const bad of [{ ...ask, format: 'exe' }, { ...ask, companyId: buyer.company.id }, {}])
    expect((await fileOf(client, bad)).status).toBe(400);
  expect((await httpClient(shop, 'buyer').request('/documents/orders')).status).toBe(401);
});
