import * as z from 'zod';
import { idempotencyKey, text, uuid } from '../trpc/inputs.ts';

export const ofOrder = z.strictObject({ orderId: uuid() });

export const newMessage = z.strictObject({
  orderId: uuid(),
  text: text(2_000),
  files: z
    .array(uuid())
    .max(6)
    .refine((files) => new Set(files).size === files.length, 'a file can be sent once')
    .default([]),
  idempotencyKey,
});
/** Orders that an unread mark is told for at once; whoever has more has them in the list. */
export const UNREAD_MOST = 200;
