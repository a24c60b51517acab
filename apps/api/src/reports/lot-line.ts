import { quantityText } from './figures.ts';
import type { paperWords } from './paper-words.ts';

/** Which lot, how much of it and until when it keeps; goods whose lot nobody noted say nothing. */
export const lotLine = (
  { code, expiresOn, units }: { code: string; expiresOn: string | null; units: number },
  words: (typeof paperWords)[keyof typeof paperWords],
): string =>
  code &&
  [`${words.lot} ${code} × ${quantityText(units)}`, expiresOn && `${words.bestBefore} ${expiresOn}`]
    .filter(Boolean)
    .join(' · ');
