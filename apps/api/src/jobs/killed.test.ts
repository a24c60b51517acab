import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';

let shop: Shop;
let client: ReturnType<typeof httpClient>;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  shop = await openShop();
  client = httpClient(shop, 'staff');
  await client.signIn((await shop.addStaff('administrator')).login);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await shop.close();
});

const ROWS = inject('nightly') ? 5_000 : 600;
const EVENTS = 200;

/** A port that is free now. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The product's own process, at the shop's database and files. */
const startProcess = async (): Promise<ChildProcess> => {
  const [portal, staff] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
    stdio: 'ignore',
    env: {
      DATABASE_URL: shop.url,
      FILES_DIR: shop.deps.env.FILES_DIR,
      PORTAL_PORT: String(portal),
      CONSOLE_PORT: String(staff),
      LOG_LEVEL: 'silent',
    },
  });
  children.add(child);
  return child;
};

const kill = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

const sheet = (): string => {
  const rows = Array.from({ length: ROWS }, (_, n) => `KILL-${n},商品 ${n},工具,把,1`);
  return ['货号,名称,分类,单位,起订量', ...rows, ''].join('\n');
};
const MAPPING = { 货号: 'itemNumber', 名称: 'nameZh', 分类: 'category', 单位: 'unit', 起订量: 'minQuantity' };

const startImport = async (): Promise<string> => {
  const sent = await client.request('/uploads/import-sheet', {
    method: 'POST',
    headers: { 'x-tradeline': '1', 'x-file-name': 'goods.csv' },
    body: sheet(),
  });
  const { id: uploadId } = (await sent.json()) as { id: string };
  const started = await client.mutate('imports.start', { uploadId, sheet: 'goods', mode: 'apply', mapping: MAPPING });
  return (started.data as { jobId: string }).jobId;
};
const jobNow = async (id: string) => {
  const [row] = await shop.raw<
    { state: string; attempts: number }[]
  >`select state, attempts from jobs where id = ${id}`;
  return row!;
};
const goods = async () => {
  const [row] = await shop.raw<{ n: number }[]>`select count(*)::int as n from skus where item_number like 'KILL-%'`;
  return row!.n;
};

test('a process that is killed in the middle of an import leaves all of it or nothing; the next one ends it, every row once, and delivers what waited', async () => {
  const first = await startProcess();
  const jobId = await startImport();
  await expect.poll(async () => (await jobNow(jobId)).state, { timeout: 60_000, interval: 5 }).not.toBe('queued');
  await kill(first);
  const left = await goods();
  expect([0, ROWS]).toContain(left);
  // Events of a process that died before anybody was woken for them.
  await shop.raw`insert into outbox (id, type, aggregate_type, aggregate_id, payload)
    select gen_random_uuid(), 'left.behind', 'test', n::text, '{}' from generate_series(1, ${EVENTS}) n`;
  // Its lease is not waited for.
  await shop.raw`update jobs set lease_until = now() - interval '1 second' where id = ${jobId} and state = 'running'`;
  await startProcess();
  await expect.poll(async () => (await jobNow(jobId)).state, { timeout: 60_000 }).toBe('done');
  expect(await goods()).toBe(ROWS);
  const waiting = async () =>
    (await shop.raw<{ n: number }[]>`select count(*)::int as n from outbox where delivered_at is null`)[0]?.n;
  await expect.poll(waiting, { timeout: 30_000 }).toBe(0);
  expect(await shop.broken()).toEqual({});
}, 180_000);
