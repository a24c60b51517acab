import { waveGroupings } from '@tradeline/domain/fulfilment';
import * as z from 'zod';

export const PAGE_SIZE = 50;
export const pickStates = ['open', 'done', 'cancelled'] as const;

/** What the planning page shows, all of it in the address. */
export const queueSearch = z.object({
  warehouse: z.uuid().optional().catch(undefined),
  by: z.enum(waveGroupings).default('delivery').catch('delivery'),
  orders: z.number().int().min(1).max(50).default(12).catch(12),
});
export type QueueSearch = z.infer<typeof queueSearch>;
export const queueDefaults = { by: 'delivery', orders: 12 } as const;

export const listsSearch = z.object({
  state: z.enum(pickStates).optional().catch(undefined),
  page: z.number().int().min(1).default(1).catch(1),
});
export type ListsSearch = z.infer<typeof listsSearch>;
export const listsDefaults = { page: 1 } as const;
