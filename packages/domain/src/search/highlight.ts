import { fold, isHan } from './normalise.ts';

/** Half-open stretches of a text, in UTF-16 units as browsers count, ascending and apart. */
export type Range = readonly [start: number, end: number];

/** Where terms (folded) stand in a text as people read it. Codes are compared without signs, so `W-12` shows for `w12`. */
export const highlight = (text: string, terms: readonly string[]): Range[] => {
  const plain = letters(text, false);
  const dense = letters(text, true);
  const found: [number, number][] = [];
  for (const term of terms) {
    if (term === '') continue;
    const { folded, from, to } = isHan(term) || plain.folded.includes(term) ? plain : dense;
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length))
      found.push([from[at]!, to[at + term.length - 1]!]);
  }
  return merged(found);
};

/** The folded text and, for each of its units, which stretch of the original it came from. */
const letters = (text: string, dense: boolean): { folded: string; from: number[]; to: number[] } => {
  const [from, to]: [number[], number[]] = [[], []];
  let folded = '';
  let at = 0;
  for (const char of text) {
    const form = fold(char);
    const kept = dense ? form.replace(/[^\p{L}\p{N}]+/gu, '') : form;
    for (let i = 0; i < kept.length; i++) {
      from.push(at);
      to.push(at + char.length);
    }
    folded += kept;
    at += char.length;
  }
  return { folded, from, to };
};

const merged = (ranges: [number, number][]): Range[] => {
  const out: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
};
