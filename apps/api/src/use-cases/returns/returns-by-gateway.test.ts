import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { orderStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createApp } from '../../http/app.ts';
import type { PaymentChannel } from '../../ports/payment.ts';
import { deliver, type Hands, hire } from '../../testing/deliver.ts';
import { gatewaysOf } from '../../testing/gateway.ts';
import { gatewayProcess } from '../../testing/gateway-process.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { returning } from '../../testing/returning.ts';
import { sendRefunds } from '../payment/send-refunds.ts';
import { startPayment } from '../payment/start-payment.ts';

let shop: Shop;
let gateway: Awaited<ReturnType<typeof gatewayProcess>>;
let server: ReturnType<typeof serve>;
let hands: Hands;
let goods: string[];
beforeAll(async () => {
  [shop, gateway] = await Promise.all([openShop({ pool: 12 }), gatewayProcess()]);
  // Notices arrive over a real socket at the real route.
  const app = createApp(shop.deps, { audience: 'buyer', secure: false, isReady: async () => true });
  server = await new Promise<typeof server>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened));
  });
  const notify = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`;
  Object.assign(shop.deps, { payments: gatewaysOf(gateway.keys, gateway.url, 10_000, notify) });
  hands = await hire(shop);
  // Prices that no count of units divides evenly.
  const prices = [33_333, 1_234_567, 99_900];
  goods = await Promise.all(prices.map(async (price) => (await shop.addSku({ price, north: 90_000 })).skuId));
  await shop.db.insert(schema.deliveryMethods).values({
    id: newId(),
    code: 'truck',
    name: { zh: '物流' },
    rule: { zones: [{ id: 'all', tariff: { kind: 'fixed', amount: 1_501 } }] },
    taxRate: '9',
  });
});
afterAll(async () => {
  server.close();
  await gateway.stop();
  await shop.close();
});

const all = { kind: 'all' } as const;
const wishes = fc.record({
  channel: fc.constantFrom<PaymentChannel>('wechat', 'alipay'),
  quantities: fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 13 }))),
  /** How often each notice comes, all at once. */
  copies: fc.integer({ min: 2, max: 5 }),
  /** Units that come back of each line, at most what was bought. */
  back: fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 0, max: 13 }))),
  /** The gateway carries the refund out, and its answer is lost. */
  lost: fc.boolean(),
});
const RUNS = inject('nightly') ? 60 : 3;

test('T24 through the gateway program: paid online with its freight, told several times, returned in part: what it took is what is booked, and each refund leaves it once', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, async ({ channel, quantities, copies, back, lost }) => {
      await gateway.behave({ copies });
      const buyer = await shop.addBuyer();
      const lines = goods.map((skuId, at) => ({ skuId, quantity: quantities[at] ?? 1 }));
      const asked = { paymentTerms: 'prepaid', payBy: 'online', deliveryMethod: 'truck' } as const;
      // Placed twice: the first answer says what it costs with its freight.
      const look = await place(shop.deps, buyer, lines, { ...asked, expectedTotal: minor(1) });
      const total = look.ok ? look.value.total : (look.error as { actual: number }).actual;
      const placed = await place(shop.deps, buyer, lines, { ...asked, expectedTotal: minor(total) });
      if (!placed.ok) throw new Error(JSON.stringify(placed.error));
      const orderId = placed.value.id as string;
      const order = async () => (await orderStore.find(shop.db, all, orderId))!;
      expect((await order()).shippingAmount).toBe(1_501);

      const pay = { orderId, channel, part: 'all', screen: 'desk', address: '192.0.2.7' } as const;
      const begun = await startPayment(shop.deps, all, buyer, pay);
      if (!begun.ok) throw new Error(JSON.stringify(begun.error));
      const [attempt] = await shop.raw<{ number: string }[]>`
        select number from payment_attempts where id = ${begun.value.id}`;
      await gateway.pay(channel, attempt!.number);
      await expect.poll(async () => (await order()).paidAmount, { timeout: 20_000 }).toBe(total);
      await deliver(shop, hands, orderId);
      // The last copy of the notice may have come after the first was booked: still one receipt.
      const receipts = await shop.raw`
        select amount::int from payments where order_id = ${orderId} and kind = 'receipt'`;
      expect(receipts).toEqual([{ amount: total }]);

      const steps = returning(shop, hands, buyer, orderId);
      const parts = (await orderStore.lines(shop.db, orderId)).flatMap(({ id, skuId, quantity }) => {
        const units = Math.min(back[goods.indexOf(skuId)] ?? 0, quantity);
        return units > 0 ? [{ lineId: id, quantity: units }] : [];
      });
      if (parts.length > 0) expect(await steps.refund(await steps.toInspected(parts))).toMatchObject({ ok: true });
      // Sent by two at once; where the answer is lost, asked about later and never sent anew.
      await gateway.behave({ swallow: lost });
      await Promise.all([sendRefunds(shop.deps), sendRefunds(shop.deps)]);
      await gateway.behave({});
      await shop.raw`update refund_attempts set asked_at = null where settled_at is null`;
      await Promise.all([sendRefunds(shop.deps), sendRefunds(shop.deps)]);
      const { refundedAmount, paidAmount } = await order();
      expect(paidAmount).toBe(total);
      const trade = (await gateway.trade(attempt!.number))!;
      const attempts = await shop.raw<{ number: string; amount: number; state: string }[]>`
        select number, amount::int, state from refund_attempts where order_id = ${orderId}`;
      expect(trade.refunds.map(({ number, amount, state }) => ({ number, amount, state }))).toEqual([...attempts]);
      expect(attempts.every(({ state }) => state === 'succeeded')).toBe(true);
      expect(attempts.reduce((sum, { amount }) => sum + amount, 0)).toBe(refundedAmount);
      expect(trade.paidAmount - refundedAmount).toBeGreaterThanOrEqual(0);
      expect(refundedAmount > 0).toBe(parts.length > 0);
      expect(await shop.broken()).toEqual({});
    }),
    { numRuns: RUNS },
  );
}, 900_000);
