import type { Instant } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import * as z from 'zod';

/** Text a person typed: no NUL or other control characters, no lone surrogates, trimmed, in one Unicode form. */
export const text = (max: number, min = 0) =>
  z
    .string()
    .max(max * 2)
    .refine((s) => s.isWellFormed() && !hasControl(s), 'contains characters that cannot be stored')
    .transform((s) => s.trim().normalize('NFC'))
    .refine((s) => s.length >= min, min === 1 ? 'required' : `at least ${min} characters`)
    .refine((s) => s.length <= max, `at most ${max} characters`);

const hasControl = (s: string): boolean => {
  for (const char of s) {
    const code = char.codePointAt(0) ?? 0;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127) return true;
  }
  return false;
};

/** A name in both languages; English may be left out. */
export const bilingual = (max: number) =>
  z.strictObject({
    zh: text(max, 1),
    en: text(max)
      .optional()
      .transform((en) => en || undefined),
  });

export const uuid = <T extends string>() => z.uuid().transform((s) => s.toLowerCase() as T);
export const day = z.iso.date();
export const instant = z.iso.datetime({ precision: 3 }).transform((s) => s as Instant);
export const page = z.object({
  page: z.number().int().min(1).max(100_000).default(1),
  size: z.number().int().min(1).max(100).default(24),
});
/** A key the client made before it sent: one key, one effect, for ever. */
export const idempotencyKey = z
  .string()
  .min(16)
  .max(100)
  .regex(/^[\w-]+$/u, 'letters, digits, - and _ only');
/** Money that moves, in minor units. */
export const positiveMinor = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).transform(minor);
export const version = z.number().int().min(1);
export const locale = z.enum(['zh-CN', 'en']);
