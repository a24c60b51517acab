import type { Result } from '@tradeline/domain/kernel';

/** Why the product cannot start: one sentence in each language, and what to do about it. */
export type Refusal = { en: string; zh: string };
export type Try<T> = Result<T, Refusal>;

export const refusal = (en: string, zh: string): { ok: false; error: Refusal } => ({ ok: false, error: { en, zh } });
