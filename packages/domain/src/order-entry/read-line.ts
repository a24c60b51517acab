import type { EntryItem } from './entry.ts';
import { quantityGroups } from './quantity-groups.ts';
import { cleanReference, hasCode, isBarcode, looksLikeCode, readSegment } from './read-segment.ts';

/** Between two goods of one line; a comma inside 1,200 is no separator. */
const SEPARATOR = /[，；;。]|,(?!\d{3}(?!\d))|,(?<=[^\d],)|\s\+\s|\s\|\s/u;

/** "A1023 10 A1024 5": codes and numbers by turns, at least two pairs. */
const pairsOf = (text: string): string[] | undefined => {
  const words = text.split(/\s+/u).filter(Boolean);
  if (words.length < 4 || words.length % 2 !== 0) return undefined;
  const turns = words.every((word, at) =>
    at % 2 === 0 ? looksLikeCode(word) && !/^\d{1,4}$/u.test(word) : /^\d{1,6}$/u.test(word),
  );
  return turns
    ? Array.from({ length: words.length / 2 }, (_, at) => `${words[2 * at]} ${words[2 * at + 1]}`)
    : undefined;
};

/** "W-1 2个 W-2 3个": several amounts with a unit, each behind a code of its own. */
const piecesOf = (text: string, units: string): string[] => {
  const strong = quantityGroups(text, units).filter((group) => group.strong);
  if (strong.length < 2) return [text];
  const starts = [0, ...strong.slice(0, -1).map((group) => group.to)];
  const owns = strong.every((group, at) => hasCode(cleanReference(text.slice(starts[at], group.from))));
  return owns ? starts.map((start, at) => text.slice(start, starts[at + 1])) : [text];
};

/** A line in one form already, as the goods it asks for in their order. Empty: it only says something. */
export const readLine = (text: string, units: string): EntryItem[] => {
  const codes = text.split(/[\s,;，；]+/u).filter(Boolean);
  if (codes.length > 1 && codes.every(isBarcode)) return codes.map((code) => barcode(code));
  const items: EntryItem[] = [];
  let waiting = '';
  for (const part of text.split(SEPARATOR)) {
    for (const piece of pairsOf(part) ?? piecesOf(part, units)) {
      const joined = waiting === '' ? piece : `${waiting} ${piece}`;
      // Words before an amount belong to it: "螺丝, 镀锌, M8 100个" is one thing.
      if (quantityGroups(joined, units).length === 0 && !isBarcode(joined.trim())) {
        waiting = joined;
        continue;
      }
      waiting = '';
      const item = readSegment(joined, units);
      if (!item) continue;
      items.push(item);
    }
  }
  return withRest(items, waiting, units);
};

/** What follows the last amount: a code of its own, or a further word for the goods before it. */
const withRest = (items: EntryItem[], rest: string, units: string): EntryItem[] => {
  const own = rest.trim() === '' ? undefined : readSegment(rest, units);
  if (own) items.push(own);
  else if (items.length > 0 && rest.trim() !== '') {
    const last = items.at(-1) as EntryItem;
    const words = rest.trim().replaceAll(/\s+/gu, ' ');
    const reference = `${last.reference} ${words}`.trim();
    items[items.length - 1] = {
      ...last,
      alternatives: [...last.alternatives, { reference, quantities: last.quantities }],
    };
  }
  return items.map((item, at) => {
    const before = items.slice(0, at).findLast((earlier) => earlier.reference.split(' ').some(looksLikeCode));
    const variant = before && item.reference !== '' && !item.reference.split(' ').some(looksLikeCode);
    return variant ? { ...item, follows: before.reference } : item;
  });
};

const barcode = (code: string): EntryItem => ({
  reference: code,
  quantities: [],
  confidence: 'sure',
  alternatives: [],
});
