import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeMail } from '../../adapters/mail/fake.ts';
import { fakeSms } from '../../adapters/sms/fake.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place, type TestBuyer } from '../../testing/place.ts';
import { staffActor } from '../order/actor.ts';
import { runCommand } from '../order/run-command.ts';
import { sendWaiting } from './send-waiting.ts';

let shop: Shop;
let reviewer: Awaited<ReturnType<Shop['addStaff']>>;
let skuId: string;
beforeAll(async () => {
  shop = await openShop({ pool: 20 });
  reviewer = await shop.addStaff('reviewer');
  skuId = (await shop.addSku({ north: 1_000 })).skuId;
});
afterAll(() => shop.close());

const reachable = async (email: string, phone: string, locale = 'zh-CN'): Promise<TestBuyer> => {
  const buyer = await shop.addBuyer();
  await shop.raw`update buyers set email = ${email}, phone = ${phone}, locale = ${locale} where id = ${buyer.id}`;
  return buyer;
};
const ordered = async (buyer: TestBuyer): Promise<{ id: string; number: string }> => {
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 1 }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return placed.value;
};
const reject = (orderId: string) =>
  runCommand(shop.deps, staffActor(reviewer, 'test'), {
    scope: { kind: 'all' },
    orderId,
    command: { action: 'start-review' },
  }).then(() =>
    runCommand(shop.deps, staffActor(reviewer, 'test'), {
      scope: { kind: 'all' },
      orderId,
      command: { action: 'reject', comment: '缺货' },
    }),
  );
/** The dispatcher works on its own time; what it writes is waited for. */
const written = (recipient: string, count = 1) =>
  expect
    .poll(
      async () => Number((await shop.raw`select count(*) as n from sendings where recipient = ${recipient}`)[0]?.n),
      { timeout: 8_000 },
    )
    .toBe(count);

test('who is told by the bell is written to in his language, once however many senders there are', async () => {
  const buyer = await reachable('zhang@example.com', '13800001111', 'en');
  const { id, number } = await ordered(buyer);
  await reject(id);
  await written('zhang@example.com');
  const mails = Array.from({ length: 6 }, () => fakeMail());
  await Promise.all(mails.map((mail) => sendWaiting({ ...shop.deps, mail })));
  const letters = mails.flatMap((mail) => mail.letters).filter(({ to }) => to === 'zhang@example.com');
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toBe(`Test Wholesale: Order ${number} was rejected`);
  expect(letters[0]?.text).toContain(`https://portal.test/orders/${id}`);
  expect(letters[0]?.text).toContain('https://portal.test/preferences');
  expect(await shop.raw`select state, attempts from sendings where recipient = 'zhang@example.com'`).toEqual([
    { state: 'sent', attempts: 1 },
  ]);
});

test('each is told by the ways he chose for the topic, and nothing where he chose none', async () => {
  const buyer = await reachable('li@example.com', '13800002222');
  const client = httpClient(shop, 'buyer');
  await client.signIn(buyer.login);
  expect((await client.query('notices.preferences')).data).toMatchObject({
    email: 'li@example.com',
    topics: [{ topic: 'order', ways: ['mail'] }, { topic: 'delivery' }, { topic: 'return' }, { topic: 'message' }],
  });
  await client.mutate('notices.prefer', { topic: 'order', ways: ['sms'] });
  const { id, number } = await ordered(buyer);
  await reject(id);
  await written('13800002222');
  const sms = fakeSms();
  await sendWaiting({ ...shop.deps, sms });
  expect(sms.messages.map(({ to, text }) => ({ to, text }))).toEqual([
    { to: '13800002222', text: `【测试批发】订单 ${number} 没有通过审核` },
  ]);
  await client.mutate('notices.prefer', { topic: 'order', ways: [] });
  await client.mutate('notices.setContact', { email: 'new@example.com', phone: '' });
  const second = await ordered(buyer);
  await reject(second.id);
  await expect.poll(async () => (await client.query('notices.unread')).data, { timeout: 8_000 }).toBe(2);
  expect(await shop.raw`select 1 from sendings where recipient = 'new@example.com'`).toEqual([]);
});

test('silence is tried again later and longer, a refusal not; both are seen by staff, who may try anew', async () => {
  const buyer = await reachable('wang@example.com', '');
  const first = await ordered(buyer);
  await reject(first.id);
  await written('wang@example.com');
  const mail = fakeMail();
  mail.answers.push({ kind: 'no-answer', detail: 'timeout' });
  expect(await sendWaiting({ ...shop.deps, mail })).toBe(0);
  // Not due yet.
  expect(await sendWaiting({ ...shop.deps, mail })).toBe(0);
  await shop.raw`update sendings set due_at = now() - interval '1 second' where recipient = 'wang@example.com'`;
  mail.answers.push({ kind: 'refused', detail: '550 no such user' });
  await sendWaiting({ ...shop.deps, mail });
  const administrator = await shop.addStaff('administrator');
  const client = httpClient(shop, 'staff');
  await client.signIn(administrator.login);
  expect((await client.query('sendings.counts')).data).toMatchObject({ failed: 1 });
  const { rows } = (await client.query('sendings.list', { state: 'failed' })).data as {
    rows: { id: string; recipient: string; error: string }[];
  };
  expect(rows).toMatchObject([
    { recipient: 'wa***@example.com', error: '550 no such user', attempts: 2, kind: 'order.reject' },
  ]);
  expect((await client.mutate('sendings.retry', { ids: [rows[0]?.id] })).data).toEqual({ retried: 1 });
  expect(await sendWaiting({ ...shop.deps, mail })).toBe(1);
  expect(mail.letters.at(-1)?.to).toBe('wang@example.com');
  expect(await shop.broken()).toEqual({});
});
