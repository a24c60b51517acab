import { customerStore } from '@tradeline/db/stores';
import type { Scope } from '@tradeline/domain/access';
import * as z from 'zod';
import type { Context, Staff } from '../../trpc/context.ts';
import { uuid } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { putCode, removeCode } from '../../use-cases/codes/change-code.ts';
import { type CodeKeeper, staffKeeper } from '../../use-cases/codes/code-keeper.ts';
import { pasteCodes } from '../../use-cases/codes/paste-codes.ts';
import { viewCodes } from '../../use-cases/codes/view-codes.ts';
import { customerReach } from '../../use-cases/customer/customer-reach.ts';
import { codePage, codeText, codeWish, pastedCodes } from '../code-inputs.ts';

const customer = { companyId: uuid() };

/** The keeper of a customer's codes, when the customer is one of those the member of staff looks after. */
const keeperOf = async (
  ctx: Pick<Context, 'deps' | 'requestId'> & { staff: Staff; scope: Scope },
  companyId: string,
): Promise<CodeKeeper> => {
  const found = await customerStore.find(ctx.deps.db, customerReach(ctx.staff, ctx.scope), companyId);
  return found ? staffKeeper(ctx.staff, companyId, ctx.requestId) : refuse({ kind: 'customer-not-found' });
};

/** What a customer calls our goods, as our staff keep it for him. */
export const adminCustomerCodesRouter = router({
  list: staffProcedure('customer.read')
    .input(codePage.extend(customer))
    .query(async ({ ctx, input: { companyId, text, ...page } }) => {
      await keeperOf(ctx, companyId);
      return viewCodes(ctx.deps, companyId, 'staff', text, page);
    }),
  put: staffProcedure('customer.edit')
    .input(codeWish.extend(customer))
    .mutation(async ({ ctx, input: { companyId, ...wish } }) =>
      orThrow(await putCode(ctx.deps, await keeperOf(ctx, companyId), wish)),
    ),
  remove: staffProcedure('customer.edit')
    .input(z.strictObject({ ...customer, code: codeText }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await removeCode(ctx.deps, await keeperOf(ctx, input.companyId), input.code)),
    ),
  paste: staffProcedure('customer.edit')
    .input(pastedCodes.extend(customer))
    .mutation(async ({ ctx, input: { companyId, ...block } }) =>
      orThrow(await pasteCodes(ctx.deps, await keeperOf(ctx, companyId), block)),
    ),
});
