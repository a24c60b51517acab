import { addDays, type CompanyId, err, type Instant, ok, type PromotionId, type Result } from '../kernel/index.ts';

/** 券模板: what is handed out. The promotion it opens carries the code; the template says to whom, how many, how long. */
export type CouponTemplate = {
  readonly id: string;
  readonly promotionId: PromotionId;
  /** `public`: whoever has the code. `personal`: each issued coupon belongs to one company. */
  readonly kind: 'public' | 'personal';
  readonly code: string;
  /** A fixed window, or so many times 24 hours from the moment of issue. Half-open. */
  readonly validity:
    | { readonly kind: 'window'; readonly from: Instant; readonly to: Instant }
    | { readonly kind: 'days'; readonly days: number };
  readonly issueLimit?: number | undefined;
  readonly perCompanyLimit?: number | undefined;
  /** The use stays spent when its order is cancelled or rejected. */
  readonly keepOnCancel?: boolean | undefined;
};

/** One coupon in somebody's wallet. `locked` from the order's submission on, `used` from its confirmation on. */
export type IssuedCoupon = {
  readonly id: string;
  readonly templateId: string;
  readonly code: string;
  readonly companyId?: CompanyId | undefined;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  readonly state: 'issued' | 'locked' | 'used';
  readonly orderId?: string | undefined;
};

export type CouponRefusal =
  | { readonly kind: 'issue-limit-reached'; readonly limit: number }
  | { readonly kind: 'company-limit-reached'; readonly limit: number }
  | { readonly kind: 'company-missing' }
  | { readonly kind: 'wrong-state'; readonly state: IssuedCoupon['state']; readonly from: readonly string[] }
  | { readonly kind: 'other-company' }
  | { readonly kind: 'other-order'; readonly orderId: string | undefined }
  | { readonly kind: 'not-yet-valid'; readonly from: Instant }
  | { readonly kind: 'expired'; readonly since: Instant };

/** Hands out a coupon, unless its limits or its window are used up. `issued` counts those handed out before. */
export const issueCoupon = (
  template: CouponTemplate,
  to: {
    readonly id: string;
    readonly companyId?: CompanyId | undefined;
    readonly at: Instant;
    readonly issued: number;
    readonly issuedToCompany: number;
  },
): Result<IssuedCoupon, CouponRefusal> => {
  const { validity, issueLimit, perCompanyLimit } = template;
  if (template.kind === 'personal' && to.companyId === undefined) return err({ kind: 'company-missing' });
  if (issueLimit !== undefined && to.issued >= issueLimit)
    return err({ kind: 'issue-limit-reached', limit: issueLimit });
  if (perCompanyLimit !== undefined && to.issuedToCompany >= perCompanyLimit)
    return err({ kind: 'company-limit-reached', limit: perCompanyLimit });
  const [validFrom, validTo] =
    validity.kind === 'window' ? [validity.from, validity.to] : [to.at, addDays(to.at, validity.days)];
  if (to.at >= validTo) return err({ kind: 'expired', since: validTo });
  return ok({
    id: to.id,
    templateId: template.id,
    code: template.code,
    companyId: template.kind === 'personal' ? to.companyId : undefined,
    validFrom,
    validTo,
    state: 'issued',
  });
};

const table = {
  lock: { from: ['issued'], to: 'locked' },
  use: { from: ['locked'], to: 'used' },
  release: { from: ['locked', 'used'], to: 'issued' },
} as const;
export type CouponAction = keyof typeof table;

/**
 * A coupon's step with its order: locked when the order is submitted (only then must it be valid), used when it is
 * confirmed, released when it ends without goods; a template that keeps the use on cancel leaves a used coupon used.
 */
export const stepCoupon = (
  coupon: IssuedCoupon,
  step: {
    readonly action: CouponAction;
    readonly orderId: string;
    readonly companyId: CompanyId;
    readonly at: Instant;
    readonly template: CouponTemplate;
  },
): Result<IssuedCoupon, CouponRefusal> => {
  const { from, to } = table[step.action];
  if (!(from as readonly string[]).includes(coupon.state))
    return err({ kind: 'wrong-state', state: coupon.state, from });
  if (coupon.companyId !== undefined && coupon.companyId !== step.companyId) return err({ kind: 'other-company' });
  if (step.action === 'lock') {
    if (step.at < coupon.validFrom) return err({ kind: 'not-yet-valid', from: coupon.validFrom });
    if (step.at >= coupon.validTo) return err({ kind: 'expired', since: coupon.validTo });
    return ok({ ...coupon, state: to, orderId: step.orderId });
  }
  if (coupon.orderId !== step.orderId) return err({ kind: 'other-order', orderId: coupon.orderId });
  if (step.action === 'release' && coupon.state === 'used' && step.template.keepOnCancel) return ok(coupon);
  return ok({ ...coupon, state: to, orderId: to === 'issued' ? undefined : coupon.orderId });
};
