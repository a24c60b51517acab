import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place } from '../testing/place.ts';
import { type UploadPurpose, uploadPurposes } from './uploads.ts';

let shop: Shop;
let productId: string;
let orderId: string;
type Client = ReturnType<typeof httpClient>;
let [editor, buyer, foreigner]: Client[] = [];
beforeAll(async () => {
  shop = await openShop();
  const goods = await shop.addSku({ north: 10 });
  productId = goods.productId;
  const owner = await shop.addBuyer();
  const placed = await place(shop.deps, owner, [{ skuId: goods.skuId, quantity: 1 }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  orderId = (placed.value as { id: string }).id;
  const signedIn = async (audience: 'buyer' | 'staff', login: string): Promise<Client> => {
    const client = httpClient(shop, audience);
    await client.signIn(login);
    return client;
  };
  editor = await signedIn('staff', (await shop.addStaff('administrator')).login);
  buyer = await signedIn('buyer', owner.login);
  foreigner = await signedIn('buyer', (await shop.addBuyer()).login);
});
afterAll(() => shop.close());

const CANARY = 'QZXSCRIPT1';
const SCRIPT = `<script>alert('${CANARY}')</script>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${SCRIPT}<foreignObject><body onload="alert(1)"/></foreignObject><image xlink:href="https://evil.example/x.png"/></svg>`;
const solid = (width = 64, height = 64) => sharp({ create: { width, height, channels: 3, background: '#c33' } });

const send = async (from: Client | undefined, purpose: UploadPurpose, bytes: Uint8Array | string, name = 'a.png') => {
  const answer = await from!.request(`/uploads/${purpose}`, {
    method: 'POST',
    headers: { 'x-tradeline': '1', 'x-file-name': encodeURIComponent(name) },
    body: Buffer.from(bytes),
  });
  return { status: answer.status, ...((await answer.json()) as { id?: string; name?: string }) };
};
const alt = { zh: '主图', en: 'front' };
const addPicture = async (bytes: Uint8Array | string, name: string) => {
  const { id } = await send(editor, 'product-picture', bytes, name);
  return editor!.mutate('products.addPicture', { productId, uploadId: id, alt });
};
const served = (): string[] => readdirSync(shop.deps.env.FILES_DIR, { recursive: true, encoding: 'utf8' });

/** A PNG that says how large it is and holds next to nothing. */
const pngOf = (side: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

describe('T14: files that are not what they say', () => {
  const purposes = Object.keys(uploadPurposes) as UploadPurpose[];
  test.each(purposes)('%s: a program, a page or a drawing with a script is taken for nothing else', async (purpose) => {
    const { kinds, audience } = uploadPurposes[purpose];
    const from = audience === 'staff' ? editor : buyer;
    const before = served();
    for (const bytes of ['MZ\u0090\u0000\u0003', `<!doctype html><html>${SCRIPT}</html>`, SVG, `#!/bin/sh\u0000`])
      for (const name of ['a.png', 'a.pdf', 'a.xlsx']) {
        const { status } = await send(from, purpose, bytes, name);
        // A sheet may be text: then it is read as one, and is never served.
        const isText = (kinds as readonly string[]).includes('text/plain') && bytes.startsWith('<');
        expect([name, bytes.slice(0, 9), status]).toEqual([name, bytes.slice(0, 9), isText ? 200 : 415]);
      }
    expect(served()).toEqual(before);
  });

  test('a picture that is also a page or a script is refused, or made anew without what made it one', async () => {
    const polyglots = {
      'a GIF that is a script': Buffer.from(`GIF89a/*${SCRIPT}*/=1;alert('${CANARY}')//`),
      'a GIF with a script behind it': Buffer.concat([await solid().gif().toBuffer(), Buffer.from(SCRIPT)]),
      'a JPEG with a page in its comment': await solid()
        .withExif({ IFD0: { ImageDescription: SCRIPT } })
        .jpeg()
        .toBuffer(),
      'a JPEG with a page behind it': Buffer.concat([await solid().jpeg().toBuffer(), Buffer.from(SCRIPT)]),
      'a PNG with a drawing behind it': Buffer.concat([await solid().png().toBuffer(), Buffer.from(SVG)]),
    };
    const taken: string[] = [];
    for (const [what, bytes] of Object.entries(polyglots)) {
      expect([what, bytes.includes(CANARY)]).toEqual([what, true]);
      const { status, refusal } = await addPicture(bytes, 'a.html');
      if (status === 200) taken.push(what);
      else expect([what, refusal?.kind]).toEqual([what, 'picture-refused']);
    }
    expect(taken).toEqual([
      'a GIF with a script behind it',
      'a JPEG with a page in its comment',
      'a JPEG with a page behind it',
      'a PNG with a drawing behind it',
    ]);
    const files = served().filter((name) => /\.\w+$/u.test(name));
    expect(files.length).toBeGreaterThanOrEqual(taken.length);
    for (const name of files) {
      expect(name).toMatch(/^pictures\/[\w-]+\.webp$/u);
      expect(readFileSync(join(shop.deps.env.FILES_DIR, name)).includes(CANARY)).toBe(false);
      const shown = await editor!.request(`/files/${name}`);
      expect([shown.status, shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual([
        200,
        'image/webp',
        'nosniff',
      ]);
      expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    }
  });

  test('30,000 × 30,000 pixels in a few hundred bytes are refused before they are unpacked', async () => {
    const before = served();
    expect((await addPicture(pngOf(30_000), 'a.png')).refusal).toMatchObject({
      kind: 'picture-refused',
      reason: 'too-many-pixels',
      width: 30_000,
      height: 30_000,
    });
    expect(served()).toEqual(before);
  });

  test('what a file was called is shown and nothing else: no path, no control, no end', async () => {
    const photo = await solid().png().toBuffer();
    for (const [called, kept] of [
      ['../../x', 'x'],
      ['a\0.png', 'a.png'],
      ['con.pdf', 'con.pdf'],
      ['x'.repeat(4_096), 'x'.repeat(200)],
      ['%00%2e%2e', '%00%2e%2e'],
    ] as const) {
      const { id, name } = await send(editor, 'product-picture', photo, called);
      expect(name).toBe(kept);
      expect((await shop.deps.storage.get('private', `upload-${id}`))?.equals(photo)).toBe(true);
    }
    for (const path of ['x.svg', 'pictures/x.svg', 'pictures/x.html', '..%2fprivate%2fupload-1', '../private/upload-1'])
      expect([path, (await editor!.request(`/files/${path}`)).status]).toEqual([path, 404]);
  });

  test('a file of somebody else is not there, whether it is named to be used or to be read', async () => {
    const pdf = '%PDF-1.7\n1 0 obj\n%%EOF\n';
    const { id } = await send(buyer, 'message-file', pdf, '合同.pdf');
    const say = (from: Client | undefined, files: unknown[]) =>
      from!.mutate('messages.post', { orderId, text: '见附件', files, idempotencyKey: crypto.randomUUID() });
    expect((await say(foreigner, [id])).status).toBe(404);
    expect((await say(buyer, [id])).status).toBe(200);
    const { messages } = (await buyer!.query('messages.ofOrder', { orderId })).data as {
      messages: { files: { id: string }[] }[];
    };
    const path = (file: string) => `/documents/orders/${orderId}/files/${file}`;
    const file = messages.at(-1)?.files[0]?.id ?? '';
    const mine = await buyer!.request(path(file));
    expect([mine.status, mine.headers.get('content-disposition')?.split(';')[0]]).toEqual([200, 'attachment']);
    const [foreign, none] = [await foreigner!.request(path(file)), await foreigner!.request(path(crypto.randomUUID()))];
    expect([foreign.status, await foreign.text()]).toEqual([404, await none.text()]);
    const theirs = await send(foreigner, 'message-file', pdf, 'x.pdf');
    expect((await say(buyer, [theirs.id])).refusal).toMatchObject({ kind: 'upload-not-found' });
  });
});
