import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitmapOf } from './bitmap.ts';
import { emptyTable, type GoodsTable } from './goods-table.ts';
import { type GoodsFilter, type GoodsView, sift, subtree } from './sift.ts';

/** Values 0-2 are colours (axis 0), 3-5 sizes (axis 1), 6-8 materials (attribute axis 2). */
const AXIS = [0, 0, 0, 1, 1, 1, 2, 2, 2];
const sku = fc.record({
  colour: fc.integer({ min: 0, max: 2 }),
  size: fc.integer({ min: 3, max: 5 }),
  inStock: fc.boolean(),
  price: fc.integer({ min: -1, max: 9 }),
});
const product = fc.record({
  category: fc.integer({ min: 0, max: 3 }),
  brand: fc.integer({ min: -1, max: 2 }),
  material: fc.integer({ min: 6, max: 8 }),
  promoted: fc.boolean(),
  bought: fc.boolean(),
  hidden: fc.boolean(),
  skus: fc.array(sku, { maxLength: 4 }),
});
type Product = typeof product extends fc.Arbitrary<infer T> ? T : never;
const some = (min: number, max: number) =>
  fc.option(fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 2 }), { nil: undefined });
const wish = fc.record({
  category: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  brands: some(0, 2),
  price: fc.option(fc.tuple(fc.nat(9), fc.nat(9)), { nil: undefined }),
  colours: some(0, 2),
  sizes: some(3, 5),
  materials: some(6, 8),
  inStock: fc.boolean(),
  onPromotion: fc.boolean(),
  boughtBefore: fc.boolean(),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

const worldOf = (goods: readonly Product[]): { table: GoodsTable; view: GoodsView } => {
  const table = emptyTable();
  const prices: number[] = [];
  table.axisOf.push(...AXIS);
  table.parentOf.push(-1, 0, 1, -1);
  for (const [n, one] of goods.entries()) {
    const own = one.skus.map(({ colour, size, inStock, price }) => {
      const place = table.skus.product.push(n) - 1;
      table.skus.options.push([colour, size]);
      table.skus.inStock.push(inStock);
      prices.push(price);
      return place;
    });
    table.products.published.push(true);
    table.products.category.push(one.category);
    table.products.brand.push(one.brand);
    table.products.attributes.push([one.material]);
    table.products.options.push([...new Set(own.flatMap((place) => table.skus.options[place]!))]);
    table.products.skus.push(own);
    table.products.inStock.push(one.skus.some(({ inStock }) => inStock));
    table.products.sales.push(0);
    table.products.since.push(0);
  }
  const placesOf = (test: (one: Product) => boolean) => goods.flatMap((one, n) => (test(one) ? [n] : []));
  return {
    table,
    view: {
      visible: (n) => !goods[n]!.hidden,
      prices,
      onPromotion: bitmapOf(
        goods.length,
        placesOf(({ promoted }) => promoted),
      ),
      bought: bitmapOf(
        goods.length,
        placesOf(({ bought }) => bought),
      ),
    },
  };
};

const filterOf = (wanted: Wish): GoodsFilter => ({
  category: wanted.category,
  brands: wanted.brands && new Set(wanted.brands),
  price: wanted.price && { from: wanted.price[0], to: wanted.price[1] },
  options: [
    ...(wanted.colours ? [{ axis: 0, values: new Set(wanted.colours) }] : []),
    ...(wanted.sizes ? [{ axis: 1, values: new Set(wanted.sizes) }] : []),
  ],
  attributes: wanted.materials ? [{ axis: 2, values: new Set(wanted.materials) }] : [],
  inStock: wanted.inStock,
  onPromotion: wanted.onPromotion,
  boughtBefore: wanted.boughtBefore,
});

/** The rule said plainly: one product at a time, nothing counted on the way. */
const passes = (one: Product, w: Wish): boolean =>
  !one.hidden &&
  (w.category === undefined || subtree([-1, 0, 1, -1], w.category).has(one.category)) &&
  (!w.brands || w.brands.includes(one.brand)) &&
  (!w.materials || w.materials.includes(one.material)) &&
  (!w.onPromotion || one.promoted) &&
  (!w.boughtBefore || one.bought) &&
  one.skus.some(
    (s) =>
      (!w.colours || w.colours.includes(s.colour)) &&
      (!w.sizes || w.sizes.includes(s.size)) &&
      (!w.inStock || s.inStock) &&
      (!w.price || (s.price >= 0 && s.price >= w.price[0] && s.price <= w.price[1])),
  );

test('what passes, and what each value would leave, is what choosing it alone in its filter leaves', () => {
  fc.assert(
    fc.property(fc.array(product, { maxLength: 12 }), wish, (goods, wanted) => {
      const { table, view } = worldOf(goods);
      const sifted = sift(table, goods.keys(), filterOf(wanted), view);
      const left = (changed: Partial<Wish>) => goods.filter((one) => passes(one, { ...wanted, ...changed })).length;
      expect(sifted.hits).toEqual([...goods.keys()].filter((n) => passes(goods[n]!, wanted)));
      for (const brand of [0, 1, 2]) expect(sifted.brands.get(brand) ?? 0).toBe(left({ brands: [brand] }));
      for (const value of [0, 1, 2]) expect(sifted.options.get(value) ?? 0).toBe(left({ colours: [value] }));
      for (const value of [3, 4, 5]) expect(sifted.options.get(value) ?? 0).toBe(left({ sizes: [value] }));
      for (const value of [6, 7, 8]) expect(sifted.attributes.get(value) ?? 0).toBe(left({ materials: [value] }));
      expect(sifted.inStock).toBe(left({ inStock: true }));
      expect(sifted.onPromotion).toBe(left({ onPromotion: true }));
      expect(sifted.boughtBefore).toBe(left({ boughtBefore: true }));
    }),
    { numRuns: 400 },
  );
});
