import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place } from '../testing/place.ts';
import { staffActor } from '../use-cases/order/actor.ts';
import { runCommand } from '../use-cases/order/run-command.ts';
import { shipOrder } from '../use-cases/order/ship-order.ts';

let shop: Shop;
let buyer: Awaited<ReturnType<Shop['addBuyer']>>;
let orderId: string;
let number: string;
let parcel: { id: string; number: string };
beforeAll(async () => {
  shop = await openShop();
  buyer = await shop.addBuyer();
  const { skuId } = await shop.addSku({ north: 500, price: 125_000 });
  await shop.raw`update skus set item_number = 'HX-龘-8.8' where id = ${skuId}`;
  await shop.raw`update products set name = '{"zh":"内六角螺栓 8.8 级","en":"Hex bolt 8.8"}'`;
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 100 }], { purchaseOrderNumber: 'PO-2026-77' });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  ({ id: orderId, number } = placed.value as { id: string; number: string });
  const everybody = {
    ...staffActor(await shop.addStaff('administrator'), 'test'),
    roles: ['reviewer', 'warehouse'] as const,
  };
  const step = async (action: 'start-review' | 'approve' | 'start-picking', expectedVersion: number) => {
    const done = await runCommand(shop.deps, everybody, {
      scope: { kind: 'all' },
      orderId,
      command: { action, expectedVersion, ...(action === 'approve' ? { checks: { credit: true } } : {}) } as never,
    });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  };
  const version = async (): Promise<number> =>
    (await shop.raw`select version from orders where id = ${orderId}`)[0]?.version;
  const [{ approval } = {}] = await shop.raw`select approval from orders where id = ${orderId}`;
  if (approval === 'submitted') await step('start-review', await version());
  if (approval !== 'confirmed') await step('approve', await version());
  await step('start-picking', await version());
  const shipped = await shipOrder(shop.deps, everybody, {
    scope: { kind: 'all' },
    orderId,
    expectedVersion: await version(),
    carrier: '顺丰速运',
    trackingNumber: 'SF1234567890',
  });
  if (!shipped.ok) throw new Error(JSON.stringify(shipped.error));
  parcel = (await shop.raw`select id, number from shipments where order_id = ${orderId}`)[0] as typeof parcel;
});
afterAll(() => shop.close());

const textOf = async (answer: Response): Promise<string> => {
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  return (await extractText(pdf, { mergePages: true })).text.replaceAll(/\s+/gu, ' ');
};
const as = async (audience: 'buyer' | 'staff', login: string) => {
  const client = httpClient(shop, audience);
  await client.signIn(login);
  return client;
};
const confirmation = () => `/documents/orders/${orderId}/confirmation.pdf`;
const note = () => `/documents/orders/${orderId}/parcels/${parcel.id}/delivery-note.pdf`;

test('the order confirmation says what was agreed, to the cent, rare characters included', async () => {
  const answer = await (await as('buyer', buyer.login)).request(confirmation());
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'application/pdf',
    'no-store',
  ]);
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(`订单确认-${number}.pdf`));
  const text = await textOf(answer);
  for (const said of [
    '测试批发',
    '订单确认',
    number,
    'PO-2026-77',
    'HX-龘-8.8',
    '内六角螺栓 8.8 级',
    '12.50',
    '1,250.00',
    '壹仟贰佰伍拾元整',
    '货到付款',
    '第 1 页，共 1 页',
  ])
    expect(text).toContain(said);
});

test('in English it is English, names included', async () => {
  const text = await textOf(await (await as('buyer', buyer.login)).request(`${confirmation()}?language=en`));
  for (const said of ['Test Wholesale', 'Order confirmation', 'Hex bolt 8.8', 'Total incl. tax (CNY)', 'Page 1 of 1'])
    expect(text).toContain(said);
  expect(text).not.toContain('人民币');
});

test('a delivery note tells what is in the parcel and no amounts', async () => {
  const staff = await as('staff', (await shop.addStaff('warehouse')).login);
  const text = await textOf(await staff.request(note()));
  for (const said of [
    '送货单',
    parcel.number,
    number,
    '顺丰速运',
    'SF1234567890',
    '北仓',
    'HX-龘-8.8',
    '100',
    '收货人',
  ])
    expect(text).toContain(said);
  expect(text).not.toMatch(/12\.50|1,250/u);
});

test('a role that is not told amounts reads a paper without them', async () => {
  const viewer = await shop.addBuyer({ role: 'viewer', companyId: buyer.company.id });
  const text = await textOf(await (await as('buyer', viewer.login)).request(confirmation()));
  expect(text).toContain('内六角螺栓');
  expect(text).not.toMatch(/12\.50|1,250|元整|金额/u);
});

test("a stranger's order, an order that is not there and a parcel of another order are missing alike", async () => {
  const stranger = await as('buyer', (await shop.addBuyer()).login);
  const none = '0199d000-0000-7000-8000-000000000000';
  const missing = [404, '{"error":"no such document"}'];
  const asked = async (client: typeof stranger, path: string) => {
    const answer = await client.request(path);
    return [answer.status, await answer.text()];
  };
  for (const path of [
    confirmation(),
    note(),
    confirmation().replace(orderId, none),
    confirmation().replace(orderId, 'x'),
  ])
    expect(await asked(stranger, path)).toEqual(missing);
  const own = await as('buyer', buyer.login);
  expect(await asked(own, note().replace(parcel.id, none))).toEqual(missing);
  // A salesperson reads the orders of his customers only.
  expect(await asked(await as('staff', (await shop.addStaff('sales')).login), confirmation())).toEqual(missing);
  expect((await httpClient(shop, 'buyer').request(confirmation())).status).toBe(401);
});

test('a label is for who packs: receiver, carrier and number on a page of 100 × 150 mm', async () => {
  const path = `/documents/orders/${orderId}/parcels/${parcel.id}/label.pdf`;
  const keeper = await as('staff', (await shop.addStaff('warehouse')).login);
  const answer = await keeper.request(path);
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const page = await (await getDocumentProxy(bytes.slice())).getPage(1);
  expect(page.view.slice(2).map((points) => Math.round((points / 72) * 25.4))).toEqual([100, 150]);
  const text = await textOf(new Response(bytes));
  for (const said of ['顺丰速运', 'SF1234567890', '王五', '13800000000', '文一路 1 号', number, '1 / 1'])
    expect(text).toContain(said);
  expect((await (await as('staff', (await shop.addStaff('sales')).login)).request(path)).status).toBe(404);
  expect((await (await as('buyer', buyer.login)).request(path)).status).toBe(401);
  expect((await keeper.request(path.replace(parcel.id, orderId))).status).toBe(404);
});
