import { err, ok, type Result } from '@tradeline/domain/kernel';
import { oneAfterAnother } from './turns.ts';

/** Pixels a picture may have: 50 megapixels is more than any phone takes, and decodes into 150 MB. */
export const MAX_PIXELS = 50_000_000;
export const MAX_SIDE = 12_000;
export const MIN_SIDE = 32;
/** Widths every picture of goods is kept in. A smaller picture is never blown up: it has fewer. */
export const PICTURE_WIDTHS = [160, 480, 1200] as const;

const FORMATS: readonly string[] = ['jpeg', 'png', 'webp', 'gif'];

/** A part of a picture, in pixels of the upright original. */
export type Crop = { left: number; top: number; width: number; height: number };
export type PictureRefusal = {
  kind: 'picture-refused';
  reason: 'not-a-picture' | 'too-many-pixels' | 'too-small' | 'damaged' | 'crop-outside';
  /** Pixels of the picture, where they could be read. */
  width?: number;
  height?: number;
};
export type Encoded = { width: number; height: number; sizes: { width: number; bytes: Buffer }[] };

const turn = oneAfterAnother(2);

/**
 * Makes of bytes somebody sent a picture of ours: webp in several widths, upright, sRGB, without any metadata (EXIF,
 * places, profiles, comments) and without anything that stood before or after the pixels. The size is read from the head
 * and refused before a pixel is decoded; SVG and everything that is not one of four formats is refused by content.
 */
export const encodePicture = (
  bytes: Uint8Array,
  { crop, widths = PICTURE_WIDTHS }: { crop?: Crop | undefined; widths?: readonly number[] } = {},
): Promise<Result<Encoded, PictureRefusal>> =>
  turn(async () => {
    const head = await readHead(bytes);
    if (!head.ok) return head;
    const { width, height } = head.value;
    if (crop && !isInside(crop, width, height))
      return err({ kind: 'picture-refused', reason: 'crop-outside', width, height });
    const { default: sharp } = await import('sharp');
    try {
      const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
      const part = crop ? upright.extract(crop) : upright;
      const { data, info } = await part
        .toColourspace('srgb')
        .flatten({ background: '#fff' })
        .resize({ width: Math.max(...widths), withoutEnlargement: true })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const raw = { width: info.width, height: info.height, channels: info.channels };
      const sizes = [];
      for (const wanted of fitting(widths, info.width)) {
        const sized = sharp(data, { raw }).resize({ width: wanted });
        sizes.push({ width: wanted, bytes: await sized.webp({ quality: 82, effort: 3 }).toBuffer() });
      }
      return ok({ width: crop?.width ?? width, height: crop?.height ?? height, sizes });
    } catch {
      return err({ kind: 'picture-refused', reason: 'damaged', width, height });
    }
  });

/** What the head says, upright: a picture taken with the phone on its side has its sides changed. */
const readHead = async (bytes: Uint8Array): Promise<Result<{ width: number; height: number }, PictureRefusal>> => {
  const refuse = (reason: PictureRefusal['reason'], size = {}) =>
    err({ kind: 'picture-refused', reason, ...size } as const);
  try {
    const { default: sharp } = await import('sharp');
    const head = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!FORMATS.includes(head.format ?? '')) return refuse('not-a-picture');
    const turned = (head.orientation ?? 1) >= 5;
    const [width, height] = turned ? [head.height, head.width] : [head.width, head.height];
    const size = { width, height };
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) return refuse('too-many-pixels', size);
    if (width < MIN_SIDE || height < MIN_SIDE) return refuse('too-small', size);
    return ok(size);
  } catch {
    return refuse('not-a-picture');
  }
};

const isInside = ({ left, top, width, height }: Crop, w: number, h: number): boolean =>
  [left, top, width, height].every(Number.isSafeInteger) &&
  left >= 0 &&
  top >= 0 &&
  width >= MIN_SIDE &&
  height >= MIN_SIDE &&
  left + width <= w &&
  top + height <= h;

/** The wanted widths that the picture fills; one that fills none keeps its own. */
const fitting = (widths: readonly number[], own: number): number[] => {
  const smaller = widths.filter((width) => width <= own);
  return smaller.length === widths.length ? smaller : [...smaller.filter((width) => width < own), own];
};
