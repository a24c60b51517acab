import { priceEffectStore, priceGridStore, priceVersionStore } from '@tradeline/db/stores';
import * as z from 'zod';
import type { Staff } from '../../trpc/context.ts';
import { page, text, uuid, version } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { staffProcedure } from '../../trpc/procedures.ts';
import { goodsMeant } from '../../use-cases/catalog/search/goods-meant.ts';
import { priceActor } from '../../use-cases/prices/actor.ts';
import { copyPrices, previewCopy } from '../../use-cases/prices/copy-prices.ts';
import { diffVersions, draftChanges } from '../../use-cases/prices/diff-versions.ts';
import { discardDraft, editDraft, noteDraft } from '../../use-cases/prices/edit-draft.ts';
import { publishDraft } from '../../use-cases/prices/publish-draft.ts';
import { rollBack, viewUndo } from '../../use-cases/prices/roll-back.ts';
import { newList, own, seesCost, withName } from './price-inputs.ts';

const priceE4 = z.number().int().min(0).max(999_999_999_999);
const place = z.strictObject({ skuId: uuid(), minQuantity: z.number().int().min(1).max(1_000_000_000) });
const decimal = z.string().max(20);
const copyWish = z.strictObject({
  sourceId: uuid(),
  formula: z.strictObject({
    basis: z.enum(['price', 'cost']),
    percent: decimal.optional(),
    margin: decimal.optional(),
    addE4: z.number().int().optional(),
    grid: z
      .strictObject({
        everyE4: z.number().int(),
        endingE4: z.number().int(),
        direction: z.enum(['nearest', 'up', 'down']),
      })
      .optional(),
    minMargin: decimal.optional(),
  }),
  tiers: z.enum(['all', 'first']),
  category: uuid().optional(),
  brand: uuid().optional(),
});
/** A formula on cost tells the cost to whoever reads its result. */
const needsCost = (staff: Staff, { formula }: z.infer<typeof copyWish>): void => {
  if ((formula.basis === 'cost' || formula.minMargin !== undefined) && !seesCost(staff))
    refuse({ kind: 'not-permitted', action: 'price.read-cost' });
};
/** No list has this id: for finding goods whatever their prices. */
const NO_LIST = '00000000-0000-0000-0000-000000000000';

/** The grid of a list, drafts and copies, versions, publishing and taking back. */
export const priceDraftProcedures = {
  grid: staffProcedure('price.read')
    .input(
      page.extend({
        listId: uuid(),
        versionId: uuid().optional(),
        text: text(200).optional(),
        category: uuid().optional(),
        brand: uuid().optional(),
        show: z.enum(['all', 'listed', 'missing', 'changed']).default('all'),
        marginBelow: z
          .string()
          .regex(/^\d{1,2}(\.\d{1,2})?$/u)
          .optional(),
      }),
    )
    .query(async ({ ctx, input: { page, size, text: typed, ...wish } }) => {
      const costs = seesCost(ctx.staff);
      if (wish.marginBelow !== undefined && !costs) refuse({ kind: 'not-permitted', action: 'price.read-cost' });
      const goods = await goodsMeant(ctx.deps, typed, Number.POSITIVE_INFINITY);
      const filter = { ...wish, goods };
      const { rows, total } = await priceGridStore.page(ctx.deps.db, filter, { page, size });
      const ids = rows.map(({ id }) => id);
      const [prices, changes, standard] = [
        await priceGridStore.pricesOf(ctx.deps.db, filter.listId, ids),
        filter.versionId ? await priceGridStore.changesOf(ctx.deps.db, filter.versionId, ids) : [],
        await priceGridStore.standardOf(ctx.deps.db, ids),
      ];
      const [pricesOf, changesOf] = [
        Map.groupBy(prices, ({ skuId }) => skuId),
        Map.groupBy(changes, ({ skuId }) => skuId),
      ];
      return {
        total,
        rows: rows.map(({ cost, ...row }) => ({
          ...row,
          cost: costs ? cost : null,
          standardE4: standard.get(row.id) ?? null,
          prices: pricesOf.get(row.id) ?? [],
          changes: changesOf.get(row.id) ?? [],
        })),
      };
    }),
  findSkus: staffProcedure('price.read')
    .input(z.strictObject({ itemNumbers: z.array(text(60, 1)).max(2_000) }))
    .query(({ ctx, input }) => priceVersionStore.skusByNumber(ctx.deps.db, input.itemNumbers)),
  skus: staffProcedure('price.read')
    .input(z.strictObject({ text: text(100) }))
    .query(async ({ ctx, input }) => {
      const { rows } = await priceGridStore.page(
        ctx.deps.db,
        { listId: NO_LIST, goods: await goodsMeant(ctx.deps, input.text) },
        { page: 1, size: 20 },
      );
      return rows.map(({ id, itemNumber, productName, options, axes }) => ({
        id,
        itemNumber,
        productName,
        options,
        axes,
      }));
    }),
  sku: staffProcedure('price.read')
    .input(own)
    .query(async ({ ctx, input }) => {
      const [sku] = await priceEffectStore.skus(ctx.deps.db, [input.id]);
      if (!sku) return refuse({ kind: 'sku-not-found', skuId: input.id });
      const { id, itemNumber, productName, options, axes, minQuantity } = sku;
      return { id, itemNumber, productName, options, axes, minQuantity };
    }),

  edit: staffProcedure('price.edit')
    .input(
      z.strictObject({
        listId: uuid(),
        versionId: uuid().optional(),
        wanted: z.array(place.extend({ afterE4: priceE4.nullable() })).max(5_000),
        forgotten: z.array(place).max(5_000),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      orThrow(await editDraft(ctx.deps, priceActor(ctx.staff, ctx.requestId), input)),
    ),
  note: staffProcedure('price.edit')
    .input(own.extend({ note: text(500).nullable() }))
    .mutation(async ({ ctx, input }) => orThrow(await noteDraft(ctx.deps, input.id, input.note))),
  discard: staffProcedure('price.edit')
    .input(own)
    .mutation(async ({ ctx, input }) =>
      orThrow(await discardDraft(ctx.deps, priceActor(ctx.staff, ctx.requestId), input.id)),
    ),
  previewCopy: staffProcedure('price.edit')
    .input(copyWish)
    .query(async ({ ctx, input }) => {
      needsCost(ctx.staff, input);
      return orThrow(await previewCopy(ctx.deps, input));
    }),
  copy: staffProcedure('price.edit')
    .input(
      z.strictObject({
        wish: copyWish,
        target: z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('draft'),
            listId: uuid(),
            versionId: uuid().optional(),
            note: text(500).optional(),
          }),
          z.strictObject({ kind: z.literal('new-list'), list: newList }),
        ]),
      }),
    )
    .mutation(async ({ ctx, input: { wish, target } }) => {
      needsCost(ctx.staff, wish);
      const actor = priceActor(ctx.staff, ctx.requestId);
      return orThrow(
        await copyPrices(
          ctx.deps,
          actor,
          wish,
          target.kind === 'draft' ? target : { ...target, list: withName(target.list) },
        ),
      );
    }),

  versions: staffProcedure('price.read')
    .input(z.strictObject({ listId: uuid() }))
    .query(({ ctx, input }) => priceVersionStore.ofList(ctx.deps.db, input.listId)),
  draft: staffProcedure('price.read')
    .input(own)
    .query(async ({ ctx, input }) => {
      const found = await priceVersionStore.find(ctx.deps.db, input.id);
      return found ?? refuse({ kind: 'price-version-not-found' });
    }),
  changes: staffProcedure('price.read')
    .input(page.extend({ id: uuid() }))
    .query(async ({ ctx, input: { id, ...page } }) => orThrow(await draftChanges(ctx.deps, id, page))),
  diff: staffProcedure('price.read')
    .input(
      page.extend({
        listId: uuid(),
        from: z.number().int().min(0),
        to: z.number().int().min(0),
      }),
    )
    .query(async ({ ctx, input: { listId, from, to, ...page } }) =>
      orThrow(await diffVersions(ctx.deps, { listId, from, to }, page)),
    ),
  undo: staffProcedure('price.read')
    .input(own)
    .query(async ({ ctx, input }) => orThrow(await viewUndo(ctx.deps, input.id))),
  rollBack: staffProcedure('price.edit')
    .input(own)
    .mutation(async ({ ctx, input }) =>
      orThrow(await rollBack(ctx.deps, priceActor(ctx.staff, ctx.requestId), input.id)),
    ),
  publish: staffProcedure('price.publish')
    .input(z.strictObject({ versionId: uuid(), revision: version, listVersion: z.number().int().min(0) }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await publishDraft(ctx.deps, priceActor(ctx.staff, ctx.requestId), input)),
    ),
};
