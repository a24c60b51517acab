import { allows } from '@tradeline/domain/access';
import * as z from 'zod';
import type { Staff } from '../../trpc/context.ts';
import { uuid, version } from '../../trpc/inputs.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { saveCells } from '../../use-cases/bulk-edit/save-cells.ts';
import { viewCells } from '../../use-cases/bulk-edit/view-cells.ts';
import { goodsFilter } from './imports.ts';

const mayCost = ({ role }: Staff): boolean =>
  allows({ audience: 'staff', roles: [role] }, 'price.read-cost') !== undefined;

export const adminBulkEditRouter = router({
  rows: staffProcedure('product.edit')
    .input(goodsFilter)
    .query(({ ctx, input }) => viewCells(ctx.deps, input, mayCost(ctx.staff))),
  save: staffProcedure('product.edit')
    .input(
      z.strictObject({
        edits: z
          .array(
            z.strictObject({
              skuId: uuid(),
              version,
              cells: z.record(z.string().max(40), z.string().max(20_000)),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .mutation(async ({ ctx, input }) => ({
      outcomes: await saveCells(
        ctx.deps,
        { type: 'staff', id: ctx.staff.id, name: ctx.staff.name },
        input.edits,
        mayCost(ctx.staff),
      ),
    })),
});
