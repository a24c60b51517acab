/**
 * The reviews an order may have to pass, in this order: 订单审核 and 财务审核 before it is confirmed, 出库审核 before its goods
 * are picked. Which of them are on is the wholesaler's choice; an order keeps those that stood when its review began.
 */
export const reviewSteps = ['order', 'finance', 'release'] as const;
export type ReviewStep = (typeof reviewSteps)[number];

/** One review of one order. */
export type ReviewFacts = {
  readonly step: ReviewStep;
  /** Staff roles whose people may pass it; an administrator always may. */
  readonly roles: readonly string[];
  /** Whoever passed another review of this order may not pass this one. */
  readonly distinct: boolean;
  /** Who passed it; absent while it is open. */
  readonly passedBy?: string | undefined;
};

/** How one review is set up. */
export type ReviewRule = { readonly on: boolean; readonly roles: readonly string[] };
/** The wholesaler's choice: which reviews are on, by whom, and whether each needs a person of its own. */
export type ReviewPlan = Readonly<Record<ReviewStep, ReviewRule>> & { readonly distinct: boolean };

/** The reviews of an order whose review begins now. Confirmed by rule, it has left those of people behind: release stays. */
export const reviewsOf = (plan: ReviewPlan, begins: 'review' | 'confirmed'): readonly ReviewFacts[] =>
  reviewSteps
    .filter((step) => plan[step].on && (begins === 'review' || step === 'release'))
    .map((step) => ({ step, roles: plan[step].roles, distinct: plan.distinct }));

const isOpen = (review: ReviewFacts): boolean => review.passedBy === undefined;

/** Reviews still to be passed before the order is confirmed, the next one first. */
export const openReviews = (reviews: readonly ReviewFacts[] | undefined): readonly ReviewFacts[] =>
  (reviews ?? []).filter((review) => review.step !== 'release' && isOpen(review));

/** The release that goods wait for, if any. */
export const openRelease = (reviews: readonly ReviewFacts[] | undefined): ReviewFacts | undefined =>
  reviews?.find((review) => review.step === 'release' && isOpen(review));

/** The same reviews with one of them passed. */
export const passed = (
  reviews: readonly ReviewFacts[] | undefined,
  step: ReviewStep | undefined,
  passedBy: string,
): readonly ReviewFacts[] =>
  (reviews ?? []).map((review) => (review.step === step && isOpen(review) ? { ...review, passedBy } : review));

export type ReviewDenial =
  | { readonly kind: 'review-not-yours'; readonly step: ReviewStep; readonly roles: readonly string[] }
  | { readonly kind: 'same-reviewer'; readonly step: ReviewStep; readonly passed: ReviewStep };

/** Why this person may not pass this review. Nobody in particular is asked about neither role nor person. */
export const reviewDenial = (
  reviews: readonly ReviewFacts[],
  review: ReviewFacts,
  who: { readonly actorId?: string | undefined; readonly staffRoles?: readonly string[] | undefined },
): ReviewDenial | undefined => {
  const { step, roles } = review;
  const mine = who.staffRoles?.some((role) => role === 'administrator' || roles.includes(role)) ?? true;
  if (!mine) return { kind: 'review-not-yours', step, roles };
  const before = reviews.find((other) => who.actorId !== undefined && other.passedBy === who.actorId);
  return review.distinct && before ? { kind: 'same-reviewer', step, passed: before.step } : undefined;
};

/** The step by which somebody says yes to an order where it stands; of a submitted one, once its review has begun. */
export const yesStep = (order: {
  readonly approval: string;
  readonly reviews?: readonly ReviewFacts[] | undefined;
}): 'pass-review' | 'approve' | 'release' => {
  if (order.approval === 'confirmed' && openRelease(order.reviews)) return 'release';
  return openReviews(order.reviews).length > 1 ? 'pass-review' : 'approve';
};
