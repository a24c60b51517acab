import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place } from '../testing/place.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const STREAMS = inject('nightly') ? 500 : 80;
/** Of so many nobody reads what comes: a screen that sleeps. */
const SLEEPING = STREAMS / 10;
/** More memory for all of them than before they were opened. */
const MOST_MIB = 150;

test('a change reaches every one of many open screens, those that sleep hold nobody up, and nothing is left when they close', async () => {
  const { skuId } = await shop.addSku({ north: 100 });
  const [buyer, clerk] = [await shop.addBuyer(), await shop.addStaff('sales')];
  const desk = httpClient(shop, 'staff');
  await desk.signIn(clerk.login);
  const listeners = shop.deps.live.listeners();
  const memory = process.memoryUsage().rss;

  const ending = new AbortController();
  let heard = 0;
  const open = async (reads: boolean): Promise<void> => {
    const response = await desk.request('/trpc/live.events', { signal: ending.signal });
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    if (!reads) return;
    const decoder = new TextDecoder();
    const read = async (): Promise<void> => {
      for (let told = false; ; ) {
        const { done, value } = await reader.read();
        if (done) return;
        if (told || !decoder.decode(value, { stream: true }).includes('order.submit')) continue;
        told = true;
        heard += 1;
      }
    };
    // Ended by us, whichever way the stream tells it.
    read().catch(() => {});
  };
  for (let at = 0; at < STREAMS; at += 20)
    await Promise.all(Array.from({ length: 20 }, (_, n) => open(at + n >= SLEEPING)));
  await expect.poll(() => shop.deps.live.listeners() - listeners, { timeout: 10_000 }).toBe(STREAMS);
  expect(shop.deps.streams.open()).toBe(STREAMS);

  expect(await place(shop.deps, buyer, [{ skuId, quantity: 1 }])).toMatchObject({ ok: true });
  await expect.poll(() => heard, { timeout: 10_000, interval: 20 }).toBe(STREAMS - SLEEPING);
  expect((process.memoryUsage().rss - memory) / 2 ** 20).toBeLessThan(MOST_MIB);

  ending.abort();
  await expect.poll(() => shop.deps.live.listeners(), { timeout: 10_000 }).toBe(listeners);
  expect(shop.deps.streams.open()).toBe(0);
}, 60_000);
