import { setTimeout as pause } from 'node:timers/promises';
import { sql } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobHandlers } from '../../jobs/handlers.ts';
import { startWorker, type Worker } from '../../jobs/worker.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';

let shop: Shop;
let worker: Worker;
let staff: ReturnType<typeof httpClient>;
let portal: ReturnType<typeof httpClient>;
let companyId: string;
const items: Record<string, string> = {};

const add = async (zh: string, status = 'published'): Promise<{ skuId: string; productId: string }> => {
  const goods = await shop.addSku({ price: 10_000, north: 3 });
  await shop.db
    .update(schema.products)
    .set({ name: { zh }, status })
    .where(sql`${schema.products.id} = ${goods.productId}`);
  const [row] = await shop.raw<{ item_number: string }[]>`select item_number from skus where id = ${goods.skuId}`;
  items[zh] = row?.item_number ?? '';
  return goods;
};
beforeAll(async () => {
  shop = await openShop();
  worker = await startWorker(shop.deps, jobHandlers(shop.deps));
  staff = httpClient(shop, 'staff');
  await staff.signIn((await shop.addStaff('administrator')).login);
  const buyer = await shop.addBuyer();
  companyId = buyer.company.id;
  portal = httpClient(shop, 'buyer');
  await portal.signIn(buyer.login);
  const driver = await add('十字螺丝刀');
  await add('订书机');
  const hidden = await add('棘轮螺丝刀');
  for (const [code, { skuId }] of [
    ['KH-1', driver],
    ['KH-2', hidden],
  ] as const)
    expect((await staff.mutate('customerCodes.put', { companyId, code, skuId })).status).toBe(200);
  await staff.mutate('assortments.save', {
    draft: {
      code: 'HIDE',
      name: { zh: '不卖' },
      effect: 'hide',
      active: true,
      audiences: [{ kind: 'company', ref: companyId }],
      goods: [{ kind: 'product', ref: hidden.productId }],
    },
  });
});
afterAll(async () => {
  await worker.stop();
  await shop.close();
});

const BOTH = ['十字螺丝刀', '棘轮螺丝刀'];
/** As people type: all of the sounds, their beginnings, the words the other way round, the item number. */
const WORDS: [string, string[]][] = [
  ['luosidao', BOTH],
  ['lsd', BOTH],
  ['螺丝刀 十字', ['十字螺丝刀']],
  ['dsj', ['订书机']],
];

const baseList = async () => (await shop.raw<{ id: string }[]>`select id from price_lists where kind = 'base'`)[0]?.id;
const exported = async (sheet: string, text: string): Promise<string> => {
  const { data } = await staff.mutate('imports.export', { sheet, format: 'csv', language: 'zh', filter: { text } });
  const { jobId } = data as { jobId: string };
  for (;;) {
    const job = (await staff.query('imports.job', { id: jobId })).data as { state: string };
    if (job.state === 'done') return (await staff.request(`/downloads/${jobId}`)).text();
    expect(['queued', 'running']).toContain(job.state);
    await pause(20);
  }
};
const numbersIn = (text: string): string[] => Object.values(items).filter((item) => text.includes(`"${item}"`));
const rowsOf = async (client: ReturnType<typeof httpClient>, path: string, input: object): Promise<string[]> => {
  const { status, data } = await client.query(path, input);
  expect([path, status]).toEqual([path, 200]);
  return numbersIn(JSON.stringify(data));
};

const places: Record<string, (text: string) => Promise<string[]>> = {
  'the bulk edit': (text) => rowsOf(staff, 'bulkEdit.rows', { text }),
  'a file of goods': async (text) => numbersIn(await exported('goods', text)),
  'a file of prices': async (text) => numbersIn(await exported('prices', text)),
  'a file of stock': async (text) => numbersIn(await exported('stock', text)),
  'the price grid': async (text) => rowsOf(staff, 'prices.grid', { listId: await baseList(), text }),
  'the choice of goods for a price': (text) => rowsOf(staff, 'prices.skus', { text }),
  "a customer's price sheet": (text) => rowsOf(staff, 'prices.sheet', { companyId, text }),
};
for (const [place, find] of Object.entries(places))
  test.each(WORDS)(`${place} finds goods by %s`, async (text, names) => {
    expect((await find(text)).toSorted()).toEqual(names.map((name) => items[name]!).toSorted());
  });

test.each(Object.keys(places))(
  '%s knows an item number, and shows all where nothing was typed, none where nothing is meant',
  async (place) => {
    const find = places[place]!;
    const item = items.订书机!;
    expect(await find(item.toLowerCase())).toEqual([item]);
    expect((await find('')).length).toBeGreaterThan(2);
    expect(await find('zzzqqq')).toEqual([]);
  },
);

test('what a customer sees is found the same way, and what he does not see is told as such', async () => {
  const seen = async (text: string) => {
    const { data } = await staff.query('assortments.seenBy', { companyId, text });
    return (data as { rows: { name: { zh: string }; visible: boolean }[] }).rows.map(({ name, visible }) => [
      name.zh,
      visible,
    ]);
  };
  expect((await seen('lsd')).toSorted()).toEqual(
    [
      ['十字螺丝刀', true],
      ['棘轮螺丝刀', false],
    ].toSorted(),
  );
  expect(await seen(items.订书机!)).toEqual([['订书机', true]]);
});

test('a customer finds his own codes and the goods of the portal by sound; what is hidden from him is not found by any word', async () => {
  const codes = async (client: ReturnType<typeof httpClient>, path: string, input: object) =>
    ((await client.query(path, input)).data as { rows: { code: string }[] }).rows.map(({ code }) => code);
  for (const text of ['lsd', 'luosidao', 'kh-']) {
    expect([text, await codes(staff, 'customerCodes.list', { companyId, text })]).toEqual([text, ['KH-1', 'KH-2']]);
    expect([text, await codes(portal, 'codes.list', { text })]).toEqual([text, ['KH-1']]);
  }
  expect(await codes(portal, 'codes.list', { text: items.棘轮螺丝刀 })).toEqual([]);
  const shown = async (text: string) =>
    ((await portal.query('catalog.products', { text })).data as { rows: { name: { zh: string } }[] }).rows.map(
      ({ name }) => name.zh,
    );
  expect(await shown('lsd')).toEqual(['十字螺丝刀']);
  expect(await shown('棘轮')).toEqual([]);
});
