import { priceListStore, transactionTime } from '@tradeline/db/stores';
import * as z from 'zod';
import { version } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { staffProcedure } from '../../trpc/procedures.ts';
import { priceActor } from '../../use-cases/prices/actor.ts';
import { changeList, createList, switchList } from '../../use-cases/prices/save-list.ts';
import { saveSettings } from '../../use-cases/prices/save-settings.ts';
import { newList, own, terms, withName } from './price-inputs.ts';

/** Lists, whom they are for, and the settings of publishing. */
export const priceListProcedures = {
  lists: staffProcedure('price.read').query(async ({ ctx }) => {
    const [rows, sizes] = [await priceListStore.all(ctx.deps.db), await priceListStore.sizes(ctx.deps.db)];
    return rows.map((row) => ({ ...row, ...(sizes.get(row.id) ?? { skus: 0, prices: 0, drafts: 0 }) }));
  }),
  list: staffProcedure('price.read')
    .input(own)
    .query(async ({ ctx, input }) => {
      const list = await priceListStore.find(ctx.deps.db, input.id);
      if (!list) return refuse({ kind: 'price-list-not-found' });
      return { ...list, now: await transactionTime(ctx.deps.db) };
    }),
  create: staffProcedure('price.edit')
    .input(newList)
    .mutation(async ({ ctx, input }) =>
      orThrow(await createList(ctx.deps, priceActor(ctx.staff, ctx.requestId), withName(input))),
    ),
  change: staffProcedure('price.edit')
    .input(own.extend({ revision: version, terms }))
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await changeList(
          ctx.deps,
          priceActor(ctx.staff, ctx.requestId),
          input.id,
          input.revision,
          withName(input.terms),
        ),
      ),
    ),
  switch: staffProcedure('price.publish')
    .input(own.extend({ active: z.boolean() }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await switchList(ctx.deps, priceActor(ctx.staff, ctx.requestId), input.id, input.active)),
    ),
  settings: staffProcedure('price.read').query(({ ctx }) => priceListStore.settings(ctx.deps.db)),
  saveSettings: staffProcedure('settings.edit')
    .input(
      z.strictObject({
        fourEyes: z.boolean(),
        minMargin: z.string().regex(/^\d{1,2}(\.\d{1,2})?$/u, 'a percentage below 100'),
      }),
    )
    .mutation(({ ctx, input }) => saveSettings(ctx.deps, priceActor(ctx.staff, ctx.requestId), input)),
};
