import type { SheetField } from './field.ts';
import { comparable } from './known.ts';
import { nearest } from './nearest.ts';

/** Headers differ in blanks, case, signs and marks of necessity: `商品名称*`, `Item No.`, `item_number`. */
const bare = (header: string): string => comparable(header).replaceAll(/[\s_\-./*:：()（）[\]【】]/gu, '');

/** The column of the sheet that each field is most likely in, by field key; a column serves one field. */
export const guessColumns = (
  header: readonly string[],
  fields: readonly SheetField[],
): Readonly<Record<string, number>> => {
  const taken = new Set<number>();
  const guess: Record<string, number> = {};
  const columns = header.map(bare);
  const namesOf = ({ key, zh, en, also }: SheetField): string[] => [zh, en, `${zh}${en}`, key, ...also].map(bare);
  const take = (key: string, at: number): void => {
    if (at < 0 || taken.has(at) || key in guess) return;
    taken.add(at);
    guess[key] = at;
  };
  for (const field of fields) {
    const names = namesOf(field);
    take(
      field.key,
      columns.findIndex((column, at) => column !== '' && !taken.has(at) && names.includes(column)),
    );
  }
  // What is left is compared by letters, where a header is long enough for that to mean something.
  for (const field of fields) {
    const free = columns.filter((column, at) => !taken.has(at) && column.length >= 4);
    const close = namesOf(field)
      .map((name) => nearest(name, free))
      .find((column) => column !== undefined);
    if (close !== undefined)
      take(
        field.key,
        columns.findIndex((column, at) => column === close && !taken.has(at)),
      );
  }
  return guess;
};
