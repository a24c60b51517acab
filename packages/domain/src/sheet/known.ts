import type { Named, NameIndex } from './cell.ts';
import { nearest } from './nearest.ts';

/** Traditional characters of the trade and what they are simplified; a name written so is guessed, never taken silently. */
const PAIRS =
  '個个箇个隻只條条雙双張张臺台檯台枝支對对組组顆颗塊块捲卷綑捆罎坛輛辆冊册疊叠盤盘筆笔紙纸貼贴電电鋼钢鐵铁銅铜鋁铝燈灯線线類类業业產产廚厨衛卫車车機机門门鎖锁襪袜褲裤綠绿藍蓝紅红黃黄銀银糧粮飲饮麵面鹽盐醬酱';
const simplified = new Map([...PAIRS.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [from, to]));

/** The form in which names are compared: NFKC, lower case, single blanks. */
export const comparable = (text: string): string =>
  text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');
const loose = (text: string): string => [...comparable(text)].map((char) => simplified.get(char) ?? char).join('');

/** Finds things by any of their names, however these are written, and what a mistyped name most likely meant. */
export const nameIndex = (items: Iterable<Named>): NameIndex => {
  const byName = new Map<string, Named[]>();
  const written = new Map<string, string>();
  const first = new Map<string, string>();
  const guesses = new Map<string, string | undefined>();
  for (const item of items) {
    first.set(item.id, item.names[0] ?? '');
    for (const name of item.names) {
      const key = comparable(name);
      if (key === '') continue;
      const holders = byName.get(key) ?? [];
      if (!holders.some((each) => each.id === item.id)) byName.set(key, [...holders, item]);
      if (!written.has(loose(name))) written.set(loose(name), name);
    }
  }
  const guess = (name: string): string | undefined => {
    const wanted = loose(name);
    // One sign off a name of one sign is any other name.
    return written.get(wanted) ?? (wanted.length < 2 ? undefined : written.get(nearest(wanted, written.keys()) ?? ''));
  };
  return {
    find: (name) => byName.get(comparable(name)) ?? [],
    nearest: (name) => {
      if (!guesses.has(name)) guesses.set(name, guess(name));
      return guesses.get(name);
    },
    nameOf: (id) => first.get(id) ?? '',
  };
};
