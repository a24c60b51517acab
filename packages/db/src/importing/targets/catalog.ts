import { brands, categories, products, skus } from '../../schema/index.ts';
import type { Planned } from './target.ts';
import { upsertTarget } from './upsert.ts';

/** A category after the one it stands in. */
const parentsFirst = (planned: readonly Planned<'category'>[]): Planned<'category'>[] => {
  const byKey = new Map(planned.map((one) => [one.record.key, one]));
  const depth = (one: Planned<'category'>): number => {
    const parent = one.record.value.parent === undefined ? undefined : byKey.get(one.record.value.parent);
    return parent === undefined ? 0 : 1 + depth(parent);
  };
  return planned.toSorted((a, b) => depth(a) - depth(b));
};

export const category = upsertTarget<typeof categories, 'category'>('categories', categories, {
  unique: 'slug',
  order: parentsFirst,
  row: (v, { idOf }) => ({
    slug: v.slug,
    name: v.name,
    position: v.position,
    parentId: v.parent === undefined ? null : idOf('category', v.parent),
  }),
});

export const brand = upsertTarget<typeof brands, 'brand'>('brands', brands, {
  unique: 'slug',
  row: (v) => ({ slug: v.slug, name: v.name }),
});

export const product = upsertTarget<typeof products, 'product'>('products', products, {
  unique: 'number',
  once: ['publishedAt'],
  row: (v, { idOf, now }) => ({
    number: v.number,
    name: v.name,
    summary: v.summary ?? null,
    model: v.model ?? null,
    brandId: v.brand === undefined ? null : idOf('brand', v.brand),
    categoryId: idOf('category', v.category),
    supplierId: v.supplier === undefined ? null : idOf('supplier', v.supplier),
    axes: v.axes,
    specification: v.specification,
    keywords: v.keywords,
    taxRate: v.taxRate,
    status: v.status,
    publishedAt: v.status === 'published' ? now : null,
  }),
});

export const sku = upsertTarget<typeof skus, 'sku'>('skus', skus, {
  unique: 'itemNumber',
  row: (v, { idOf }) => ({
    productId: idOf('product', v.product),
    itemNumber: v.itemNumber,
    options: v.options,
    unit: v.unit,
    position: v.position,
    status: v.status,
    packText: v.packText ?? null,
    weightGrams: v.weightGrams ?? null,
  }),
});
