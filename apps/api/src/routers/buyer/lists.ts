import { goodsListStore } from '@tradeline/db/stores';
import { allows } from '@tradeline/domain/access';
import { err, ok } from '@tradeline/domain/kernel';
import * as z from 'zod';
import { idempotencyKey, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { changeList } from '../../use-cases/lists/change-list.ts';
import { createList } from '../../use-cases/lists/create-list.ts';
import { ownerOf } from '../../use-cases/lists/list-owner.ts';
import { listToCart } from '../../use-cases/lists/list-to-cart.ts';
import { setFavourite } from '../../use-cases/lists/set-favourite.ts';
import { viewList } from '../../use-cases/lists/view-list.ts';
import { buyerOrders } from '../../use-cases/order/order-scope.ts';

const name = text(60, 1);
const quantity = z.number().int().min(1).max(1_000_000_000).nullable();
const skuIds = z.array(uuid()).min(1).max(500);
const one = z.strictObject({ id: uuid() });

export const buyerListsRouter = router({
  mine: buyerProcedure('list.edit').query(({ ctx }) => goodsListStore.mine(ctx.deps.db, ownerOf(ctx.buyer))),
  get: buyerProcedure('list.edit')
    .input(one)
    .query(async ({ ctx, input }) => orThrow(await viewList(ctx.deps, ctx.buyer, input.id))),
  /** The SKUs with a heart, with the products they are of. */
  favourites: buyerProcedure('list.edit').query(({ ctx }) =>
    goodsListStore.favouriteSkus(ctx.deps.db, ownerOf(ctx.buyer)),
  ),
  setFavourite: buyerProcedure('list.edit')
    .input(z.strictObject({ productId: uuid(), skuId: uuid().optional(), favourite: z.boolean() }))
    .mutation(async ({ ctx, input }) => orThrow(await setFavourite(ctx.deps, ctx.buyer, input))),
  create: buyerProcedure('list.edit')
    .input(z.strictObject({ name, shared: z.boolean().default(false), fromOrder: uuid().optional() }))
    .mutation(async ({ ctx, input: { fromOrder, ...fields } }) => {
      const scope = allows({ audience: 'buyer', roles: [ctx.buyer.role] }, 'order.read') ?? 'own';
      return orThrow(
        await createList(
          ctx.deps,
          ctx.buyer,
          fields,
          fromOrder ? { scope: buyerOrders(ctx.buyer, scope), id: fromOrder } : undefined,
        ),
      );
    }),
  update: buyerProcedure('list.edit')
    .input(z.strictObject({ id: uuid(), name: name.optional(), shared: z.boolean().optional() }))
    .mutation(async ({ ctx, input: { id, ...fields } }) =>
      orThrow(
        (await goodsListStore.update(ctx.deps.db, ownerOf(ctx.buyer), id, fields))
          ? ok(true)
          : err({ kind: 'list-not-found' }),
      ),
    ),
  remove: buyerProcedure('list.edit')
    .input(one)
    .mutation(async ({ ctx, input }) =>
      orThrow(
        (await goodsListStore.remove(ctx.deps.db, ownerOf(ctx.buyer), input.id))
          ? ok(true)
          : err({ kind: 'list-not-found' }),
      ),
    ),
  put: buyerProcedure('list.edit')
    .input(
      z.strictObject({
        id: uuid(),
        lines: z
          .array(z.strictObject({ skuId: uuid(), quantity }))
          .min(1)
          .max(500),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      orThrow(await changeList(ctx.deps, ctx.buyer, input.id, { kind: 'put', lines: input.lines })),
    ),
  take: buyerProcedure('list.edit')
    .input(z.strictObject({ id: uuid(), skuIds }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await changeList(ctx.deps, ctx.buyer, input.id, { kind: 'take', skuIds: input.skuIds })),
    ),
  arrange: buyerProcedure('list.edit')
    .input(z.strictObject({ id: uuid(), skuIds }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await changeList(ctx.deps, ctx.buyer, input.id, { kind: 'arrange', skuIds: input.skuIds })),
    ),
  /** Adds the whole list to the cart and answers what became of each line. */
  toCart: buyerProcedure('cart.edit')
    .input(z.strictObject({ id: uuid(), idempotencyKey }))
    .mutation(async ({ ctx, input }) => orThrow(await listToCart(ctx.deps, ctx.buyer, input.id, input.idempotencyKey))),
});
