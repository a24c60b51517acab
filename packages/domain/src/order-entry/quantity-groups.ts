import type { WrittenQuantity } from './entry.ts';
import { chineseNumber, NUMERAL_CHARACTERS } from './numerals.ts';

/** A stretch of text that reads as an amount, with where it stands and what speaks for it. */
export type QuantityGroup = {
  readonly from: number;
  readonly to: number;
  readonly quantities: readonly WrittenQuantity[];
  /** It has a unit, or a sign that says "times". */
  readonly strong: boolean;
  /** The number follows a sign without a space after letters and digits: A1023x10 may be a number of its own. */
  readonly glued: boolean;
};

const SIGNS = '[x*×✕:=@]';
/** After a unit these say that it describes the goods: 12支装, 24瓶/箱. */
const DESCRIBES = '(?!\\s*(?:装|入|/|每|庄|规格|型))';

/** ASCII capitals made small, every other character left in its place: what is found here is cut out of the text as written. */
const small = (text: string): string => text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());

/** Finds every amount in a text that is already in one form (NFKC). */
export const quantityGroups = (written: string, units: string): QuantityGroup[] => {
  const text = small(written);
  const arabic = '\\d{1,3}(?:,\\d{3})+(?![\\d])|\\d+(?:\\.\\d+)?';
  const chinese = `[${NUMERAL_CHARACTERS}]+`;
  const part = `(?:(?:${arabic}|${chinese})\\s*${units}${DESCRIBES}(?:半)?)`;
  const joint = '\\s*(?:[+又加零,]\\s*)?';
  const withUnits = new RegExp(`${part}(?:${joint}${part})*`, 'gu');
  const bare = new RegExp(arabic, 'gu');
  const found: QuantityGroup[] = [];
  for (const match of text.matchAll(withUnits)) {
    const from = match.index;
    // Digits that follow a letter or a hyphen belong to a code: w12pcs.
    if (/^\d/u.test(match[0]) && /[a-z0-9.\-_/]/u.test(text[from - 1] ?? '') && !isSign(text, from)) continue;
    const quantities = partsOf(match[0], units);
    if (!quantities) continue;
    const last = lastPart(match[0], units);
    // 550ml*24瓶 5箱: what is signed describes the pack, what stands apart is the amount.
    if (quantities.length > 1 && isSign(text, from) && /\s$/u.test(match[0].slice(0, last)))
      found.push(
        grouped(text, from, from + match[0].slice(0, last).trimEnd().length, quantities.slice(0, -1), true),
        grouped(text, from + last, from + match[0].length, quantities.slice(-1), true),
      );
    else found.push(grouped(text, from, from + match[0].length, quantities, true));
  }
  for (const match of text.matchAll(bare)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (found.some((group) => from < group.to && to > group.from)) continue;
    const signed = isSign(text, from);
    if (!signed && /[a-z0-9.\-_/#]/u.test(text[from - 1] ?? '')) continue;
    if (
      /[a-z0-9.\-_/%"']/u.test(text[to] ?? '') &&
      !new RegExp(`^\\s*${SIGNS}(?=\\s|[a-z\\p{L}])`, 'u').test(text.slice(to))
    )
      continue;
    const value = numberOf(match[0]);
    if (value !== undefined) found.push(grouped(text, from, to, [{ value }], signed));
  }
  return found.sort((a, b) => a.from - b.from);
};

/** Stands a sign for "times" right before this place, and is it one, not the x of 8x30? */
const isSign = (text: string, from: number): boolean => {
  const before = text.slice(0, from);
  const sign = new RegExp(`(${SIGNS})\\s*$`, 'u').exec(before);
  if (!sign) return false;
  const owner = before.slice(0, sign.index);
  if (sign[1] === 'x' || sign[1] === '*' || sign[1] === '×') {
    // 8x30 and m8*30 are measures: digits close on both sides.
    const close = /[0-9]$/u.test(owner) && /[x*×]$/u.test(before);
    if (close && !/[a-z_-][\w-]*\d$/u.test(owner)) return false;
    if (sign[1] === 'x' && /[a-z]$/u.test(owner)) return false;
  }
  return owner.trim() !== '';
};

const grouped = (
  text: string,
  from: number,
  to: number,
  quantities: readonly WrittenQuantity[],
  strong: boolean,
): QuantityGroup => {
  const sign = new RegExp(`\\s*${SIGNS}\\s*$`, 'u').exec(text.slice(0, from));
  const after = new RegExp(`^\\s*${SIGNS}\\s*`, 'u').exec(text.slice(to));
  const signed = sign !== null && isSign(text, from);
  return {
    from: signed ? sign.index : from,
    to: after ? to + after[0].length : to,
    quantities,
    strong: strong || after !== null,
    glued: signed && /^[x*×]$/u.test(sign[0]) && /[a-z0-9]/u.test(text[sign.index - 1] ?? ''),
  };
};

const numberOf = (text: string): number | undefined => {
  const value = /^\d/u.test(text) ? Number(text.replaceAll(',', '')) : chineseNumber(text);
  return value !== undefined && Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
};

const partPattern = (units: string): RegExp =>
  new RegExp(`(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|[${NUMERAL_CHARACTERS}]+?)\\s*(${units})(半)?`, 'gu');

/** Where the last part of 3箱5瓶 begins. */
const lastPart = (text: string, units: string): number => [...text.matchAll(partPattern(units))].at(-1)?.index ?? 0;

/** 3箱5瓶 as its parts, 两箱半 as 2.5; undefined when a part is no number. */
const partsOf = (text: string, units: string): WrittenQuantity[] | undefined => {
  const pattern = partPattern(units);
  const parts: WrittenQuantity[] = [];
  for (const [, number = '', unit = '', half] of text.matchAll(pattern)) {
    const value = numberOf(number.length > 1 ? number.replace(/^零/u, '') : number);
    if (value === undefined) return undefined;
    parts.push({ value: half ? value + 0.5 : value, unit });
  }
  return parts.length > 0 ? parts : undefined;
};
