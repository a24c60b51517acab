import { isHan, runsOf } from './normalise.ts';
import { WORTH } from './text-document.ts';
import type { Matches, TextIndex } from './text-index.ts';

/** The best worth of each document found so far. */
const gather = () => {
  const best = new Map<number, number>();
  return {
    put: (doc: number, score: number): void => {
      const known = best.get(doc);
      if (known === undefined || known < score) best.set(doc, score);
    },
    done: (): Matches => ({ docs: [...best.keys()], scores: [...best.values()] }),
  };
};
type Gather = ReturnType<typeof gather>;

/** All documents in which a term stands, however it was typed: Chinese, a word, pinyin, initials or a code. */
export const matchTerm = (index: TextIndex, term: string): Matches => {
  const found = gather();
  if (isHan(term)) matchHan(index, term, found);
  else {
    matchWord(index, term, found);
    if (/[a-z]/.test(term) && term.length >= 2) matchSounds(index, term, found);
    matchCode(index, term, found);
  }
  return found.done();
};

/** Whether somebody may have meant a code: letters and digits, or a long number. */
const looksLikeCode = (term: string): boolean => term.length >= 3 && /\d/.test(term);

/** Documents by a code in the form of `normaliseCode`: whole, by its beginning, or (three signs with a digit) a part of it. */
export const matchCode = (index: TextIndex, code: string, found: Gather = gather()): Matches => {
  if (code.length < 2) return found.done();
  let exact = false;
  for (const id of index.codeBuckets.get(code.slice(0, 2)) ?? []) {
    const entry = index.codes[id]!;
    if (!entry.code.startsWith(code)) continue;
    const whole = entry.code.length === code.length;
    exact ||= whole;
    found.put(entry.doc, whole ? WORTH.code : WORTH.codePrefix);
  }
  if (!exact && looksLikeCode(code))
    index.codeParts.scan(code, ({ owner }) => found.put(index.codes[owner]!.doc, WORTH.codePart));
  return found.done();
};

const matchHan = (index: TextIndex, term: string, found: Gather): void => {
  const chars = [...term];
  const keys = chars.length === 1 ? chars : chars.slice(1).map((char, i) => chars[i]! + char);
  const postings = keys.map((key) => index.grams.get(key) ?? []);
  const shortest = postings.reduce((a, b) => (b.length < a.length ? b : a));
  for (const doc of shortest) {
    const worth = index.worthIn(doc, term);
    if (worth > 0) found.put(doc, worth + (worth === WORTH.name ? headBonus(index.textOf('name', doc), term) : 0));
  }
};

/** In Chinese the last word of a name says what the thing is: 订书机 before 订书机针盒. */
const headBonus = (name: string, term: string): number => {
  const chinese = name.split('\n', 1)[0] ?? '';
  return chinese.endsWith(term) ? 2 : chinese.startsWith(term) ? 1 : 0;
};

const matchWord = (index: TextIndex, term: string, found: Gather): void => {
  index.words.scan(term, ({ owner, whole, first }) => {
    // A part inside a longer word counts from three signs on: "m8" is not meant by "8".
    if (!first && term.length < 3 && !/^\p{N}+$/u.test(term)) return;
    const word = index.words.wordOf(owner);
    const share = whole ? 1 : first ? 0.8 : 0.5;
    for (const doc of index.words.ownersOf(owner)) found.put(doc, index.worthIn(doc, word) * share);
  });
};

const matchSounds = (index: TextIndex, term: string, found: Gather): void => {
  const put = (owner: number, score: number) => {
    for (const doc of index.sounds[owner]!.docs) found.put(doc, score);
  };
  index.full.scan(term, ({ owner, weight, starts, ends }) => {
    if (starts && (ends || term.length >= 3)) put(owner, weight * (ends ? 0.9 : 0.6));
  });
  index.initials.scan(term, ({ owner, weight, starts, first }) => {
    if (starts) put(owner, weight * (first ? 0.6 : 0.5));
  });
};

/** A phrase (a synonym may be one) matches where all its runs do; it is worth what its weakest run is. */
export const matchPhrase = (index: TextIndex, phrase: string): Matches => {
  const runs = runsOf(phrase).map((run) => matchTerm(index, run.text));
  return runs.length === 0 ? { docs: [], scores: [] } : runs.reduce(both);
};

const both = (a: Matches, b: Matches): Matches => {
  const scores = new Map(b.docs.map((doc, i) => [doc, b.scores[i]!]));
  const found = gather();
  for (const [i, doc] of a.docs.entries()) {
    const other = scores.get(doc);
    if (other !== undefined) found.put(doc, Math.min(other, a.scores[i]!));
  }
  return found.done();
};
