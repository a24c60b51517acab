import * as z from 'zod';
import { instant, uuid } from '../trpc/inputs.ts';

/** `direction` is what a list that goes on sends along; there is one. */
export const noticePage = z.strictObject({
  cursor: z.strictObject({ at: instant, id: uuid() }).optional(),
  direction: z.literal('forward').optional(),
});
/** Without ids: everything. */
export const noticesRead = z.strictObject({ ids: z.array(uuid()).max(200).optional() });
