import { createHash } from 'node:crypto';
import { type Tx, transact } from '@tradeline/db';
import { auditStore, type PictureTarget, pictureSheetStore, uploadStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { PictureRefusal } from '../../pictures/encode.ts';
import { keepPicture } from '../../pictures/keep.ts';
import { type ArchiveProblem, openArchive } from '../../sheets/archive.ts';

const LIMITS = { entries: 2_000, unpacked: 400 * 1024 * 1024, one: 10 * 1024 * 1024 };
const NAME = /^(?<stem>.+?)\.(?:jpe?g|png|webp|gif)$/iu;

export type PictureOutcome =
  | { file: string; state: 'new' | 'changed' | 'unchanged' }
  | {
      file: string;
      state: 'rejected';
      why: 'not-a-picture-name' | 'unknown-number' | 'too-large' | PictureRefusal['reason'];
    };
export type PictureReport = {
  sheet: 'pictures';
  mode: 'check' | 'apply';
  rows: number;
  counts: Record<PictureOutcome['state'], number>;
  rejected: Extract<PictureOutcome, { state: 'rejected' }>[];
  applied: boolean;
  refused: { kind: 'archive'; problem: ArchiveProblem } | null;
};
export type PictureRequest = { mode: 'check' | 'apply'; uploadId: string; fileName: string };
export type PictureRun = {
  jobId: string;
  actor: { type: string; id?: string | undefined; name: string };
  step: (done: number, total: number) => Promise<void>;
  onCancel: (report: PictureReport) => void;
  finish: (tx: Tx, report: PictureReport) => Promise<void>;
};

/** Number and place that a file name speaks of: `A1023-2.jpg` is the second of A1023, unless goods are numbered A1023-2. */
const candidates = (file: string): { number: string; position: number }[] => {
  const stem = NAME.exec(file)?.groups?.stem ?? '';
  const placed = /^(?<number>.+)[-_ ](?<place>\d{1,2})$/u.exec(stem)?.groups;
  return [
    { number: stem, position: 0 },
    ...(placed ? [{ number: placed.number ?? '', position: Number(placed.place) - 1 }] : []),
  ];
};

/**
 * Takes the pictures of a zip, each by its file name. Every picture stands for itself: what was taken before a stop or a
 * bad file stays, and a second run of the same zip changes nothing.
 */
export const importPictures = async (
  { db, storage }: Pick<Deps, 'db' | 'storage'>,
  { mode, uploadId, fileName }: PictureRequest,
  run: PictureRun,
): Promise<PictureReport> => {
  const report: PictureReport = {
    sheet: 'pictures',
    mode,
    rows: 0,
    counts: { new: 0, changed: 0, unchanged: 0, rejected: 0 },
    rejected: [],
    applied: false,
    refused: null,
  };
  const upload = await uploadStore.find(db, uploadId);
  const archive = await openArchive(storage.pathOf('private', upload?.file ?? 'missing'), LIMITS);
  if (!archive.ok) return { ...report, refused: { kind: 'archive', problem: archive.error } };
  const { entries, read, close } = archive.value;
  const files = entries
    .map((entry) => ({ entry, file: entry.fileName.split('/').at(-1) ?? '' }))
    .filter(({ entry, file }) => file !== '' && !file.startsWith('.') && !entry.fileName.startsWith('__MACOSX/'));
  const targets = await pictureSheetStore.targets(
    db,
    files.flatMap(({ file }) => candidates(file).map(({ number }) => number)).filter(Boolean),
  );
  const digests = await pictureSheetStore.digests(
    db,
    files.map(({ file }) => file),
  );
  report.rows = files.length;
  const note = (outcome: PictureOutcome): void => {
    report.counts[outcome.state] += 1;
    if (outcome.state === 'rejected' && report.rejected.length < 500) report.rejected.push(outcome);
    run.onCancel({ ...report });
  };
  const takeOne = async ({ entry, file }: (typeof files)[number]): Promise<PictureOutcome> => {
    if (!NAME.test(file)) return { file, state: 'rejected', why: 'not-a-picture-name' };
    const meant = candidates(file).find(({ number }) => targets.has(number.toLowerCase()));
    const target: PictureTarget | undefined = meant && targets.get(meant.number.toLowerCase());
    if (!meant || !target) return { file, state: 'rejected', why: 'unknown-number' };
    if (entry.uncompressedSize > LIMITS.one) return { file, state: 'rejected', why: 'too-large' };
    const parts: Buffer[] = [];
    try {
      for await (const part of await read(entry)) parts.push(part);
    } catch {
      return { file, state: 'rejected', why: 'damaged' };
    }
    const bytes = Buffer.concat(parts);
    const digest = createHash('sha256').update(bytes).digest('base64url');
    const state = digests.get(file) === digest ? 'unchanged' : digests.has(file) ? 'changed' : 'new';
    if (state === 'unchanged' || mode === 'check') return { file, state };
    const kept = await keepPicture({ storage }, bytes);
    if (!kept.ok) return { file, state: 'rejected', why: kept.error.reason };
    const { stem, widths } = kept.value;
    await transact(db, async (tx) => {
      await pictureSheetStore.put(tx, {
        ...target,
        file,
        digest,
        position: meant.position,
        stem,
        widths,
        importId: run.jobId,
      });
      return ok(undefined);
    });
    return { file, state };
  };
  try {
    for (const [at, each] of files.entries()) {
      await run.step(at, files.length);
      note(await takeOne(each));
    }
  } finally {
    close();
  }
  if (mode === 'check') return report;
  report.applied = true;
  await transact(db, async (tx) => {
    await auditStore.add(tx, {
      actor: run.actor,
      action: 'import.pictures',
      subject: { type: 'import', id: run.jobId },
      after: { file: fileName, counts: report.counts },
    });
    await run.finish(tx, report);
    return ok(undefined);
  });
  return report;
};
