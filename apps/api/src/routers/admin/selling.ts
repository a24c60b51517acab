import { balanceStore, couponStore, deliveryStore, settingStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import type { Promotion } from '@tradeline/domain/promotion';
import * as z from 'zod';
import type { Context, Staff } from '../../trpc/context.ts';
import { bilingual, idempotencyKey, instant, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import {
  CHECKOUT_SETTINGS,
  checkoutSettings,
  checkoutSettingsNow,
} from '../../use-cases/checkout/checkout-settings.ts';
import type { By } from '../../use-cases/record.ts';
import { addCoupon, issueCoupons } from '../../use-cases/selling/change-coupons.ts';
import { saveCheckoutSettings } from '../../use-cases/selling/save-checkout-settings.ts';
import { saveDelivery } from '../../use-cases/selling/save-delivery.ts';
import { topUp } from '../../use-cases/selling/top-up.ts';

const byOf = ({ staff, requestId }: { staff: Staff; requestId: Context['requestId'] }): By => ({ staff, requestId });

const amount = z.number().int().min(0).max(1_000_000_000_000).transform(minor);
const grams = z.number().int().min(1).max(100_000_000);
const places = z.array(text(60, 1)).max(400);
const tariff = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), amount }),
  z.strictObject({ kind: z.literal('by-weight'), firstGrams: grams, first: amount, stepGrams: grams, step: amount }),
  z.strictObject({ kind: z.literal('by-piece'), first: amount, next: amount }),
]);
const method = z.strictObject({
  id: uuid().optional(),
  code: text(40, 1),
  name: bilingual(60),
  hint: bilingual(120).nullable(),
  rule: z.strictObject({
    zones: z
      .array(z.strictObject({ id: text(40, 1), places: places.optional(), tariff, freeFrom: amount.optional() }))
      .min(1)
      .max(40),
    closed: places.optional(),
    minimum: amount.optional(),
    maxGrams: grams.optional(),
  }),
  taxRate: text(10, 1).default('9'),
  active: z.boolean(),
  position: z.number().int().min(0).max(1_000),
});

const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('level'), level: z.enum(['ordinary', 'silver', 'gold', 'diamond']) }),
  z.strictObject({ kind: z.literal('group'), groupId: uuid() }),
  z.strictObject({ kind: z.literal('companies'), numbers: z.array(text(40, 1)).min(1).max(2_000) }),
]);

/** What selling needs beside goods and prices: ways of delivery, coupons, balances, ways to pay. */
export const adminSellingRouter = router({
  deliveries: staffProcedure('settings.read').query(({ ctx }) => deliveryStore.all(ctx.deps.db)),
  saveDelivery: staffProcedure('settings.edit')
    .input(method)
    .mutation(async ({ ctx, input: { id, ...fields } }) =>
      orThrow(await saveDelivery(ctx.deps, byOf(ctx), id, fields)),
    ),
  settings: staffProcedure('settings.read').query(async ({ ctx }) => ({
    settings: await checkoutSettingsNow(ctx.deps.db),
    version: (await settingStore.find(ctx.deps.db, CHECKOUT_SETTINGS))?.version ?? 0,
  })),
  saveSettings: staffProcedure('settings.edit')
    .input(z.strictObject({ fromVersion: z.number().int().min(0), settings: checkoutSettings }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await saveCheckoutSettings(ctx.deps, byOf(ctx), input.fromVersion, input.settings)),
    ),
  coupons: staffProcedure('coupon.issue').query(async ({ ctx }) =>
    (await couponStore.templates(ctx.deps.db)).map(({ definition, validity: _, ...template }) => {
      const { actions, conditions = [] } = definition as Promotion;
      return { ...template, actions, conditions };
    }),
  ),
  addCoupon: staffProcedure('promotion.publish')
    .input(
      z
        .strictObject({
          code: text(40, 3).refine((code) => /^[\w-]+$/u.test(code), 'letters, digits, - and _ only'),
          name: bilingual(60),
          kind: z.enum(['public', 'personal']),
          from: amount.nullable(),
          off: z.discriminatedUnion('type', [
            z.strictObject({ type: z.literal('amount'), amount }),
            z.strictObject({
              type: z.literal('percent'),
              percent: z.string().regex(/^(?:[1-9]\d?)(?:\.\d{1,2})?$/u, 'from 1 to 99'),
            }),
          ]),
          startsAt: instant,
          endsAt: instant,
          issueLimit: z.number().int().min(1).max(10_000_000).nullable(),
          perCompanyLimit: z.number().int().min(1).max(1_000).nullable(),
        })
        .refine((coupon) => coupon.startsAt < coupon.endsAt, { path: ['endsAt'], message: 'must be after the start' }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await addCoupon(ctx.deps, byOf(ctx), input))),
  issueCoupons: staffProcedure('coupon.issue')
    .input(z.strictObject({ templateId: uuid(), to: audience }))
    .mutation(async ({ ctx, input }) => orThrow(await issueCoupons(ctx.deps, byOf(ctx), input.templateId, input.to))),
  balance: staffProcedure('payment.read')
    .input(z.strictObject({ companyId: uuid() }))
    .query(async ({ ctx, input }) => ({
      balance: await balanceStore.of(ctx.deps.db, input.companyId),
      entries: await balanceStore.entries(ctx.deps.db, input.companyId, 50),
    })),
  topUp: staffProcedure('payment.record')
    .input(
      z.strictObject({
        idempotencyKey,
        companyId: uuid(),
        amount: z.number().int().min(1).max(100_000_000_000).transform(minor),
        note: text(200, 1),
      }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await topUp(ctx.deps, byOf(ctx), input))),
});
