import { slipsAllowed } from './edit-distance.ts';
import { type Haystack, haystack } from './haystack.ts';
import type { Language } from './language.ts';
import { runsOf } from './normalise.ts';
import { FIELDS, type Field, foldAll, soundsOf, type TextDocument, WORTH } from './text-document.ts';

/** Documents that a term finds, ascending, with what the best hit in each is worth. */
export type Matches = { docs: number[]; scores: number[] };
/** A code of a document; `sku` is -1 where it is the product's own. */
export type CodeEntry = { doc: number; sku: number; code: string };

export type TextIndex = ReturnType<typeof textIndex>;

/**
 * Everything that can be found, by what can be typed: Chinese by characters and pairs of them (so nothing is
 * unfindable), other words by beginning and part, full pinyin and initials at borders of syllables, codes by beginning
 * and part. Documents are only added: one that changed is added anew under a new number and its old one forgotten by
 * whoever keeps the numbers.
 */
export const textIndex = (language: Language) => {
  const texts: Record<Field, string[]> = { name: [], brand: [], category: [], other: [] };
  const grams = new Map<string, number[]>();
  const hanWords = new Map<string, Set<string>>();
  const words = vocabulary();
  const spoken = vocabulary();
  const sounds: { chars: string[]; pieces: number[]; weight: number; docs: number[] }[] = [];
  const soundIds = new Map<string, number>();
  const [full, initials, codeParts] = [haystack(), haystack(), haystack()];
  const codes: CodeEntry[] = [];
  const codeBuckets = new Map<string, number[]>();

  const note = <K>(map: Map<K, number[]>, key: K, doc: number): void => {
    const docs = map.get(key);
    if (!docs) map.set(key, [doc]);
    else if (docs[docs.length - 1] !== doc) docs.push(doc);
  };

  const addText = (doc: number, text: string): void => {
    for (const run of runsOf(text))
      if (run.han) {
        const chars = [...run.text];
        for (const [i, char] of chars.entries()) {
          note(grams, char, doc);
          if (i > 0) note(grams, chars[i - 1]! + char, doc);
        }
      } else words.add(run.text, doc);
  };

  const addSounds = (doc: number, field: 'name' | 'brand' | 'category', text: string): void => {
    const key = `${field}:${text}`;
    let id = soundIds.get(key);
    if (id === undefined) {
      const heard = soundsOf(text, language);
      id = sounds.length;
      sounds.push({ chars: heard.chars, pieces: heard.fullPieces, weight: WORTH[field], docs: [] });
      soundIds.set(key, id);
      full.add(id, WORTH[field], heard.full, heard.fullPieces);
      initials.add(id, WORTH[field], heard.initials, heard.initialPieces);
      for (const run of runsOf(text))
        if (run.han)
          for (const word of language.segment(run.text)) {
            if (word.length < 2) continue;
            spoken.add(language.syllables(word).join(''), id);
            for (const char of word) {
              const known = hanWords.get(char);
              if (known) known.add(word);
              else hanWords.set(char, new Set([word]));
            }
          }
    }
    const { docs } = sounds[id]!;
    if (docs[docs.length - 1] !== doc) docs.push(doc);
  };

  const add = (added: TextDocument): number => {
    const doc = texts.name.length;
    for (const field of FIELDS) {
      texts[field].push(foldAll(added[field]));
      for (const text of added[field]) addText(doc, text);
    }
    for (const field of ['name', 'brand', 'category'] as const)
      for (const text of added[field]) addSounds(doc, field, text);
    for (const { code, sku } of added.codes) {
      if (code === '') continue;
      const id = codes.length;
      codes.push({ doc, sku: sku ?? -1, code });
      codeParts.add(id, 1, code);
      note(codeBuckets, code.slice(0, 2), id);
    }
    return doc;
  };

  /** What a piece of text is worth in a document by the best field it stands in; 0 where it stands in none. */
  const worthIn = (doc: number, piece: string): number => {
    for (const field of FIELDS) if (texts[field][doc]!.includes(piece)) return WORTH[field];
    return 0;
  };

  return {
    add,
    size: () => texts.name.length,
    textOf: (field: Field, doc: number): string => texts[field][doc] ?? '',
    worthIn,
    grams: grams as ReadonlyMap<string, readonly number[]>,
    hanWords: hanWords as ReadonlyMap<string, ReadonlySet<string>>,
    words,
    spoken,
    sounds,
    full: full as Pick<Haystack, 'scan'>,
    initials: initials as Pick<Haystack, 'scan'>,
    codeParts: codeParts as Pick<Haystack, 'scan'>,
    codes: codes as readonly CodeEntry[],
    codeBuckets: codeBuckets as ReadonlyMap<string, readonly number[]>,
    language,
  };
};

/** Words and who has them, looked up whole, by beginning, by part, or by likeness. */
const vocabulary = () => {
  const ids = new Map<string, number>();
  const list: string[] = [];
  const owners: number[][] = [];
  const parts = haystack();
  return {
    add: (word: string, owner: number): void => {
      let id = ids.get(word);
      if (id === undefined) {
        id = list.length;
        ids.set(word, id);
        list.push(word);
        owners.push([]);
        parts.add(id, 1, word);
      }
      const own = owners[id]!;
      if (own[own.length - 1] !== owner) own.push(owner);
    },
    has: (word: string): boolean => ids.has(word),
    ownersOf: (id: number): readonly number[] => owners[id] ?? [],
    wordOf: (id: number): string => list[id] ?? '',
    scan: parts.scan,
    /** Words of about this length, as candidates for what was meant. */
    about: (word: string): string[] => {
      const limit = slipsAllowed(word.length);
      return limit === 0 ? [] : list.filter((other) => Math.abs(other.length - word.length) <= limit);
    },
  };
};
