import { productMediaStore } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';

/**
 * Removes files that no picture or document shows any more; a duplicated product may still show them. After the
 * transaction that dropped the rows: a file too many is harmless, one too few is not.
 */
export const forgetFiles = async (
  { db, storage }: Pick<Deps, 'db' | 'storage'>,
  { stems = [], files = [] }: { stems?: { stem: string; widths: number[] }[]; files?: string[] },
): Promise<void> => {
  for (const { stem, widths } of stems)
    if (!(await productMediaStore.stemInUse(db, stem)))
      for (const width of widths) await storage.remove('public', `pictures/${stem}-${width}.webp`);
  for (const file of files)
    if (!(await productMediaStore.fileInUse(db, file))) await storage.remove('public', `documents/${file}`);
};
