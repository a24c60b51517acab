import { newsStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { instant, text, uuid, version } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { removeNews, saveNews } from '../../use-cases/news/save-news.ts';

const bilingual = (max: number) => z.strictObject({ zh: text(max, 1), en: text(max, 1).optional() });

export const adminNewsRouter = router({
  list: staffProcedure('content.edit').query(({ ctx }) => newsStore.all(ctx.deps.db)),
  save: staffProcedure('content.edit')
    .input(
      z
        .strictObject({
          over: z.strictObject({ id: uuid(), version }).optional(),
          title: bilingual(120),
          body: bilingual(4_000),
          pinned: z.boolean(),
          status: z.enum(['draft', 'published']),
          startsAt: instant.nullable(),
          endsAt: instant.nullable(),
        })
        .refine((news) => !news.startsAt || !news.endsAt || news.startsAt < news.endsAt, {
          path: ['endsAt'],
          message: 'must be after the start',
        }),
    )
    .mutation(async ({ ctx, input: { over, ...fields } }) =>
      orThrow(await saveNews(ctx.deps, ctx.staff, ctx.requestId, over, fields)),
    ),
  remove: staffProcedure('content.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeNews(ctx.deps, ctx.staff, ctx.requestId, input.id))),
});
