import * as z from 'zod';
import { page, text, uuid } from '../trpc/inputs.ts';
import { CODE_LIMITS } from '../use-cases/codes/code-keeper.ts';

/** A customer's own codes, as his people and our staff send them. */
export const codeText = text(60, 1);
export const codePage = page.extend({ text: text(100).optional() });
export const codeWish = z.strictObject({
  skuId: uuid(),
  code: codeText,
  instead: codeText.optional(),
  move: z.boolean().optional(),
});
export const pastedCodes = z.strictObject({
  lines: z
    .array(z.strictObject({ code: text(60), itemNumber: text(60) }))
    .min(1)
    .max(CODE_LIMITS.block),
  move: z.boolean().default(false),
  apply: z.boolean().default(false),
});
