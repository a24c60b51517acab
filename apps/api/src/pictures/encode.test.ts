import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { encodePicture, MAX_SIDE } from './encode.ts';

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c33' } });
const reason = async (bytes: Uint8Array) => {
  const encoded = await encodePicture(bytes);
  return encoded.ok ? 'accepted' : encoded.error.reason;
};

test('a picture comes out as webp in every width it fills, and without what the camera wrote', async () => {
  const photo = await plain(1_600, 1_000)
    .withExif({ IFD0: { Artist: 'CANARY' }, IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
    .jpeg()
    .toBuffer();
  expect(photo.includes('CANARY')).toBe(true);
  const encoded = await encodePicture(photo);
  if (!encoded.ok) throw new Error(encoded.error.reason);
  expect(encoded.value).toMatchObject({ width: 1_600, height: 1_000 });
  expect(encoded.value.sizes.map(({ width }) => width)).toEqual([160, 480, 1200]);
  for (const { width, bytes } of encoded.value.sizes) {
    const seen = await sharp(bytes).metadata();
    expect([seen.format, seen.width, seen.exif, seen.icc, seen.xmp]).toEqual([
      'webp',
      width,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.includes('CANARY')).toBe(false);
  }
});

test('a small picture is not blown up', async () => {
  const encoded = await encodePicture(await plain(300, 200).png().toBuffer());
  expect(encoded.ok && encoded.value.sizes.map(({ width }) => width)).toEqual([160, 300]);
});

test('a picture taken with the phone on its side stands upright, and a crop counts upright pixels', async () => {
  const lying = await plain(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const encoded = await encodePicture(lying);
  expect(encoded).toMatchObject({ ok: true, value: { width: 200, height: 400 } });
  const crop = { left: 0, top: 250, width: 200, height: 150 };
  expect(await encodePicture(lying, { crop })).toMatchObject({ ok: true, value: { width: 200, height: 150 } });
  expect(await encodePicture(lying, { crop: { ...crop, top: 300 } })).toMatchObject({
    error: { reason: 'crop-outside' },
  });
});

test('what is no picture is told by its content, whatever it is called', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>';
  for (const bytes of [
    svg,
    '<html><script>alert(1)</script></html>',
    'MZ\u0090\u0000',
    'GIF89a/*<svg onload=alert(1)>*/=1',
    '',
  ])
    expect([bytes, await reason(Buffer.from(bytes))]).not.toEqual([bytes, 'accepted']);
  expect(await reason(Buffer.from(svg))).toBe('not-a-picture');
  const tiff = await plain(50, 50).tiff().toBuffer();
  expect(await reason(tiff)).toBe('not-a-picture');
});

test('a picture with a script behind its pixels leaves the script behind', async () => {
  const gif = Buffer.concat([await plain(64, 64).gif().toBuffer(), Buffer.from('*/=1;alert("CANARY")')]);
  const encoded = await encodePicture(gif);
  if (!encoded.ok) throw new Error(encoded.error.reason);
  for (const { bytes } of encoded.value.sizes) expect(bytes.includes('CANARY')).toBe(false);
});

test('30,000 pixels are refused by the head, before a pixel is decoded', async () => {
  const huge = pngHead(30_000, 30_000);
  expect(await encodePicture(huge)).toMatchObject({
    error: { reason: 'too-many-pixels', width: 30_000, height: 30_000 },
  });
  expect(await reason(pngHead(MAX_SIDE + 1, 40))).toBe('too-many-pixels');
  expect(await reason(pngHead(9_000, 9_000))).toBe('too-many-pixels');
});

test('a picture that ends too early, or is hardly there, is refused', async () => {
  const photo = await plain(800, 800).jpeg().toBuffer();
  expect(await reason(photo.subarray(0, photo.length / 2))).toBe('damaged');
  expect(await reason(await plain(1, 1).png().toBuffer())).toBe('too-small');
});

/** A PNG that says how large it is and holds nothing: what a bomb looks like before it is opened. */
const pngHead = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
