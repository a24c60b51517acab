import type { Random } from '@tradeline/db/demo';
import { keyOf } from './ids.ts';
import type { Size } from './size.ts';
import { type Axis, colourAxis, makers, materials, secondAxes, shelves, traits, type Word } from './words.ts';

export type Goods = { itemNumber: string; name: Word; optionText: Word | null; priceE4: number };
export type Catalogue = {
  categories: unknown[][];
  brands: unknown[][];
  attributes: unknown[][];
  products: unknown[][];
  skus: unknown[][];
  /** By number of the SKU: what orders and prices need to know of it. */
  goods: Goods[];
  departments: string[];
  sections: string[];
};

export const categoryColumns = ['id', 'parent_id', 'slug', 'name', 'position'];
export const brandColumns = ['id', 'slug', 'name', 'position'];
export const attributeColumns = ['id', 'category_id', 'code', 'name', 'kind', 'unit', 'choices', 'position'];
export const productColumns = [
  'id',
  'number',
  'name',
  'summary',
  'description',
  'model',
  'brand_id',
  'category_id',
  'axes',
  'specification',
  'attributes',
  'tags',
  'keywords',
  'tax_rate',
  'published_at',
  'updated_at',
  'created_at',
];
export const skuColumns = [
  'id',
  'product_id',
  'item_number',
  'barcode',
  'options',
  'unit',
  'carton_quantity',
  'min_quantity',
  'multiple',
  'cost',
  'weight_grams',
  'position',
];

/** SKUs of a product in turn: forty for every ten products. */
const VARIANTS = [1, 4, 1, 6, 2, 1, 12, 3, 4, 6] as const;
/** Values on the two axes that make so many variants; one alone has none. */
const GRID: Record<number, readonly [colours: number, others: number]> = {
  1: [0, 0],
  2: [2, 0],
  3: [3, 0],
  4: [4, 0],
  6: [2, 3],
  12: [4, 3],
};
const UNITS: Word[] = [
  { zh: '件', en: 'pc' },
  { zh: '个', en: 'pc' },
  { zh: '套', en: 'set' },
  { zh: '盒', en: 'box' },
];

const withValues = (axis: Axis, count: number): Axis => ({ ...axis, values: axis.values.slice(0, count) });

const combinationsOf = (axes: Axis[]): Axis['values'][] =>
  axes.reduce<Axis['values'][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );

type Leaf = { id: string; noun: Word; department: number };

const treeOf = () => {
  const categories: unknown[][] = [];
  const leaves: Leaf[] = [];
  const [departments, sections]: [string[], string[]] = [[], []];
  const add = (parent: string | null, name: Word, position: number): string => {
    const id = keyOf('category', categories.length);
    categories.push([id, parent, `c${categories.length}`, name, position]);
    return id;
  };
  shelves.forEach((shelf, department) => {
    const top = add(null, shelf.name, department);
    departments.push(top);
    shelf.below.forEach((section, i) => {
      const middle = add(top, section.name, i);
      sections.push(middle);
      for (const [j, noun] of section.nouns.entries()) leaves.push({ id: add(middle, noun, j), noun, department });
    });
  });
  return { categories, leaves, departments, sections };
};

const GRADES: Word[] = [
  { zh: '标准', en: 'Standard' },
  { zh: '优选', en: 'Selected' },
  { zh: '旗舰', en: 'Flagship' },
];
const choicesOf = (list: Word[]) => list.map((name, i) => ({ code: `v${i}`, name }));
const attributesOf = (): unknown[][] => [
  [keyOf('attribute', 0), null, 'material', { zh: '材质', en: 'Material' }, 'choice', null, choicesOf(materials), 0],
  [keyOf('attribute', 1), null, 'grade', { zh: '等级', en: 'Grade' }, 'choice', null, choicesOf(GRADES), 1],
  [keyOf('attribute', 2), null, 'warranty', { zh: '质保', en: 'Warranty' }, 'number', '月', [], 2],
];

/** Goods whose names are put together from the words of the trade. Prices and options follow the number, so a seed says it all. */
export const buildCatalogue = (size: Size, random: Random, now: number): Catalogue => {
  const { categories, leaves, departments, sections } = treeOf();
  const [products, skus, goods]: [unknown[][], unknown[][], Goods[]] = [[], [], []];
  for (let p = 0; p < size.products; p++) {
    const leaf = random.pick(leaves);
    const [maker, material, trait] = [random.int(0, makers.length - 1), random.int(0, 14), random.pick(traits)];
    const stuff = materials[material]!;
    const model = `${String.fromCharCode(65 + (p % 26))}${String.fromCharCode(65 + ((p * 7) % 26))}-${100 + (p % 900)}`;
    const name: Word = {
      zh: `${makers[maker]!.zh} ${trait.zh}${stuff.zh}${leaf.noun.zh} ${model}`,
      en: `${makers[maker]!.en} ${trait.en} ${stuff.en} ${leaf.noun.en} ${model}`,
    };
    const count = VARIANTS[p % VARIANTS.length]!;
    const [colours, others] = GRID[count]!;
    const second = secondAxes[leaf.department % secondAxes.length]!;
    const axes = [withValues(colourAxis, colours), withValues(second, others)].filter(
      ({ values }) => values.length > 0,
    );
    const at = new Date(now - random.int(1, 900) * 86_400_000).toISOString();
    const id = keyOf('product', p);
    products.push([
      id,
      `P${100_000 + p}`,
      name,
      { zh: `${trait.zh}，${stuff.zh}材质`, en: `${trait.en}, ${stuff.en}` },
      {
        zh: `${leaf.noun.zh}采用${stuff.zh}制造，${trait.zh}设计，适合批发与零售。\n整箱发货，支持开票。`,
        en: `${leaf.noun.en} made of ${stuff.en.toLowerCase()}.`,
      },
      model,
      keyOf('brand', maker),
      leaf.id,
      axes,
      [{ name: { zh: '型号', en: 'Model' }, value: { zh: model, en: model } }],
      { material: `v${material}`, grade: `v${random.int(0, 2)}`, warranty: random.pick([6, 12, 24, 36]) },
      p % 17 === 0 ? '{new}' : '{}',
      `${leaf.noun.zh} ${stuff.zh}`,
      leaf.department === 1 ? '9' : '13',
      at,
      at,
      at,
    ]);
    const base = Math.round(20_000 + random.next() ** 3 * 4_000_000);
    const unit = random.pick(UNITS);
    const multiple = random.pick([1, 1, 1, 6, 12]);
    combinationsOf(axes).forEach((values, position) => {
      const n = goods.length;
      const itemNumber = `${100_000 + p}-${String(position + 1).padStart(2, '0')}`;
      const priceE4 = Math.round((base * (100 + position * 3)) / 10_000) * 100;
      skus.push([
        keyOf('sku', n),
        id,
        itemNumber,
        `21${String(n).padStart(11, '0')}`,
        Object.fromEntries(values.map((value, i) => [axes[i]!.code, value.code])),
        unit,
        multiple === 1 ? 24 : multiple * 4,
        multiple,
        multiple,
        Math.round(priceE4 / 150),
        100 + (n % 5_000),
        position,
      ]);
      const options = values.map((value) => value.name);
      goods.push({
        itemNumber,
        name,
        optionText:
          options.length > 0
            ? { zh: options.map((o) => o.zh).join(' / '), en: options.map((o) => o.en).join(' / ') }
            : null,
        priceE4,
      });
    });
  }
  const brands = makers.map((name, i) => [keyOf('brand', i), name.en.toLowerCase(), name, i]);
  return { categories, brands, attributes: attributesOf(), products, skus, goods, departments, sections };
};
