import { type Tx, transact } from '@tradeline/db';
import { settingStore } from '@tradeline/db/stores';
import { reviewRoles, type StaffRole, staffRoles } from '@tradeline/domain/access';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type ReviewPlan, type ReviewStep, reviewSteps } from '@tradeline/domain/order';
import * as z from 'zod';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { type By, record } from '../../record.ts';

export const REVIEW_STEPS = 'review_steps';

const rule = (on: boolean, roles: StaffRole[]) =>
  z.strictObject({ on: z.boolean(), roles: z.array(z.enum(staffRoles)).max(staffRoles.length) }).default({ on, roles });

/** A new company reviews an order once. */
export const reviewPlan = z.strictObject({
  order: rule(true, ['reviewer', 'finance']),
  finance: rule(false, ['finance']),
  release: rule(false, ['reviewer', 'warehouse']),
  distinct: z.boolean().default(true),
});

export const reviewPlanNow = async (tx: Tx): Promise<{ plan: z.infer<typeof reviewPlan>; version: number }> => {
  const row = await settingStore.find(tx, REVIEW_STEPS);
  return { plan: reviewPlan.parse(row?.value ?? {}), version: row?.version ?? 0 };
};

/** Saves over the version that was read. Orders whose review has begun keep the steps they began with. */
export const saveReviewPlan = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  fromVersion: number,
  plan: z.infer<typeof reviewPlan>,
): Promise<Result<true, Refusal>> =>
  transact<true, Refusal>(db, async (tx) => {
    if (!plan.order.on && !plan.finance.on) return err({ kind: 'review-none-on' });
    const open = reviewSteps.find((step) => plan[step].on && !isTakenCareOf(plan, step));
    if (open) return err({ kind: 'review-nobody', step: open, roles: reviewRoles(open) });
    const before = await settingStore.find(tx, REVIEW_STEPS);
    if (!(await settingStore.save(tx, REVIEW_STEPS, plan, fromVersion, by.staff.name)))
      return err({ kind: 'settings-moved-on' });
    await record(tx, by, {
      action: 'settings.review-steps',
      subject: { type: 'settings', id: REVIEW_STEPS },
      before: before?.value ?? null,
      after: plan,
    });
    return ok(true);
  });

/** Somebody whose role can pass the review at all. */
const isTakenCareOf = (plan: ReviewPlan, step: ReviewStep): boolean =>
  plan[step].roles.length > 0 && plan[step].roles.every((role) => reviewRoles(step).some((able) => able === role));
