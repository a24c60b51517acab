import { newId, transact } from '@tradeline/db';
import { type SynonymMode, searchWordStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';

type Db = Pick<Deps, 'db'>;

/** Words compare without regard to width and case, so a list holds each once. */
const distinct = (words: readonly string[]): string[] =>
  [...new Map(words.map((word) => [word.normalize('NFKC').toLowerCase().trim(), word.trim()])).entries()].flatMap(
    ([key, word]) => (key ? [word] : []),
  );

/** One-way: who searches the first also finds the others, not the other way round. */
export const saveSynonym = (
  { db }: Db,
  by: By,
  id: string | undefined,
  wish: { terms: string[]; mode: SynonymMode },
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const terms = distinct(wish.terms);
    if (terms.length < 2) return err({ kind: 'synonym-needs-two' });
    const before = id === undefined ? undefined : await searchWordStore.findSynonym(tx, id);
    if (id !== undefined && !before) return err({ kind: 'synonym-not-found' });
    const key = id ?? newId();
    await searchWordStore.putSynonym(tx, { id: key, terms, mode: wish.mode });
    await record(tx, by, {
      action: before ? 'synonym.change' : 'synonym.create',
      subject: { type: 'synonym', id: key },
      before: before && { terms: before.terms, mode: before.mode },
      after: { terms, mode: wish.mode },
    });
    return ok({ id: key });
  });

export const removeSynonym = (
  { db }: Db,
  by: By,
  id: string,
): Promise<Result<{ terms: string[]; mode: SynonymMode }, Refusal>> =>
  transact<{ terms: string[]; mode: SynonymMode }, Refusal>(db, async (tx) => {
    const before = await searchWordStore.findSynonym(tx, id);
    if (!before) return err({ kind: 'synonym-not-found' });
    await searchWordStore.removeSynonym(tx, id);
    const { terms, mode } = before;
    await record(tx, by, { action: 'synonym.remove', subject: { type: 'synonym', id }, before: { terms, mode } });
    return ok({ terms, mode: mode as SynonymMode });
  });

/** Teaches segmentation words of the trade; those it knows already are told apart. */
export const addWords = ({ db }: Db, by: By, words: string[]): Promise<Result<{ added: string[] }, Refusal>> =>
  transact<{ added: string[] }, Refusal>(db, async (tx) => {
    const wanted = distinct(words);
    if (wanted.length === 0) return ok({ added: [] });
    const added = await searchWordStore.addWords(
      tx,
      wanted.map((word) => ({ id: newId(), word })),
    );
    await record(tx, by, { action: 'search-word.add', subject: { type: 'search-word', id: 'all' }, after: added });
    return ok({ added });
  });

export const removeWord = ({ db }: Db, by: By, id: string): Promise<Result<{ word: string }, Refusal>> =>
  transact<{ word: string }, Refusal>(db, async (tx) => {
    const gone = await searchWordStore.removeWord(tx, id);
    if (!gone) return err({ kind: 'word-not-found' });
    await record(tx, by, { action: 'search-word.remove', subject: { type: 'search-word', id }, before: gone.word });
    return ok(gone);
  });
