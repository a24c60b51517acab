import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';

let shop: Shop;
let orderId: string;
type Client = Awaited<ReturnType<typeof signedIn>>;
let [buyer, colleague, stranger, rep, otherRep]: (Client | undefined)[] = [];
const signedIn = async (audience: 'buyer' | 'staff', login: string) => {
  const client = httpClient(shop, audience);
  await client.signIn(login);
  return client;
};
beforeAll(async () => {
  shop = await openShop();
  const owner = await shop.addBuyer();
  const sales = await shop.addStaff('sales');
  await shop.raw`update companies set sales_rep_id = ${sales.id} where id = ${owner.company.id}`;
  const { skuId } = await shop.addSku({ north: 100 });
  const placed = await place(shop.deps, owner, [{ skuId, quantity: 1 }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  orderId = (placed.value as { id: string }).id;
  buyer = await signedIn('buyer', owner.login);
  colleague = await signedIn('buyer', (await shop.addBuyer({ role: 'viewer', companyId: owner.company.id })).login);
  stranger = await signedIn('buyer', (await shop.addBuyer()).login);
  rep = await signedIn('staff', sales.login);
  otherRep = await signedIn('staff', (await shop.addStaff('sales')).login);
});
afterAll(() => shop.close());

type File = { id: string; name: string; isPicture: boolean };
type Said = { id: string; text: string; side: string; internal: boolean; readAt: string | null; files: File[] };
const said = async (client: Client | undefined): Promise<Said[]> =>
  ((await client!.query('messages.ofOrder', { orderId })).data as { messages: Said[] }).messages;
const say = (client: Client | undefined, text: string, more: object = {}) =>
  client!.mutate('messages.post', { orderId, text, idempotencyKey: crypto.randomUUID(), ...more });
const send = async (client: Client | undefined, purpose: string, bytes: Uint8Array | string, name: string) => {
  const answer = await client!.request(`/uploads/${purpose}`, {
    method: 'POST',
    headers: { 'x-tradeline': '1', 'x-file-name': encodeURIComponent(name) },
    body: Buffer.from(bytes),
  });
  return ((await answer.json()) as { id: string }).id;
};
const unread = async (client: Client | undefined) => (await client!.query('messages.unread')).data;

test('what one side says the other hears, unread until it is looked at, and read marks go back', async () => {
  expect((await say(buyer, '第二箱能否改为周五送？')).status).toBe(200);
  expect(await unread(rep)).toMatchObject([{ orderId, count: 1 }]);
  expect([await unread(buyer), await unread(colleague), await unread(otherRep)]).toEqual([[], [], []]);
  expect((await said(buyer))[0]).toMatchObject({ side: 'buyer', text: '第二箱能否改为周五送？', readAt: null });
  expect((await rep!.mutate('messages.markRead', { orderId })).data).toEqual({ seen: 1 });
  expect((await rep!.mutate('messages.markRead', { orderId })).data).toEqual({ seen: 0 });
  expect([await unread(rep), (await said(buyer))[0]?.readAt !== null]).toEqual([[], true]);
  await say(rep, '可以，周五上午。');
  // Everybody of the customer's company reads and answers, also who may not order.
  expect(await unread(colleague)).toMatchObject([{ orderId, count: 1 }]);
  expect((await say(colleague, '收到')).status).toBe(200);
});

test('a note among staff is not heard by the customer: not its words, not its file, not a sign of it', async () => {
  const before = await said(buyer);
  const file = await send(rep, 'staff-message-file', '%PDF-1.7\n1 0 obj\n%%EOF\n', '内部.pdf');
  await say(rep, 'QZXNOTE1 毛利偏低', { internal: true, files: [file] });
  expect(await said(buyer)).toEqual(before);
  const note = (await said(rep)).at(-1);
  expect([note?.internal, note?.text, note?.files.length]).toEqual([true, 'QZXNOTE1 毛利偏低', 1]);
  const path = `/documents/orders/${orderId}/files/${note?.files[0]?.id}`;
  expect([(await rep!.request(path)).status, (await buyer!.request(path)).status]).toEqual([200, 404]);
  const [event] = await shop.raw`select company_id from outbox where type = 'message.noted'`;
  expect(event?.company_id).toBeNull();
  // A customer cannot write one.
  expect((await say(buyer, 'x', { internal: true })).status).toBe(400);
});

test('a picture is handed out as one of ours, without what came with it; a PDF only to be saved', async () => {
  const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#39c' } })
    .withExif({ IFD0: { Copyright: 'QZXPLACE1' } })
    .jpeg()
    .toBuffer();
  expect(photo.includes('QZXPLACE1')).toBe(true);
  const sent = [
    await send(buyer, 'message-file', photo, '破损.jpg'),
    await send(buyer, 'message-file', '%PDF-1.7\n1 0 obj\n%%EOF\n', '<img src=x onerror=alert(1)>.pdf'),
  ];
  expect((await say(buyer, '', { files: sent })).status).toBe(200);
  const files = (await said(rep)).at(-1)?.files ?? [];
  const [picture, pdf] = [files.find((file) => file.isPicture), files.find((file) => !file.isPicture)];
  const path = (file: File | undefined) => `/documents/orders/${orderId}/files/${file?.id}`;
  for (const [size, width] of [
    ['small', 480],
    ['large', 1600],
  ] as const) {
    const shown = await rep!.request(`${path(picture)}?size=${size}`);
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect([shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual([
      'image/webp',
      'nosniff',
    ]);
    expect([(await sharp(bytes).metadata()).width, bytes.includes('QZXPLACE1')]).toEqual([width, false]);
  }
  const saved = await rep!.request(path(pdf));
  expect([saved.headers.get('content-type'), saved.headers.get('content-disposition')?.split(';')[0]]).toEqual([
    'application/pdf',
    'attachment',
  ]);
  expect(pdf?.name).toBe('<img src=x onerror=alert(1)>.pdf');
});

test('files that are not what they say, of somebody else, or sent before, are refused and nothing is said', async () => {
  const before = (await said(buyer)).length;
  const refused = async (files: unknown[]) => (await say(buyer, 'x', { files })).refusal?.kind;
  const fake = await send(buyer, 'message-file', 'GIF89a/*<script>*/=1;alert(1)//', 'a.gif');
  const cut = await send(buyer, 'message-file', '%PDF-1.7 cut off', 'a.pdf');
  const foreign = await send(colleague, 'message-file', '%PDF-1.7\n%%EOF\n', 'a.pdf');
  expect([await refused([fake]), await refused([cut]), await refused([foreign])]).toEqual([
    'picture-refused',
    'document-damaged',
    'upload-not-found',
  ]);
  const once = await send(buyer, 'message-file', '%PDF-1.7\n%%EOF\n', 'a.pdf');
  expect((await say(buyer, '一次', { files: [once] })).status).toBe(200);
  expect(await refused([once])).toBe('upload-not-found');
  expect((await say(buyer, '  ')).refusal?.kind).toBe('message-empty');
  expect((await said(buyer)).length).toBe(before + 1);
});

test('a message sent again under its key is said once, also when both arrive together', async () => {
  const idempotencyKey = crypto.randomUUID();
  const before = (await said(buyer)).length;
  const answers = await Promise.all([1, 2, 3].map(() => say(buyer, '只说一次', { idempotencyKey })));
  expect(new Set(answers.map(({ data }) => (data as { id: string }).id)).size).toBe(1);
  expect((await said(buyer)).length).toBe(before + 1);
  expect((await say(buyer, '别的', { idempotencyKey })).refusal?.kind).toBe('idempotency-mismatch');
});

test('a stranger, and a salesperson of others, finds no order: not to read, to answer or to mark, and no file of it', async () => {
  const file = (await said(rep)).flatMap(({ files }) => files)[0]?.id;
  for (const client of [stranger, otherRep]) {
    const kinds = [
      (await client!.query('messages.ofOrder', { orderId })).refusal?.kind,
      (await say(client, 'x')).refusal?.kind,
      (await client!.mutate('messages.markRead', { orderId })).refusal?.kind,
    ];
    expect(kinds).toEqual(['order-not-found', 'order-not-found', 'order-not-found']);
    expect((await client!.request(`/documents/orders/${orderId}/files/${file}`)).status).toBe(404);
  }
  expect(await shop.broken()).toEqual({});
});
