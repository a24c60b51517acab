import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { buildCatalogue } from '../catalogue/build.ts';
import { planPictures, renderPictures, WIDTHS } from './render.ts';
import { sceneSvg } from './scene.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-11-23T06:00:00.000Z');
const catalogue = buildCatalogue(1, now - 365 * DAY, now, () => 'a supplier');
const planned = planPictures(1, catalogue.products);

test('every product has one to three pictures, each under a name of its own', () => {
  const counts = Map.groupBy(planned, ({ row }) => row.productId);
  expect(counts.size).toBe(catalogue.products.length);
  expect([...counts.values()].every((list) => list.length >= 1 && list.length <= 3)).toBe(true);
  expect(new Set(planned.map(({ row }) => row.stem)).size).toBe(planned.length);
});

test('every drawing, in every view it is planned for, is a picture with something in it', async () => {
  const scenes = new Map(planned.map(({ scene }) => [`${scene.drawing} ${scene.view}`, scene]));
  for (const [name, scene] of scenes) {
    const small = sceneSvg(scene).replace('width="1200" height="1200"', 'width="48" height="48"');
    const { channels } = await sharp(Buffer.from(small)).stats();
    expect({ name, contrast: Math.max(...channels.map(({ stdev }) => stdev)) > 6 }).toEqual({ name, contrast: true });
  }
});

test('a picture is written in every width that its row promises', async () => {
  const files = await mkdtemp(join(tmpdir(), 'tradeline-pictures-'));
  await renderPictures(planned.slice(0, 1), files, () => {});
  for (const width of WIDTHS) {
    const {
      format,
      width: found,
      height,
    } = await sharp(join(files, 'pictures', `${planned[0]!.row.stem}-${width}.webp`)).metadata();
    expect({ format, width: found, height }).toEqual({ format: 'webp', width, height: width });
  }
  await rm(files, { recursive: true });
});
