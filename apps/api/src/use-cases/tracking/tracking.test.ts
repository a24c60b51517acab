import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { shipmentStore } from '@tradeline/db/stores';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { chinaTime, makeDeskKeys, openStandInDesk, type StandInDesk } from '../../../dev/carrier/index.ts';
import { kuaidi100 } from '../../adapters/carrier/kuaidi100.ts';
import type { Deps } from '../../deps.ts';
import { createApp } from '../../http/app.ts';
import { type Hands, hire } from '../../testing/deliver.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { staffActor } from '../order/actor.ts';
import { reportParcel } from '../order/report-parcel.ts';
import { runCommand } from '../order/run-command.ts';
import { shipParcels } from '../order/ship-order.ts';
import { viewOrder } from '../order/view-order.ts';
import { pollParcels, subscribeParcels } from './watch-parcels.ts';

const all = { kind: 'all' } as const;
const keys = makeDeskKeys();
let shop: Shop;
let hands: Hands;
let deps: Deps;
let desk: StandInDesk;
let server: ReturnType<typeof serve>;
let origin: string;
beforeAll(async () => {
  shop = await openShop({ pool: 20 });
  hands = await hire(shop);
  desk = await openStandInDesk({ keys });
  deps = { ...shop.deps, env: { ...shop.deps.env, PARCEL_SILENT_MINUTES: 0 } };
  const app = createApp(deps, { audience: 'buyer', secure: false, isReady: async () => true });
  server = await new Promise<typeof server>((resolve) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(opened));
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { url: desk.url, ...keys, notifyUrl: `${origin}/notify/carrier`, timeoutMs: 1_000 };
  deps.parcelDesk = kuaidi100(settings);
});
afterAll(async () => {
  server.close();
  await desk.close();
  await shop.close();
});
beforeEach(() => desk.behave({}));

let serial = 0;
/** An order that left in parcels of so many units, each under a number of its own. */
const sent = async (...parcels: number[]) => {
  const total = parcels.reduce((sum, units) => sum + units, 0);
  const { skuId } = await shop.addSku({ north: total });
  const buyer = await shop.addBuyer();
  const placed = await place(deps, buyer, [{ skuId, quantity: total }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const orderId = placed.value.id as string;
  const act = async (who: typeof hands.reviewer, command: Parameters<typeof runCommand>[2]['command']) => {
    const done = await runCommand(deps, staffActor(who, 'test'), { scope: all, orderId, command });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return done.value;
  };
  await act(hands.reviewer, { action: 'start-review' });
  await act(hands.reviewer, { action: 'approve', checks: { credit: true } });
  const { version } = await act(hands.warehouse, { action: 'start-picking' });
  const order = await viewOrder(deps, all, orderId);
  const lineId = order.ok ? order.value.lines[0]!.id : '';
  const numbers = parcels.map(() => `SF${Date.now()}${serial++}`);
  const shipped = await shipParcels(deps, staffActor(hands.warehouse, 'test'), {
    ...{ scope: all, orderId, expectedVersion: version },
    parcels: parcels.map((quantity, at) => ({
      carrier: '顺丰速运',
      trackingNumber: numbers[at]!,
      weightG: 1_200,
      lines: [{ lineId, quantity }],
    })),
  });
  if (!shipped.ok) throw new Error(JSON.stringify(shipped.error));
  return { orderId, numbers };
};
const states = async (orderId: string) => (await shipmentStore.ofOrder(shop.db, orderId)).map(({ state }) => state);
const steps = async (orderId: string) =>
  (await shop.raw<{ action: string }[]>`select action from order_events where order_id = ${orderId} order by version`)
    .map(({ action }) => action)
    .filter((action) => action === 'scan' || action === 'deliver');
const journey = [
  { status: '揽收', context: '已揽收' },
  { status: '在途', context: '到达转运中心' },
  { status: '派件', context: '派送中' },
  { status: '签收', context: '已签收，签收人：前台' },
];
const newsOf = async (orderId: string) => {
  const order = await viewOrder(deps, all, orderId);
  return order.ok ? order.value.shipments.map(({ news }) => news.map(({ kind }) => kind)) : [];
};

test('parcels of one order leave together, and each is told of by its own number', async () => {
  const { orderId, numbers } = await sent(3, 2);
  expect(await subscribeParcels(deps)).toBe(2);
  expect(await subscribeParcels(deps)).toBe(0);
  desk.say('shunfeng', numbers[0]!, journey);
  await expect.poll(() => states(orderId), { timeout: 5_000 }).toEqual(['delivered', 'shipped']);
  await expect.poll(async () => (await newsOf(orderId))[0], { timeout: 5_000 }).toHaveLength(4);
  desk.say('shunfeng', numbers[1]!, journey);
  await expect.poll(() => states(orderId), { timeout: 5_000 }).toEqual(['delivered', 'delivered']);
  expect(await shop.broken()).toEqual({});
});

test('every push five times at once and in the wrong order makes each step once and nothing goes back', async () => {
  const rounds = inject('nightly') ? 15 : 3;
  for (let round = 0; round < rounds; round++) {
    const { orderId, numbers } = await sent(1);
    await subscribeParcels(deps);
    desk.behave({ copies: 5, reversed: true });
    desk.say('shunfeng', numbers[0]!, journey);
    await expect.poll(() => states(orderId), { timeout: 10_000 }).toEqual(['delivered']);
    await expect.poll(async () => (await newsOf(orderId))[0]?.length, { timeout: 5_000 }).toBe(4);
    const taken = await steps(orderId);
    expect(taken.filter((action) => action === 'deliver')).toHaveLength(1);
    expect(taken.filter((action) => action === 'scan').length).toBeLessThanOrEqual(1);
    const [first] = await newsOf(orderId);
    expect(first).toEqual(['delivered', 'out-for-delivery', 'in-transit', 'accepted']);
  }
  expect(await shop.broken()).toEqual({});
});

test('a member of staff and the carrier say of one parcel in the same moment that it arrived: both are right, it arrives once', async () => {
  const rounds = inject('nightly') ? 15 : 3;
  for (let round = 0; round < rounds; round++) {
    const { orderId, numbers } = await sent(1);
    await subscribeParcels(deps);
    const [parcel] = await shipmentStore.ofOrder(shop.db, orderId);
    desk.say('shunfeng', numbers[0]!, journey);
    const staff = staffActor(hands.warehouse, 'test');
    const told = { scope: all, orderId, shipmentId: parcel!.id };
    const said = await Promise.all([
      reportParcel(deps, staff, { ...told, action: 'deliver' }),
      reportParcel(deps, staff, { ...told, action: 'scan' }),
      reportParcel(deps, staff, { ...told, action: 'deliver' }),
    ]);
    expect(said.map(({ ok }) => ok)).toEqual([true, true, true]);
    await expect.poll(async () => (await newsOf(orderId))[0]?.length, { timeout: 5_000 }).toBe(4);
    expect((await steps(orderId)).filter((action) => action === 'deliver')).toHaveLength(1);
  }
  expect(await shop.broken()).toEqual({});
});

test('what is lost on the way is found by asking, and said again it is nothing new', async () => {
  const { orderId, numbers } = await sent(1);
  await subscribeParcels(deps);
  desk.behave({ lose: true });
  desk.say('shunfeng', numbers[0]!, journey.slice(0, 2));
  await pollParcels(deps);
  expect(await states(orderId)).toEqual(['in-transit']);
  await pollParcels(deps);
  expect(await steps(orderId)).toEqual(['scan']);
  desk.say('shunfeng', numbers[0]!, journey.slice(2), Date.now() + 60_000);
  await pollParcels(deps);
  expect(await states(orderId)).toEqual(['delivered']);
  expect(await newsOf(orderId)).toEqual([['delivered', 'out-for-delivery', 'in-transit', 'accepted']]);
  expect(await shop.broken()).toEqual({});
});

test('a service that hangs holds nothing up; the parcel is subscribed to in the next round', async () => {
  const { numbers } = await sent(1);
  desk.behave({ hang: 3_000 });
  expect(await subscribeParcels(deps)).toBe(0);
  desk.behave({});
  expect(await subscribeParcels(deps)).toBe(1);
  expect(desk.parcel('shunfeng', numbers[0]!)?.callback).toContain('/notify/carrier');
});

test('news that nobody signed changes nothing, nor does news of a parcel that is not ours', async () => {
  const { orderId, numbers } = await sent(1);
  const parcel = {
    com: 'shunfeng',
    nu: numbers[0]!,
    callback: '',
    data: [{ ...journey[3]!, time: chinaTime(Date.now()) }],
  };
  const push = desk.pushOf(parcel);
  const post = (body: string) =>
    fetch(`${origin}/notify/carrier`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
  expect((await post(push.body.replace(/sign=\w/u, 'sign=_'))).status).toBe(401);
  expect((await post('sign=a')).status).toBe(400);
  expect(await states(orderId)).toEqual(['shipped']);
  const strange = await post(desk.pushOf({ ...parcel, nu: 'SF000' }).body);
  expect([strange.status, await strange.json()]).toMatchObject([200, { result: true }]);
  expect(await shop.raw`select outcome from inbound_notices where subject = 'SF000'`).toMatchObject([
    { outcome: 'no-parcel' },
  ]);
  expect((await post(push.body)).status).toBe(200);
  expect(await states(orderId)).toEqual(['delivered']);
});
