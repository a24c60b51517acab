import type { Language } from './language.ts';
import { fold, runsOf } from './normalise.ts';

/** What can be found of one product. Texts as people wrote them; codes in the form of `normaliseCode`. */
export type TextDocument = {
  readonly name: readonly string[];
  readonly brand: readonly string[];
  /** Its category and those above. */
  readonly category: readonly string[];
  /** Keywords, model, specification, values of options and attributes: found, but worth less than the name. */
  readonly other: readonly string[];
  /** Product number, model, and of its SKUs item numbers and barcodes; `sku` is the caller's number of the SKU. */
  readonly codes: readonly { readonly code: string; readonly sku?: number | undefined }[];
};

export type Field = 'name' | 'brand' | 'category' | 'other';
export const FIELDS: readonly Field[] = ['name', 'brand', 'category', 'other'];

/** What a hit is worth by where it stands: exact code, then name, then brand and category, then other text. */
export const WORTH = { code: 100, codePrefix: 40, codePart: 20, name: 10, brand: 7, category: 6, other: 3 } as const;

export const foldAll = (texts: readonly string[]): string => texts.map(fold).join('\n');

/** A text as it sounds: pieces of syllables, and of what is no Chinese as it stands; with its initials. */
export type Sounds = { full: string; fullPieces: number[]; initials: string; initialPieces: number[]; chars: string[] };

export const soundsOf = (text: string, { segment, syllables }: Language): Sounds => {
  const sounds: Sounds = { full: '', fullPieces: [], initials: '', initialPieces: [], chars: [] };
  const put = (full: string, initial: string, char: string) => {
    sounds.full += full;
    sounds.fullPieces.push(full.length);
    sounds.initials += initial;
    sounds.initialPieces.push(initial.length);
    sounds.chars.push(char);
  };
  for (const run of runsOf(text))
    if (run.han)
      for (const word of segment(run.text)) {
        const chars = [...word];
        for (const [i, sound] of syllables(word).entries()) put(sound, sound.slice(0, 1), chars[i] ?? '');
      }
    else put(run.text, run.text, run.text);
  return sounds;
};
