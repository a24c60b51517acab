import { editDistance } from './edit-distance.ts';
import { isHan } from './normalise.ts';
import type { Query } from './query.ts';
import type { Matches, TextIndex } from './text-index.ts';

/** How much of what was typed a document must share to be offered at all, and compared with the best. */
const LEAST_SHARE = 0.45;
const NEAR_BEST = 0.75;
const COMPARED = 60;

/**
 * Documents that share the most with what was typed, when no document has all of it: by characters and pairs of them,
 * rare ones weighing more, and by the other terms that are found. The best are compared sign by sign with their names.
 */
export const overlapping = (
  index: TextIndex,
  query: Query,
  perTerm: readonly { term: string; matches: Matches }[],
  counts: (doc: number) => boolean,
): { scores: Map<number, number>; corrected?: string | undefined } => {
  const shares = new Map<number, number>();
  let all = 0;
  const give = (docs: Iterable<number>, weight: number) => {
    all += weight;
    for (const doc of docs) if (counts(doc)) shares.set(doc, (shares.get(doc) ?? 0) + weight);
  };
  const rarity = (docs: number) => Math.log(1 + index.size() / (1 + docs));
  const han = query.phrase.replace(/[^\p{Script=Han}]+/gu, '');
  const chars = [...han].slice(0, 40);
  for (const key of new Set([...chars, ...chars.slice(1).map((char, i) => chars[i]! + char)])) {
    const docs = index.grams.get(key) ?? [];
    give(docs, rarity(docs.length) * (key.length > 1 ? 1 : 0.7) * (docs.length === 0 ? 0.5 : 1));
  }
  for (const { term, matches } of perTerm) if (!isHan(term)) give(matches.docs, rarity(matches.docs.length) * 2);
  const best = Math.max(0, ...shares.values());
  if (all === 0 || best / all < LEAST_SHARE) return { scores: new Map() };
  const near = [...shares].filter(([, share]) => share >= best * NEAR_BEST).sort(([, a], [, b]) => b - a);
  const scores = new Map<number, number>();
  let nearest: { text: string; slips: number } | undefined;
  for (const [i, [doc, share]] of near.entries()) {
    const closest = i < COMPARED && chars.length > 1 ? nearestWindow(index.textOf('name', doc), chars) : undefined;
    scores.set(doc, (share / all) * 10 + (closest ? Math.max(0, 3 - closest.slips) : 0));
    if (closest && (!nearest || closest.slips < nearest.slips)) nearest = closest;
  }
  const others = query.terms.filter((term) => !isHan(term));
  const corrected = nearest && nearest.slips <= 2 ? [nearest.text, ...others].join(' ') : undefined;
  return { scores, ...(corrected ? { corrected } : {}) };
};

/** The stretch of a name that is most like what was typed. */
const nearestWindow = (name: string, chars: readonly string[]): { text: string; slips: number } => {
  const own = [...(name.split('\n', 1)[0] ?? '')];
  const typed = chars.join('');
  let best = { text: '', slips: 3 };
  for (const length of [chars.length, chars.length + 1, chars.length - 1])
    for (let at = 0; at + length <= own.length && length > 0; at++) {
      const text = own.slice(at, at + length).join('');
      const slips = editDistance(typed, text, 2);
      if (slips < best.slips) best = { text, slips };
    }
  return best;
};
