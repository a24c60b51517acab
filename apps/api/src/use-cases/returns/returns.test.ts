import { pointStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeGateway, fakeGateway } from '../../adapters/payment/fake.ts';
import { bookMoney } from '../../testing/book-money.ts';
import { deliver, type Hands, hire } from '../../testing/deliver.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { topUp } from '../../testing/means.ts';
import { place } from '../../testing/place.ts';
import { all, noWish, returning, versionOf } from '../../testing/returning.ts';
import { staffActor } from '../order/actor.ts';
import { viewOrder } from '../order/view-order.ts';
import { checkPayment } from '../payment/check-payment.ts';
import { sendRefunds } from '../payment/send-refunds.ts';
import { startPayment } from '../payment/start-payment.ts';
import { refundReturn } from './refund-return.ts';
import { replaceReturn } from './replace-return.ts';
import { stepReturn } from './step-return.ts';
import { viewReturn } from './view-return.ts';

let shop: Shop;
let hands: Hands;
let wechat: FakeGateway;
beforeAll(async () => {
  shop = await openShop({ pool: 16 });
  hands = await hire(shop);
  wechat = fakeGateway();
});
afterAll(() => shop.close());

type Wish = { quantity?: number; north?: number; terms?: 'terms' | 'on-delivery'; balance?: number };
/** An order of ¥100.00 a unit at the customer's door. */
const delivered = async ({ quantity = 10, north = 100, terms = 'terms', balance = 0 }: Wish = {}) => {
  const { skuId } = await shop.addSku({ price: 1_000_000, north });
  const buyer = await shop.addBuyer({ creditLimit: 100_000_000 });
  if (balance > 0) await topUp(shop, buyer.company.id, balance);
  const placed = await place(shop.deps, buyer, [{ skuId, quantity }], {
    paymentTerms: terms,
    expectedTotal: minor(quantity * 10_000),
    ...(balance > 0 ? { balance: minor(balance) } : {}),
  });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const orderId = placed.value.id as string;
  await deliver(shop, hands, orderId);
  const order = await viewOrder(shop.deps, all, orderId);
  const lineId = order.ok ? order.value.lines[0]!.id : '';
  return { orderId, buyer, skuId, lineId, steps: returning(shop, hands, buyer, orderId) };
};
const some = (lineId: string, quantity: number) => [{ lineId, quantity }];
const view = async (id: string) => {
  const found = await viewReturn(shop.deps, all, id);
  if (!found.ok) throw new Error('no such return');
  return found.value;
};
const stockOf = async (skuId: string) =>
  shop.raw`select sum(on_hand)::int as on_hand, sum(quarantine)::int as quarantine from stock where sku_id = ${skuId}`;

describe('what comes back', () => {
  test('is counted at the gate, judged unit by unit, put on the shelf or in quarantine; what is not in the box never came', async () => {
    const { orderId, skuId, lineId, steps } = await delivered();
    const asked = await steps.request(some(lineId, 6), { reason: 'damaged' });
    if (!asked.ok) throw new Error(asked.error.kind);
    const { id } = asked.value;
    await steps.approve(id);
    await steps.sendBack(id);
    await steps.receive(id, some(lineId, 5));
    await steps.inspect(id, [{ lineId, good: 2, damaged: 1 }]);
    expect(await stockOf(skuId)).toEqual([{ on_hand: 92, quarantine: 1 }]);
    expect((await view(id)).lines).toMatchObject([{ quantity: 6, received: 3, good: 2, damaged: 1 }]);
    // The fault is ours; three units of ten at ¥100.00.
    expect(await steps.refund(id, { ourFault: true })).toMatchObject({ ok: true });
    const order = await viewOrder(shop.deps, all, orderId);
    expect(order.ok && order.value).toMatchObject({ grantedAmount: 30_000, displayStatus: 'delivered' });
    expect(await view(id)).toMatchObject({
      state: 'refunded',
      granted: 30_000,
      creditNote: expect.stringMatching(/^CN\d+$/u),
    });
    // The three that never came may be asked for again, and no more than those and what was kept.
    expect(await steps.request(some(lineId, 8))).toMatchObject({
      ok: false,
      error: { kind: 'over-quantity', most: 7 },
    });
    expect(await shop.broken()).toEqual({});
  });

  test('may come without a word: the warehouse notes it, and the history says so', async () => {
    const { lineId, steps } = await delivered();
    const asked = await steps.request(some(lineId, 1));
    if (!asked.ok) throw new Error(asked.error.kind);
    await steps.approve(asked.value.id);
    await steps.receive(asked.value.id, some(lineId, 1));
    expect((await view(asked.value.id)).events.map(({ action }) => action)).toEqual([
      'request-return',
      'approve-return',
      'send-back',
      'receive-return',
    ]);
  });

  test('is refused when it is too late, too much, or somebody else’s', async () => {
    const { orderId, lineId, steps } = await delivered();
    expect(await steps.request(some(lineId, 11))).toMatchObject({ error: { kind: 'over-quantity', most: 10 } });
    const strangers = returning(shop, hands, await shop.addBuyer(), orderId);
    const buyer = httpClient(shop, 'buyer');
    await buyer.signIn((await shop.addBuyer()).login);
    expect(await buyer.query('returns.returnable', { orderId })).toMatchObject({ status: 404 });
    await shop.raw`update shipments set delivered_at = now() - interval '8 days' where order_id = ${orderId}`;
    expect(await strangers.request(some(lineId, 1))).toMatchObject({ error: { kind: 'return-window-over' } });
    await shop.raw`insert into settings (key, value, updated_by) values ('returns', '{"standard": 7, "byCategory": {"tools": 30}}', 'test')`;
    expect(await steps.request(some(lineId, 1))).toMatchObject({ ok: true });
    await shop.raw`delete from settings where key = 'returns'`;
  });
});

describe('money', () => {
  test('what is still owed is set off first; then the balance gets its part, then the rest as it came', async () => {
    const { orderId, lineId, buyer, steps } = await delivered({ balance: 20_000 });
    await bookMoney(shop, orderId, 30_000, staffActor(hands.finance, 'test'));
    // ¥1,000.00 in all: 200 from the balance, 300 in cash, 500 owed.
    const first = await steps.toInspected(some(lineId, 6));
    expect(await steps.preview(first)).toMatchObject({
      value: {
        amount: 60_000,
        setOff: 50_000,
        creditReleased: 50_000,
        paidBack: [{ method: 'balance', to: 'balance', amount: 10_000 }],
      },
    });
    await steps.refund(first);
    const last = await steps.toInspected(some(lineId, 4));
    expect(await steps.preview(last)).toMatchObject({
      value: {
        setOff: 0,
        paidBack: [
          { method: 'balance', amount: 10_000 },
          { method: 'cash', to: 'balance', amount: 30_000 },
        ],
      },
    });
    await steps.refund(last);
    expect(await shop.raw`select balance::int from balance_accounts where company_id = ${buyer.company.id}`).toEqual([
      { balance: 50_000 },
    ]);
    expect(await shop.raw`select used::int from credit_accounts where company_id = ${buyer.company.id}`).toEqual([
      { used: 0 },
    ]);
    expect(await shop.broken()).toEqual({});
  });

  test('paid by a gateway goes back through it, once, however often and by how many it is pressed', async () => {
    const deps = { ...shop.deps, payments: { wechat } };
    const { orderId, lineId, buyer, steps } = await delivered({ terms: 'on-delivery' });
    const wish = { orderId, channel: 'wechat' as const, part: 'all' as const, screen: 'desk' as const, address: '' };
    await startPayment(deps, all, buyer, wish);
    const [attempt] = await shop.raw<
      { number: string }[]
    >`select number from payment_attempts where order_id = ${orderId}`;
    wechat.pay(attempt!.number);
    await checkPayment(deps, all, orderId);
    const id = await steps.toInspected(some(lineId, 3));
    const clerk = await shop.addStaff('finance');
    const target = await steps.target(id);
    const confirmed = { ...noWish, expectedAmount: minor(30_000) };
    const presses = await Promise.all(
      [hands.finance, hands.finance, clerk, clerk].map((who) =>
        refundReturn(shop.deps, staffActor(who, 'test'), target, confirmed),
      ),
    );
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    await sendRefunds(deps);
    expect(await shop.raw`select amount::int, state from refund_attempts where order_id = ${orderId}`).toEqual([
      { amount: 30_000, state: 'succeeded' },
    ]);
    expect((await view(id)).refunds).toMatchObject([{ amount: 30_000, state: 'succeeded' }]);
    expect(await shop.broken()).toEqual({});
  });

  test('less is granted with a reason only; another amount than the one that was seen is refused; it stands on paper', async () => {
    const { orderId, lineId, buyer, steps } = await delivered();
    const id = await steps.toInspected(some(lineId, 2));
    const off = { deduction: minor(5_000), deductionReason: null };
    expect(await steps.refund(id, { ...off, expectedAmount: minor(15_000) })).toMatchObject({
      error: { kind: 'comment-required' },
    });
    const said = { deduction: minor(5_000), deductionReason: '包装破损' as unknown as null };
    expect(await steps.refund(id, { ...said, expectedAmount: minor(20_000) })).toMatchObject({
      error: { kind: 'refund-changed', expected: 20_000, actual: 15_000 },
    });
    expect(await steps.refund(id, said)).toMatchObject({ ok: true });
    expect(await view(id)).toMatchObject({ granted: 15_000, payout: { deductionReason: '包装破损' } });
    const paper = `/documents/orders/${orderId}/returns/${id}/credit-note.pdf?language=en`;
    const owner = httpClient(shop, 'buyer');
    await owner.signIn(buyer.login);
    const pdf = await getDocumentProxy(new Uint8Array(await (await owner.request(paper)).arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text).toContain((await view(id)).creditNote);
    expect(text).toContain('150.00');
    // Whose role is told no amounts has no such paper, and a stranger neither.
    for (const other of [await shop.addBuyer({ companyId: buyer.company.id, role: 'viewer' }), await shop.addBuyer()]) {
      const client = httpClient(shop, 'buyer');
      await client.signIn(other.login);
      expect((await client.request(paper)).status).toBe(404);
    }
    expect(await shop.broken()).toEqual({});
  });

  test('points that the goods earned are taken back in their share, all of them when all is back', async () => {
    const { orderId, lineId, buyer, steps } = await delivered({ quantity: 3 });
    const on = '2026-01-01' as never;
    const event = { type: 'earn' as const, on, lot: `order-${orderId}`, points: 100, order: orderId };
    await shop.db.transaction(async (tx) => {
      await pointStore.lock(tx, buyer.company.id);
      await pointStore.append(
        tx,
        buyer.company.id,
        [{ event, cause: { type: 'test', id: orderId }, actor: 'test' }],
        100,
      );
    });
    await steps.refund(await steps.toInspected(some(lineId, 1)));
    await steps.refund(await steps.toInspected(some(lineId, 2)));
    expect(
      await shop.raw`select points from point_entries where order_id = ${orderId} and kind = 'clawback' order by seq`,
    ).toEqual([{ points: 33 }, { points: 67 }]);
    expect(await shop.raw`select usable from point_accounts where company_id = ${buyer.company.id}`).toEqual([
      { usable: 0 },
    ]);
  });
});

describe('a replacement', () => {
  test('is an order of its own at no price whose goods are promised, and is named by the return', async () => {
    const { orderId, lineId, skuId, steps } = await delivered({ quantity: 4 });
    const id = await steps.toInspected(some(lineId, 3), { wish: 'replace', reason: 'defective' });
    const replaced = await replaceReturn(shop.deps, steps.staff('reviewer'), await steps.target(id));
    if (!replaced.ok) throw new Error(JSON.stringify(replaced.error));
    const order = await viewOrder(shop.deps, all, replaced.value.replacement.id);
    expect(order.ok && order.value).toMatchObject({
      totalAmount: 0,
      approval: 'confirmed',
      paymentStatus: 'paid',
      lines: [{ skuId, quantity: 3, netAmount: 0 }],
    });
    expect(await view(id)).toMatchObject({ state: 'replaced', granted: 0, replacement: replaced.value.replacement });
    await deliver(shop, hands, replaced.value.replacement.id).catch(() => undefined);
    expect((await viewOrder(shop.deps, all, orderId)).ok).toBe(true);
    expect(await shop.broken()).toEqual({});
  });

  test('that cannot be had leaves everything as it was and says how many there are', async () => {
    const { lineId, steps } = await delivered({ quantity: 4, north: 4 });
    const asked = await steps.request(some(lineId, 3), { wish: 'replace' });
    if (!asked.ok) throw new Error(asked.error.kind);
    const { id } = asked.value;
    await steps.approve(id);
    await steps.receive(id, some(lineId, 3));
    await steps.inspect(id, [{ lineId, good: 1, damaged: 2 }]);
    expect(await replaceReturn(shop.deps, steps.staff('reviewer'), await steps.target(id))).toMatchObject({
      ok: false,
      error: { kind: 'out-of-stock', lines: [{ requested: 3, available: 1 }] },
    });
    expect(await view(id)).toMatchObject({ state: 'inspected', replacement: null });
    expect(await shop.broken()).toEqual({});
  });
});

test('over the wire: pictures are ours, roles hold, amounts are told to those who may know them, and each step is audited', async () => {
  const { orderId, lineId, buyer, steps } = await delivered();
  const portal = httpClient(shop, 'buyer');
  await portal.signIn(buyer.login);
  const png = await sharp({ create: { width: 200, height: 120, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  const sent = await portal.request('/uploads/return-picture', {
    method: 'POST',
    headers: { 'x-tradeline': '1' },
    body: png as never,
  });
  const upload = (await sent.json()) as { id: string };
  const wish = { lines: some(lineId, 2), reason: 'damaged', wish: 'refund', pictures: [upload.id] };
  const asked = await portal.mutate('returns.request', {
    ...wish,
    orderId,
    expectedVersion: await versionOf(shop, orderId),
  });
  const { id } = asked.data as { id: string };
  expect((await portal.query('returns.list', { queue: 'review' })).data).toMatchObject({ total: 1, rows: [{ id }] });
  expect((await portal.query('returns.get', { id })).data).toMatchObject({ pictures: [{ widths: [160, 200] }] });
  const viewer = httpClient(shop, 'buyer');
  await viewer.signIn((await shop.addBuyer({ companyId: buyer.company.id, role: 'viewer' })).login);
  expect((await viewer.query('returns.get', { id })).data).toMatchObject({ amounts: 'hidden', lines: [{ paid: 0 }] });
  expect(await viewer.mutate('returns.cancel', { id, expectedVersion: 1 })).toMatchObject({ status: 403 });

  const warehouse = httpClient(shop, 'staff');
  await warehouse.signIn(hands.warehouse.login);
  const target = { id, expectedVersion: await versionOf(shop, orderId) };
  expect(await warehouse.mutate('returns.approve', target)).toMatchObject({ status: 403 });
  const reviewer = httpClient(shop, 'staff');
  await reviewer.signIn(hands.reviewer.login);
  expect(await reviewer.mutate('returns.reject', { ...target, answer: ' ' })).toMatchObject({ status: 400 });
  expect(await reviewer.mutate('returns.approve', { ...target, answer: '寄到义乌仓' })).toMatchObject({ status: 200 });
  expect((await portal.query('returns.get', { id })).data).toMatchObject({ answer: '寄到义乌仓', state: 'approved' });
  expect(await reviewer.query('returns.preview', { id, ourFault: false })).toMatchObject({ status: 403 });
  expect((await reviewer.query('returns.reasons', {})).data).toContainEqual(
    expect.objectContaining({ reason: 'damaged' }),
  );
  expect(
    await shop.raw`select actor_name from audit_log where subject_id = ${orderId} and action = 'order.approve-return'`,
  ).toEqual([{ actor_name: hands.reviewer.name }]);
  // Two who decide at once: one answer stands.
  const both = await Promise.all(
    [1, 2].map(async () => stepReturn(shop.deps, steps.staff('reviewer'), await steps.target(id), 'cancel-return')),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await shop.broken()).toEqual({});
});
