import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ArchiveLimits, SheetProblem } from './sheet.ts';

export type ArchiveProblem = Extract<
  SheetProblem,
  { kind: 'too-many-entries' | 'too-large-unpacked' | 'archive-inside' | 'encrypted' | 'damaged' }
>;
export type Archive = {
  entries: Entry[];
  /** Unpacks one entry; ends with an error as soon as it is longer than its directory said. */
  read: (entry: Entry) => Promise<AsyncIterable<Buffer>>;
  close: () => void;
};

const ARCHIVES = /\.(zip|7z|rar|gz|tgz|bz2|xz|tar|jar|xlsx|xlsm|docx|pptx)$/iu;

/**
 * Opens a zip by its central directory and refuses it there, before a byte is unpacked: too many entries, too much when
 * unpacked, archives inside, encryption.
 */
export const openArchive = async (path: string, limits: ArchiveLimits): Promise<Result<Archive, ArchiveProblem>> => {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch {
    return err({ kind: 'damaged' });
  }
  const problem = await directoryProblem(zip, limits);
  if ('kind' in problem) {
    zip.close();
    return err(problem);
  }
  return ok({ entries: problem.entries, read: (entry) => zip.openReadStreamPromise(entry), close: () => zip.close() });
};

const directoryProblem = async (
  zip: ZipFile,
  limits: ArchiveLimits,
): Promise<ArchiveProblem | { entries: Entry[] }> => {
  if (zip.entryCount > limits.entries)
    return { kind: 'too-many-entries', limit: limits.entries, found: zip.entryCount };
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    return { kind: 'damaged' };
  }
  const found = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (found > limits.unpacked) return { kind: 'too-large-unpacked', limit: limits.unpacked, found };
  const inside = entries.find((entry) => ARCHIVES.test(entry.fileName));
  if (inside) return { kind: 'archive-inside', entry: inside.fileName.slice(0, 100) };
  return entries.some((entry) => entry.isEncrypted()) ? { kind: 'encrypted' } : { entries };
};
