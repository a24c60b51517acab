import { type Minor, minor } from '@tradeline/domain/money';
import type { InferInsertModel } from 'drizzle-orm';
import type {
  attributes as attributeTable,
  brands as brandTable,
  categories as categoryTable,
  OptionAxis,
  products,
  skus,
} from '../../schema/index.ts';
import { at, DAY } from '../clock.ts';
import { type Ids, idsFrom } from '../ids.ts';
import { type Random, randomFrom } from '../random.ts';
import { attributesOf, buildAttributes } from './attributes.ts';
import { brands } from './brands.ts';
import { type Category, categories } from './categories.ts';
import { goods } from './goods/index.ts';
import type { Goods, Make } from './goods-type.ts';
import { descriptionOf, specificationOf } from './texts.ts';
import { barcode, combinations, valuesOf } from './variants.ts';
import { axisNames, units, word } from './words.ts';

export type DemoProduct = {
  readonly row: InferInsertModel<typeof products>;
  readonly goods: Goods;
  readonly category: Category;
  /** Hex colours in which its variants are drawn, the leading one first. */
  readonly colours: readonly string[];
  readonly launchedAt: number;
  /** When it was taken off the assortment; absent while it is in it. */
  readonly withdrawnAt?: number;
  readonly skus: readonly DemoSku[];
};
export type DemoSku = {
  readonly row: InferInsertModel<typeof skus>;
  readonly index: number;
  readonly cost: Minor;
  /** Base price in minor units. */
  readonly price: Minor;
  /** How often it is chosen against its sisters. */
  readonly share: number;
};
export type Catalogue = {
  readonly categories: readonly InferInsertModel<typeof categoryTable>[];
  readonly brands: readonly InferInsertModel<typeof brandTable>[];
  readonly attributes: readonly InferInsertModel<typeof attributeTable>[];
  readonly products: readonly DemoProduct[];
  readonly skus: readonly (DemoSku & { readonly product: DemoProduct })[];
};

type Context = {
  readonly ids: Ids;
  readonly random: Random;
  readonly opened: number;
  readonly now: number;
  readonly supplierOf: (leaf: string) => string;
  readonly brands: ReadonlyMap<string, BrandRow>;
  readonly leaves: ReadonlyMap<string, string>;
};
type BrandRow = {
  readonly id: string;
  readonly name: { zh: string; en?: string | undefined };
  readonly colour: string;
  readonly about: { zh: string; en?: string | undefined };
};

const launchOf = ({ random, opened, now }: Context): number =>
  random.chance(0.1)
    ? opened + DAY * random.int(60, Math.floor((now - opened) / DAY) - 20)
    : opened - DAY * random.int(0, 600);

const buildProduct = (
  context: Context,
  category: Category,
  g: Goods,
  make: Make,
  number: string,
  next: () => number,
): DemoProduct => {
  const { ids, random } = context;
  const [brandSlug, model, adjective, costFactor] = make;
  const brand = context.brands.get(brandSlug)!;
  const [name, extra] = [word(g.name), word(adjective)];
  const title = { zh: `${brand.name.zh} ${extra.zh}${name.zh}`, en: `${brand.name.en} ${extra.en} ${name.en}` };
  const axes = g.axes.map((axis) => ({ code: axis[0] as string, values: valuesOf(axis) }));
  const launchedAt = launchOf(context);
  const fate = random.next();
  const status = fate < 0.02 ? 'draft' : fate < 0.05 ? 'withdrawn' : 'published';
  const id = ids(launchedAt);
  const hexes = axes.flatMap((axis) => axis.values.flatMap((value) => value.hex ?? []));
  const turn = g.makes.indexOf(make) % Math.max(1, hexes.length);
  return {
    goods: g,
    category,
    launchedAt,
    ...(status === 'withdrawn' ? { withdrawnAt: context.now - DAY * random.int(30, 120) } : {}),
    colours: hexes.length > 0 ? [...hexes.slice(turn), ...hexes.slice(0, turn)] : [brand.colour],
    row: {
      id,
      number,
      name: title,
      summary: { zh: g.text[0].split('，')[0]!.replace('。', ''), en: g.text[1].split(/[;:,.]/)[0]! },
      description: descriptionOf(g, title),
      model,
      brandId: brand.id,
      categoryId: context.leaves.get(g.leaf)!,
      supplierId: context.supplierOf(g.leaf),
      axes: axes.map(
        ({ code, values }): OptionAxis => ({
          code,
          name: word(axisNames[code as keyof typeof axisNames]),
          values: values.map((value) => ({ code: value.code, name: value.name })),
        }),
      ),
      specification: specificationOf(g, brand.name),
      attributes: attributesOf(g),
      keywords: [name.zh, name.en, brand.name.zh, brand.name.en, model, number].join(' '),
      taxRate: g.tax ?? '13',
      status,
      publishedAt: status === 'draft' ? null : at(launchedAt),
      createdAt: at(launchedAt - 3 * DAY),
      updatedAt: at(launchedAt),
    },
    skus: combinations(axes.map((axis) => axis.values)).map((values, position): DemoSku => {
      const index = next();
      const cost = minor(
        Math.max(20, Math.round(g.cost * 100 * costFactor * values.reduce((f, value) => f * value.factor, 1))),
      );
      const least = g.least ?? 1;
      return {
        index,
        cost,
        price: minor(roundPrice((cost / (1 - category.margin)) * (1 + 0.04 * (random.next() - 0.5)))),
        share: (0.35 + random.next()) / (1 + 0.22 * position),
        row: {
          id: ids(launchedAt + position),
          productId: id,
          itemNumber: `${number}-${String(position + 1).padStart(2, '0')}`,
          barcode: barcode(index),
          options: Object.fromEntries(values.map((value, i) => [axes[i]!.code, value.code])),
          unit: word(units[g.unit]),
          cartonQuantity: g.carton,
          packUnits: g.carton > 1 ? [{ code: 'carton', name: { zh: '箱', en: 'carton' }, factor: g.carton }] : [],
          minQuantity: least,
          multiple: g.multiple ?? 1,
          maxQuantity: g.most ?? null,
          cost,
          weightGrams: Math.round(g.grams * Math.sqrt(values.reduce((f, value) => f * value.factor, 1))),
          packText: g.carton > 1 ? `${g.carton} ${word(units[g.unit]).zh} / 箱` : null,
          position,
          status: 'active',
        },
      };
    }),
  };
};

/** Prices end in a whole jiao above ten yuan and in five fen below. */
const roundPrice = (fen: number): number => (fen >= 1000 ? Math.round(fen / 10) * 10 : Math.round(fen / 5) * 5);

/** The whole assortment, the same for the same seed and day. */
export const buildCatalogue = (
  seed: number,
  opened: number,
  now: number,
  supplierOf: (leaf: string) => string,
): Catalogue => {
  const ids = idsFrom(seed, 'catalogue');
  const brandRows = new Map<string, BrandRow>();
  const leafIds = new Map<string, string>();
  const random = randomFrom(seed, 'catalogue');
  const context: Context = { ids, random, opened, now, supplierOf, brands: brandRows, leaves: leafIds };
  const categoryRows: InferInsertModel<typeof categoryTable>[] = [];
  for (const [position, top] of categories.entries()) {
    const id = ids(opened - 900 * DAY + position);
    categoryRows.push({ id, parentId: null, slug: top.slug, name: word(top.name), position });
    for (const [at, [leaf, name]] of top.leaves.entries()) {
      const leafId = ids(opened - 900 * DAY + 100 + position * 10 + at);
      leafIds.set(leaf, leafId);
      categoryRows.push({ id: leafId, parentId: id, slug: leaf, name: word(name), position: at });
    }
  }
  for (const [position, [key, name, colour, about]] of brands.entries())
    brandRows.set(key, { id: ids(opened - 900 * DAY + position), name: word(name), colour, about: word(about) });
  let serial = 0;
  const products = categories.flatMap((category) => {
    let n = 1000;
    return goods[category.slug]!.flatMap((g) =>
      g.makes.map((make) => buildProduct(context, category, g, make, `${category.prefix}-${++n}`, () => serial++)),
    );
  });
  return {
    categories: categoryRows,
    brands: [...brandRows].map(([key, { id, name, about }], position) => ({
      id,
      slug: key,
      name,
      description: about,
      position,
    })),
    attributes: buildAttributes(
      idsFrom(seed, 'attributes'),
      opened - 900 * DAY,
      (slug) => categoryRows.find((row) => row.slug === slug)?.id,
    ),
    products,
    skus: products.flatMap((product) => product.skus.map((sku) => ({ ...sku, product }))),
  };
};
