import { fold } from './normalise.ts';

/** Words that mean the same (`both`), or of which the first also finds the others (`one-way`). */
export type SynonymRow = { readonly terms: readonly string[]; readonly mode: 'both' | 'one-way' };
/** What a folded term also finds. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

export const synonymsOf = (rows: readonly SynonymRow[]): Synonyms => {
  const found = new Map<string, Set<string>>();
  const learn = (from: string, to: string) => {
    if (from === to || from === '' || to === '') return;
    const known = found.get(from);
    if (known) known.add(to);
    else found.set(from, new Set([to]));
  };
  for (const { terms, mode } of rows) {
    const folded = terms.map((term) => fold(term).trim());
    const [first = ''] = folded;
    for (const to of folded) {
      learn(first, to);
      if (mode === 'both') for (const from of folded) learn(from, to);
    }
  }
  return new Map([...found].map(([from, to]) => [from, [...to]]));
};
