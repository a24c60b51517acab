import * as z from 'zod';
import { instant, uuid } from '../trpc/inputs.ts';

export const noticePage = z.strictObject({ cursor: z.strictObject({ at: instant, id: uuid() }).optional() });
/** Without ids: everything. */
export const noticesRead = z.strictObject({ ids: z.array(uuid()).max(200).optional() });
