import { salesGroups } from '@tradeline/db/stores';
import { daysBetween, isDay } from '@tradeline/domain/calendar';
import type { Day } from '@tradeline/domain/kernel';
import * as z from 'zod';
import { day } from '../../trpc/inputs.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { staffOrders } from '../../use-cases/order/order-scope.ts';
import { salesReport } from '../../use-cases/reports/sales-report.ts';

/** Three years and a day: a report over more is a question for the data itself. */
const MOST_DAYS = 1_097;

const reportDay = day.refine(isDay, 'no calendar day').transform((text) => text as Day);

/** What a business reads about itself. */
export const adminReportsRouter = router({
  sales: staffProcedure('report.read')
    .input(
      z
        .strictObject({ from: reportDay, to: reportDay, group: z.enum(salesGroups) })
        .refine(({ from, to }) => daysBetween(from, to) >= 0, { path: ['to'], message: 'ends before it begins' })
        .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, {
          path: ['from'],
          message: 'at most three years',
        }),
    )
    .query(({ ctx, input: { group, ...period } }) =>
      salesReport(ctx.deps.db, staffOrders(ctx.staff, ctx.scope), period, group),
    ),
});
