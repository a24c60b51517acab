import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { connect, migrate } from '@tradeline/db';
import { type EmbeddedServer, startEmbedded } from '@tradeline/db/embedded';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Answer, httpClient, openShop, type Shop } from '../testing/index.ts';
import { readyToPlace } from '../testing/place.ts';
import { placeOrder } from '../use-cases/order/place-order.ts';

const folder = mkdtempSync(join(tmpdir(), 'tradeline-away-'));
let server: EmbeddedServer;
let shop: Shop;
const start = async (port?: number): Promise<EmbeddedServer> => {
  // What was answered must be there after a crash, so this one writes as a shop's own does.
  const started = await startEmbedded({ folder, ...(port === undefined ? {} : { port }) });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const { pid } = started.value;
  process.once('exit', () => end(pid));
  return started.value;
};
/** No server outlives a run that is interrupted. */
const end = (pid: number): void => {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It has ended by itself.
  }
};
beforeAll(async () => {
  server = await start();
  const url = server.url('postgres');
  await migrate(url);
  shop = await openShop({ connection: { ...connect({ url, pool: 16 }), url } });
});
afterAll(async () => {
  await shop.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Milliseconds before, between and after the restarts; by night others order all the while, and the database dies as well. */
const NIGHTLY = inject('nightly');
const CALM = NIGHTLY ? 30_000 : 500;

test('the database goes away and comes back while people read and order: nobody hears a bug, everybody is told to come again, each order is placed once', async () => {
  const { skuId } = await shop.addSku({ north: 100_000, south: 100_000 });
  const reader = await shop.addStaff('sales');
  const staff = httpClient(shop, 'staff');
  expect((await staff.signIn(reader.login)).status).toBe(200);
  const answers: Answer[] = [];
  let going = true;
  const read = async () => {
    while (going) {
      answers.push(await staff.query('session.me'));
      await rest(50);
    }
  };
  /** A customer who tries again with the same key until he is answered. */
  const placed: Promise<string>[] = [];
  const buy = async (): Promise<string> => {
    const buyer = await again(() => shop.addBuyer());
    const key = randomUUID();
    const wish = await again(() => readyToPlace(shop.deps, buyer, [{ skuId, quantity: 1 }], { idempotencyKey: key }));
    const result = await again(() => placeOrder(shop.deps, buyer, 'test', wish));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.id;
  };
  const shopping = async () => {
    while (going && NIGHTLY) {
      placed.push(buy());
      await rest(150);
    }
  };
  const load = [read(), shopping()];
  const { port } = server;
  await rest(CALM);
  placed.push(Promise.resolve(await buy()));
  await server.stop();
  await rest(400);
  server = await start(port);
  await rest(CALM);
  placed.push(Promise.resolve(await buy()));
  if (NIGHTLY) {
    // Like a power cut of the database alone: no goodbye to anybody.
    process.kill(server.pid, 'SIGQUIT');
    await rest(400);
    server = await again(() => start(port));
    await rest(CALM);
    placed.push(Promise.resolve(await buy()));
  }
  going = false;
  await Promise.all(load);
  const orders = await Promise.all(placed);

  expect(new Set(orders).size).toBe(orders.length);
  expect((await shop.raw`select count(*)::int as n from orders`)[0]?.n).toBe(orders.length);
  const statuses = answers.map(({ status }) => status);
  expect([...new Set(statuses)].toSorted()).toEqual([200, 503]);
  for (const { status, headers } of answers) if (status === 503) expect(headers.get('retry-after')).toBe('2');
  // Nothing has to be restarted: it answers again by itself, and what had happened is delivered.
  await expect.poll(async () => (await staff.query('session.me')).status, { timeout: 10_000 }).toBe(200);
  await expect
    .poll(async () => (await shop.raw`select count(*)::int as n from outbox where delivered_at is null`)[0]?.n, {
      timeout: 10_000,
    })
    .toBe(0);
  expect(await shop.broken()).toEqual({});
}, 240_000);

/** Tried until the database is there again. */
const again = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (tries > 200) throw error;
      await rest(100);
    }
};
