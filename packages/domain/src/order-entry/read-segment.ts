import type { EntryItem, WrittenQuantity } from './entry.ts';
import { type QuantityGroup, quantityGroups } from './quantity-groups.ts';

/** Words around the goods that name no goods. */
const FILLERS =
  /^(?:(?:麻烦|请|帮忙|帮我|给我|我要|想要|需要|还要|再要|再来|再|要货|要|来|订货|订|定|下单|下|发|拿|加|共|共计|合计|各|每样|数量|please|pls|need|order|send|add|of|qty|quantity|and|和|还有|另外|以及|、|·|-|—|:|\.|\s)\s*)+|(?:\s*(?:吧|哈|呢|谢谢|thanks|各|共|qty|quantity|数量|-|—|:|、|\.))+$/giu;
/** "1." "2)" "③" "（4）" before the goods. */
const NUMBERING = /^\s*(?:\(?\d{1,3}[.)、]\s*(?!\d)|\(\d{1,3}\)\s*|#\d{1,3}\s+)/u;

const CODE = /(?:^|[^a-z0-9])(?=[a-z0-9\-_/.]*\d)(?:[a-z0-9]+[-_/.]?){1,6}[a-z0-9]*/iu;
/** Looks like what a trade numbers its goods with: digits with letters or hyphens, or five digits and more. */
export const looksLikeCode = (text: string): boolean => {
  const token = text.trim();
  return (
    /^[a-z0-9][a-z0-9\-_/.]*$/iu.test(token) &&
    (/\d{5,}/u.test(token) || (/\d/u.test(token) && /[a-z\-_]/iu.test(token)))
  );
};
/** Is there a number of the trade among the words? */
export const hasCode = (text: string): boolean =>
  CODE.test(text) && text.split(/\s+/u).some((word) => looksLikeCode(word.replace(/^[^\w]+|[^\w]+$/gu, '')));

/** Takes numbering and filler words off; what is left names the goods. */
export const cleanReference = (text: string): string => {
  let rest = text.replace(NUMBERING, '').trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(FILLERS, '').trim();
  }
  return rest.replace(/^[,;，；。!！\s]+|[,;，；。!！\s]+$/gu, '').replaceAll(/\s+/gu, ' ');
};

const without = (text: string, group: QuantityGroup): string => `${text.slice(0, group.from)} ${text.slice(group.to)}`;

/** The amount among several numbers: one with a unit or sign before a bare one, the last before an earlier. */
const chosenOf = (groups: readonly QuantityGroup[], text: string): QuantityGroup | undefined => {
  const strong = groups.filter((group) => group.strong);
  const last = strong.at(-1);
  if (last) return last;
  const atEnd = groups.find((group) => cleanReference(text.slice(group.to)) === '');
  const atStart = groups.find((group) => cleanReference(text.slice(0, group.from)) === '');
  return atEnd ?? atStart ?? groups.at(-1);
};

/** One piece of a line, in one form already: the goods and how many, with how sure that is. Undefined: it names no goods. */
export const readSegment = (text: string, units: string): EntryItem | undefined => {
  const body = text.replace(NUMBERING, '');
  const groups = quantityGroups(body, units);
  const chosen = chosenOf(groups, body);
  if (!chosen) {
    const reference = cleanReference(body);
    return hasCode(reference) ? { reference, quantities: [], confidence: 'doubt', alternatives: [] } : undefined;
  }
  const reference = cleanReference(without(body, chosen));
  if (reference === '') return onlyNumber(body, chosen);
  const others = groups.filter((group) => group !== chosen && group.strong);
  const alternatives = [
    ...(chosen.glued ? [{ reference: cleanReference(body), quantities: [] }] : []),
    ...others.map((group) => ({ reference: cleanReference(without(body, group)), quantities: group.quantities })),
  ].filter((other) => other.reference !== '');
  const odd = chosen.quantities.some(({ value }) => value <= 0);
  const confidence =
    odd || (!chosen.strong && groups.length > 1 && !hasCode(reference))
      ? 'doubt'
      : hasCode(reference) && !chosen.glued && (chosen.strong || groups.length === 1)
        ? 'sure'
        : hasCode(reference) || chosen.strong
          ? 'likely'
          : 'doubt';
  return { reference, quantities: chosen.quantities, confidence, alternatives };
};

/** A number alone: a barcode or an item number when it is long, else an amount of nothing. */
const onlyNumber = (body: string, group: QuantityGroup): EntryItem | undefined => {
  const digits = cleanReference(body);
  const plain: readonly WrittenQuantity[] = group.quantities;
  if (/^\d{5,}$/u.test(digits))
    return { reference: digits, quantities: [], confidence: isBarcode(digits) ? 'sure' : 'doubt', alternatives: [] };
  return { reference: '', quantities: plain, confidence: 'doubt', alternatives: [] };
};

/** EAN-8, UPC-A, EAN-13 or ITF-14 whose check digit is right. */
export const isBarcode = (text: string): boolean => {
  if (!/^(?:\d{8}|\d{12,14})$/u.test(text)) return false;
  const sum = [...text.slice(0, -1)]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === Number(text.at(-1));
};
