import { customerCodeStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { putCode, removeCode } from '../../use-cases/codes/change-code.ts';
import { buyerKeeper, CODE_LIMITS } from '../../use-cases/codes/code-keeper.ts';
import { pasteCodes } from '../../use-cases/codes/paste-codes.ts';
import { viewCodes } from '../../use-cases/codes/view-codes.ts';
import { viewerOf } from '../../use-cases/session/visitor.ts';
import { codePage, codeText, codeWish, pastedCodes } from '../code-inputs.ts';

/** What my company calls the goods. */
export const buyerCodesRouter = router({
  list: buyerProcedure('catalog.read')
    .input(codePage)
    .query(({ ctx, input: { text, ...page } }) =>
      viewCodes(ctx.deps, ctx.buyer.company.id, viewerOf(ctx.buyer), text, page),
    ),
  /** All of them, for a file. */
  all: buyerProcedure('catalog.read').query(({ ctx }) =>
    customerCodeStore.page(ctx.deps.db, ctx.buyer.company.id, viewerOf(ctx.buyer), undefined, {
      page: 1,
      size: CODE_LIMITS.codes,
    }),
  ),
  put: buyerProcedure('code.edit')
    .input(codeWish)
    .mutation(async ({ ctx, input }) => orThrow(await putCode(ctx.deps, buyerKeeper(ctx.buyer, ctx.requestId), input))),
  remove: buyerProcedure('code.edit')
    .input(z.strictObject({ code: codeText }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await removeCode(ctx.deps, buyerKeeper(ctx.buyer, ctx.requestId), input.code)),
    ),
  paste: buyerProcedure('code.edit')
    .input(pastedCodes)
    .mutation(async ({ ctx, input }) =>
      orThrow(await pasteCodes(ctx.deps, buyerKeeper(ctx.buyer, ctx.requestId), input)),
    ),
});
