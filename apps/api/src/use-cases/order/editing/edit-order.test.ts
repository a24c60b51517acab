import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { balanceStore, pointStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openShop, type Shop } from '../../../testing/index.ts';
import { addTemplate, giveCoupon, givePoints, runPromotion, topUp } from '../../../testing/means.ts';
import { place, type TestBuyer } from '../../../testing/place.ts';
import type { Staff } from '../../../trpc/context.ts';
import { usableOn } from '../../membership/points-of.ts';
import { settlePayment } from '../../payment/settle-payment.ts';
import { startPayment } from '../../payment/start-payment.ts';
import { buyerActor, staffActor } from '../actor.ts';
import type { PlaceOrder } from '../placing/wish.ts';
import { runCommand } from '../run-command.ts';
import { viewOrder } from '../view-order.ts';
import { editOrder } from './edit-order.ts';
import { previewEdit } from './preview-edit.ts';

let shop: Shop;
let goods: string[];
let reviewer: Staff;
let administrator: Staff;
beforeAll(async () => {
  shop = await openShop({ pool: 30 });
  // ¥10, ¥25.50 and ¥100 a unit.
  const prices = [100_000, 255_000, 1_000_000];
  goods = await Promise.all(
    prices.map(async (price) => (await shop.addSku({ price, north: 20_000, south: 20_000 })).skuId),
  );
  reviewer = await shop.addStaff('reviewer');
  administrator = await shop.addStaff('administrator');
  await shop.db.insert(schema.deliveryMethods).values({
    id: newId(),
    code: 'truck',
    name: { zh: '物流' },
    rule: { zones: [{ id: 'all', tariff: { kind: 'fixed', amount: 1_500 }, freeFrom: 100_000 }] },
    taxRate: '9',
  });
});
afterAll(() => shop.close());

type Lines = { skuId: string; quantity: number }[];
const all = { kind: 'all' } as const;
const of = (...quantities: number[]): Lines =>
  quantities.flatMap((quantity, at) => (quantity > 0 ? [{ skuId: goods[at]!, quantity }] : []));
const ordered = async (buyer: TestBuyer, lines: Lines, wish: Partial<PlaceOrder> = {}): Promise<string> => {
  const placed = await place(shop.deps, buyer, lines, wish);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return placed.value.id;
};
const view = async (id: string) => {
  const found = await viewOrder(shop.deps, all, id);
  if (!found.ok) throw new Error('order not found');
  return found.value;
};
const looked = (buyer: TestBuyer, orderId: string, lines: Lines) =>
  previewEdit(shop.deps, { actor: buyerActor(buyer, 'test'), buyer }, { scope: all, orderId, lines });
/** As the portal does: the difference is looked at, then saved. */
const edit = async (buyer: TestBuyer, orderId: string, lines: Lines, expectedVersion?: number) => {
  const preview = await looked(buyer, orderId, lines);
  if (!preview.ok) return preview;
  const { totals, version } = preview.value;
  return editOrder(
    shop.deps,
    { actor: buyerActor(buyer, 'test'), buyer },
    { scope: all, orderId, lines, expectedVersion: expectedVersion ?? version, expectedTotal: totals.payable },
  );
};
const used = async (buyer: TestBuyer): Promise<number> =>
  Number((await shop.raw`select used from credit_accounts where company_id = ${buyer.company.id}`)[0]?.used);
const held = async (orderId: string) =>
  shop.raw`select sku_id, sum(quantity)::int as units from reservations where order_id = ${orderId} and state = 'reserved' group by 1 order by 1`;
const reserved = async (skuId: string): Promise<number> =>
  Number((await shop.raw`select sum(reserved) as n from stock where sku_id = ${skuId}`)[0]?.n);
const pointsOf = async (buyer: TestBuyer): Promise<number> =>
  usableOn(
    await pointStore.events(shop.db, buyer.company.id),
    new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) as never,
  );

describe('a changed order', () => {
  test('is shown with its difference first, holds exactly what it says, and keeps its history', async () => {
    const buyer = await shop.addBuyer({ creditLimit: 1_000_000 });
    const id = await ordered(buyer, of(10, 4), {
      paymentTerms: 'terms',
      deliveryMethod: 'truck',
      expectedTotal: minor(21_700),
    });
    expect(await used(buyer)).toBe(21_700);
    const preview = await looked(buyer, id, of(12, 0, 1));
    expect(preview).toMatchObject({
      ok: true,
      value: { version: 1, unchanged: false, refusals: [], change: { total: { before: 21_700, after: 23_500 } } },
    });
    expect(await used(buyer)).toBe(21_700);
    const done = await edit(buyer, id, of(12, 0, 1));
    expect(done).toMatchObject({ ok: true, value: { version: 2, approval: 'submitted' } });
    const order = await view(id);
    expect(order.lines.map(({ skuId, quantity }) => ({ skuId, quantity }))).toEqual(of(12, 0, 1));
    expect(order.totalAmount).toBe(23_500);
    expect(await used(buyer)).toBe(23_500);
    expect(order.events.map(({ action }) => action)).toEqual(['submit', 'edit']);
    const change = order.events[1]!.facts.change!;
    expect(change.lines.map(({ quantityBefore, quantityAfter }) => [quantityBefore, quantityAfter]).toSorted()).toEqual(
      [
        [0, 1],
        [10, 12],
        [4, 0],
      ],
    );
    expect(change.total).toEqual({ before: 21_700, after: 23_500 });
    expect(await shop.broken()).toEqual({});
  });

  test('of unchanged lines, of no lines, of goods there are too few of, above the limit: refused with every reason', async () => {
    const { skuId: rare } = await shop.addSku({ price: 100_000, north: 5 });
    const buyer = await shop.addBuyer({ creditLimit: 20_000 });
    const id = await ordered(buyer, of(10), { paymentTerms: 'terms' });
    expect(await edit(buyer, id, of(10))).toMatchObject({ error: { kind: 'nothing-changed' } });
    expect(await edit(buyer, id, [])).toMatchObject({ error: { kind: 'cart-empty' } });
    const wish = [...of(30), { skuId: rare, quantity: 9 }];
    expect(await edit(buyer, id, wish)).toMatchObject({
      error: {
        kind: 'order-refused',
        reasons: [{ kind: 'terms-blocked' }, { kind: 'out-of-stock', lines: [{ available: 5 }] }],
      },
    });
    expect(await edit(buyer, id, [...of(10), { skuId: newId(), quantity: 1 }])).toMatchObject({
      error: { kind: 'sku-not-found' },
    });
    expect(await used(buyer)).toBe(10_000);
    expect((await view(id)).version).toBe(1);
    // What the order holds itself counts as free: the last units may be kept, and the limit is not counted twice.
    expect(await edit(buyer, id, of(20))).toMatchObject({ ok: true });
    expect(await edit(buyer, id, [...of(10), { skuId: rare, quantity: 5 }])).toMatchObject({ ok: true });
    expect(await edit(buyer, id, [...of(11), { skuId: rare, quantity: 5 }])).toMatchObject({ ok: true });
    expect(await used(buyer)).toBe(16_000);
    expect(await shop.broken()).toEqual({});
  });

  test('gives back what was paid above it, the way it came; what is missing is due', async () => {
    const buyer = await shop.addBuyer();
    await topUp(shop, buyer.company.id, 30_000);
    const wish = { paymentTerms: 'prepaid' as const, balance: minor(20_000), expectedTotal: minor(20_000) };
    const id = await ordered(buyer, of(20), wish);
    expect(await balanceStore.of(shop.db, buyer.company.id)).toBe(10_000);
    const less = await edit(buyer, id, of(12));
    expect(less).toMatchObject({ ok: true, value: { approval: 'submitted', change: { back: 8_000 } } });
    expect(await balanceStore.of(shop.db, buyer.company.id)).toBe(18_000);
    expect((await view(id)).paymentStatus).toBe('paid');
    const more = await edit(buyer, id, of(15));
    expect(more).toMatchObject({
      ok: true,
      value: { approval: 'awaiting-payment', displayStatus: 'awaiting-payment' },
    });
    const order = await view(id);
    expect(order).toMatchObject({
      paymentStatus: 'partially-paid',
      totalAmount: 15_000,
      paidAmount: 20_000,
      refundedAmount: 8_000,
    });
    expect(order.payUntil).not.toBeNull();
    // Lowered to what is paid it waits no longer.
    expect(await edit(buyer, id, of(12))).toMatchObject({ ok: true, value: { approval: 'submitted' } });
    expect(await shop.broken()).toEqual({});
  });

  test('returns a coupon and points it can no longer use, and a limited promotion counts once', async () => {
    const big = await runPromotion(shop, 'BIG', {
      coupon: { code: 'BIG' },
      usage: { limit: 1 },
      actions: [{ type: 'amount-off-order', amount: minor(1_000) }],
    });
    const template = await addTemplate(shop, big, 'BIG', { kind: 'personal' });
    const buyer = await shop.addBuyer();
    await giveCoupon(shop, template, buyer.company.id);
    await givePoints(shop, buyer.company.id, 5_000);
    const id = await ordered(buyer, of(10), { coupons: ['BIG'], points: 4_000, expectedTotal: minor(5_000) });
    expect(await pointsOf(buyer)).toBe(1_000);
    // Half of what is left can be paid with points.
    expect(await edit(buyer, id, of(5))).toMatchObject({
      ok: true,
      value: { change: { points: { before: 4_000, after: 2_000 } } },
    });
    expect(await pointsOf(buyer)).toBe(3_000);
    expect(await shop.raw`select state from coupons where company_id = ${buyer.company.id}`).toEqual([
      { state: 'locked' },
    ]);
    expect(await shop.raw`select uses from promotion_counters where promotion_id = ${big} and scope = 'all'`).toEqual([
      { uses: 1 },
    ]);
    const done = await runCommand(shop.deps, buyerActor(buyer, 'test'), {
      scope: all,
      orderId: id,
      command: { action: 'cancel' },
    });
    expect(done).toMatchObject({ ok: true });
    expect(await pointsOf(buyer)).toBe(5_000);
    expect(await shop.raw`select state from coupons where company_id = ${buyer.company.id}`).toEqual([
      { state: 'issued' },
    ]);
    expect(await shop.broken()).toEqual({});
  });

  test('is changed by staff with a reason, written to the audit log; not by a reviewer, and not once it is confirmed', async () => {
    const buyer = await shop.addBuyer({ creditLimit: 1_000_000 });
    const id = await ordered(buyer, of(10), { paymentTerms: 'terms' });
    const by = (staff: Staff, comment: string, expectedVersion = 1) =>
      editOrder(
        shop.deps,
        { actor: staffActor(staff, 'test') },
        { scope: all, orderId: id, lines: of(8), expectedVersion, expectedTotal: minor(8_000), comment },
      );
    expect(await by(reviewer, '电话确认')).toMatchObject({ error: { kind: 'role-not-allowed' } });
    expect(await by(administrator, ' ')).toMatchObject({ error: { kind: 'comment-required' } });
    expect(await by(administrator, '电话确认', 7)).toMatchObject({ error: { kind: 'order-moved-on' } });
    expect(await by(administrator, '电话确认')).toMatchObject({ ok: true });
    expect(
      await shop.raw`select reason, before->>'total' as before, after->>'total' as after from audit_log where action = 'order.edit' and subject_id = ${id}`,
    ).toEqual([{ reason: '电话确认', before: '10000', after: '8000' }]);
    for (const command of [
      { action: 'start-review' as const },
      { action: 'approve' as const, checks: { credit: true } },
    ])
      expect(
        await runCommand(shop.deps, staffActor(reviewer, 'test'), { scope: all, orderId: id, command }),
      ).toMatchObject({ ok: true });
    expect(await edit(buyer, id, of(3))).toMatchObject({ error: { kind: 'wrong-status' } });
    expect(await shop.broken()).toEqual({});
  });
});

const figures = async (buyer: TestBuyer, id: string) => {
  const order = await view(id);
  const coupons = await shop.raw`select state from coupons where company_id = ${buyer.company.id} order by state`;
  return {
    lines: order.lines
      .toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1))
      .map(({ skuId, quantity, netAmount, taxAmount, discountAmount }) => ({
        skuId,
        quantity,
        netAmount,
        taxAmount,
        discountAmount,
      })),
    amounts: [
      order.goodsAmount,
      order.discountAmount,
      order.shippingAmount,
      order.taxAmount,
      order.totalAmount,
      order.pointsUsed,
    ],
    held: await held(id),
    used: await used(buyer),
    points: await pointsOf(buyer),
    coupons: coupons.map(({ state }) => state),
  };
};

/** By night as many as an hour allows, by day as many as nobody minds. */
const RUNS = inject('nightly') ? 300 : 20;
const quantities = fc
  .tuple(fc.nat(40), fc.nat(12), fc.nat(9))
  .map((each) => of(...each))
  .filter((lines) => lines.length > 0);

test('an order that is changed to X ends as X placed anew: money, stock, credit, points, coupon', async () => {
  await runPromotion(shop, 'HALF-TEN', {
    conditions: [{ type: 'items-total', min: minor(50_000) }],
    actions: [{ type: 'percent-off-order', percent: '7.5' }],
  });
  const offer = await runPromotion(shop, 'CUT', {
    coupon: { code: 'CUT' },
    conditions: [{ type: 'items-total', min: minor(20_000) }],
    actions: [{ type: 'amount-off-order', amount: minor(777) }],
  });
  const template = await addTemplate(shop, offer, 'CUT', { kind: 'personal' });
  const wishes = fc.record({
    walk: fc.array(quantities, { minLength: 2, maxLength: 4 }),
    points: fc.constantFrom(0, 300, 2_000, 90_000),
    had: fc.constantFrom(100, 2_500, 100_000),
    coupon: fc.boolean(),
    terms: fc.constantFrom('terms' as const, 'on-delivery' as const),
  });
  await fc.assert(
    fc.asyncProperty(wishes, async ({ walk, points, had, coupon, terms }) => {
      const [changed, anew] = [
        await shop.addBuyer({ creditLimit: 100_000_000 }),
        await shop.addBuyer({ creditLimit: 100_000_000 }),
      ];
      for (const { company } of [changed, anew]) {
        await givePoints(shop, company.id, had);
        if (coupon) await giveCoupon(shop, template, company.id);
      }
      const wish = {
        paymentTerms: terms,
        deliveryMethod: 'truck',
        points: Math.min(points, had),
        ...(coupon ? { coupons: ['CUT'] } : {}),
      };
      const placeAtItsPrice = async (buyer: TestBuyer, lines: Lines): Promise<string> => {
        const tried = await place(shop.deps, buyer, lines, { ...wish, expectedTotal: minor(1) });
        const error = tried.ok ? undefined : tried.error;
        if (error?.kind !== 'total-changed') throw new Error(JSON.stringify(tried));
        return ordered(buyer, lines, { ...wish, expectedTotal: error.actual });
      };
      const id = await placeAtItsPrice(changed, walk[0]!);
      for (const lines of walk.slice(1)) {
        const done = await edit(changed, id, lines);
        if (!done.ok) expect(done.error.kind).toBe('nothing-changed');
      }
      const other = await placeAtItsPrice(anew, walk.at(-1)!);
      expect(await figures(changed, id)).toEqual(await figures(anew, other));
      const cancelled = await runCommand(shop.deps, buyerActor(changed, 'test'), {
        scope: all,
        orderId: id,
        command: { action: 'cancel' },
      });
      expect(cancelled.ok).toBe(true);
      expect([await pointsOf(changed), await used(changed)]).toEqual([had, 0]);
    }),
    { numRuns: RUNS },
  );
  expect(await shop.broken()).toEqual({});
}, 900_000);

test('points that a changed order wants more of, and another order has taken meanwhile, refuse the change', async () => {
  const buyer = await shop.addBuyer({ creditLimit: 10_000_000 });
  await givePoints(shop, buyer.company.id, 3_000);
  const id = await ordered(buyer, of(2), { points: 3_000, expectedTotal: minor(1_000) });
  expect(await pointsOf(buyer)).toBe(2_000);
  const [more, taken] = await Promise.all([
    edit(buyer, id, of(6)),
    place(shop.deps, buyer, of(4), { points: 2_000, expectedTotal: minor(2_000) }),
  ]);
  expect([more.ok, taken.ok].filter(Boolean).length).toBeGreaterThanOrEqual(1);
  const spent = await shop.raw`select sum(points_used)::int as n from orders where company_id = ${buyer.company.id}`;
  expect(Number(spent[0]?.n) + (await pointsOf(buyer))).toBe(3_000);
  expect(await shop.broken()).toEqual({});
});

describe('who comes at once', () => {
  const race = async (
    other: (id: string, buyer: TestBuyer) => Promise<{ ok: boolean }>,
    prepare?: (id: string) => Promise<void>,
  ) => {
    const buyer = await shop.addBuyer({ creditLimit: 10_000_000 });
    const id = await ordered(buyer, of(10, 2), { paymentTerms: 'terms' });
    await prepare?.(id);
    const version = (await view(id)).version;
    const results = await Promise.all([edit(buyer, id, of(4, 5), version), other(id, buyer)]);
    expect(await shop.broken()).toEqual({});
    const order = await view(id);
    const ended = order.approval === 'cancelled';
    expect(await used(buyer)).toBe(ended ? 0 : order.totalAmount);
    return { results, order };
  };

  test('edit ∥ approve: a confirmed order is the one that was approved', async () => {
    const staff = staffActor(reviewer, 'test');
    for (let round = 0; round < 4; round++) {
      const { results, order } = await race(
        async (orderId) =>
          runCommand(shop.deps, staff, {
            scope: all,
            orderId,
            command: { action: 'approve', checks: { credit: true }, expectedVersion: 2 },
          }),
        async (orderId) => {
          await runCommand(shop.deps, staff, { scope: all, orderId, command: { action: 'start-review' } });
        },
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(order.lines.find(({ skuId }) => skuId === goods[0])?.quantity).toBe(
        order.approval === 'confirmed' ? 10 : 4,
      );
    }
  });

  test('edit ∥ cancel: a cancelled order holds nothing', async () => {
    for (let round = 0; round < 4; round++) {
      const before = await reserved(goods[1]!);
      const { order } = await race((orderId, buyer) =>
        runCommand(shop.deps, buyerActor(buyer, 'test'), { scope: all, orderId, command: { action: 'cancel' } }),
      );
      expect(order.approval).toBe('cancelled');
      expect(await reserved(goods[1]!)).toBe(before);
    }
  });

  test('two edits of the same version: one is saved, the other is told to look again', async () => {
    for (let round = 0; round < 4; round++) {
      const { results, order } = await race((orderId, buyer) => edit(buyer, orderId, of(1), 1));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(order.version).toBe(2);
    }
  });

  test('edit ∥ payment notice: the money with us is what the order costs, whoever came first', async () => {
    for (let round = 0; round < 4; round++) {
      const buyer = await shop.addBuyer();
      const id = await ordered(buyer, of(10), { paymentTerms: 'prepaid' });
      const wish = { orderId: id, channel: 'wechat', part: 'required', screen: 'desk', address: '' } as const;
      const begun = await startPayment(shop.deps, all, buyer, wish);
      expect(begun).toMatchObject({ ok: true, value: { amount: 10_000 } });
      const [attempt] = await shop.raw`select number from payment_attempts where order_id = ${id}`;
      const report = { state: 'paid' as const, transaction: newId(), amount: minor(10_000), currency: 'CNY' };
      const [edited, settled] = await Promise.all([
        edit(buyer, id, of(6)),
        settlePayment(shop.deps, { channel: 'wechat', number: attempt?.number, report } as never),
      ]);
      expect(settled).toBe('captured');
      // Whoever was second may have looked at an older version, and then looks again.
      if (!edited.ok) expect(await edit(buyer, id, of(6))).toMatchObject({ ok: true });
      const order = await view(id);
      expect(order).toMatchObject({
        paidAmount: 10_000,
        refundedAmount: 4_000,
        totalAmount: 6_000,
        paymentStatus: 'paid',
        approval: 'submitted',
      });
      expect(await shop.broken()).toEqual({});
    }
  });

  test('ten orders are raised to the last units of one shelf at once: no unit is promised twice', async () => {
    const { skuId } = await shop.addSku({ price: 100_000, north: 30 });
    const made = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const buyer = await shop.addBuyer();
        return { buyer, id: await ordered(buyer, [{ skuId, quantity: 1 }]) };
      }),
    );
    const results = await Promise.all(made.map(({ buyer, id }) => edit(buyer, id, [{ skuId, quantity: 9 }])));
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    for (const result of results) if (!result.ok) expect(result.error.kind).toBe('out-of-stock');
    expect(await reserved(skuId)).toBe(26);
    expect(await shop.broken()).toEqual({});
  });
});
