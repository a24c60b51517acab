import { newId } from '@tradeline/db';
import { productMediaStore, uploadStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Editor } from './actor.ts';
import { inProduct, record } from './change-pictures.ts';
import { forgetFiles } from './forget-files.ts';

type MediaDeps = Pick<Deps, 'db' | 'storage'>;
type Text = { zh: string; en?: string | undefined };

/** Documents a product may have. */
export const MAX_DOCUMENTS = 20;

/** Puts a PDF this person sent beside the product, under a name of ours. */
export const addDocument = async (
  deps: MediaDeps,
  editor: Editor,
  { productId, uploadId, name }: { productId: string; uploadId: string; name: Text },
): Promise<Result<{ id: string }, Refusal>> => {
  const upload = await uploadStore.findOwn(deps.db, uploadId, { type: 'staff', id: editor.staff.id });
  const bytes = upload?.purpose === 'product-document' ? await deps.storage.get('private', upload.file) : undefined;
  if (!upload || !bytes) return err({ kind: 'upload-not-found' });
  // A document that was cut off has no end mark in its last kilobyte; no reader opens it well.
  if (!bytes.subarray(-1_024).includes('%%EOF')) return err({ kind: 'document-damaged' });
  const id = newId();
  const file = `d-${id}.pdf`;
  await deps.storage.put('public', `documents/${file}`, bytes);
  const added = await inProduct(deps, productId, async (tx) => {
    const there = await productMediaStore.documents(tx, productId);
    if (there.length >= MAX_DOCUMENTS) return err({ kind: 'too-many-documents', limit: MAX_DOCUMENTS });
    await productMediaStore.addDocument(tx, { id, productId, name, file, bytes: bytes.length });
    await record(tx, editor, productId, [{ field: 'documents', before: null, after: name.zh }]);
    return ok({ id });
  });
  if (!added.ok) await forgetFiles(deps, { files: [file] });
  return added;
};

export const renameDocument = (
  deps: MediaDeps,
  editor: Editor,
  { productId, documentId, name }: { productId: string; documentId: string; name: Text },
): Promise<Result<true, Refusal>> =>
  inProduct(deps, productId, async (tx) => {
    const old = (await productMediaStore.documents(tx, productId)).find(({ id }) => id === documentId);
    if (!old) return err({ kind: 'document-not-found' });
    await productMediaStore.renameDocument(tx, productId, documentId, name);
    const both = (text: Text): string => [text.zh, text.en].filter(Boolean).join(' | ');
    await record(tx, editor, productId, [{ field: 'document.name', before: both(old.name), after: both(name) }]);
    return ok(true);
  });

export const removeDocument = async (
  deps: MediaDeps,
  editor: Editor,
  { productId, documentId }: { productId: string; documentId: string },
): Promise<Result<true, Refusal>> => {
  const removed = await inProduct(deps, productId, async (tx) => {
    const row = await productMediaStore.removeDocument(tx, productId, documentId);
    if (!row) return err({ kind: 'document-not-found' });
    await record(tx, editor, productId, [{ field: 'documents', before: row.name.zh, after: null }]);
    return ok(row.file);
  });
  if (!removed.ok) return removed;
  await forgetFiles(deps, { files: [removed.value] });
  return ok(true);
};

/** Puts pictures or documents into an order. An id that is not among them is refused: the list has moved on. */
export const sortMedia = (
  deps: MediaDeps,
  editor: Editor,
  { productId, what, ids }: { productId: string; what: 'pictures' | 'documents'; ids: string[] },
): Promise<Result<true, Refusal>> =>
  inProduct(deps, productId, async (tx) => {
    const there = (await productMediaStore[what](tx, productId)).map(({ id }) => id);
    const same =
      new Set(ids).size === ids.length && ids.length === there.length && there.every((id) => ids.includes(id));
    if (!same) return err({ kind: 'media-moved-on' });
    await productMediaStore.sort(tx, what, productId, ids);
    const place = (list: readonly string[]): string => list.map((id) => there.indexOf(id) + 1).join(' ');
    await record(tx, editor, productId, [{ field: `${what}.order`, before: place(there), after: place(ids) }]);
    return ok(true);
  });
