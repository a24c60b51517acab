import { newId, type Tx, transact } from '@tradeline/db';
import { auditStore, outboxStore, type PictureRow, productMediaStore, uploadStore } from '@tradeline/db/stores';
import type { FieldChange } from '@tradeline/domain/catalog';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Crop } from '../../pictures/encode.ts';
import { keepPicture } from '../../pictures/keep.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Editor, historyEntry } from './actor.ts';
import { forgetFiles } from './forget-files.ts';

type MediaDeps = Pick<Deps, 'db' | 'storage'>;
type Target = { productId: string; pictureId: string };
type Text = PictureRow['alt'];

/** Pictures a product may have. */
export const MAX_PICTURES = 30;
/** The whole picture is kept this wide, so that it can be cropped again from the beginning. */
const ORIGINAL_WIDTH = [2_400] as const;

/** Makes a picture of the product out of a file this person sent; the pixels are worked on outside of any transaction. */
export const addPicture = async (
  deps: MediaDeps,
  editor: Editor,
  { productId, uploadId, alt }: { productId: string; uploadId: string; alt: Text },
): Promise<Result<{ id: string }, Refusal>> => {
  const upload = await uploadStore.findOwn(deps.db, uploadId, { type: 'staff', id: editor.staff.id });
  const bytes = upload?.purpose === 'product-picture' ? await deps.storage.get('private', upload.file) : undefined;
  if (!bytes) return err({ kind: 'upload-not-found' });
  const original = await keepPicture(deps, bytes, { widths: ORIGINAL_WIDTH });
  if (!original.ok) return original;
  const shown = await keepPicture(deps, bytes);
  if (!shown.ok) return shown;
  const { stem, widths } = shown.value;
  const whole = { original: original.value.stem, originalWidth: original.value.widths[0] ?? 0 };
  const id = newId();
  const added = await inProduct(deps, productId, async (tx) => {
    const there = await productMediaStore.pictures(tx, productId);
    if (there.length >= MAX_PICTURES) return err({ kind: 'too-many-pictures', limit: MAX_PICTURES });
    await productMediaStore.addPicture(tx, { id, productId, skuId: null, stem, widths, alt, ...whole, crop: null });
    await record(tx, editor, productId, [{ field: 'pictures', before: there.length, after: there.length + 1 }]);
    return ok({ id });
  });
  if (!added.ok)
    await forgetFiles(deps, {
      stems: [
        { stem, widths },
        { stem: whole.original, widths: [whole.originalWidth] },
      ],
    });
  return added;
};

/** Words and the variant a picture belongs to. */
export const describePicture = (
  deps: MediaDeps,
  editor: Editor,
  { productId, pictureId, alt, skuId }: Target & { alt: Text; skuId: string | null },
): Promise<Result<true, Refusal>> =>
  inProduct(deps, productId, async (tx) => {
    const old = (await productMediaStore.pictures(tx, productId)).find(({ id }) => id === pictureId);
    if (!old) return err({ kind: 'picture-not-found' });
    if (skuId && !(await productMediaStore.hasVariant(tx, productId, skuId)))
      return err({ kind: 'sku-not-found', skuId });
    await productMediaStore.changePicture(tx, productId, pictureId, { alt, skuId });
    await record(tx, editor, productId, [
      {
        field: 'picture.alt',
        before: [old.alt.zh, old.alt.en].filter(Boolean).join(' | '),
        after: [alt.zh, alt.en].filter(Boolean).join(' | '),
      },
      { field: 'picture.variant', before: old.skuId, after: skuId },
    ]);
    return ok(true);
  });

/** Shows a part of the whole picture; without a crop, all of it again. The whole one is kept either way. */
export const cropPicture = async (
  deps: MediaDeps,
  editor: Editor,
  { productId, pictureId, crop }: Target & { crop: Crop | null },
): Promise<Result<true, Refusal>> => {
  const old = (await productMediaStore.pictures(deps.db, productId)).find(({ id }) => id === pictureId);
  if (!old) return err({ kind: 'picture-not-found' });
  const source = wholeOf(old);
  const bytes = await deps.storage.get('public', `pictures/${source.stem}-${source.widths.at(-1)}.webp`);
  if (!bytes) return err({ kind: 'picture-not-found' });
  const kept = await keepPicture(deps, bytes, { crop: crop ?? undefined });
  if (!kept.ok) return kept;
  const { stem, widths } = kept.value;
  const changed = await inProduct(deps, productId, async (tx) => {
    const moved = await productMediaStore.changePicture(tx, productId, pictureId, {
      stem,
      widths,
      crop,
      original: source.stem,
      originalWidth: source.widths.at(-1) ?? null,
    });
    if (!moved) return err({ kind: 'picture-not-found' });
    await record(tx, editor, productId, [{ field: 'picture.crop', before: cropText(old.crop), after: cropText(crop) }]);
    return ok(true as const);
  });
  if (!changed.ok) await forgetFiles(deps, { stems: [{ stem, widths }] });
  else await forgetFiles(deps, { stems: [{ stem: old.stem, widths: old.widths }] });
  return changed;
};

export const removePicture = async (
  deps: MediaDeps,
  editor: Editor,
  { productId, pictureId }: Target,
): Promise<Result<true, Refusal>> => {
  const removed = await inProduct(deps, productId, async (tx) => {
    const there = await productMediaStore.pictures(tx, productId);
    const row = await productMediaStore.removePicture(tx, productId, pictureId);
    if (!row) return err({ kind: 'picture-not-found' });
    await record(tx, editor, productId, [{ field: 'pictures', before: there.length, after: there.length - 1 }]);
    return ok(row);
  });
  if (!removed.ok) return removed;
  const { stem, widths } = removed.value;
  await forgetFiles(deps, { stems: [{ stem, widths }, wholeOf(removed.value)] });
  return ok(true);
};

/** The file the whole picture is in: older pictures have no other than the one that is shown. */
const wholeOf = ({ original, originalWidth, stem, widths }: PictureRow): { stem: string; widths: number[] } =>
  original && originalWidth
    ? { stem: original, widths: [originalWidth] }
    : { stem, widths: widths.toSorted((a, b) => a - b) };

const cropText = (crop: Crop | null): string | null =>
  crop && `${crop.width} × ${crop.height} + ${crop.left}, ${crop.top}`;

/** Runs while the product is held, so that what belongs to it is changed by one person at a time. */
export const inProduct = <T>(
  { db }: Pick<Deps, 'db'>,
  productId: string,
  work: (tx: Tx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  transact<T, Refusal>(db, async (tx) =>
    (await productMediaStore.lock(tx, productId)) ? work(tx) : err({ kind: 'product-not-found' }),
  );

/** Writes the fields that really changed into the product's history, and tells the screens. */
export const record = async (
  tx: Tx,
  editor: Editor,
  productId: string,
  changes: readonly FieldChange[],
): Promise<void> => {
  const real = changes.filter(({ before, after }) => before !== after);
  if (real.length === 0) return;
  await auditStore.add(tx, historyEntry(editor, 'media-changed', productId, real));
  await outboxStore.add(tx, {
    type: 'product.media-changed',
    aggregateType: 'product',
    aggregateId: productId,
    payload: { fields: real.map(({ field }) => field) },
  });
};
