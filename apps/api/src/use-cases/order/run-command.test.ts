import type { OrderCommand } from '@tradeline/domain/order';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place, type TestBuyer } from '../../testing/place.ts';
import type { Staff } from '../../trpc/context.ts';
import { buyerActor, staffActor } from './actor.ts';
import { runCommand } from './run-command.ts';
import { shipOrder } from './ship-order.ts';
import { viewOrder } from './view-order.ts';

let shop: Shop;
let people: { reviewer: Staff; warehouse: Staff; sales: Staff };
beforeAll(async () => {
  shop = await openShop({ pool: 16 });
  people = {
    reviewer: await shop.addStaff('reviewer'),
    warehouse: await shop.addStaff('warehouse'),
    sales: await shop.addStaff('sales'),
  };
});
afterAll(() => shop.close());

const all = { kind: 'all' } as const;
const view = async (id: string) => {
  const found = await viewOrder(shop.deps, all, id);
  if (!found.ok) throw new Error('order not found');
  return found.value;
};
const act = (who: Staff, orderId: string, command: OrderCommand) =>
  runCommand(shop.deps, staffActor(who, 'test'), { scope: all, orderId, command });
const newOrder = async (
  wish: { buyer?: TestBuyer; terms?: 'terms' | 'on-delivery'; quantity?: number; north?: number; south?: number } = {},
) => {
  const { skuId } = await shop.addSku({ north: wish.north ?? 100, south: wish.south ?? 0 });
  const buyer = wish.buyer ?? (await shop.addBuyer({ creditLimit: 100_000_000 }));
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: wish.quantity ?? 10 }], {
    paymentTerms: wish.terms ?? 'terms',
  });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return { id: placed.value.id, buyer, skuId };
};
const toPicking = async (id: string) => {
  for (const [who, action] of [
    [people.reviewer, 'start-review'],
    [people.reviewer, 'approve'],
    [people.warehouse, 'start-picking'],
  ] as const) {
    const done = await act(who, id, action === 'approve' ? { action, checks: { credit: true } } : { action });
    expect(done).toMatchObject({ ok: true });
  }
};
const balance = async (skuId: string) =>
  (
    await shop.raw`select sum(on_hand)::int as on_hand, sum(reserved)::int as reserved, sum(allocated)::int as allocated from stock where sku_id = ${skuId}`
  )[0];
const used = async (buyer: TestBuyer): Promise<number> =>
  Number((await shop.raw`select used from credit_accounts where company_id = ${buyer.company.id}`)[0]?.used);

describe('an order on its way', () => {
  test('is reviewed, approved, picked, shipped in two parcels and delivered; stock, invoice date and history follow', async () => {
    const { id, skuId } = await newOrder({ quantity: 10 });
    await toPicking(id);
    expect(await balance(skuId)).toEqual({ on_hand: 100, reserved: 0, allocated: 10 });
    const line = (await view(id)).lines[0]!;
    const ship = async (quantity: number) =>
      shipOrder(shop.deps, staffActor(people.warehouse, 'test'), {
        scope: all,
        orderId: id,
        expectedVersion: (await view(id)).version,
        carrier: '顺丰',
        trackingNumber: `SF${quantity}`,
        lines: [{ lineId: line.id, quantity }],
      });
    expect(await ship(4)).toMatchObject({ ok: true, value: { displayStatus: 'partially-shipped' } });
    expect(await ship(7)).toMatchObject({ ok: false, error: { kind: 'over-quantity', most: 6 } });
    expect(await ship(6)).toMatchObject({ ok: true, value: { displayStatus: 'shipped' } });
    expect(await balance(skuId)).toEqual({ on_hand: 90, reserved: 0, allocated: 0 });
    const [first, second] = (await view(id)).shipments;
    expect(await act(people.warehouse, id, { action: 'scan', shipmentId: first!.id })).toMatchObject({
      ok: true,
      value: { displayStatus: 'in-transit' },
    });
    expect(await act(people.warehouse, id, { action: 'deliver', shipmentId: first!.id })).toMatchObject({ ok: true });
    expect(await act(people.warehouse, id, { action: 'deliver', shipmentId: second!.id })).toMatchObject({
      ok: true,
      value: { displayStatus: 'delivered' },
    });
    const order = await view(id);
    expect(order.dueAt).not.toBeNull();
    expect(order.events.map((event) => event.action)).toEqual([
      'submit',
      'start-review',
      'approve',
      'start-picking',
      'ship',
      'ship',
      'scan',
      'deliver',
      'deliver',
    ]);
    expect(order.events.map((event) => event.version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await shop.broken()).toEqual({});
  });

  test('with goods in two warehouses leaves in a parcel from each', async () => {
    const { id, skuId } = await newOrder({ quantity: 10, north: 6, south: 8 });
    await toPicking(id);
    const ship = async () =>
      shipOrder(shop.deps, staffActor(people.warehouse, 'test'), {
        scope: all,
        orderId: id,
        expectedVersion: (await view(id)).version,
        carrier: '圆通',
        trackingNumber: null,
      });
    expect(await ship()).toMatchObject({ ok: true, value: { displayStatus: 'partially-shipped' } });
    expect(await ship()).toMatchObject({ ok: true, value: { displayStatus: 'shipped' } });
    expect(await balance(skuId)).toEqual({ on_hand: 4, reserved: 0, allocated: 0 });
    expect(await shop.broken()).toEqual({});
  });

  test('that is rejected needs a reason and gives back goods and credit', async () => {
    const { id, buyer, skuId } = await newOrder();
    expect(await used(buyer)).toBe(12_500);
    await act(people.reviewer, id, { action: 'start-review' });
    expect(await act(people.reviewer, id, { action: 'reject', comment: ' ' })).toMatchObject({
      ok: false,
      error: { kind: 'comment-required' },
    });
    expect(await act(people.reviewer, id, { action: 'reject', comment: '营业执照过期' })).toMatchObject({
      ok: true,
      value: { displayStatus: 'rejected' },
    });
    expect([await used(buyer), await balance(skuId)]).toEqual([0, { on_hand: 100, reserved: 0, allocated: 0 }]);
    expect(await shop.broken()).toEqual({});
  });

  test('cannot be cancelled once something was shipped, whoever asks', async () => {
    const { id } = await newOrder();
    await toPicking(id);
    await shipOrder(shop.deps, staffActor(people.warehouse, 'test'), {
      scope: all,
      orderId: id,
      expectedVersion: (await view(id)).version,
      carrier: '中通',
      trackingNumber: null,
    });
    expect(await act(people.reviewer, id, { action: 'cancel' })).toMatchObject({
      ok: false,
      error: { kind: 'already-shipped' },
    });
  });

  test('refuses a step whose actor has the wrong role, and one based on an old version', async () => {
    const { id } = await newOrder();
    expect(await act(people.sales, id, { action: 'start-review' })).toMatchObject({
      ok: false,
      error: { kind: 'role-not-allowed' },
    });
    await act(people.reviewer, id, { action: 'start-review' });
    expect(
      await act(people.reviewer, id, { action: 'approve', expectedVersion: 1, checks: { credit: true } }),
    ).toMatchObject({
      ok: false,
      error: { kind: 'order-moved-on', expected: 1, actual: 2 },
    });
  });

  test('of another company is not found', async () => {
    const { id } = await newOrder();
    const stranger = await shop.addBuyer();
    const scope = { kind: 'company', companyId: stranger.company.id } as const;
    expect(await viewOrder(shop.deps, scope, id)).toEqual({ ok: false, error: { kind: 'order-not-found' } });
    expect(
      await runCommand(shop.deps, buyerActor(stranger, 'test'), { scope, orderId: id, command: { action: 'cancel' } }),
    ).toEqual({ ok: false, error: { kind: 'order-not-found' } });
  });
});

const ROUNDS = inject('nightly') ? 100 : 10;

describe('of two who act at once, one succeeds', () => {
  const outcomes = (results: { ok: boolean }[]) => results.filter((r) => r.ok).length;

  test('T06: approve against cancel: history stays gapless and goods are held or free, never both', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id, buyer } = await newOrder({ quantity: 1 });
      await act(people.reviewer, id, { action: 'start-review', expectedVersion: 1 });
      const results = await Promise.all([
        act(people.reviewer, id, { action: 'approve', expectedVersion: 2, checks: { credit: true } }),
        runCommand(shop.deps, buyerActor(buyer, 'test'), {
          scope: { kind: 'company', companyId: buyer.company.id },
          orderId: id,
          command: { action: 'cancel', expectedVersion: 2 },
        }),
      ]);
      expect(outcomes(results)).toBe(1);
      expect(results.find((r) => !r.ok)).toMatchObject({ error: {} });
    }
    expect(await shop.broken()).toEqual({});
  });

  test('T06: cancel against ship, and two approvers', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await newOrder({ quantity: 1 });
      await act(people.reviewer, id, { action: 'start-review', expectedVersion: 1 });
      const approvals = await Promise.all(
        [1, 2].map(() => act(people.reviewer, id, { action: 'approve', expectedVersion: 2, checks: { credit: true } })),
      );
      expect(outcomes(approvals)).toBe(1);
      await act(people.warehouse, id, { action: 'start-picking', expectedVersion: 3 });
      const results = await Promise.all([
        act(people.reviewer, id, { action: 'cancel', expectedVersion: 4 }),
        shipOrder(shop.deps, staffActor(people.warehouse, 'test'), {
          scope: all,
          orderId: id,
          expectedVersion: 4,
          carrier: '韵达',
          trackingNumber: null,
        }),
      ]);
      expect(outcomes(results)).toBe(1);
    }
    expect(await shop.broken()).toEqual({});
  });
});

test('over the wire the slower of two is answered 409 and told where the order stands now', async () => {
  const { id } = await newOrder({ quantity: 1 });
  const clients = [httpClient(shop, 'staff'), httpClient(shop, 'staff')];
  const other = await shop.addStaff('reviewer');
  await Promise.all([clients[0]!.signIn(people.reviewer.login), clients[1]!.signIn(other.login)]);
  const answers = await Promise.all(
    clients.map((client) => client.mutate('orders.startReview', { id, expectedVersion: 1 })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const slower = answers.find(({ status }) => status === 409);
  expect(['order-moved-on', 'wrong-status']).toContain(slower?.refusal?.kind);
  expect(JSON.stringify(slower?.refusal)).toMatch(/"actual":2|in-review/);
});

test('every step of staff is in the audit log, each row chained to the one before', async () => {
  const rows = await shop.raw`select seq, previous_hash, hash from audit_log order by seq`;
  expect(rows.length).toBeGreaterThan(0);
  for (const [i, row] of rows.entries()) expect(row.previous_hash).toBe(i === 0 ? '' : rows[i - 1]!.hash);
  await expect(shop.raw`update audit_log set action = 'x'`).rejects.toThrow('append-only');
});
