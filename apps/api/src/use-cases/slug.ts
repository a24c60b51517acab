import { newId } from '@tradeline/db';
import type { BilingualText } from '@tradeline/db/stores';

/** A short name for addresses, from the English name where there is one; never one that is taken. */
export const freeSlug = async (name: BilingualText, taken: (slug: string) => Promise<boolean>): Promise<string> => {
  const word = (name.en ?? name.zh)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40);
  const tail = newId().slice(-6);
  if (word && !(await taken(word))) return word;
  return word ? `${word}-${tail}` : tail;
};
