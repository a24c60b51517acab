import type { GoodsRow, ProductWrite, SkuWrite } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import { type OptionCell, unitEnglish } from '@tradeline/domain/sheet';
import type { Values } from './read-cells.ts';

type Bilingual = { zh: string; en?: string | undefined };
type Axis = GoodsRow['axes'][number];

/** What a SKU is called on each axis, as a sheet writes it. */
export const optionCells = (axes: readonly Axis[], options: Readonly<Record<string, string>>): OptionCell[] =>
  axes.flatMap((axis) => {
    const value = axis.values.find(({ code }) => code === options[axis.code]);
    return value ? [{ axis: axis.name, value: value.name }] : [];
  });

/** A stored SKU as the fields of the goods sheet. */
export const valuesOf = (row: GoodsRow): Values => {
  const options = optionCells(row.axes, row.options);
  return {
    itemNumber: row.itemNumber,
    productNumber: row.productNumber,
    nameZh: row.name.zh,
    nameEn: row.name.en ?? null,
    category: row.categoryId,
    brand: row.brandId,
    options: options.length > 0 ? options : null,
    unit: row.unit.zh,
    unitEn: row.unit.en ?? null,
    minQuantity: row.minQuantity,
    multiple: row.multiple,
    cartonQuantity: row.cartonQuantity,
    maxQuantity: row.maxQuantity,
    barcode: row.barcode,
    weightGrams: row.weightGrams,
    packText: row.packText,
    model: row.model,
    taxRate: row.taxRate,
    tags: row.tags.length > 0 ? row.tags : null,
    keywords: row.keywords || null,
    summaryZh: row.summary?.zh || null,
    summaryEn: row.summary?.en ?? null,
    descriptionZh: row.description?.zh || null,
    descriptionEn: row.description?.en ?? null,
    cost: row.cost,
    productStatus: row.productStatus,
    skuStatus: row.skuStatus,
  };
};

/** What a new SKU is unless its row says otherwise: a draft, so that nothing unfinished is sold. */
export const newGoods: Values = {
  minQuantity: 1,
  multiple: 1,
  cartonQuantity: 1,
  taxRate: '13',
  productStatus: 'draft',
  skuStatus: 'active',
};

const text = (values: Values, key: string): string | null => (values[key] ?? null) as string | null;
const pair = (zh: string | null, en: string | null): Bilingual | null =>
  zh === null && en === null ? null : { zh: zh ?? '', ...(en === null ? {} : { en }) };

export const productWrite = (
  values: Values,
  own: Pick<ProductWrite, 'id' | 'number' | 'version' | 'axes'>,
): ProductWrite => ({
  ...own,
  name: pair(text(values, 'nameZh'), text(values, 'nameEn')) ?? { zh: '' },
  summary: pair(text(values, 'summaryZh'), text(values, 'summaryEn')),
  description: pair(text(values, 'descriptionZh'), text(values, 'descriptionEn')),
  model: text(values, 'model'),
  brandId: text(values, 'brand'),
  categoryId: text(values, 'category') ?? '',
  tags: [...((values.tags ?? []) as readonly string[])],
  keywords: text(values, 'keywords') ?? '',
  taxRate: text(values, 'taxRate') ?? '13',
  productStatus: text(values, 'productStatus') ?? 'draft',
});

export const skuWrite = (
  values: Values,
  own: Pick<SkuWrite, 'id' | 'productId' | 'position' | 'options'>,
): SkuWrite => {
  const unit = text(values, 'unit') ?? '';
  const english = text(values, 'unitEn') ?? unitEnglish(unit);
  const whole = (key: string): number | null => (values[key] ?? null) as number | null;
  return {
    ...own,
    itemNumber: text(values, 'itemNumber') ?? '',
    barcode: text(values, 'barcode'),
    unit: { zh: unit, ...(english === undefined ? {} : { en: english }) },
    cartonQuantity: whole('cartonQuantity') ?? 1,
    minQuantity: whole('minQuantity') ?? 1,
    multiple: whole('multiple') ?? 1,
    maxQuantity: whole('maxQuantity'),
    cost: values.cost === undefined || values.cost === null ? null : minor(Number(values.cost)),
    weightGrams: whole('weightGrams'),
    packText: text(values, 'packText'),
    skuStatus: text(values, 'skuStatus') ?? 'active',
  };
};
