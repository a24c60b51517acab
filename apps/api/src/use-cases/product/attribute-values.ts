import type { AttributeLine } from '@tradeline/db/stores';

type Bilingual = AttributeLine['name'];
/** What a product is by one of its attributes: a text, or a figure with its unit. */
export type AttributeValue = { code: string; name: Bilingual } & (
  | { text: Bilingual }
  | { number: string; unit: string | null }
);

/** Values in words, in the order of the attributes; one that names a choice that is gone is left out. */
export const attributeValues = (
  values: Readonly<Record<string, string | number | Bilingual>>,
  lines: readonly AttributeLine[],
): AttributeValue[] =>
  lines.flatMap(({ code, name, kind, unit, choices }): AttributeValue[] => {
    const value = values[code];
    if (value === undefined || value === '') return [];
    if (typeof value === 'object') return [{ code, name, text: value }];
    if (kind === 'choice') {
      const choice = choices.find((each) => each.code === value);
      return choice ? [{ code, name, text: choice.name }] : [];
    }
    return kind === 'number'
      ? [{ code, name, number: String(value), unit }]
      : [{ code, name, text: { zh: String(value) } }];
  });
