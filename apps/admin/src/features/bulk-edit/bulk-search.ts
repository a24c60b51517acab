import * as z from 'zod/mini';

/** What the address says of the grid: which goods and which columns. */
export const bulkSearch = z.object({
  q: z.catch(z.optional(z.string().check(z.maxLength(200))), undefined),
  category: z.catch(z.optional(z.uuid()), undefined),
  brand: z.catch(z.optional(z.uuid()), undefined),
  status: z.catch(z.optional(z.enum(['published', 'draft', 'withdrawn'])), undefined),
  columns: z.catch(z.optional(z.array(z.string())), undefined),
});
export type BulkSearch = z.infer<typeof bulkSearch>;
