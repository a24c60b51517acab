import { correctTerm } from './correct.ts';
import { matchCode, matchPhrase, matchTerm } from './match-term.ts';
import { overlapping } from './overlap.ts';
import { parseQuery, type Query } from './query.ts';
import type { Synonyms } from './synonyms.ts';
import { WORTH } from './text-document.ts';
import type { Matches, TextIndex } from './text-index.ts';

export type FoundDocuments = {
  /** Worth by document. */
  readonly scores: ReadonlyMap<number, number>;
  /** What was searched instead, when nothing stood as typed. */
  readonly corrected?: string | undefined;
  /** Words that were searched beside those typed. */
  readonly synonyms: readonly string[];
};

/** Remembers what terms matched; the index only grows, so an answer holds while its size does. */
export const termMemory = (most = 300) => {
  const known = new Map<string, { size: number; matches: Matches }>();
  return (index: TextIndex, term: string): Matches => {
    const old = known.get(term);
    if (old && old.size === index.size()) return old.matches;
    const matches = matchTerm(index, term);
    known.delete(term);
    known.set(term, { size: index.size(), matches });
    if (known.size > most) known.delete(known.keys().next().value!);
    return matches;
  };
};
type TermMemory = ReturnType<typeof termMemory>;

/**
 * The documents somebody means by a text, of those that `counts` (he may see, that are offered). Only when nothing
 * stands as typed are slips forgiven: first word by word, then by how much of the text a name shares.
 */
export const findDocuments = (
  index: TextIndex,
  synonyms: Synonyms,
  text: string,
  counts: (doc: number) => boolean,
  remember: TermMemory = termMemory(0),
): FoundDocuments => {
  const query = parseQuery(text, index.language);
  const used = new Set<string>();
  const matchesOf = (term: string): Matches => {
    const own = remember(index, term);
    const others = synonyms.get(term) ?? [];
    for (const other of others) used.add(other);
    return others.length === 0 ? own : anyOf([own, ...others.map((other) => lessened(matchPhrase(index, other), 0.9))]);
  };
  if (query.terms.length === 0) return { scores: new Map(), synonyms: [] };
  const perTerm = query.terms.map((term) => ({ term, matches: counted(matchesOf(term), counts) }));
  const asTyped = allOf(perTerm.map(({ matches }) => matches));
  for (const other of query.terms.length > 1 ? (synonyms.get(query.phrase) ?? []) : []) {
    used.add(other);
    addTo(asTyped, counted(lessened(matchPhrase(index, other), 0.9), counts));
  }
  if (query.code.length >= 2 && query.terms.length > 1) addTo(asTyped, counted(matchCode(index, query.code), counts));
  if (asTyped.size > 0) return { scores: polished(index, query, asTyped), synonyms: [...used] };
  return { ...forgiving(index, query, perTerm, counts), synonyms: [...used] };
};

type TermMatches = { term: string; matches: Matches };

const forgiving = (
  index: TextIndex,
  query: Query,
  perTerm: readonly TermMatches[],
  counts: (doc: number) => boolean,
): Omit<FoundDocuments, 'synonyms'> => {
  const repaired = perTerm.map(({ term, matches }) => {
    if (matches.docs.length > 0) return { term, matches };
    const better = correctTerm(index, term, counts);
    return better ? { term: better.text, matches: better.matches } : { term, matches };
  });
  const scores = allOf(repaired.map(({ matches }) => matches));
  const same = repaired.every(({ term }, i) => term === query.terms[i]);
  if (scores.size > 0)
    return same ? { scores } : { scores, corrected: repaired.map(({ term }) => term).join(spaceOf(query)) };
  const shared = overlapping(index, query, repaired, counts);
  return shared.scores.size > 0 ? shared : { scores: new Map() };
};

const spaceOf = (query: Query): string =>
  /\s/.test(query.phrase) || query.terms.some((t) => /^[a-z]/.test(t)) ? ' ' : '';

/** The phrase as a whole in the name, and a name that is little more than what was typed, go before the others. */
const polished = (index: TextIndex, { phrase, terms }: Query, scores: Map<number, number>): Map<number, number> => {
  const length = terms.reduce((sum, term) => sum + term.length, 0);
  for (const [doc, score] of scores) {
    if (score >= WORTH.code) continue;
    const name = index.textOf('name', doc);
    const whole = phrase.length > 1 && name.includes(phrase) ? 4 : 0;
    scores.set(
      doc,
      score + whole + 2 * Math.min(1, length / Math.max(1, name.indexOf('\n') < 0 ? name.length : name.indexOf('\n'))),
    );
  }
  return scores;
};

const counted = ({ docs, scores }: Matches, counts: (doc: number) => boolean): Matches => {
  const kept: Matches = { docs: [], scores: [] };
  for (const [i, doc] of docs.entries())
    if (counts(doc)) {
      kept.docs.push(doc);
      kept.scores.push(scores[i]!);
    }
  return kept;
};

const lessened = ({ docs, scores }: Matches, factor: number): Matches => ({
  docs,
  scores: scores.map((score) => score * factor),
});

const addTo = (scores: Map<number, number>, { docs, scores: own }: Matches): void => {
  for (const [i, doc] of docs.entries()) scores.set(doc, Math.max(scores.get(doc) ?? 0, own[i]!));
};

const anyOf = (all: readonly Matches[]): Matches => {
  const scores = new Map<number, number>();
  for (const matches of all) addTo(scores, matches);
  return { docs: [...scores.keys()], scores: [...scores.values()] };
};

/** What stands in all of them, with the sum of its worths. */
const allOf = (all: readonly Matches[]): Map<number, number> => {
  const [first, ...others] = all.toSorted((a, b) => a.docs.length - b.docs.length);
  let scores = new Map<number, number>();
  if (!first) return scores;
  addTo(scores, first);
  for (const { docs, scores: own } of others) {
    const both = new Map<number, number>();
    for (const [i, doc] of docs.entries()) {
      const known = scores.get(doc);
      if (known !== undefined) both.set(doc, known + own[i]!);
    }
    scores = both;
  }
  return scores;
};
