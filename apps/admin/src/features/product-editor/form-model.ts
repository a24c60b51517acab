import type { AttributeDefinition, AttributeValue, ProductDraft, VariantDraft } from '@tradeline/domain/catalog';
import type { Outputs } from '../../lib/trpc.ts';
import { fromScaled, toScaled } from './decimal.ts';

export type Product = Outputs['products']['get'];
export type Choices = Outputs['products']['choices'];
/** A text in both languages while it is typed; an empty English one is none. */
export type Both = { zh: string; en: string };
export type PackForm = { code: string; name: Both; factor: string };
export type AxisForm = { code: string; name: Both; values: { code: string; name: Both }[] };
/** A variant while it is typed: every figure as the person wrote it. `key` tells rows apart before they have an id. */
export type VariantForm = {
  key: string;
  id?: string | undefined;
  used: boolean;
  itemNumber: string;
  barcode: string;
  options: Record<string, string>;
  unit: Both;
  packUnits: PackForm[];
  cartonQuantity: string;
  minQuantity: string;
  multiple: string;
  maxQuantity: string;
  cost: string;
  weightGrams: string;
  packText: string;
  status: 'active' | 'withdrawn';
  /** The base price; goods that have one keep it here, it is changed in the price lists. */
  price: string;
  priced: boolean;
};
export type ProductForm = {
  number: string;
  name: Both;
  summary: Both;
  description: Both;
  model: string;
  brandId: string;
  categoryId: string;
  supplierId: string;
  taxRate: string;
  tags: string[];
  keywords: string;
  attributes: Record<string, string | Both>;
  specification: { name: Both; value: Both }[];
  axes: AxisForm[];
  variants: VariantForm[];
};
/** What is sent to be saved. */
export type SaveDraft = ProductDraft & { variants: readonly (VariantDraft & { firstPriceE4?: number })[] };

export const both = (text: { zh: string; en?: string | undefined } | null | undefined): Both => ({
  zh: text?.zh ?? '',
  en: text?.en ?? '',
});
const figure = (value: number | null): string => (value === null ? '' : String(value));

export const toForm = (product: Product): ProductForm => ({
  number: product.number,
  name: both(product.name),
  summary: both(product.summary),
  description: both(product.description),
  model: product.model ?? '',
  brandId: product.brandId ?? '',
  categoryId: product.categoryId,
  supplierId: product.supplierId ?? '',
  taxRate: product.taxRate,
  tags: product.tags,
  keywords: product.keywords,
  attributes: Object.fromEntries(
    Object.entries(product.attributes).map(([code, value]) => [
      code,
      typeof value === 'object' ? both(value) : String(value),
    ]),
  ),
  specification: product.specification.map(({ name, value }) => ({ name: both(name), value: both(value) })),
  axes: product.axes.map(({ code, name, values }) => ({
    code,
    name: both(name),
    values: values.map((value) => ({ code: value.code, name: both(value.name) })),
  })),
  variants: product.variants.map((variant) => ({
    key: variant.id,
    id: variant.id,
    used: variant.used,
    itemNumber: variant.itemNumber,
    barcode: variant.barcode ?? '',
    options: variant.options,
    unit: both(variant.unit),
    packUnits: variant.packUnits.map(({ code, name, factor }) => ({ code, name: both(name), factor: String(factor) })),
    cartonQuantity: String(variant.cartonQuantity),
    minQuantity: String(variant.minQuantity),
    multiple: String(variant.multiple),
    maxQuantity: figure(variant.maxQuantity),
    cost: variant.cost === undefined || variant.cost === null ? '' : fromScaled(variant.cost, 2),
    weightGrams: figure(variant.weightGrams),
    packText: variant.packText ?? '',
    status: variant.status,
    price: variant.basePriceE4 === null ? '' : fromScaled(variant.basePriceE4, 4, 2),
    priced: variant.basePriceE4 !== null,
  })),
});

const text = ({ zh, en }: Both): { zh: string; en?: string } =>
  en.trim() ? { zh: zh.trim(), en: en.trim() } : { zh: zh.trim() };
const maybe = (value: Both): { zh: string; en?: string } | null =>
  value.zh.trim() || value.en.trim() ? text(value) : null;
/** A whole number as typed; nothing is none, and what is no number fails the check. */
const whole = (typed: string): number | null => {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return plain === '' ? null : /^\d{1,15}$/.test(plain) ? Number(plain) : Number.NaN;
};
const count = (typed: string): number => whole(typed) ?? 1;

/** The draft a form stands for, by the definitions of its category. */
export const toDraft = (
  form: ProductForm,
  definitions: readonly Pick<AttributeDefinition, 'code' | 'kind'>[],
  seesCost: boolean,
): SaveDraft => ({
  number: form.number.trim(),
  name: text(form.name),
  summary: maybe(form.summary),
  description: maybe(form.description),
  model: form.model.trim() || null,
  brandId: form.brandId || null,
  categoryId: form.categoryId,
  supplierId: form.supplierId || null,
  taxRate: form.taxRate,
  tags: form.tags,
  keywords: form.keywords.trim(),
  attributes: Object.fromEntries(
    definitions.flatMap(({ code, kind }): [string, AttributeValue][] => {
      const value = form.attributes[code];
      if (value === undefined || value === '') return [];
      if (typeof value === 'object') return value.zh.trim() || value.en.trim() ? [[code, text(value)]] : [];
      return [[code, kind === 'number' ? Number(value) : value]];
    }),
  ),
  specification: form.specification
    .filter(({ name, value }) => [name.zh, name.en, value.zh, value.en].some((part) => part.trim()))
    .map(({ name, value }) => ({ name: text(name), value: text(value) })),
  axes: form.axes.map(({ code, name, values }) => ({
    code,
    name: text(name),
    values: values.map((value) => ({ code: value.code, name: text(value.name) })),
  })),
  variants: form.variants.map((variant) => ({
    ...(variant.id ? { id: variant.id } : {}),
    itemNumber: variant.itemNumber.trim(),
    barcode: variant.barcode.trim() || null,
    options: variant.options,
    unit: text(variant.unit),
    packUnits: variant.packUnits.map(({ code, name, factor }) => ({ code, name: text(name), factor: count(factor) })),
    cartonQuantity: count(variant.cartonQuantity),
    minQuantity: count(variant.minQuantity),
    multiple: count(variant.multiple),
    maxQuantity: whole(variant.maxQuantity),
    ...(seesCost ? { cost: variant.cost.trim() ? (toScaled(variant.cost, 2) ?? Number.NaN) : null } : {}),
    weightGrams: whole(variant.weightGrams),
    packText: variant.packText.trim() || null,
    status: variant.status,
    ...(variant.priced || !variant.price.trim() ? {} : { firstPriceE4: toScaled(variant.price, 4) ?? Number.NaN }),
  })),
});

/** A variant like another one, or a plain one, for a combination that is new. */
export const newVariant = (options: Record<string, string>, itemNumber: string, like?: VariantForm): VariantForm => ({
  barcode: '',
  unit: { zh: '件', en: 'pc' },
  packUnits: [],
  cartonQuantity: '1',
  minQuantity: '1',
  multiple: '1',
  maxQuantity: '',
  cost: '',
  weightGrams: '',
  packText: '',
  price: '',
  ...(like && {
    unit: like.unit,
    packUnits: like.packUnits,
    cartonQuantity: like.cartonQuantity,
    minQuantity: like.minQuantity,
    multiple: like.multiple,
    maxQuantity: like.maxQuantity,
    cost: like.cost,
    weightGrams: like.weightGrams,
    packText: like.packText,
    price: like.price,
  }),
  key: crypto.randomUUID(),
  used: false,
  options,
  itemNumber,
  status: 'active',
  priced: false,
});
