import { err, ok, type Result } from '../kernel/index.ts';

/** To whom an invoice is made out (发票抬头). An ordinary one to a person has no tax number; a special one needs all. */
export type InvoiceTitle = {
  readonly kind: 'ordinary' | 'special';
  readonly title: string;
  readonly taxNumber?: string | undefined;
  readonly bank?: string | undefined;
  readonly account?: string | undefined;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
};

export type InvoiceTitleProblem =
  | { readonly kind: 'missing'; readonly field: 'title' | 'taxNumber' | 'bank' | 'account' | 'address' | 'phone' }
  /** Neither 15, 18 nor 20 characters. */
  | { readonly kind: 'number-length'; readonly length: number }
  /** I, O, S, V and Z are not used, nor signs. */
  | { readonly kind: 'number-character'; readonly character: string }
  /** One character is wrong: the last would have to be this one. */
  | { readonly kind: 'number-check'; readonly expected: string };

/** The 31 characters of 统一社会信用代码 (GB 32100) in the order of their values. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTHS: readonly number[] = [15, 18, 20];

/** As it is written on the licence: capitals, without blanks. */
export const readTaxNumber = (typed: string): string => typed.replaceAll(/\s/gu, '').toUpperCase();

/** The eighteenth character that belongs to the first seventeen: weights 3^i modulo 31. */
const checkCharacter = (number: string): string => {
  let [sum, weight] = [0, 1];
  for (const character of number.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31]!;
};

/** What is wrong with a tax number; the old ones of 15 and 20 digits have no check character. */
export const taxNumberProblem = (number: string): InvoiceTitleProblem | undefined => {
  if (!LENGTHS.includes(number.length)) return { kind: 'number-length', length: number.length };
  const strange = [...number].find((character) =>
    number.length === 18 ? !CHARACTERS.includes(character) : !/[0-9A-Z]/u.test(character),
  );
  if (strange !== undefined) return { kind: 'number-character', character: strange };
  if (number.length !== 18) return undefined;
  const expected = checkCharacter(number);
  return number.endsWith(expected) ? undefined : { kind: 'number-check', expected };
};

const needed = (kind: InvoiceTitle['kind']) =>
  kind === 'special' ? (['title', 'taxNumber', 'bank', 'account', 'address', 'phone'] as const) : (['title'] as const);

/** The title as it will stand on the invoice, or the first thing that is missing or wrong. */
export const checkInvoiceTitle = (typed: InvoiceTitle): Result<InvoiceTitle, InvoiceTitleProblem> => {
  const taxNumber = readTaxNumber(typed.taxNumber ?? '');
  const title = { ...typed, taxNumber: taxNumber || undefined };
  const missing = needed(title.kind).find((field) => !title[field]?.trim());
  if (missing) return err({ kind: 'missing', field: missing });
  const wrong = taxNumber ? taxNumberProblem(taxNumber) : undefined;
  return wrong ? err(wrong) : ok(title);
};
