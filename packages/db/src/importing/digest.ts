import { createHash } from 'node:crypto';

/** Keys in order and exact fractions as text, so that equal values have equal text. */
const plain = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return `${value}n`;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Tells whether a value is the same as at the last import. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, plain) ?? '')
    .digest('base64url')
    .slice(0, 27);
