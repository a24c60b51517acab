import * as v from 'valibot';
import { orNothing, pageNumber, shortText } from '../../lib/search-schema.ts';

export const queues = ['review', 'arriving', 'inspect', 'settle', 'done'] as const;
export type Queue = (typeof queues)[number];

/** What the list of returns shows, all of it in the address. */
export const returnsSearch = v.object({
  queue: orNothing(v.picklist(queues)),
  q: orNothing(shortText(100)),
  page: pageNumber,
});
export type ReturnsSearch = v.InferOutput<typeof returnsSearch>;
export const returnsSearchDefaults = { page: 1 } as const;

export const PAGE_SIZE = 20;
export const listInput = ({ queue, q, page }: ReturnsSearch) => ({
  page,
  size: PAGE_SIZE,
  ...(queue ? { queue } : {}),
  ...(q ? { text: q } : {}),
});
