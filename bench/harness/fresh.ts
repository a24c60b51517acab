import { randomUUID } from 'node:crypto';

/** Keys that the program made while it was recorded; those of the data set begin with its own mark and are kept. */
const MADE = /(?!01980000-)[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NUMBER = /\bSO\d+\b/g;

let orderNumber = 0;

/**
 * For one replay of a recorded request: every key and order number that it made is a new one, the same wherever it stands, also
 * inside JSON, so that the same rows can be written again and again. `replaced` says what stands for what.
 */
export const freshStatements = (replaced: Readonly<Record<string, string>>) => {
  const known = new Map(Object.entries(replaced));
  const freshOf = (make: () => string) => (old: string) => {
    const made = known.get(old) ?? make();
    known.set(old, made);
    return made;
  };
  const key = freshOf(() => randomUUID());
  const number = freshOf(() => `SO9${String(++orderNumber).padStart(9, '0')}`);
  return (param: string | null): string | null => {
    if (param === null || param.length < 6) return param;
    let text = param.replace(MADE, key).replace(NUMBER, number);
    for (const [old, next] of Object.entries(replaced)) text = text.replaceAll(old, next);
    return text;
  };
};
