import { jobStore, uploadStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { guessColumns, type SheetKind, sheetFields } from '@tradeline/domain/sheet';
import type { Deps } from '../../deps.ts';
import { readSheet } from '../../sheets/read-sheet.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { ImportRequest } from './import-report.ts';

/** Rows that are shown of a file. */
const SAMPLE = 5;

export type ImportPreview = {
  fileName: string;
  header: string[];
  rows: number;
  /** The first rows, as they stand in the file. */
  sample: { row: number; cells: string[] }[];
  formulas: number;
  /** Field by header: what this person chose for such a header last time, else what it most likely means. */
  mapping: Record<string, string>;
  remembered: boolean;
};

/** Looks into a file somebody sent: what columns it has and what they most likely are. */
export const previewImport = async (
  { db, storage }: Pick<Deps, 'db' | 'storage'>,
  staffId: string,
  { uploadId, sheet: kind }: { uploadId: string; sheet: SheetKind },
): Promise<Result<ImportPreview, Refusal>> => {
  const upload = await uploadStore.findOwn(db, uploadId, { type: 'staff', id: staffId });
  if (!upload) return err({ kind: 'upload-not-found' });
  const read = await readSheet(storage.pathOf('private', upload.file), { keep: SAMPLE });
  if (!read.ok) return err({ kind: 'sheet-refused', problem: read.error });
  const { header, rows, count, formulas } = read.value;
  const fields = sheetFields[kind];
  const guess: Record<string, string> = {};
  for (const [key, at] of Object.entries(guessColumns(header, fields))) guess[header[at] ?? ''] = key;
  const earlier = (await jobStore.ofOwner(db, ['import'], { type: 'staff', id: staffId }, 30))
    .map((job) => job.payload as ImportRequest)
    .find((request) => request.sheet === kind && header.filter(Boolean).every((title) => title in request.mapping));
  return ok({
    fileName: upload.name,
    header,
    rows: count,
    sample: rows,
    formulas,
    mapping: earlier ? pick(earlier.mapping, header) : guess,
    remembered: earlier !== undefined,
  });
};

const pick = (mapping: Record<string, string>, header: readonly string[]): Record<string, string> =>
  Object.fromEntries(header.flatMap((title) => (mapping[title] ? [[title, mapping[title]]] : [])));
