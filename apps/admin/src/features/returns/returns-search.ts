import * as z from 'zod';
import { searchText } from '../../lib/search-text.ts';

export const queues = ['review', 'arriving', 'inspect', 'settle', 'done'] as const;
export type Queue = (typeof queues)[number];
export const PAGE_SIZE = 50;

/** What the list of returns shows, all of it in the address. */
export const returnsSearch = z.object({
  queue: z.enum(queues).optional().catch(undefined),
  q: searchText(100),
  page: z.number().int().min(1).default(1).catch(1),
});
export type ReturnsSearch = z.infer<typeof returnsSearch>;
/** Left out of the address. */
export const returnsSearchDefaults = { page: 1 } as const;
