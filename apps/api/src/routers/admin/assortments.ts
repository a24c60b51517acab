import { assortmentStore, displayStore } from '@tradeline/db/stores';
import { type Storefront, stockDisplays, storefronts, type Viewer } from '@tradeline/domain/catalog';
import * as z from 'zod';
import { bilingual, page, text, uuid } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { previewAssortment } from '../../use-cases/assortments/preview-assortment.ts';
import { removeAssortment, saveAssortment, switchAssortment } from '../../use-cases/assortments/save-assortment.ts';
import { seenGoods } from '../../use-cases/assortments/seen-goods.ts';
import { setCompanyDisplay, setGroupDisplay, setShopDisplay } from '../../use-cases/assortments/set-display.ts';

const level = z.enum(['ordinary', 'silver', 'gold', 'diamond']);
const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['company', 'group']), ref: uuid<string>() }),
  z.strictObject({ kind: z.literal('level'), ref: level }),
  z.strictObject({ kind: z.enum(['stranger', 'everyone']) }),
]);
const goods = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['product', 'category', 'brand']), ref: uuid<string>() }),
  z.strictObject({ kind: z.literal('tag'), ref: text(60, 1) }),
]);
const draft = z.strictObject({
  code: text(40, 1),
  name: bilingual(80),
  effect: z.enum(['only', 'hide']),
  active: z.boolean(),
  audiences: z.array(audience).max(2_000),
  goods: z.array(goods).max(20_000),
});
const display = z.strictObject({
  storefront: z.enum(storefronts),
  stockDisplay: z.enum(stockDisplays),
  stockByWarehouse: z.boolean(),
});

/** A reference twice says no more than once. */
const once = <Ref extends { kind: string; ref?: string }>(refs: Ref[]): Ref[] => [
  ...new Map(refs.map((one) => [`${one.kind}:${one.ref ?? ''}`, one])).values(),
];
const draftOf = (input: z.output<typeof draft>) => ({
  ...input,
  audiences: once(input.audiences),
  goods: once(input.goods),
});

export const adminAssortmentsRouter = router({
  list: staffProcedure('assortment.read').query(async ({ ctx: { deps } }) => {
    const rows = await assortmentStore.list(deps.db);
    const audiences = rows.flatMap((row) => row.audiences) as Parameters<typeof assortmentStore.namesOf>[1];
    const names = await assortmentStore.namesOf(deps.db, audiences, []);
    return rows.map((row) => ({
      ...row,
      audiences: row.audiences.map((one) => ({ ...one, name: names.get(`${one.kind}:${one.ref}`)?.name ?? null })),
    }));
  }),
  /** One assortment with what its references are called; `name` is null where a thing is gone. */
  get: staffProcedure('assortment.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx: { deps }, input }) => {
      const found = await assortmentStore.find(deps.db, input.id);
      if (!found) return refuse({ kind: 'assortment-not-found' });
      const names = await assortmentStore.namesOf(deps.db, found.audiences, found.goods);
      const named = <Ref extends { kind: string; ref?: string }>(one: Ref) => ({
        ...one,
        name: names.get(`${one.kind}:${one.ref ?? ''}`)?.name ?? null,
        number: names.get(`${one.kind}:${one.ref ?? ''}`)?.number ?? null,
      });
      return { ...found, audiences: found.audiences.map(named), goods: found.goods.map(named) };
    }),
  tags: staffProcedure('assortment.read').query(async ({ ctx }) => [...(await assortmentStore.tags(ctx.deps.db))]),
  save: staffProcedure('assortment.edit')
    .input(z.strictObject({ id: uuid().optional(), draft }))
    .mutation(async ({ ctx, input }) => orThrow(await saveAssortment(ctx.deps, ctx, input.id, draftOf(input.draft)))),
  /** What saving would do, in numbers; nothing is kept. */
  preview: staffProcedure('assortment.read')
    .input(z.strictObject({ id: uuid().optional(), draft }))
    .mutation(async ({ ctx, input }) => orThrow(await previewAssortment(ctx.deps, input.id, draftOf(input.draft)))),
  setActive: staffProcedure('assortment.edit')
    .input(z.strictObject({ id: uuid(), active: z.boolean() }))
    .mutation(async ({ ctx, input }) => orThrow(await switchAssortment(ctx.deps, ctx, input.id, input.active))),
  remove: staffProcedure('assortment.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeAssortment(ctx.deps, ctx, input.id))),

  /** The catalogue as one customer sees it (without a customer: as a stranger), and why. */
  seenBy: staffProcedure('assortment.read')
    .input(
      page.extend({
        companyId: uuid().optional(),
        text: text(100).optional(),
        which: z.enum(['all', 'visible', 'hidden']).default('all'),
      }),
    )
    .query(async ({ ctx: { deps }, input: { companyId, text, which, page, size } }) => {
      const customer = companyId === undefined ? undefined : await displayStore.customer(deps.db, companyId);
      if (companyId !== undefined && !customer) return refuse({ kind: 'customer-not-found' });
      const viewer: Viewer = customer
        ? { kind: 'company', companyId: customer.id, groupId: customer.groupId ?? undefined, level: customer.level }
        : { kind: 'stranger' };
      const shop = await displayStore.shop(deps.db);
      return {
        ...(await seenGoods(deps, viewer, { text, which }, { page, size })),
        storefront: shop.storefront as Storefront,
        customer: customer ?? null,
        stockDisplay: customer?.stockDisplay ?? shop.stockDisplay,
      };
    }),

  display: staffProcedure('assortment.read').query(async ({ ctx: { deps } }) => ({
    shop: await displayStore.shop(deps.db),
    groups: await displayStore.groups(deps.db),
    companies: await displayStore.companies(deps.db),
  })),
  setShopDisplay: staffProcedure('settings.edit')
    .input(display)
    .mutation(async ({ ctx, input }) => orThrow(await setShopDisplay(ctx.deps, ctx, input))),
  setGroupDisplay: staffProcedure('assortment.edit')
    .input(z.strictObject({ id: uuid(), pricesHidden: z.boolean() }))
    .mutation(async ({ ctx, input }) => orThrow(await setGroupDisplay(ctx.deps, ctx, input.id, input.pricesHidden))),
  setCompanyDisplay: staffProcedure('assortment.edit')
    .input(
      z.strictObject({
        id: uuid(),
        priceDisplay: z.enum(['shown', 'hidden']).nullable(),
        stockDisplay: z.enum(stockDisplays).nullable(),
      }),
    )
    .mutation(async ({ ctx, input: { id, ...words } }) => orThrow(await setCompanyDisplay(ctx.deps, ctx, id, words))),
});
