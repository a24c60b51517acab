import { join } from 'node:path';
import { createCatalogue, createLanguage } from '@tradeline/api/search';
import { readFile } from '@tradeline/db/importing';

type Cells = Readonly<Record<string, string>>;

const rowsOf = async (folder: string, file: string): Promise<Cells[]> => {
  const rows: Cells[] = [];
  let header: string[] = [];
  const read = await readFile(
    join(folder, file),
    file,
    (names) => {
      header = names;
      return [];
    },
    ({ cells }) => rows.push(Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']))),
  );
  if (!read.ok) throw new Error(`${file} cannot be read: ${JSON.stringify(read.error)}`);
  return rows.filter((row) => row['deleted'] !== '1' && row['delete_status'] !== '1');
};

/** Columns of the two sets that mean the same. */
const SETS = {
  'litemall-cn': {
    goods: 'goods.csv',
    number: 'goods_sn',
    summary: 'brief',
    category: 'category_id',
    parent: 'pid',
    sku: '',
  },
  'mall-cn': {
    goods: 'products.csv',
    number: 'product_sn',
    summary: 'sub_title',
    category: 'product_category_id',
    parent: 'parent_id',
    sku: 'sku_code',
  },
} as const;
export type SetName = keyof typeof SETS;

/** The goods of a folder in the index of the product, without a database. */
export const catalogueOf = async (folder: string, set: SetName) => {
  const columns = SETS[set];
  const [goods, brands, categories, skus] = await Promise.all(
    [columns.goods, 'brands.csv', 'categories.csv', 'skus.csv'].map((file) => rowsOf(folder, file)),
  );
  const catalogue = createCatalogue(await createLanguage([]), {
    categories: categories!.map((row) => ({
      id: row['id']!,
      parentId: (row[columns.parent] ?? '0') === '0' ? null : row[columns.parent]!,
      name: { zh: row['name']! },
    })),
    brands: brands!.map((row) => ({ id: row['id']!, name: { zh: row['name']! } })),
    attributes: [],
    synonyms: [],
    words: [],
  });
  const brandIds = new Set(brands!.map((row) => row['id']));
  for (const row of goods!)
    catalogue.put({
      id: row['id']!,
      number: row[columns.number]!,
      name: { zh: row['name']! },
      summary: { zh: row[columns.summary] ?? '' },
      model: null,
      brandId: brandIds.has(row['brand_id']) ? row['brand_id']! : null,
      categoryId: row[columns.category]!,
      axes: [],
      specification: [],
      attributes: {},
      tags: [],
      keywords: row['keywords'] ?? '',
      status: 'published',
      since: '0',
      skus: skus!
        .filter((sku) => (sku['goods_id'] ?? sku['product_id']) === row['id'])
        .map((sku) => ({
          id: sku['id']!,
          itemNumber: columns.sku === '' ? `${row[columns.number]}-${sku['id']}` : (sku[columns.sku] ?? ''),
          barcode: null,
          options: {},
          minQuantity: 1,
          active: true,
          inStock: true,
        })),
    });
  return catalogue;
};
