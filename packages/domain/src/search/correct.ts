import { editDistance, slipsAllowed } from './edit-distance.ts';
import { matchTerm } from './match-term.ts';
import { isHan } from './normalise.ts';
import type { Matches, TextIndex } from './text-index.ts';

/** What a term that is nowhere was meant to be, and where that stands. */
export type Correction = { text: string; matches: Matches };

const MOST_CANDIDATES = 8;

/** The nearest term that is found: same sound first (罗丝: 螺丝), then fewest slips. Undefined when none is near. */
export const correctTerm = (
  index: TextIndex,
  term: string,
  counts: (doc: number) => boolean,
): Correction | undefined => {
  const candidates = isHan(term) ? nearHan(index, term) : [...nearWords(index, term), ...nearSounds(index, term)];
  const seen = new Set<string>();
  let best: Correction | undefined;
  let bestSlips = Infinity;
  for (const { text, slips } of candidates.toSorted((a, b) => a.slips - b.slips)) {
    if (slips > bestSlips || seen.has(text) || seen.size >= MOST_CANDIDATES) continue;
    seen.add(text);
    const { docs, scores } = matchTerm(index, text);
    const kept = docs.flatMap((doc, i) => (counts(doc) ? [{ doc, score: scores[i]! * 0.7 }] : []));
    if (kept.length === 0) continue;
    bestSlips = slips;
    best ??= { text, matches: { docs: [], scores: [] } };
    for (const { doc, score } of kept) {
      if (best.matches.docs.includes(doc)) continue;
      best.matches.docs.push(doc);
      best.matches.scores.push(score);
    }
  }
  return best ?? initialsInTwo(index, term, counts);
};

/** Initials of two words with others between: jsgb for 金属亚光钢笔. Undefined when no text has both in this order. */
const initialsInTwo = (index: TextIndex, term: string, counts: (doc: number) => boolean): Correction | undefined => {
  if (!/^[a-z]{4,8}$/.test(term)) return undefined;
  const found = new Map<number, number>();
  for (let cut = 2; cut <= term.length - 2; cut++) {
    const rest = term.slice(cut);
    index.initials.scan(term.slice(0, cut), ({ owner, weight, at, first }, entry) => {
      if (entry.indexOf(rest, at + cut) < 0) return;
      const { docs } = index.sounds[owner]!;
      const score = weight * (entry.endsWith(rest) ? 0.3 : 0.2) + (first ? 1 : 0);
      for (const doc of docs) if (counts(doc)) found.set(doc, Math.max(found.get(doc) ?? 0, score));
    });
  }
  return found.size === 0
    ? undefined
    : { text: term, matches: { docs: [...found.keys()], scores: [...found.values()] } };
};

type Candidate = { text: string; slips: number };

const nearHan = (index: TextIndex, term: string): Candidate[] => {
  const found: Candidate[] = [];
  const length = [...term].length;
  const sound = index.language
    .segment(term)
    .flatMap((word) => [...index.language.syllables(word)])
    .join('');
  if (length >= 2)
    index.full.scan(sound, ({ owner, at, starts, ends }) => {
      if (!starts || !ends) return;
      const { chars, pieces } = index.sounds[owner]!;
      let [offset, i] = [0, 0];
      while (offset < at) offset += pieces[i++]!;
      const text = chars.slice(i, i + length).join('');
      if ([...text].length === length && isHan(text)) found.push({ text, slips: 0.5 });
    });
  const words = new Set([...term].flatMap((char) => [...(index.hanWords.get(char) ?? [])]));
  for (const word of words) {
    const slips = length >= 2 ? editDistance(term, word, 1) : 2;
    if (slips <= 1) found.push({ text: word, slips });
  }
  return found;
};

const nearWords = (index: TextIndex, term: string): Candidate[] => {
  const limit = slipsAllowed(term.length);
  return [...index.words.about(term), ...index.spoken.about(term)].flatMap((word) => {
    const slips = editDistance(term, word, limit);
    // A slip in the first letter is rarer than elsewhere.
    return slips <= limit ? [{ text: word, slips: slips + (word[0] === term[0] ? 0 : 0.5) }] : [];
  });
};

/**
 * Pinyin of several words typed as one with a slip in it. One of `limit + 1` parts of the text has no slip, so it is
 * looked up as it stands, and what surrounds each hit is compared.
 */
const nearSounds = (index: TextIndex, term: string): Candidate[] => {
  const limit = slipsAllowed(term.length);
  if (limit === 0 || !/^[a-z]+$/.test(term)) return [];
  const found = new Map<string, number>();
  const parts = limit + 1;
  const step = Math.floor(term.length / parts);
  for (let part = 0; part < parts; part++) {
    const from = part * step;
    const needle = term.slice(from, part === parts - 1 ? undefined : from + step);
    index.full.scan(needle, ({ at, owner }, entry) => {
      if (found.size > 200) return;
      const borders = bordersOf(index.sounds[owner]!.pieces);
      for (const start of borders) {
        if (Math.abs(start - (at - from)) > limit) continue;
        for (const end of borders) {
          if (Math.abs(end - start - term.length) > limit) continue;
          const text = entry.slice(start, end);
          const slips = editDistance(term, text, limit);
          if (slips <= limit) found.set(text, slips + 0.25);
        }
      }
    });
  }
  return [...found].map(([text, slips]) => ({ text, slips }));
};

const bordersOf = (pieces: readonly number[]): number[] => {
  const borders = [0];
  for (const piece of pieces) borders.push(borders.at(-1)! + piece);
  return borders;
};
