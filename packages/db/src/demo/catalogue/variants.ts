import type { Axis } from './goods-type.ts';
import { type ColourCode, colours, word } from './words.ts';

/** One value of an axis; `factor` is what it makes of the cost. */
export type Value = {
  readonly code: string;
  readonly name: { zh: string; en?: string | undefined };
  readonly factor: number;
  readonly hex?: string;
};

export const valuesOf = (axis: Axis): Value[] => {
  if (axis[0] === 'colour') {
    const [, ...codes] = axis as readonly ['colour', ...ColourCode[]];
    return codes.map((code) => ({ code, name: word(colours[code][0]), factor: 1, hex: colours[code][1] }));
  }
  const [, step, ...values] = axis as readonly [string, number, ...string[]];
  return values.map((value, i) => ({ code: slug(word(value).en!), name: word(value), factor: step ** i }));
};

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');

export const combinations = (axes: readonly Value[][]): Value[][] =>
  axes.reduce<Value[][]>((rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])), [[]]);

/** EAN-13 in the range kept for numbers inside one firm (prefix 21), with its check digit. */
export const barcode = (serial: number): string => {
  const digits = `21${String(serial * 7_919 + 3_100_417)
    .padStart(10, '0')
    .slice(-10)}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};
