import { boughtGoods, catalogStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { page, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router, visitorProcedure } from '../../trpc/procedures.ts';
import { browse, offer } from '../../use-cases/catalog/browse.ts';
import { withGoods } from '../../use-cases/catalog/with-goods.ts';
import { viewProduct } from '../../use-cases/product/view-product.ts';
import { viewerOf } from '../../use-cases/session/visitor.ts';
import { searchProcedures } from './search.ts';

export const buyerCatalogRouter = router({
  ...searchProcedures,
  categories: visitorProcedure('catalog.read').query(async ({ ctx }) =>
    withGoods(await catalogStore.categories(ctx.deps.db, viewerOf(ctx.visitor))),
  ),
  brands: visitorProcedure('catalog.read').query(async ({ ctx }) =>
    (await catalogStore.brands(ctx.deps.db, viewerOf(ctx.visitor))).filter((brand) => brand.products > 0),
  ),
  products: visitorProcedure('catalog.read')
    .input(
      page.extend({
        category: uuid().optional(),
        brand: uuid().optional(),
        text: text(200).optional(),
        inStock: z.boolean().optional(),
        sort: z.enum(['number', 'newest', 'name']).default('number'),
      }),
    )
    .query(({ ctx, input: { page, size, sort, ...filter } }) =>
      browse(ctx.deps, ctx.visitor, filter, sort, { page, size }),
    ),
  product: visitorProcedure('catalog.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => orThrow(await viewProduct(ctx.deps, ctx.visitor, input.id))),
  /** What this company orders most, with today's price and stock. */
  usual: buyerProcedure('catalog.read').query(async ({ ctx }) => {
    const last = await boughtGoods.lastOrdered(ctx.deps.db, ctx.buyer.company.id, 12);
    const skus = await catalogStore.skus(
      ctx.deps.db,
      last.map((row) => row.skuId),
      viewerOf(ctx.buyer),
    );
    const offered = new Map((await offer(ctx.deps.db, ctx.buyer, skus)).map((sku) => [sku.id, sku]));
    return last.flatMap((row) => {
      const sku = skus.find((candidate) => candidate.id === row.skuId);
      const shown = offered.get(row.skuId);
      return sku?.shown && shown
        ? [
            {
              ...shown,
              productName: sku.productName,
              axes: sku.axes,
              picture: sku.picture,
              orders: row.orders,
              units: row.units,
              lastAt: row.lastAt,
            },
          ]
        : [];
    });
  }),
});
