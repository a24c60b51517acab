import { CNY } from '@tradeline/domain/money';
import type { OptionAxis, Specification } from '../../../schema/index.ts';
import { record } from '../../record.ts';
import { BASE, type Mall, ownSku, type Product, type Sku, skusOf } from './files.ts';

type Values = readonly Mall['attributeValues']['all'][number][];
const attributeOf = (t: Mall, row: Values[number]) => t.attributes.find(row.values.product_attribute_id)!.values;

/** Option axes that the shop uses, with a code for addresses and an English name. Any other keeps its own name. */
const AXES: Record<string, { code: string; en: string }> = {
  颜色: { code: 'colour', en: 'Colour' },
  容量: { code: 'capacity', en: 'Capacity' },
  尺寸: { code: 'size', en: 'Size' },
  版本: { code: 'version', en: 'Version' },
  风格: { code: 'style', en: 'Style' },
  内存: { code: 'memory', en: 'Memory' },
  系列: { code: 'series', en: 'Series' },
};
const axisOf = (name: string) => AXES[name] ?? { code: name, en: name };

const WAREHOUSE = 'mall-cn';

/** An option's values as the product declares them, then as its SKUs have them. */
const axes = (t: Mall, skus: readonly Sku[], values: Values): OptionAxis[] => {
  const found = new Map<string, Set<string>>();
  for (const { values } of skus)
    for (const { key, value } of values.sp_data) found.set(key, (found.get(key) ?? new Set()).add(value));
  return [...found].map(([name, used]) => {
    const declared = values
      .filter((row) => attributeOf(t, row).name === name)
      .flatMap((row) => row.values.value?.split(',') ?? []);
    return {
      code: axisOf(name).code,
      name: { zh: name, en: axisOf(name).en },
      values: [...new Set([...declared.filter((value) => used.has(value)), ...used])].map((value) => ({
        code: value,
        name: { zh: value },
      })),
    };
  });
};

/** What describes a product; where it has SKUs, its options are theirs to tell. */
const describing = (t: Mall, skus: readonly Sku[], values: Values): Map<string, Values> => {
  const told = values.filter((row) => skus.length === 0 || attributeOf(t, row).type === '1');
  return Map.groupBy(told, (row) => attributeOf(t, row).name);
};

const specification = (t: Mall, skus: readonly Sku[], values: Values): Specification =>
  [...describing(t, skus, values)].map(([name, rows]) => ({
    name: { zh: name },
    value: { zh: rows.map((row) => row.values.value).join('、') },
  }));

export function* catalogue(t: Mall) {
  yield record('warehouse', WAREHOUSE, [], { code: 'MALL', name: { zh: '商城仓', en: 'Mall warehouse' } });
  yield record('price-list', BASE, [], {
    code: 'MALL-BASE',
    name: { zh: '商城标准价', en: 'Mall list prices' },
    kind: 'base',
    currency: CNY,
    priority: 0,
  });
  for (const row of t.brands.all)
    yield record('brand', row.key, [row], { slug: `mall-${row.key}`, name: { zh: row.values.name } });
  for (const row of t.categories.all) {
    const { name, sort, parent_id } = row.values;
    yield record('category', row.key, [row], {
      slug: `mall-${row.key}`,
      name: { zh: name },
      position: sort,
      parent: parent_id === undefined ? undefined : String(parent_id),
    });
  }
  const values = Map.groupBy(t.attributeValues.all, (row) => row.values.product_id);
  const skus = skusOf(t);
  for (const product of t.products.all)
    yield* goods(t, product, skus.get(product.values.id) ?? [], values.get(product.values.id) ?? []);
}

function* goods(t: Mall, product: Product, skus: readonly Sku[], values: Values) {
  const v = product.values;
  yield record('product', product.key, [product, ...values], {
    number: `MALL-${v.id}`,
    name: { zh: v.name },
    summary: v.sub_title === undefined ? undefined : { zh: v.sub_title },
    model: v.product_sn,
    brand: String(v.brand_id),
    category: String(v.product_category_id),
    axes: axes(t, skus, values),
    specification: specification(t, skus, values),
    keywords: v.keywords ?? '',
    taxRate: '13',
    status: v.delete_status ? 'withdrawn' : v.publish_status ? 'published' : 'draft',
  });
  const unit = v.unit ?? t.categories.find(v.product_category_id)!.values.product_unit ?? '件';
  const shared = {
    product: product.key,
    unit: unit === '件' ? { zh: '件', en: 'piece' } : { zh: unit },
    status: v.delete_status ? 'withdrawn' : 'active',
    weightGrams: v.weight || undefined,
  } as const;
  if (skus.length === 0) {
    yield record('sku', ownSku(product), [product], {
      ...shared,
      itemNumber: `MALL-${v.id}`,
      options: {},
      position: 0,
    });
    yield record('price', `${BASE}/${ownSku(product)}/1`, [product], {
      list: BASE,
      sku: ownSku(product),
      minQuantity: 1,
      unitPriceE4: v.price,
    });
  }
  for (const [position, row] of skus.entries()) {
    const options = Object.fromEntries(row.values.sp_data.map(({ key, value }) => [axisOf(key).code, value]));
    yield record('sku', row.key, [row], { ...shared, itemNumber: row.values.sku_code, options, position });
    yield record('price', `${BASE}/${row.key}/1`, [row], {
      list: BASE,
      sku: row.key,
      minQuantity: 1,
      unitPriceE4: row.values.price,
    });
    yield record('stock', row.key, [row], {
      sku: row.key,
      warehouse: WAREHOUSE,
      onHand: row.values.stock,
      safety: row.values.low_stock ?? 0,
    });
  }
}
