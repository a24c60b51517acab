import { transact } from '@tradeline/db';
import { jobStore, uploadStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type SheetKind, sheetFields } from '@tradeline/domain/sheet';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { ExportRequest } from '../exports/run-export.ts';
import type { PictureRequest } from './import-pictures.ts';
import type { ImportRequest } from './import-report.ts';

type Who = { id: string };
type Started = Promise<Result<{ jobId: string }, Refusal>>;

/** Puts an import in line: of a file of one's own, with the columns that name a row. */
export const startImport = ({ db }: Pick<Deps, 'db'>, staff: Who, request: Omit<ImportRequest, 'fileName'>): Started =>
  transact<{ jobId: string }, Refusal>(db, async (tx) => {
    const upload = await uploadStore.findOwn(tx, request.uploadId, { type: 'staff', id: staff.id });
    if (!upload) return err({ kind: 'upload-not-found' });
    const mapped = new Set(Object.values(request.mapping));
    const missing = sheetFields[request.sheet].find(({ key, needed }) => needed === 'always' && !mapped.has(key));
    if (missing) return err({ kind: 'column-missing', field: missing.key });
    const payload: ImportRequest = { ...request, fileName: upload.name };
    const uniqueKey = `import:${request.uploadId}:${request.mode}`;
    return ok({
      jobId: await jobStore.add(tx, { kind: 'import', payload, owner: { type: 'staff', id: staff.id }, uniqueKey }),
    });
  });

export const startPictures = (
  { db }: Pick<Deps, 'db'>,
  staff: Who,
  { uploadId, mode }: Omit<PictureRequest, 'fileName'>,
): Started =>
  transact<{ jobId: string }, Refusal>(db, async (tx) => {
    const upload = await uploadStore.findOwn(tx, uploadId, { type: 'staff', id: staff.id });
    if (upload?.purpose !== 'import-pictures') return err({ kind: 'upload-not-found' });
    const payload: PictureRequest = { uploadId, mode, fileName: upload.name };
    const uniqueKey = `pictures:${uploadId}:${mode}`;
    const owner = { type: 'staff', id: staff.id } as const;
    return ok({ jobId: await jobStore.add(tx, { kind: 'import-pictures', payload, owner, uniqueKey }) });
  });

/** One export of a kind at a time for each person: a second press waits for the first. */
export const startExport = (
  { db }: Pick<Deps, 'db'>,
  staff: Who,
  payload: ExportRequest & { sheet: SheetKind },
): Promise<{ jobId: string }> =>
  jobStore
    .add(db, {
      kind: 'export',
      payload,
      owner: { type: 'staff', id: staff.id },
      uniqueKey: `export:${payload.sheet}:${staff.id}`,
    })
    .then((jobId) => ({ jobId }));
