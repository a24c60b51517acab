import { searchWordStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { addWords, removeSynonym, removeWord, saveSynonym } from '../../use-cases/search-words/change-words.ts';

const term = text(40, 1);

export const adminSearchWordsRouter = router({
  synonyms: staffProcedure('content.edit').query(({ ctx }) => searchWordStore.synonyms(ctx.deps.db)),
  words: staffProcedure('content.edit').query(({ ctx }) => searchWordStore.words(ctx.deps.db)),
  /** What customers looked for: what finds nothing, or everything, most often first. */
  searchedFor: staffProcedure('content.edit')
    .input(z.strictObject({ nothing: z.boolean(), days: z.number().int().min(1).max(366).default(30) }))
    .query(({ ctx, input }) => searchWordStore.searchedFor(ctx.deps.db, { ...input, limit: 200 })),
  saveSynonym: staffProcedure('content.edit')
    .input(
      z.strictObject({ id: uuid().optional(), terms: z.array(term).min(2).max(30), mode: z.enum(['both', 'one-way']) }),
    )
    .mutation(async ({ ctx, input: { id, ...wish } }) => orThrow(await saveSynonym(ctx.deps, ctx, id, wish))),
  removeSynonym: staffProcedure('content.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeSynonym(ctx.deps, ctx, input.id))),
  addWords: staffProcedure('content.edit')
    .input(z.strictObject({ words: z.array(term).min(1).max(500) }))
    .mutation(async ({ ctx, input }) => orThrow(await addWords(ctx.deps, ctx, input.words))),
  removeWord: staffProcedure('content.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeWord(ctx.deps, ctx, input.id))),
});
