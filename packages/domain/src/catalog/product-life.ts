import type { Instant } from '../kernel/index.ts';

export type ProductStatus = 'draft' | 'published' | 'withdrawn';
/** When goods go live and when they leave by themselves; none: not planned. */
export type ProductLife = {
  readonly status: ProductStatus;
  readonly publishAt: Instant | null;
  readonly withdrawAt: Instant | null;
};

/**
 * How a product stands at a moment, with the plans carried out that are due. Both are half-open: at `publishAt` it is
 * there, at `withdrawAt` it is gone. A plan to publish that is due comes before one to withdraw.
 */
export const lifeAt = (life: ProductLife, now: Instant): ProductLife => {
  const goesLive = life.status !== 'published' && life.publishAt !== null && life.publishAt <= now;
  const afterPublish: ProductLife = goesLive ? { ...life, status: 'published', publishAt: null } : life;
  const leaves =
    afterPublish.status === 'published' && afterPublish.withdrawAt !== null && afterPublish.withdrawAt <= now;
  return leaves ? { ...afterPublish, status: 'withdrawn', withdrawAt: null } : afterPublish;
};

/** The next moment at which something of it changes by itself. */
export const nextSwitch = ({ status, publishAt, withdrawAt }: ProductLife): Instant | null =>
  status === 'published' ? withdrawAt : publishAt;

export type LifeRefusal =
  | { readonly kind: 'plan-in-past'; readonly field: 'publishAt' | 'withdrawAt' }
  | { readonly kind: 'plan-out-of-order' };

/** Plans must lie ahead and be in order. */
export const checkPlan = (
  { publishAt, withdrawAt }: Pick<ProductLife, 'publishAt' | 'withdrawAt'>,
  now: Instant,
): LifeRefusal | undefined => {
  if (publishAt !== null && publishAt <= now) return { kind: 'plan-in-past', field: 'publishAt' };
  if (withdrawAt !== null && withdrawAt <= now) return { kind: 'plan-in-past', field: 'withdrawAt' };
  if (publishAt !== null && withdrawAt !== null && withdrawAt <= publishAt) return { kind: 'plan-out-of-order' };
  return undefined;
};
