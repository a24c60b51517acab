import type { Random } from '@tradeline/db/demo';
import { keyOf } from './ids.ts';
import type { Size } from './size.ts';

export const codeColumns = ['company_id', 'normalised', 'code', 'sku_id'];
export const synonymColumns = ['id', 'terms', 'mode'];
export const assortmentColumns = ['id', 'code', 'name', 'effect'];
export const audienceColumns = ['id', 'assortment_id', 'kind', 'ref'];
export const assortmentGoodsColumns = ['id', 'assortment_id', 'kind', 'ref'];

const SYNONYMS = [
  'U盘,优盘,闪存盘',
  '充电宝,移动电源',
  '排插,插线板,接线板',
  '卷尺,盒尺',
  '保温杯,真空杯',
  'T恤,短袖',
  '中性笔,水笔,签字笔',
];

/** Customers' own item codes, words that mean the same, and who may not see everything. */
export const buildExtras = (
  size: Size,
  skus: number,
  departments: readonly string[],
  sections: readonly string[],
  random: Random,
) => {
  function* codes(): Generator<unknown[]> {
    for (let c = 0; c < size.companies; c += 5)
      for (let n = 0; n < 20; n++) {
        const code = `KH${c}${String(n).padStart(3, '0')}`;
        yield [keyOf('company', c), code.toLowerCase(), code, keyOf('sku', random.int(0, skus - 1))];
      }
  }
  const synonyms = SYNONYMS.map((terms, i) => [keyOf('synonym', i), `{${terms}}`, 'both']);
  const assortments = [
    ['only', 'group', keyOf('group', 1), 'category', departments.slice(0, 4)],
    ['hide', 'group', keyOf('group', 2), 'category', sections.slice(0, 2)],
    ['hide', 'level', 'ordinary', 'category', sections.slice(-1)],
    ['hide', 'group', keyOf('group', 3), 'brand', [keyOf('brand', 0)]],
  ] as const;
  let g = 0;
  return {
    codes,
    synonyms,
    assortments: assortments.map(([effect], i) => [
      keyOf('assortment', i),
      `A${i + 1}`,
      { zh: `可见范围 ${i + 1}`, en: `Assortment ${i + 1}` },
      effect,
    ]),
    audiences: assortments.map(([, kind, ref], i) => [keyOf('audience', i), keyOf('assortment', i), kind, ref]),
    assortmentGoods: assortments.flatMap(([, , , kind, refs], i) =>
      refs.map((ref) => [keyOf('goods', g++), keyOf('assortment', i), kind, ref]),
    ),
  };
};
