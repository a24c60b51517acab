import type { Instant, LocalTime } from '../kernel/index.ts';
import type { CustomerContext } from '../pricing/index.ts';
import type { Promotion, RecurringWindow } from './promotion.ts';
import type { RejectionReason } from './trace.ts';

/** What decides whether a promotion may take part at all, before anything in the cart is looked at. */
export type PromotionContext = {
  readonly now: Instant;
  /** The wall clock of the shop at `now`. */
  readonly local: LocalTime;
  readonly customer: CustomerContext;
  /** Coupon codes as typed. */
  readonly coupons: readonly string[];
};

/** The first reason why a promotion takes no part; undefined when it does. */
export const ineligible = (promotion: Promotion, context: PromotionContext): RejectionReason | undefined =>
  outOfTime(promotion, context) ?? notAddressed(promotion, context) ?? usedUp(promotion);

const outOfTime = (promotion: Promotion, { now, local }: PromotionContext): RejectionReason | undefined => {
  if (promotion.enabled === false) return 'disabled';
  if (promotion.startsAt !== undefined && now < promotion.startsAt) return 'not_started';
  if (promotion.endsAt !== undefined && now >= promotion.endsAt) return 'expired';
  const { recurring } = promotion;
  return recurring && !recurring.some((hours) => isOpen(hours, local)) ? 'outside_hours' : undefined;
};

/** Half-open. A window whose end is not after its start runs over midnight; its early hours belong to the day before. */
export const isOpen = (hours: RecurringWindow, { weekday, minute }: LocalTime): boolean => {
  const [from, to] = [minuteOf(hours.from), minuteOf(hours.to)];
  const onDay = (day: number) => !hours.days || hours.days.includes(day);
  if (from < to) return onDay(weekday) && from <= minute && minute < to;
  return (onDay(weekday) && minute >= from) || (onDay(weekday === 1 ? 7 : weekday - 1) && minute < to);
};

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const notAddressed = (promotion: Promotion, { customer, coupons }: PromotionContext): RejectionReason | undefined =>
  outsideAudience(promotion, customer) ??
  (promotion.coupon && enteredCode(promotion, coupons) === undefined ? 'coupon_not_entered' : undefined);

/** Whether a promotion is made for this customer at all, whatever he buys and whenever. */
export const isAddressedTo = (promotion: Pick<Promotion, 'audience'>, customer: CustomerContext): boolean =>
  outsideAudience(promotion, customer) === undefined;

const outsideAudience = (
  { audience }: Pick<Promotion, 'audience'>,
  customer: CustomerContext,
): RejectionReason | undefined => {
  if (audience?.channels && !includes(audience.channels, customer.channel)) return 'channel_mismatch';
  if (audience?.companyIds && !includes(audience.companyIds, customer.companyId)) return 'customer_mismatch';
  if (audience?.levels && !includes(audience.levels, customer.level)) return 'customer_mismatch';
  if (audience?.groupIds && !audience.groupIds.some((group) => customer.groupIds?.includes(group)))
    return 'customer_mismatch';
  if (audience?.regions && !audience.regions.some((region) => customer.regions?.includes(region)))
    return 'customer_mismatch';
  return undefined;
};

const includes = <T>(wanted: readonly T[], own: T | undefined): boolean => own !== undefined && wanted.includes(own);

/** The code as the buyer typed it; blanks around it and, unless the coupon says otherwise, case do not matter. */
export const enteredCode = ({ coupon }: Promotion, coupons: readonly string[]): string | undefined => {
  if (!coupon) return undefined;
  const plain = (code: string) => (coupon.caseSensitive ? code.trim() : code.trim().toUpperCase());
  return coupons.find((code) => plain(code) === plain(coupon.code));
};

const usedUp = ({ usage }: Promotion): RejectionReason | undefined => {
  if (usage?.limit !== undefined && (usage.used ?? 0) >= usage.limit) return 'usage_limit_reached';
  if (usage?.perPeriodLimit !== undefined && (usage.usedInPeriod ?? 0) >= usage.perPeriodLimit)
    return 'usage_limit_reached';
  if (usage?.perCustomerLimit !== undefined && (usage.usedByCustomer ?? 0) >= usage.perCustomerLimit)
    return 'customer_usage_limit_reached';
  return undefined;
};
