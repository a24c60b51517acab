import { isDay } from '@tradeline/domain/calendar';
import * as z from 'zod';

export const salesGroups = ['month', 'day', 'customer', 'rep', 'category', 'product'] as const;
export const spans = ['this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'own'] as const;
const day = z.string().refine(isDay).optional().catch(undefined);

/** A named span moves with the calendar; own dates stay. */
export const salesSearch = z.object({
  span: z.enum(spans).default('this-quarter').catch('this-quarter'),
  from: day,
  to: day,
  group: z.enum(salesGroups).default('month').catch('month'),
});
export type SalesSearch = z.infer<typeof salesSearch>;
/** Left out of the address. */
export const salesDefaults = { span: 'this-quarter', group: 'month' } as const;
