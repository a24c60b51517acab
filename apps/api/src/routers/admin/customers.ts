import { customerStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { page, text, uuid } from '../../trpc/inputs.ts';
import { refuse } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { customerReach } from '../../use-cases/customer/customer-reach.ts';
import { customerSeenBy } from '../../use-cases/customer/seen-by.ts';

export const adminCustomersRouter = router({
  groups: staffProcedure('customer.read').query(({ ctx }) => customerStore.groups(ctx.deps.db)),
  list: staffProcedure('customer.read')
    .input(
      page.extend({
        text: text(100).optional(),
        groupId: uuid().optional(),
        level: z.enum(['ordinary', 'silver', 'gold', 'diamond']).optional(),
        status: z.enum(['active', 'suspended', 'closed']).optional(),
      }),
    )
    .query(async ({ ctx, input: { page, size, ...filter } }) => {
      const found = await customerStore.page(ctx.deps.db, customerReach(ctx.staff, ctx.scope), filter, { page, size });
      return { ...found, rows: found.rows.map((row) => customerSeenBy(ctx.staff, row)) };
    }),
  get: staffProcedure('customer.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => {
      const customer = await customerStore.find(ctx.deps.db, customerReach(ctx.staff, ctx.scope), input.id);
      if (!customer) return refuse({ kind: 'customer-not-found' });
      return { ...customerSeenBy(ctx.staff, customer), months: await customerStore.months(ctx.deps.db, input.id) };
    }),
});
