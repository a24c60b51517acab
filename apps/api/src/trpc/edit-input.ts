import { minor } from '@tradeline/domain/money';
import * as z from 'zod';
import { uuid, version } from './inputs.ts';

/** Every line that a changed order shall have, each SKU once. */
export const editedLines = z
  .array(z.strictObject({ skuId: uuid(), quantity: z.number().int().min(1).max(1_000_000_000) }))
  .max(2000)
  .refine((lines) => new Set(lines.map(({ skuId }) => skuId)).size === lines.length, 'each SKU once');

/** A change of an order as both apps send it. */
export const editInput = {
  lines: editedLines,
  expectedVersion: version,
  expectedTotal: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).transform(minor),
};
