import { newId } from '@tradeline/db';
import { uploadStore, voucherStore } from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expireOrders } from '../../jobs/expire-orders.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place, type TestBuyer } from '../../testing/place.ts';
import { sendVoucher } from './send-voucher.ts';

let shop: Shop;
let finance: ReturnType<typeof httpClient>;
let reviewer: ReturnType<typeof httpClient>;
beforeAll(async () => {
  shop = await openShop();
  await shop.raw`insert into settings (key, value, updated_by) values ('checkout', '{"closedMeans": []}', 'test')`;
  const signedIn = async (role: 'finance' | 'reviewer') => {
    const client = httpClient(shop, 'staff');
    await client.signIn((await shop.addStaff(role)).login);
    return client;
  };
  finance = await signedIn('finance');
  reviewer = await signedIn('reviewer');
});
afterAll(() => shop.close());

/** An order of 100.00 that is to be paid by bank. */
const ordered = async () => {
  const buyer = await shop.addBuyer();
  const { skuId } = await shop.addSku({ north: 5, price: 1_000_000 });
  const wish = { paymentTerms: 'prepaid' as const, payBy: 'transfer' as const };
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 1 }], wish);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return { buyer, orderId: placed.value.id as string };
};
const upload = async (buyer: TestBuyer, purpose = 'payment-voucher') => {
  const id = newId();
  await uploadStore.add(shop.db, {
    id,
    ownerType: 'buyer',
    ownerId: buyer.id,
    companyId: buyer.company.id,
    purpose,
    name: '回单.png',
    mime: 'image/png',
    bytes: 8,
    sha256: 'x',
    file: `upload-${id}`,
  });
  return id;
};
const send = async (buyer: TestBuyer, orderId: string, amount: number, uploadId?: string) =>
  sendVoucher(shop.deps, { kind: 'company', companyId: buyer.company.id }, buyer, {
    orderId,
    uploadId: uploadId ?? (await upload(buyer)),
    amount: amount as Minor,
    reference: '2026112700017',
  });
const orderOf = async (orderId: string) => {
  const [row] = await shop.raw`
    select approval, paid_amount::int as paid, payment_status as status from orders where id = ${orderId}`;
  return row;
};
const decided = (id: string, how: object, by = finance) => by.mutate('payments.decideVoucher', { id, ...how });

test('a voucher moves no money; what finance saw arrive is booked, and the paid order goes on', async () => {
  const { buyer, orderId } = await ordered();
  const sent = await send(buyer, orderId, 10_000);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  expect(await orderOf(orderId)).toMatchObject({ approval: 'awaiting-payment', paid: 0 });
  const queue = (await finance.query('payments.vouchers', { waiting: true })).data as { rows: { id: string }[] };
  expect(queue.rows.map((row) => row.id)).toContain(sent.value.id);
  expect((await decided(sent.value.id, { accept: true, amount: 10_000 })).status).toBe(200);
  expect(await orderOf(orderId)).toMatchObject({ approval: 'submitted', paid: 10_000, status: 'paid' });
  expect(await shop.raw`select method, amount::int, reference from payments where order_id = ${orderId}`).toEqual([
    { method: 'transfer', amount: 10_000, reference: '2026112700017' },
  ]);
  expect(await shop.broken()).toEqual({});
});

test('of ten who decide at once one books the money, and the others hear that it was decided', async () => {
  const { buyer, orderId } = await ordered();
  const sent = await send(buyer, orderId, 10_000);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      decided(sent.value.id, i % 2 === 0 ? { accept: true, amount: 10_000 } : { accept: false, reason: '未到账' }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ refusal }) => refusal?.kind === 'voucher-decided')).toHaveLength(9);
  const paid = (await orderOf(orderId))?.paid as number;
  const [voucher] = await voucherStore.ofOrder(shop.db, orderId);
  expect(paid).toBe(voucher?.state === 'accepted' ? 10_000 : 0);
  expect(await shop.broken()).toEqual({});
});

test('a part that arrived is booked as that part, and the order waits for the rest', async () => {
  const { buyer, orderId } = await ordered();
  const sent = await send(buyer, orderId, 10_000);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await decided(sent.value.id, { accept: true, amount: 4_000 });
  expect(await orderOf(orderId)).toMatchObject({ approval: 'awaiting-payment', paid: 4_000 });
  const above = await decided(((await send(buyer, orderId, 6_000)) as { value: { id: string } }).value.id, {
    accept: true,
    amount: 6_001,
  });
  expect(above.refusal).toMatchObject({ kind: 'voucher-above-open', open: 6_000 });
});

test('an order whose voucher waits does not run out of time; once it was sent back, it does', async () => {
  const { buyer, orderId } = await ordered();
  const sent = await send(buyer, orderId, 10_000);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  await shop.raw`update orders set pay_until = now() - interval '1 minute' where id = ${orderId}`;
  await expireOrders(shop.deps);
  expect(await orderOf(orderId)).toMatchObject({ approval: 'awaiting-payment' });
  await decided(sent.value.id, { accept: false, reason: '银行没有这笔款项' });
  await expireOrders(shop.deps);
  expect(await orderOf(orderId)).toMatchObject({ approval: 'cancelled', paid: 0 });
});

test('refused: more than is open, a file of another purpose, a file twice, an order of others, a role without the right', async () => {
  const { buyer, orderId } = await ordered();
  const stranger = await shop.addBuyer();
  const refusalOf = async (result: ReturnType<typeof send>) => {
    const answer = await result;
    return answer.ok ? 'accepted' : answer.error;
  };
  expect(await refusalOf(send(buyer, orderId, 10_001))).toMatchObject({ kind: 'voucher-above-open', open: 10_000 });
  expect(await refusalOf(send(buyer, orderId, 100, await upload(buyer, 'order-attachment')))).toMatchObject({
    kind: 'upload-not-found',
  });
  const file = await upload(buyer);
  const sent = await send(buyer, orderId, 7_000, file);
  expect(sent.ok).toBe(true);
  expect(await refusalOf(send(buyer, orderId, 100, file))).toMatchObject({ kind: 'upload-not-found' });
  // What waits counts as if it had come: the second press of a whole amount is refused.
  expect(await refusalOf(send(buyer, orderId, 7_000))).toMatchObject({
    kind: 'voucher-above-open',
    open: minor(3_000),
  });
  expect(await refusalOf(send(stranger, orderId, 100))).toMatchObject({ kind: 'order-not-found' });
  const id = sent.ok ? sent.value.id : '';
  expect((await decided(id, { accept: true, amount: 7_000 }, reviewer)).status).toBe(403);
  expect((await orderOf(orderId))?.paid).toBe(0);
});
