import { type SheetField, type SheetKind, sheetFields } from '@tradeline/domain/sheet';
import { saveBlob } from '../../lib/csv.ts';
import { fieldTitle } from '../../lib/field-name.ts';
import type { Outputs } from '../../lib/trpc.ts';
import type { Words } from '../../lib/words.ts';

type Names = Outputs['imports']['names'];

const examples: Record<SheetKind, Record<string, (string | number)[]>> = {
  goods: {
    itemNumber: ['A1023-R-M', 'A1023-B-M'],
    productNumber: ['A1023', 'A1023'],
    nameZh: ['丁腈手套', '丁腈手套'],
    nameEn: ['Nitrile gloves', 'Nitrile gloves'],
    options: ['颜色|Colour=红|Red; 尺寸|Size=M', '颜色|Colour=蓝|Blue; 尺寸|Size=M'],
    unit: ['双', '双'],
    minQuantity: [12, 12],
    multiple: [12, 12],
    cartonQuantity: [240, 240],
    taxRate: ['13', '13'],
  },
  prices: { itemNumber: ['A1023-R-M', 'A1023-R-M'], minQuantity: [1, 240], price: [3.2, 2.85] },
  stock: { itemNumber: ['A1023-R-M'], onHand: [480] },
};

const rule = ({ kind, clears }: SheetField, { t, language }: Words): string => {
  const said = {
    text: () => t.imports_rule_text({ most: 'most' in kind ? kind.most : 0 }),
    whole: () => t.imports_rule_whole({ from: 'from' in kind ? kind.from : 0, to: 'to' in kind ? Number(kind.to) : 0 }),
    decimal: () => t.imports_rule_decimal({ decimals: 'decimals' in kind ? kind.decimals : 0 }),
    choice: () =>
      t.imports_rule_choice({
        choices: ('choices' in kind ? kind.choices : [])
          .map(({ names }) => names[language === 'en' ? 1 : 0] ?? names[0] ?? '')
          .join(', '),
      }),
    tags: () => t.imports_rule_tags(),
    options: () => t.imports_rule_options(),
    reference: () => t.imports_rule_reference(),
  }[kind.as]();
  return clears ? `${said}${t.imports_template_clears()}` : said;
};

const namesOf = (sheet: SheetKind, names: Names): { key: string; values: string[] }[] =>
  sheet === 'goods'
    ? [
        { key: 'category', values: names.categories.map(({ name }) => name.zh) },
        { key: 'brand', values: names.brands.map(({ name }) => name.zh) },
        { key: 'unit', values: names.units.map(({ zh }) => zh) },
      ]
    : sheet === 'prices'
      ? [{ key: 'list', values: names.lists.map(({ code }) => code) }]
      : [{ key: 'warehouse', values: names.warehouses.map(({ code }) => code) }];

/** A sheet to fill in: headers in both languages, examples, what goes into each column, and the names that exist. */
export const saveTemplate = async (sheet: SheetKind, names: Names, words: Words): Promise<void> => {
  const { t, language } = words;
  const { writeXlsx } = await import('hucre/xlsx');
  const fields = sheetFields[sheet];
  const known = namesOf(sheet, names);
  const sample = Object.values(examples[sheet])[0]?.length ?? 0;
  const cell = (key: string, at: number) =>
    examples[sheet][key]?.[at] ?? known.find((each) => each.key === key)?.values[0] ?? '';
  const longest = Math.max(...known.map(({ values }) => values.length));
  const needed = ({ needed }: SheetField): string =>
    needed === 'always'
      ? t.imports_template_always()
      : needed === 'new'
        ? t.imports_template_new()
        : t.imports_template_optional();
  const bytes = await writeXlsx({
    sheets: [
      {
        name: t.imports_template_sheet(),
        freezePane: { rows: 1 },
        columns: fields.map(() => ({ width: 20 })),
        rows: [
          fields.map(({ zh, en }) => `${zh} ${en}`),
          ...Array.from({ length: sample }, (_, at) => fields.map(({ key }) => cell(key, at))),
        ],
      },
      {
        name: t.imports_template_help(),
        columns: [{ width: 24 }, { width: 16 }, { width: 70 }],
        rows: [
          [t.imports_template_column(), t.imports_template_needed(), t.imports_template_what()],
          ...fields.map((field) => [fieldTitle(field, language), needed(field), rule(field, words)]),
        ],
      },
      {
        name: t.imports_template_names(),
        columns: known.map(() => ({ width: 28 })),
        rows: [
          known.map(({ key }) => fieldTitle(fields.find((field) => field.key === key) ?? fields[0]!, language)),
          ...Array.from({ length: longest }, (_, at) => known.map(({ values }) => values[at] ?? '')),
        ],
      },
    ],
  });
  saveBlob(`tradeline-${sheet}.xlsx`, new Blob([bytes as Uint8Array<ArrayBuffer>]));
};
