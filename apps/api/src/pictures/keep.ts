import { newId } from '@tradeline/db';
import { ok, type Result } from '@tradeline/domain/kernel';
import type { Storage } from '../ports/storage.ts';
import { type Crop, encodePicture, type PictureRefusal } from './encode.ts';

/** A picture as the catalogue keeps it; a size is the public file `pictures/${stem}-${width}.webp`. */
export type KeptPicture = { stem: string; widths: number[]; width: number; height: number };

/** Re-encodes a picture and stores it in several widths, under a new name that nobody can guess. */
export const keepPicture = async (
  { storage }: { storage: Storage },
  bytes: Uint8Array,
  options: { crop?: Crop | undefined; widths?: readonly number[] } = {},
): Promise<Result<KeptPicture, PictureRefusal>> => {
  const encoded = await encodePicture(bytes, options);
  if (!encoded.ok) return encoded;
  const { sizes, width, height } = encoded.value;
  const stem = `p-${newId()}`;
  for (const size of sizes) await storage.put('public', `pictures/${stem}-${size.width}.webp`, size.bytes);
  return ok({ stem, widths: sizes.map((size) => size.width), width, height });
};
