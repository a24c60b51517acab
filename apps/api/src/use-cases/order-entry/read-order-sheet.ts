import { uploadStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { ENTRY_LINES } from '@tradeline/domain/order-entry';
import type { Deps } from '../../deps.ts';
import { readSheet } from '../../sheets/read-sheet.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** A cell as it stands in copied text: what would end the cell or the line is a blank. */
const cell = (text: string): string => text.replaceAll(/[\t\r\n]+/gu, ' ');

/**
 * The rows of a sheet a buyer sent, as the text that copying them would give, for the same reader as everything pasted.
 * Empty rows keep their place, so that a line's number is the row's.
 */
export const readOrderSheet = async (
  { db, storage }: Pick<Deps, 'db' | 'storage'>,
  buyer: Buyer,
  uploadId: string,
): Promise<Result<{ name: string; text: string }, Refusal>> => {
  const upload = await uploadStore.findOwn(db, uploadId, { type: 'buyer', id: buyer.id });
  if (upload?.purpose !== 'order-lines') return err({ kind: 'upload-not-found' });
  const read = await readSheet(storage.pathOf('private', upload.file), { keep: ENTRY_LINES });
  if (!read.ok) return err({ kind: 'sheet-refused', problem: read.error });
  const { header, rows, count } = read.value;
  if (count > ENTRY_LINES) return err({ kind: 'entry-too-long', lines: count, limit: ENTRY_LINES });
  return ok({
    name: upload.name,
    text: [header, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(cell).join('\t')).join('\n'),
  });
};
