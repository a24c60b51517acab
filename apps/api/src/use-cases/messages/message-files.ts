import type { UploadRow } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import { encodePicture } from '../../pictures/encode.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** A picture of a message is shown small in the conversation and, on a press, as large as a screen. */
export const fileWidths = { small: 480, large: 1600 } as const;
export type FileSize = keyof typeof fileWidths;
export const isPicture = (mime: string): boolean => mime.startsWith('image/');
const sizeName = (file: string, size: FileSize): string => `${file}-${size}.webp`;

/**
 * Makes a file somebody sent fit to be shown to others: a picture becomes one of ours (no places, no metadata, nothing behind
 * the pixels), a PDF must be whole. What was sent itself is never handed on, but for the PDF, which is only ever saved.
 */
export const prepareFile = async (
  { storage }: Pick<Deps, 'storage'>,
  { file, mime }: Pick<UploadRow, 'file' | 'mime'>,
): Promise<Result<true, Refusal>> => {
  const bytes = await storage.get('private', file);
  if (!bytes) return err({ kind: 'upload-not-found' });
  if (!isPicture(mime))
    // A document that was cut off has no end mark in its last kilobyte; no reader opens it well.
    return bytes.subarray(-1_024).includes('%%EOF') ? ok(true) : err({ kind: 'document-damaged' });
  const encoded = await encodePicture(bytes, { widths: Object.values(fileWidths) });
  if (!encoded.ok) return encoded;
  const { sizes } = encoded.value;
  for (const [at, size] of (['small', 'large'] as const).entries()) {
    // A small picture has one size, which then is both.
    const made = sizes[at] ?? sizes.at(-1);
    if (made) await storage.put('private', sizeName(file, size), made.bytes);
  }
  return ok(true);
};

/** The picture in a size of ours. What came with the order at checkout is made when it is first looked at. */
export const pictureBytes = async (
  deps: Pick<Deps, 'storage'>,
  upload: Pick<UploadRow, 'file' | 'mime'>,
  size: FileSize,
): Promise<Buffer | undefined> => {
  const there = await deps.storage.get('private', sizeName(upload.file, size));
  if (there) return there;
  const made = await prepareFile(deps, upload);
  return made.ok ? deps.storage.get('private', sizeName(upload.file, size)) : undefined;
};
