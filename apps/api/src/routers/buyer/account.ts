import { addressStore, buyerStore, creditStore } from '@tradeline/db/stores';
import { recogniseAddress } from '@tradeline/domain/address';
import { err, ok } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import * as z from 'zod';
import { provinces, regionsIn } from '../../regions/regions.ts';
import { text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { saveAddress } from '../../use-cases/account/save-address.ts';
import { checkTerms } from '../../use-cases/order/check-terms.ts';

const address = z.strictObject({
  id: uuid().optional(),
  label: text(40).optional(),
  contactName: text(60, 1),
  phone: text(40, 1),
  /** Two letters; only in mainland China the place is checked. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .default('CN'),
  province: text(60),
  city: text(60),
  district: text(60),
  street: text(200, 1),
  postalCode: text(20).optional(),
  isDefault: z.boolean(),
});

export const buyerAccountRouter = router({
  addresses: buyerProcedure('address.read').query(({ ctx }) => addressStore.list(ctx.deps.db, ctx.buyer.company.id)),
  saveAddress: buyerProcedure('address.edit')
    .input(address)
    .mutation(async ({ ctx, input: { id, ...fields } }) => orThrow(await saveAddress(ctx.deps, ctx.buyer, id, fields))),
  /** Provinces of mainland China, or all that lies in one, with how each is spelt. */
  regions: buyerProcedure('address.read')
    .input(
      z.strictObject({
        province: z
          .string()
          .regex(/^\d{2}$/u)
          .optional(),
      }),
    )
    .query(({ input }) => regionsIn(input.province)),
  /** A pasted text as the fields of an address, and which of them to look at. Changes nothing; asked as a change, so that no address stands in a URL. */
  recogniseAddress: buyerProcedure('address.edit')
    .input(z.strictObject({ text: text(400, 1) }))
    .mutation(async ({ input }) => recogniseAddress(await provinces(), input.text)),
  removeAddress: buyerProcedure('address.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) =>
      orThrow(
        (await addressStore.archive(ctx.deps.db, ctx.buyer.company.id, input.id))
          ? ok(true)
          : err({ kind: 'address-not-found' }),
      ),
    ),
  members: buyerProcedure('member.read').query(({ ctx }) => buyerStore.ofCompany(ctx.deps.db, ctx.buyer.company.id)),
  /** Limit, used and term; null for a company that pays at once. Whoever orders may know whether he can order on account. */
  credit: buyerProcedure('order.submit').query(
    async ({ ctx }) => (await creditStore.account(ctx.deps.db, ctx.buyer.company.id)) ?? null,
  ),
  /** What stands against ordering this much on account now; empty: nothing. The check that placing makes, asked beforehand. */
  termsReasons: buyerProcedure('order.submit')
    .input(z.strictObject({ amount: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).transform(minor) }))
    .query(async ({ ctx: { deps, buyer }, input }) => {
      const account = await creditStore.account(deps.db, buyer.company.id);
      const checked = await checkTerms(deps.db, buyer.company.id, account, input);
      return checked.ok ? [] : checked.error.reasons;
    }),
});
