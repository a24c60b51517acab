import * as z from 'zod';

/** Whose eyes, and which goods; all of it in the address. */
export const seenSearch = z.object({
  customer: z.uuid().optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
  which: z.enum(['all', 'visible', 'hidden']).default('all').catch('all'),
  page: z.number().int().min(1).default(1).catch(1),
});
export type SeenSearch = z.infer<typeof seenSearch>;
export const seenSearchDefaults = { which: 'all', page: 1 } as const;
