import * as z from 'zod';

export const alertViews = ['out', 'low', 'cover', 'snoozed'] as const;
export const turnoverSorts = ['value', 'slowest', 'fastest', 'dead'] as const;
export const lotViews = ['expired', 'soon', 'snoozed'] as const;
const page = z.number().int().min(1).default(1).catch(1);

export const alertSearch = z.object({
  view: z.enum(alertViews).optional().catch(undefined),
  warehouse: z.uuid().optional().catch(undefined),
  page,
});
export const lotSearch = z.object({ view: z.enum(lotViews).optional().catch(undefined), page });
export const turnoverSearch = z.object({
  view: z.enum(['dead']).optional().catch(undefined),
  field: z
    .string()
    .regex(/^[ABC][XYZ]$/u)
    .optional()
    .catch(undefined),
  sort: z.enum(turnoverSorts).default('value').catch('value'),
  page,
});
export type AlertSearch = z.infer<typeof alertSearch>;
export type LotSearch = z.infer<typeof lotSearch>;
export type TurnoverSearch = z.infer<typeof turnoverSearch>;
/** Left out of the address. */
export const alertDefaults = { page: 1 } as const;
export const turnoverDefaults = { page: 1, sort: 'value' } as const;
