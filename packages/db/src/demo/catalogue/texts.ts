import type { Specification } from '../../schema/index.ts';
import type { Goods } from './goods-type.ts';
import { specNames, units, word } from './words.ts';

export const specificationOf = (g: Goods, brand: { zh: string; en?: string | undefined }): Specification => [
  { name: { zh: '品牌', en: 'Brand' }, value: brand },
  ...Object.entries(g.spec).map(([code, value]) => ({
    name: word(specNames[code as keyof typeof specNames]),
    value: word(value),
  })),
  {
    name: { zh: '净重', en: 'Net weight' },
    value: word(g.grams >= 1000 ? `${(g.grams / 1000).toFixed(1)} kg` : `${g.grams} g`),
  },
  ...(g.carton > 1
    ? [
        {
          name: { zh: '箱规', en: 'Carton' },
          value: { zh: `${g.carton} ${word(units[g.unit]).zh} / 箱`, en: `${g.carton} per carton` },
        },
      ]
    : []),
];

export const descriptionOf = (g: Goods, title: { zh: string; en: string }) => ({
  zh: `${title.zh}：${g.text[0]}${g.carton > 1 ? `整箱 ${g.carton} ${word(units[g.unit]).zh}，` : ''}现货当日拣配，支持拆零与混批，质量问题七天内包退换。`,
  en: `${title.en}. ${g.text[1]} ${g.carton > 1 ? `Carton of ${g.carton}. ` : ''}Picked the same day from stock, sold loose or mixed; faulty goods are taken back within seven days.`,
});
