import type { Language } from './language.ts';
import { fold, normaliseCode, runsOf } from './normalise.ts';

/** What was typed, taken apart: every term must be found; `code` is the whole as an item number. */
export type Query = { readonly terms: readonly string[]; readonly code: string; readonly phrase: string };

/** More words than anybody means; the rest of a pasted page is left out. */
const MOST_TERMS = 12;

export const parseQuery = (text: string, { segment }: Language): Query => {
  const terms = runsOf(text).flatMap((run) => (run.han ? segment(run.text) : [run.text]));
  return {
    terms: [...new Set(terms)].slice(0, MOST_TERMS),
    code: normaliseCode(text).slice(0, 60),
    phrase: fold(text).trim(),
  };
};
