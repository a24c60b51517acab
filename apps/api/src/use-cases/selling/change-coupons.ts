import { newId, transact } from '@tradeline/db';
import { type CouponAudience, couponStore, transactionTime } from '@tradeline/db/stores';
import { addDays, err, type Instant, id, ok, type PromotionId, type Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import type { CouponTemplate, Promotion } from '@tradeline/domain/promotion';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';

export type NewCoupon = {
  code: string;
  name: { zh: string; en?: string | undefined };
  kind: 'public' | 'personal';
  /** Off the order, from this much in goods on. */
  from: Minor | null;
  off: { type: 'amount'; amount: Minor } | { type: 'percent'; percent: string };
  startsAt: Instant;
  endsAt: Instant;
  issueLimit: number | null;
  perCompanyLimit: number | null;
};

/** A kind of coupon with the promotion it opens: running from its first day on, worth nothing to who has no such coupon. */
export const addCoupon = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  coupon: NewCoupon,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const key = id<PromotionId>(newId());
    const templateId = newId();
    const { code, name, kind, from, off, startsAt, endsAt, issueLimit, perCompanyLimit } = coupon;
    const definition: Promotion = {
      id: key,
      name: name.zh,
      enabled: true,
      startsAt,
      endsAt,
      coupon: { code },
      ...(from === null ? {} : { conditions: [{ type: 'items-total', min: from }] }),
      actions: [
        off.type === 'amount'
          ? { type: 'amount-off-order', amount: off.amount }
          : { type: 'percent-off-order', percent: off.percent },
      ],
    };
    const added = await couponStore.addTemplate(
      tx,
      { id: key, code: `COUPON-${code.toUpperCase()}`, name, definition, status: 'active', startsAt, endsAt },
      {
        id: templateId,
        promotionId: key,
        name,
        kind,
        code,
        validity: { kind: 'window', from: startsAt, to: endsAt },
        issueLimit,
        perCompanyLimit,
      },
    );
    if (!added) return err({ kind: 'coupon-code-taken', code });
    await record(tx, by, {
      action: 'coupon.add',
      subject: { type: 'coupon-template', id: templateId },
      before: null,
      after: coupon,
    });
    return ok({ id: templateId });
  });

/** Hands one coupon of a template to every company of an audience that may have one; all of them or none. */
export const issueCoupons = (
  { db }: Pick<Deps, 'db'>,
  by: By,
  templateId: string,
  to: CouponAudience,
): Promise<Result<{ issued: number }, Refusal>> =>
  transact<{ issued: number }, Refusal>(db, async (tx) => {
    const template = await couponStore.holdTemplate(tx, templateId);
    if (!template) return err({ kind: 'coupons-unknown', codes: [templateId] });
    const companyIds = await couponStore.companiesFor(tx, template, to);
    const asked = companyIds.length;
    if (template.issueLimit !== null && template.issued + asked > template.issueLimit)
      return err({ kind: 'coupon-limit-reached', issued: template.issued, asked });
    const validity = template.validity as CouponTemplate['validity'];
    const now = await transactionTime(tx);
    const [validFrom, validTo] =
      validity.kind === 'window' ? [validity.from, validity.to] : [now, addDays(now, validity.days)];
    await couponStore.issueMany(tx, template, companyIds, { validFrom, validTo, by: by.staff.name });
    await record(tx, by, {
      action: 'coupon.issue',
      subject: { type: 'coupon-template', id: templateId },
      before: { issued: template.issued },
      after: { issued: template.issued + asked, to },
    });
    return ok({ issued: asked });
  });
