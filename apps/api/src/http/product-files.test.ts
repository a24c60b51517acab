import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';

let shop: Shop;
let productId: string;
let editor: ReturnType<typeof httpClient>;
let colleague: ReturnType<typeof httpClient>;
beforeAll(async () => {
  shop = await openShop();
  productId = (await shop.addSku()).productId;
  [editor, colleague] = [httpClient(shop, 'staff'), httpClient(shop, 'staff')];
  await editor.signIn((await shop.addStaff('marketing')).login);
  await colleague.signIn((await shop.addStaff('administrator')).login);
});
afterAll(() => shop.close());

const send = async (purpose: string, bytes: Uint8Array | string, name = 'a.png') => {
  const answer = await editor.request(`/uploads/${purpose}`, {
    method: 'POST',
    headers: { 'x-tradeline': '1', 'x-file-name': encodeURIComponent(name) },
    body: Buffer.from(bytes),
  });
  return { status: answer.status, ...((await answer.json()) as { id?: string; error?: string; name?: string }) };
};
const photo = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#39c' } })
    .jpeg()
    .toBuffer();
const alt = { zh: '主图', en: 'front' };
const pictures = async () =>
  (
    (await editor.query('products.get', { id: productId })).data as {
      pictures: { id: string; stem: string; widths: number[]; original: string }[];
    }
  ).pictures;
const publicFiles = () => readdirSync(join(shop.deps.env.FILES_DIR, 'pictures')).toSorted();

test('files that are not what they are called never become a picture', async () => {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><foreignObject/></svg>';
  for (const bytes of ['MZ\u0000\u0090exe', '<html><script>alert(1)</script></html>', script, '%PDF-1.7 %%EOF'])
    expect([bytes, (await send('product-picture', bytes)).status]).toEqual([bytes, 415]);
  const polyglot = await send('product-picture', 'GIF89a/*<script>*/=1;alert(1)//', 'a.gif');
  expect(await editor.mutate('products.addPicture', { productId, uploadId: polyglot.id, alt })).toMatchObject({
    status: 422,
    refusal: { kind: 'picture-refused' },
  });
  expect(await pictures()).toEqual([]);
});

test('a name is only ever shown: paths, controls and devices in it lead nowhere', async () => {
  for (const [name, kept] of [
    ['../../etc/passwd', 'passwd'],
    ['a\u0000.png', 'a.png'],
    ['con.pdf', 'con.pdf'],
    ['..\\..\\x.png', 'x.png'],
  ] as const)
    expect((await send('product-picture', await photo(), name)).name).toBe(kept);
  expect((await send('product-picture', await photo(), 'x'.repeat(4_000))).name?.length).toBeLessThanOrEqual(200);
});

test("another person's upload, or one for another purpose, is not there", async () => {
  const mine = await send('product-picture', await photo());
  expect((await colleague.mutate('products.addPicture', { productId, uploadId: mine.id, alt })).refusal).toEqual({
    kind: 'upload-not-found',
  });
  expect((await editor.mutate('products.addDocument', { productId, uploadId: mine.id, name: alt })).refusal).toEqual({
    kind: 'upload-not-found',
  });
});

test('pictures are added, cropped without loss, sorted and removed; their files go with them', async () => {
  for (const _ of [1, 2]) {
    const { id } = await send('product-picture', await photo());
    expect((await editor.mutate('products.addPicture', { productId, uploadId: id, alt })).status).toBe(200);
  }
  const [first, second] = await pictures();
  const shown = await editor.request(`/files/pictures/${first?.stem}-480.webp`);
  expect([shown.status, shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual([
    200,
    'image/webp',
    'nosniff',
  ]);
  expect(shown.headers.get('content-security-policy')).toContain('sandbox');

  const crop = { left: 100, top: 50, width: 300, height: 300 };
  expect((await editor.mutate('products.cropPicture', { productId, pictureId: first?.id, crop })).status).toBe(200);
  const [cropped] = await pictures();
  expect(cropped).toMatchObject({ widths: [160, 300], original: first?.original });
  expect((await editor.request(`/files/pictures/${first?.stem}-480.webp`)).status).toBe(404);
  await editor.mutate('products.cropPicture', { productId, pictureId: first?.id, crop: null });
  expect((await pictures())[0]?.widths).toEqual([160, 480, 640]);
  expect(
    (await editor.mutate('products.cropPicture', { productId, pictureId: first?.id, crop: { ...crop, left: 500 } }))
      .refusal,
  ).toMatchObject({ reason: 'crop-outside' });

  const sort = (ids: unknown[]) => editor.mutate('products.sortMedia', { productId, what: 'pictures', ids });
  expect((await sort([second?.id, first?.id])).status).toBe(200);
  expect((await pictures()).map(({ id }) => id)).toEqual([second?.id, first?.id]);
  expect((await sort([second?.id])).refusal).toEqual({ kind: 'media-moved-on' });
  for (const { id } of await pictures()) await editor.mutate('products.removePicture', { productId, pictureId: id });
  expect(publicFiles()).toEqual([]);
});

test('a document is handed over to be saved, never opened on our origin', async () => {
  const cut = await send('product-document', '%PDF-1.7 cut off', '证书.pdf');
  expect((await editor.mutate('products.addDocument', { productId, uploadId: cut.id, name: alt })).refusal).toEqual({
    kind: 'document-damaged',
  });
  const { id } = await send('product-document', '%PDF-1.7\n1 0 obj\n%%EOF\n', '证书.pdf');
  await editor.mutate('products.addDocument', { productId, uploadId: id, name: { zh: '证书' } });
  const { documents } = (await editor.query('products.get', { id: productId })).data as {
    documents: { file: string }[];
  };
  const answer = await editor.request(`/files/documents/${documents[0]?.file}`);
  expect([
    answer.status,
    answer.headers.get('content-disposition'),
    answer.headers.get('x-content-type-options'),
  ]).toEqual([200, 'attachment', 'nosniff']);
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  for (const path of ['pictures/x.svg', 'pictures/x.html', 'documents/x.html', '../private/upload-1', 'x.webp'])
    expect([path, (await editor.request(`/files/${path}`)).status]).toEqual([path, 404]);
});
