import { err, ok, type Result } from '../kernel/index.ts';
import type { WrittenQuantity } from './entry.ts';

type Named = { readonly zh: string; readonly en?: string | undefined };

/** How goods are counted: the base unit, packs of several, and how many a carton holds (1: they come loose). */
export type CountedGoods = {
  readonly unit: Named;
  readonly packUnits: readonly { readonly code: string; readonly name: Named; readonly factor: number }[];
  readonly cartonQuantity: number;
};

/** Why an amount could not be counted in the goods' own units. `units` are the words that would have done. */
export type AmountRefusal =
  | { readonly kind: 'no-amount' }
  | { readonly kind: 'unknown-unit'; readonly unit: string; readonly units: readonly Named[] }
  | { readonly kind: 'not-whole'; readonly amount: number };

/** Words for the same pack, whichever the catalogue uses. */
const SAME: readonly (readonly string[])[] = [
  ['箱', '件', 'carton', 'cartons', 'ctn', 'ctns', 'case', 'cases'],
  ['盒', 'box', 'boxes'],
  ['包', 'pack', 'packs', 'pkt', 'pkts', 'packet', 'packets'],
  ['瓶', 'bottle', 'bottles', 'btl'],
  ['袋', 'bag', 'bags'],
  ['套', '组', 'set', 'sets'],
  ['对', '双', '副', 'pair', 'pairs'],
  ['卷', 'roll', 'rolls'],
  ['罐', '听', 'can', 'cans', 'tin', 'tins'],
  ['桶', 'drum', 'drums'],
  ['公斤', '千克', 'kg', 'kgs'],
];
/** Words for one of whatever is sold: somebody who writes "10个" of pens sold by the 支 means ten. */
const ONE = new Set('个 只 支 把 台 条 张 块 片 根 粒 本 册 枚 pcs pc piece pieces ea each unit units'.split(' '));
const CARTON = new Set(SAME[0]);
const DOZEN = new Set(['打', 'doz', 'dozen', 'dozens']);

const wordsOf = ({ zh, en }: Named): string[] =>
  [zh, en ?? ''].map((word) => word.trim().toLowerCase()).filter(Boolean);

const means = (written: string, name: Named): boolean => {
  const own = wordsOf(name);
  if (own.includes(written)) return true;
  const same = SAME.find((words) => words.includes(written));
  return same !== undefined && own.some((word) => same.includes(word));
};

/** Base units in one of a written unit; the unit the catalogue names goes before what the word usually means. */
const factorOf = (written: string | undefined, goods: CountedGoods): number | undefined => {
  if (written === undefined) return 1;
  const unit = written.toLowerCase();
  const literal = goods.packUnits.find(({ code, name }) => code === unit || wordsOf(name).includes(unit));
  if (literal) return literal.factor;
  if (wordsOf(goods.unit).includes(unit)) return 1;
  const pack = goods.packUnits.find(({ name }) => means(unit, name));
  if (pack) return pack.factor;
  if (means(unit, goods.unit)) return 1;
  if (CARTON.has(unit) && goods.cartonQuantity > 1) return goods.cartonQuantity;
  if (DOZEN.has(unit)) return 12;
  // 件 is a carton where there is one, else a piece.
  return ONE.has(unit) || unit === '件' ? 1 : undefined;
};

/**
 * A written amount in whole base units of the goods: 3箱5瓶 of bottles in cartons of 24 is 77, half a carton 12.
 * Refuses a unit that the goods are not counted in, and what does not come out whole: nothing is rounded.
 */
export const inBaseUnits = (
  quantities: readonly WrittenQuantity[],
  goods: CountedGoods,
): Result<number, AmountRefusal> => {
  if (quantities.length === 0) return err({ kind: 'no-amount' });
  let total = 0;
  for (const { value, unit } of quantities) {
    const factor = factorOf(unit, goods);
    if (factor === undefined)
      return err({
        kind: 'unknown-unit',
        unit: unit ?? '',
        units: [goods.unit, ...goods.packUnits.map(({ name }) => name)],
      });
    total += value * factor;
  }
  // 0.1 of 30 is 3.0000000000000004 in binary; a millionth is no amount of goods.
  const whole = Math.round(total);
  return Math.abs(total - whole) < 1e-6 && Number.isSafeInteger(whole) && whole > 0
    ? ok(whole)
    : err({ kind: 'not-whole', amount: total });
};
