import { err, ok } from '@tradeline/domain/kernel';
import { nearest } from '@tradeline/domain/sheet';
import type { Column } from './column.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** English names as the Unicode locale data has them, and the short forms that people write. */
const codes = ((): ReadonlyMap<string, string> => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const known = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => code !== 'ZZ' && names.of(code));
  const byName = new Map(known.map((code) => [names.of(code)!.toLowerCase(), code]));
  for (const code of known) byName.set(code.toLowerCase(), code);
  for (const [name, code] of [
    ['uk', 'GB'],
    ['usa', 'US'],
    ['china mainland', 'CN'],
  ] as const)
    byName.set(name, code);
  return byName;
})();

/** A country by its English name or ISO 3166 code, kept as the two-letter code. */
export const country = (): Column<string> => ({
  read: (raw) => {
    const name = raw.trim();
    if (name === '') return err({ kind: 'empty' });
    const code = codes.get(name.toLowerCase());
    return code ? ok(code) : err({ kind: 'not-one-of', allowed: [], nearest: nearest(name, codes.keys()) });
  },
});
