import * as z from 'zod';
import { searchText } from '../../lib/search-text.ts';

/** What the address says of the grid: which goods and which columns. */
export const bulkSearch = z.object({
  q: searchText(200),
  category: z.uuid().optional().catch(undefined),
  brand: z.uuid().optional().catch(undefined),
  status: z.enum(['published', 'draft', 'withdrawn']).optional().catch(undefined),
  columns: z.array(z.string()).optional().catch(undefined),
});
export type BulkSearch = z.infer<typeof bulkSearch>;
