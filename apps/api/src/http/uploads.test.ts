import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { sniff } from './sniff.ts';

let shop: Shop;
let client: ReturnType<typeof httpClient>;
beforeAll(async () => {
  shop = await openShop();
  client = httpClient(shop, 'staff');
  await client.signIn((await shop.addStaff('administrator')).login);
});
afterAll(() => shop.close());

const send = (purpose: string, body: string | Buffer, headers: Record<string, string> = {}, from = client) =>
  from.request(`/uploads/${purpose}`, {
    method: 'POST',
    headers: { 'x-tradeline': '1', ...headers },
    body: body as string,
  });
const answer = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) });

test('a file is kept as it came under a name of ours, whatever it was called', async () => {
  for (const [called, kept] of [
    ['../../etc/passwd', 'passwd'],
    ['a\0.csv', 'a.csv'],
    ['C:\\temp\\货.csv', '货.csv'],
    ['x'.repeat(4_000), 'x'.repeat(200)],
    ['', 'file'],
  ] as const) {
    const sent = await answer(await send('import-sheet', 'sku\nA', { 'x-file-name': encodeURIComponent(called) }));
    expect(sent).toMatchObject({ status: 200, name: kept, mime: 'text/plain', bytes: 5 });
    const { id } = sent as unknown as { id: string };
    expect((await shop.deps.storage.get('private', `upload-${id}`))?.toString()).toBe('sku\nA');
  }
});

test('refused by content, by size before and while it is read, by purpose', async () => {
  expect(await answer(await send('import-sheet', Buffer.from('MZ\u0090\0\0')))).toMatchObject({
    status: 415,
    is: null,
  });
  expect(await answer(await send('import-pictures', 'plain'))).toMatchObject({ status: 415, is: 'text/plain' });
  expect(await answer(await send('import-sheet', 'x', { 'content-length': '9999999' }))).toMatchObject({ status: 413 });
  expect(await answer(await send('import-sheet', 'x'.repeat(5 * 1024 * 1024 + 1)))).toMatchObject({ status: 413 });
  expect(await answer(await send('import-sheet', ''))).toMatchObject({ status: 400, error: 'empty' });
  expect((await send('order-lines', 'x')).status).toBe(404);
  expect((await send('constructor', 'x')).status).toBe(404);
});

test('refused to strangers, to roles without the permission, and to pages of other sites', async () => {
  expect((await send('import-sheet', 'x', {}, httpClient(shop, 'staff'))).status).toBe(401);
  const sales = httpClient(shop, 'staff');
  await sales.signIn((await shop.addStaff('sales')).login);
  expect((await send('import-sheet', 'x', {}, sales)).status).toBe(403);
  expect((await send('import-sheet', 'x', { origin: 'https://evil.example' })).status).toBe(403);
  expect((await send('import-sheet', 'x', { 'x-tradeline': '' })).status).toBe(403);
});

test('what a file is, by its first bytes', () => {
  expect(sniff(Buffer.from('\uFEFFsku', 'utf16le'))).toBe('text/plain');
  expect(sniff(Buffer.from([0xbb, 0xf5, 0x2c]))).toBe('text/plain');
  expect(sniff(Buffer.from('%PDF-1.7'))).toBe('application/pdf');
  // An old xls.
  expect(sniff(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBeUndefined();
  expect(sniff(Buffer.from([0, 1, 2]))).toBeUndefined();
});

test('storage takes names of ours only', async () => {
  for (const name of ['../x', 'a/b/c', 'A', '', '.x', 'x/../y'])
    expect(() => shop.deps.storage.pathOf('private', name)).toThrow('not a name of ours');
  async function* parts() {
    yield Buffer.from('ab');
    yield Buffer.from('c');
  }
  expect(await shop.deps.storage.putParts('private', 'parts.csv', parts())).toBe(3);
  expect((await shop.deps.storage.get('private', 'parts.csv'))?.toString()).toBe('abc');
  async function* broken() {
    yield Buffer.from('ab');
    throw new Error('source ended');
  }
  await expect(shop.deps.storage.putParts('private', 'parts.csv', broken())).rejects.toThrow('source ended');
  expect((await shop.deps.storage.get('private', 'parts.csv'))?.toString()).toBe('abc');
});
