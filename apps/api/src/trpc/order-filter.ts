import { displayStatuses } from '@tradeline/domain/order';
import * as z from 'zod';
import { instant, text } from './inputs.ts';

/** What a buyer asks his order list for; the file of the list is asked for with the same. */
export const buyerOrderFilter = {
  statuses: z.array(z.enum(displayStatuses)).max(20).optional(),
  text: text(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
  unpaid: z.boolean().optional(),
};
