/** Chosen values by the code of an axis or attribute. */
export type Choices = Readonly<Record<string, readonly string[]>>;

const escapes: Record<string, string> = { '!': '!!', _: '!-', '*': '!.' };
const escaped = (code: string): string => code.replace(/[!_*]/g, (sign) => escapes[sign] ?? sign);
const unescaped = (text: string): string =>
  text.replace(/![!.-]/g, (pair) => ({ '!!': '!', '!-': '_', '!.': '*' })[pair] ?? pair);

/**
 * Choices as one short text for the address, `colour_blue_red*size_m`: signs that an address carries unchanged, and the
 * same text for the same choices. Nothing for none.
 */
export const writeChoices = (choices: Choices): string | undefined =>
  Object.entries(choices)
    .filter(([, values]) => values.length > 0)
    .map(([code, values]) => [code, ...[...new Set(values)].sort()].map(escaped).join('_'))
    .sort()
    .join('*') || undefined;

/** The choices of such a text; what makes no sense is left out. */
export const readChoices = (text: string | undefined): Record<string, string[]> => {
  const choices: Record<string, string[]> = {};
  for (const group of (text ?? '').split('*')) {
    const [code, ...values] = group.split('_').map(unescaped);
    if (code && values.length > 0) choices[code] = values.filter(Boolean);
  }
  return choices;
};

/** With one value more, or without it when it was there. */
export const toggleChoice = (choices: Choices, code: string, value: string): Choices => {
  const values = choices[code] ?? [];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return { ...choices, [code]: next };
};
