import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { balanceStore, stockStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Hands, hire } from '../../../testing/deliver.ts';
import { openShop, type Shop } from '../../../testing/index.ts';
import { givePoints, runPromotion, topUp } from '../../../testing/means.ts';
import { place, type TestBuyer } from '../../../testing/place.ts';
import { returning } from '../../../testing/returning.ts';
import type { Staff } from '../../../trpc/context.ts';
import { viewList } from '../../picking/change-list.ts';
import { makeWaves } from '../../picking/make-waves.ts';
import { missStop, pickStop } from '../../picking/pick-stop.ts';
import { releaseAllOwed } from '../../picking/release-owed.ts';
import { staffActor, system } from '../actor.ts';
import type { PlaceOrder } from '../placing/wish.ts';
import { runCommand } from '../run-command.ts';
import { shipOrder } from '../ship-order.ts';
import { viewOrder } from '../view-order.ts';
import { closeRest, previewRest } from './close-rest.ts';

const all = { kind: 'all' } as const;
let shop: Shop;
let hands: Hands;
let sales: Staff;
beforeAll(async () => {
  shop = await openShop({ pool: 30 });
  hands = await hire(shop);
  sales = await shop.addStaff('administrator');
  await shop.db.insert(schema.deliveryMethods).values({
    id: newId(),
    code: 'truck',
    name: { zh: '物流' },
    rule: { zones: [{ id: 'all', tariff: { kind: 'fixed', amount: 1_500 } }] },
    taxRate: '9',
  });
});
afterAll(() => shop.close());

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const acting = (who: Staff) => staffActor(who, 'test');
const view = async (orderId: string) => must(await viewOrder(shop.deps, all, orderId));
const step = async (who: Staff, orderId: string, action: 'start-review' | 'approve' | 'start-picking') =>
  must(
    await runCommand(shop.deps, acting(who), {
      scope: all,
      orderId,
      command: action === 'approve' ? { action, checks: { credit: true } } : { action },
    }),
  );

/** An order that is being picked, of so many units of goods at ¥100 and at ¥25.50. */
const picking = async (buyer: TestBuyer, quantities: readonly number[], wish: Partial<PlaceOrder> = {}) => {
  const prices = [1_000_000, 255_000];
  const goods = await Promise.all(
    quantities.map(async (quantity, at) => ({
      skuId: (await shop.addSku({ price: prices[at]!, north: quantity })).skuId as string,
      quantity,
    })),
  );
  let placed = await place(shop.deps, buyer, goods, wish);
  // A total that promotions and freight change is agreed to as it is told.
  if (!placed.ok && placed.error.kind === 'total-changed')
    placed = await place(shop.deps, buyer, goods, { ...wish, expectedTotal: placed.error.actual });
  const { id } = must(placed) as { id: string };
  await step(hands.reviewer, id, 'start-review');
  await step(hands.reviewer, id, 'approve');
  await step(hands.warehouse, id, 'start-picking');
  return { id, goods };
};
const ship = async (orderId: string, quantities: readonly number[]) => {
  const order = await view(orderId);
  const lines = quantities
    .map((quantity, at) => ({ lineId: order.lines[at]!.id, quantity }))
    .filter(({ quantity }) => quantity > 0);
  return shipOrder(shop.deps, acting(hands.warehouse), {
    ...{ scope: all, orderId, carrier: '顺丰', trackingNumber: null, lines },
    expectedVersion: order.version,
  });
};
const look = (orderId: string, who = sales) => previewRest(shop.deps, acting(who), { scope: all, orderId });
const close = async (orderId: string, expectedVersion?: number, comment = '厂家停产', who = sales) =>
  closeRest(shop.deps, acting(who), {
    ...{ scope: all, orderId, comment },
    expectedVersion: expectedVersion ?? (await view(orderId)).version,
  });
const used = async (buyer: TestBuyer): Promise<number> =>
  Number((await shop.raw`select used from credit_accounts where company_id = ${buyer.company.id}`)[0]?.used);
const held = async (skuId: string) =>
  (
    await shop.raw`select sum(reserved)::int as reserved, sum(allocated)::int as allocated from stock where sku_id = ${skuId}`
  )[0];

test('what was looked at is what is closed: the order costs less, its goods and its credit are free, and the customer is told', async () => {
  const buyer = await shop.addBuyer({ creditLimit: 10_000_000 });
  await runPromotion(shop, 'TENTH', { actions: [{ type: 'percent-off-order', percent: '10' }] });
  const { id, goods } = await picking(buyer, [10, 4], { paymentTerms: 'terms', deliveryMethod: 'truck' });
  expect((await view(id)).totalAmount).toBe(99_180 + 1_500);
  must(await ship(id, [6, 0]));
  const preview = must(await look(id));
  expect(preview).toMatchObject({
    lines: [
      { units: 4, amount: 36_000 },
      { units: 4, amount: 9_180 },
    ],
    total: { before: 100_680, after: 55_500 },
    ...{ paidBack: [], points: 0, creditFreed: 45_180, held: 8, picked: 0 },
  });
  must(await close(id));
  const order = await view(id);
  expect(order).toMatchObject({
    totalAmount: 55_500,
    goodsAmount: 60_000,
    discountAmount: 6_000,
    displayStatus: 'shipped',
  });
  expect(order.lines.map(({ cancelled, netAmount }) => [cancelled, netAmount])).toEqual([
    [4, 54_000],
    [4, 0],
  ]);
  const { version: _, creditFreed: __, held: ___, picked: ____, ...told } = preview;
  expect(order.events.at(-1)).toMatchObject({ action: 'close-rest', comment: '厂家停产', facts: { closed: told } });
  expect(await used(buyer)).toBe(55_500);
  for (const { skuId } of goods) expect(await held(skuId)).toEqual({ reserved: 0, allocated: 0 });
  expect(
    await shop.raw`select reason, before->>'total' as before, after->>'total' as after from audit_log where action = 'order.close-rest' and subject_id = ${id}`,
  ).toEqual([{ reason: '厂家停产', before: '100680', after: '55500' }]);
  await expect
    .poll(() => shop.raw`select kind from notifications where person_id = ${buyer.id} and kind = 'order.close-rest'`)
    .toHaveLength(1);
  expect(await shop.broken()).toEqual({});
  await shop.raw`update promotions set status = 'ended'`;
});

test('money that is paid too much goes back; what is sent back later brings exactly what it cost, and all points', async () => {
  const buyer = await shop.addBuyer();
  await topUp(shop, buyer.company.id, 200_000);
  await givePoints(shop, buyer.company.id, 3_000);
  const { id } = await picking(buyer, [9, 7], {
    ...{ paymentTerms: 'prepaid', deliveryMethod: 'truck', points: 1_999 },
    ...{ balance: minor(107_351), expectedTotal: minor(107_351) },
  });
  const before = await view(id);
  must(await ship(id, [4, 2]));
  const { total, paidBack, points } = must(await look(id));
  expect(paidBack).toEqual([{ method: 'balance', to: 'balance', amount: total.before - total.after }]);
  must(await close(id));
  expect(await balanceStore.of(shop.db, buyer.company.id)).toBe(200_000 - total.after);
  expect(await view(id)).toMatchObject({ paymentStatus: 'paid', totalAmount: total.after });
  expect(await shop.broken()).toEqual({});

  const [parcel] = (await view(id)).shipments;
  must(
    await runCommand(shop.deps, acting(hands.warehouse), {
      ...{ scope: all, orderId: id, command: { action: 'deliver', shipmentId: parcel!.id } },
    }),
  );
  const back = returning(shop, hands, buyer, id);
  let restored = points;
  for (const part of [
    [1, 2],
    [3, 0],
  ]) {
    const lines = part
      .map((quantity, at) => ({ lineId: before.lines[at]!.id, quantity }))
      .filter(({ quantity }) => quantity > 0);
    const returnId = await back.toInspected(lines);
    restored += must(await back.preview(returnId)).points.restored;
    must(await back.refund(returnId));
  }
  // Freight included: nothing of the order stays with him.
  expect(await view(id)).toMatchObject({ grantedAmount: total.after, displayStatus: 'refunded' });
  expect(await balanceStore.of(shop.db, buyer.company.id)).toBe(200_000);
  expect(restored).toBe(before.pointsUsed);
  expect(await shop.broken()).toEqual({});
});

test('is refused before anything left, when nothing is open, to the warehouse, without a reason, and on what no longer stands', async () => {
  const buyer = await shop.addBuyer();
  const { id } = await picking(buyer, [5]);
  expect(await look(id)).toMatchObject({ error: { kind: 'nothing-shipped' } });
  must(await ship(id, [2]));
  const { version } = await view(id);
  expect(await close(id, version, '停产', hands.warehouse)).toMatchObject({ error: { kind: 'role-not-allowed' } });
  expect(await close(id, version, ' ')).toMatchObject({ error: { kind: 'comment-required' } });
  must(await ship(id, [1]));
  expect(await close(id, version)).toMatchObject({ error: { kind: 'order-moved-on' } });
  must(await close(id));
  expect(await close(id)).toMatchObject({ error: { kind: 'no-units', need: 'open' } });
  expect(await shop.broken()).toEqual({});
});

const ROUNDS = inject('nightly') ? 40 : 5;

test('close ∥ pick, close ∥ parcel: one is taken on what stands, the other hears of it, and every unit is somewhere', async () => {
  const buyer = await shop.addBuyer();
  for (let round = 0; round < ROUNDS; round++) {
    const { id, goods } = await picking(buyer, [6]);
    must(await ship(id, [1]));
    const { version } = await view(id);
    const list = must(
      await makeWaves(
        shop.deps,
        acting(hands.warehouse),
        { staff: hands.warehouse, requestId: 'test' },
        {
          ...{ scope: all, warehouseId: shop.warehouses.north, orderIds: [id] },
          rules: { by: 'none', maxOrders: 9, maxLines: 99 },
        },
      ),
    ).lists[0]!;
    const [stop] = must(await viewList(shop.deps, list.id)).lines;
    const [closed, other] = await Promise.all([
      close(id, version),
      round % 2 === 0
        ? pickStop(shop.deps, acting(hands.warehouse), { scope: all, stopId: stop!.id, units: 3 })
        : ship(id, [2]),
    ]);
    expect([closed.ok, other.ok].filter(Boolean)).toHaveLength(1);
    const order = await view(id);
    expect(order.facts.lines[0]).toMatchObject(closed.ok ? { cancelled: 5, allocated: 0 } : { cancelled: 0 });
    if (closed.ok) expect(await held(goods[0]!.skuId)).toEqual({ reserved: 0, allocated: 0 });
    expect(await shop.broken()).toEqual({});
  }
});

test('close ∥ goods arrive: what was owed is promised again or closed, never both', async () => {
  const buyer = await shop.addBuyer();
  for (let round = 0; round < ROUNDS; round++) {
    const { id, goods } = await picking(buyer, [6]);
    const { skuId } = goods[0]!;
    const order = await view(id);
    const made = await makeWaves(
      shop.deps,
      acting(hands.warehouse),
      { staff: hands.warehouse, requestId: 'test' },
      {
        ...{ scope: all, warehouseId: shop.warehouses.north, orderIds: [id] },
        rules: { by: 'none', maxOrders: 9, maxLines: 99 },
      },
    );
    const [stop] = must(await viewList(shop.deps, must(made).lists[0]!.id)).lines;
    const at = { scope: all, stopId: stop!.id };
    must(
      await missStop(shop.deps, acting(hands.warehouse), {
        ...{ ...at, units: 4, reason: 'missing', rest: 'owe', comment: '没有' },
      }),
    );
    must(await ship(id, [2]));
    const { version } = await view(id);
    const receive = async () => {
      const moved = await stockStore.move(shop.db, [
        {
          ...{ skuId, warehouseId: shop.warehouses.south, kind: 'receive', quantity: 4, actor: 'test' },
          cause: { type: 'test', id: `${order.id}:${round}` },
        },
      ]);
      expect(moved).toBe(true);
      return releaseAllOwed(shop.deps, system);
    };
    const [closed] = await Promise.all([close(id, version), receive()]);
    const line = (await view(id)).facts.lines[0]!;
    expect(line).toMatchObject(closed.ok ? { cancelled: 4, reserved: 0 } : { cancelled: 0, reserved: 4 });
    expect(await shop.broken()).toEqual({});
  }
});
