import { catalogStore, firstPriceStore, priceStore, stockStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { page, text, uuid } from '../../trpc/inputs.ts';
import { refuse } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { findGoods } from '../../use-cases/catalog/search/find-goods.ts';
import { may } from '../../use-cases/customer/seen-by.ts';

export const adminCatalogRouter = router({
  categories: staffProcedure('product.read').query(({ ctx }) => catalogStore.categories(ctx.deps.db, 'staff')),
  brands: staffProcedure('product.read').query(({ ctx }) => catalogStore.brands(ctx.deps.db, 'staff')),
  products: staffProcedure('product.read')
    .input(
      page.extend({
        category: uuid().optional(),
        brand: uuid().optional(),
        text: text(200).optional(),
        inStock: z.boolean().optional(),
        status: z.enum(['published', 'draft', 'withdrawn']).optional(),
        sort: z.enum(['relevance', 'number', 'newest', 'name', 'updated']).optional(),
      }),
    )
    .query(async ({ ctx, input: { page, size, sort, text: typed, ...filter } }) => {
      const words = typed?.trim();
      const ids = words ? await findGoods(ctx.deps, words) : undefined;
      const { rows, total } = await catalogStore.page(
        ctx.deps.db,
        { ...filter, ids },
        sort ?? (ids ? 'relevance' : 'number'),
        { page, size },
        'staff',
      );
      const skus = await catalogStore.skusOfProducts(
        ctx.deps.db,
        rows.map((row) => row.id),
      );
      const available = await stockStore.available(
        ctx.deps.db,
        skus.map((sku) => sku.id),
      );
      const prices = may(ctx.staff, 'price.read')
        ? await firstPriceStore.basePrices(
            ctx.deps.db,
            skus.map((sku) => sku.id),
          )
        : undefined;
      const byProduct = Map.groupBy(skus, (sku) => sku.productId);
      return {
        total,
        rows: rows.map((row) => {
          const own = byProduct.get(row.id) ?? [];
          return {
            ...row,
            skuCount: own.length,
            /** Base prices of its variants, lowest and highest; none where there are none or the role may not see any. */
            price: prices ? span(own.flatMap((sku) => prices.get(sku.id) ?? [])) : null,
            available: own.reduce((sum, sku) => sum + (available.get(sku.id) ?? 0), 0),
          };
        }),
      };
    }),
  product: staffProcedure('product.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => {
      const product = await catalogStore.product(ctx.deps.db, input.id, 'staff');
      if (!product) return refuse({ kind: 'product-not-found' });
      const skus = await catalogStore.skusOfProducts(ctx.deps.db, [input.id]);
      const ids = skus.map((sku) => sku.id);
      const stock = await stockStore.balancesOf(ctx.deps.db, ids);
      return { ...product, skus, stock };
    }),
  priceLists: staffProcedure('price.read').query(({ ctx }) => priceStore.lists(ctx.deps.db)),
  prices: staffProcedure('price.read')
    .input(z.strictObject({ productId: uuid() }))
    .query(async ({ ctx, input }) => {
      const skus = await catalogStore.skusOfProducts(ctx.deps.db, [input.productId]);
      return priceStore.ofSkus(
        ctx.deps.db,
        skus.map((sku) => sku.id),
      );
    }),
});

const span = <T extends number>(values: readonly T[]): { from: T; to: T } | null =>
  values.length > 0 ? { from: Math.min(...values) as T, to: Math.max(...values) as T } : null;
