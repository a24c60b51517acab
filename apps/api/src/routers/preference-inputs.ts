import { type NoticeTopic, noticeWays } from '@tradeline/domain/notices';
import * as z from 'zod';
import { text } from '../trpc/inputs.ts';

/** By which ways one is told of a topic that one's side may choose. */
export const preferenceInput = <const Topics extends readonly NoticeTopic[]>(topics: Topics) =>
  z.strictObject({
    topic: z.enum(topics),
    ways: z.array(z.enum(noticeWays)).max(2),
  });

const orNone = <T>(value: T | ''): T | null => (value === '' ? null : value);

/** Where one is reached; empty: not at all by that way. */
export const contactInput = z.strictObject({
  email: z.union([z.literal(''), z.email().max(200)]).transform(orNone),
  phone: text(20)
    .refine((phone) => phone === '' || /^\+?[0-9][0-9 -]{4,18}[0-9]$/.test(phone), 'a phone number')
    .transform((phone) => orNone(phone.replaceAll(/[ -]/g, ''))),
});
