import { catalogStore, searchLogStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import { fold } from '@tradeline/domain/search';
import * as z from 'zod';
import { page, text, uuid } from '../../trpc/inputs.ts';
import { refuse } from '../../trpc/or-throw.ts';
import { buyerProcedure, visitorProcedure } from '../../trpc/procedures.ts';
import { offer } from '../../use-cases/catalog/browse.ts';
import { forgetKept, popularQueries, recentQueries } from '../../use-cases/catalog/search/past-queries.ts';
import { searchGoods } from '../../use-cases/catalog/search/search-goods.ts';
import { suggestGoods } from '../../use-cases/catalog/search/suggest-goods.ts';
import { viewerOf } from '../../use-cases/session/visitor.ts';

const code = text(100, 1);
/** More filters at once than a person sets would only cost time. */
const chosen = z
  .record(code, z.array(code).max(50))
  .refine((axes) => Object.keys(axes).length <= 12, 'at most 12 at once');
const yes = z.literal(true).optional();
const price = z.number().int().min(0).max(1e13).transform(minor).optional();

const wish = page.extend({
  text: text(200).optional(),
  category: uuid().optional(),
  brands: z.array(uuid()).max(100).optional(),
  priceFrom: price,
  priceTo: price,
  options: chosen.optional(),
  attributes: chosen.optional(),
  inStock: yes,
  onPromotion: yes,
  boughtBefore: yes,
  sort: z.enum(['relevance', 'price-asc', 'price-desc', 'sales', 'newest']).optional(),
});

/** Finding goods: part of `buyer.catalog`. */
export const searchProcedures = {
  search: visitorProcedure('catalog.read')
    .input(wish)
    .query(({ ctx, input }) => searchGoods(ctx.deps, ctx.visitor, input)),
  suggest: visitorProcedure('catalog.read')
    .input(z.strictObject({ text: text(200, 1) }))
    .query(({ ctx, input }) => suggestGoods(ctx.deps, ctx.visitor, input.text)),
  /** What I searched for lately. */
  recentSearches: buyerProcedure('catalog.read').query(({ ctx }) => recentQueries(ctx.deps, ctx.buyer)),
  popularSearches: visitorProcedure('catalog.read').query(({ ctx }) => popularQueries(ctx.deps)),
  /** Takes one text, or all, off my recent searches. */
  forgetSearch: buyerProcedure('catalog.read')
    .input(z.strictObject({ text: text(200, 1).optional() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.deps.searchLog.flush();
      const normalised = input.text === undefined ? undefined : fold(input.text).trim().replace(/\s+/gu, ' ');
      await searchLogStore.forget(ctx.deps.db, ctx.buyer.id, normalised);
      forgetKept(ctx.deps, ctx.buyer.id);
    }),
  /** The variants of a product with prices by tier, rules and stock, for the order matrix. */
  matrix: visitorProcedure('catalog.read')
    .input(z.strictObject({ productId: uuid() }))
    .query(async ({ ctx, input }) => {
      const product = await catalogStore.product(ctx.deps.db, input.productId, viewerOf(ctx.visitor));
      if (!product) return refuse({ kind: 'product-not-found' });
      return offer(ctx.deps.db, ctx.visitor, await catalogStore.skusOfProducts(ctx.deps.db, [input.productId]));
    }),
};
