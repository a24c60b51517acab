import * as z from 'zod';
import { idempotencyKey, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { addMany } from '../../use-cases/cart/add-many.ts';
import { markCartSeen, viewCartNews } from '../../use-cases/cart/cart-news.ts';
import { changeCart } from '../../use-cases/cart/change-cart.ts';
import {
  chooseCart,
  createCart,
  discardCart,
  leaveCart,
  listCarts,
  moveLines,
  ownerOf,
  renameCart,
  restoreCart,
  shareCart,
  takeCartOver,
  viewLeftCart,
} from '../../use-cases/cart/named-carts.ts';
import { productPricing } from '../../use-cases/cart/product-pricing.ts';
import { undoAdd } from '../../use-cases/cart/undo-add.ts';
import { viewCart } from '../../use-cases/cart/view-cart.ts';

const lines = z
  .array(z.strictObject({ skuId: uuid(), quantity: z.number().int().min(0).max(1_000_000_000) }))
  .min(1)
  .max(500);

/** Every item once: what is wanted of it is one number. */
const additions = z
  .array(z.strictObject({ skuId: uuid(), quantity: z.number().int().min(1).max(1_000_000_000) }))
  .min(1)
  .max(2_000)
  .refine((all) => new Set(all.map(({ skuId }) => skuId)).size === all.length, 'one item appears twice');

export const buyerCartRouter = router({
  get: buyerProcedure('cart.edit').query(({ ctx }) => viewCart(ctx.deps, ctx.buyer)),
  /** `set` replaces quantities (0 removes), `add` adds to them, in the cart meant or the current one; answers with the current one. */
  change: buyerProcedure('cart.edit')
    .input(z.strictObject({ mode: z.enum(['set', 'add']), lines, cartId: uuid().optional() }))
    .mutation(async ({ ctx, input }) => orThrow(await changeCart(ctx.deps, ctx.buyer, input))),
  /** Adds many at once, answers what became of each line, and the cart as it is now. */
  addMany: buyerProcedure('cart.edit')
    .input(z.strictObject({ idempotencyKey, mode: z.enum(['each', 'all']).default('each'), lines: additions }))
    .mutation(async ({ ctx, input }) => ({
      report: orThrow(await addMany(ctx.deps, ctx.buyer, input)),
      cart: await viewCart(ctx.deps, ctx.buyer),
    })),
  /** Takes back what one `addMany` put in, once; answers with the cart as it is now. */
  undoAdd: buyerProcedure('cart.edit')
    .input(z.strictObject({ idempotencyKey }))
    .mutation(async ({ ctx, input }) => {
      orThrow(await undoAdd(ctx.deps, ctx.buyer, input.idempotencyKey));
      return viewCart(ctx.deps, ctx.buyer);
    }),
  /** What changed of the cart since it was last looked at, without its owner's doing. */
  news: buyerProcedure('cart.edit').query(({ ctx }) => viewCartNews(ctx.deps, ctx.buyer)),
  markSeen: buyerProcedure('cart.edit').mutation(({ ctx }) => markCartSeen(ctx.deps, ctx.buyer)),
  /** Carts by name, his own and those his colleagues share; the current one takes what he adds. */
  list: buyerProcedure('cart.edit').query(({ ctx }) => listCarts(ctx.deps, ctx.buyer)),
  /** The colleague's cart that took what he added until it was ordered, put away or taken back; null: there is none to tell of. */
  left: buyerProcedure('cart.edit').query(({ ctx }) => viewLeftCart(ctx.deps, ownerOf(ctx.buyer))),
  leave: buyerProcedure('cart.edit').mutation(({ ctx }) => leaveCart(ctx.deps, ownerOf(ctx.buyer))),
  share: buyerProcedure('cart.edit')
    .input(z.strictObject({ id: uuid(), shared: z.boolean() }))
    .mutation(async ({ ctx, input }) => orThrow(await shareCart(ctx.deps, ownerOf(ctx.buyer), input.id, input.shared))),
  /** A cart whose owner works here no longer becomes his. */
  takeOver: buyerProcedure('cart.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await takeCartOver(ctx.deps, ctx.buyer, ctx.requestId, input.id))),
  create: buyerProcedure('cart.edit')
    .input(z.strictObject({ name: text(40, 1) }))
    .mutation(async ({ ctx, input }) => orThrow(await createCart(ctx.deps, ownerOf(ctx.buyer), input.name))),
  rename: buyerProcedure('cart.edit')
    .input(z.strictObject({ id: uuid(), name: text(40, 1) }))
    .mutation(async ({ ctx, input }) => orThrow(await renameCart(ctx.deps, ownerOf(ctx.buyer), input.id, input.name))),
  choose: buyerProcedure('cart.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await chooseCart(ctx.deps, ownerOf(ctx.buyer), input.id))),
  discard: buyerProcedure('cart.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await discardCart(ctx.deps, ownerOf(ctx.buyer), input.id))),
  restore: buyerProcedure('cart.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await restoreCart(ctx.deps, ownerOf(ctx.buyer), input.id))),
  /** Moves lines from the current cart to another. */
  move: buyerProcedure('cart.edit')
    .input(z.strictObject({ to: uuid(), skuIds: z.array(uuid()).min(1).max(2_000) }))
    .mutation(async ({ ctx, input }) => orThrow(await moveLines(ctx.deps, ownerOf(ctx.buyer), input.to, input.skuIds))),
  /** The facts by which the portal prices a product's variants while their quantities are typed. */
  productPricing: buyerProcedure('cart.edit')
    .input(z.strictObject({ productId: uuid() }))
    .query(({ ctx, input }) => productPricing(ctx.deps, ctx.buyer, input.productId)),
});
