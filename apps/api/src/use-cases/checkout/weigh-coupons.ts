import type { WalletCoupon } from '@tradeline/db/stores';
import type { Instant } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import type { PricedOrder } from '@tradeline/domain/order';
import type { RejectedPromotion } from '@tradeline/domain/promotion';

/** A coupon beside the order: what it takes off, or why it takes nothing. */
export type WeighedCoupon = {
  code: string;
  promotionId: string | null;
  name: { zh: string; en?: string | undefined };
  /** How many the wallet holds; 0: a code that was typed. */
  held: number;
  validTo: Instant | null;
  chosen: boolean;
  /** Of what is to be paid, with the others that are chosen. */
  saves: Minor;
  /** Why it takes nothing off; `unknown`: no such code for this company. */
  why: Pick<RejectedPromotion, 'reason' | 'missing'> | { reason: 'unknown' } | null;
};

const same = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();
/** A wallet of hundreds is not weighed one by one; those that end first are. */
const MOST = 20;

/**
 * Each coupon of the wallet and each typed code, priced with and without it by the rule that prices the order, so that what
 * it is said to save is what it saves. The best stand first.
 */
export const weighCoupons = (
  wallet: readonly WalletCoupon[],
  chosen: readonly string[],
  named: readonly { code: string; promotionId: string; name: WeighedCoupon['name'] }[],
  price: (coupons: readonly string[]) => PricedOrder | undefined,
): WeighedCoupon[] => {
  const byCode = Map.groupBy(wallet, (coupon) => coupon.code.toUpperCase());
  const held = [...byCode.values()].slice(0, MOST).flatMap((group) => group.slice(0, 1));
  const typed = chosen.filter((code) => !held.some((coupon) => same(coupon.code, code)));
  const now = price(chosen);
  const weigh = (
    code: string,
  ): Pick<WeighedCoupon, 'chosen' | 'saves' | 'why'> & { found: PricedOrder | undefined } => {
    const isChosen = chosen.some((each) => same(each, code));
    const without = isChosen ? price(chosen.filter((each) => !same(each, code))) : now;
    const found = isChosen ? now : price([...chosen, code]);
    const saves = minor(Math.max(0, (without?.totals.payable ?? 0) - (found?.totals.payable ?? 0)));
    return { chosen: isChosen, saves, why: null, found };
  };
  const whyOf = (found: PricedOrder | undefined, code: string, promotionId: string | null): WeighedCoupon['why'] => {
    if (!found) return null;
    if (promotionId === null || found.unknownCoupons.some((each) => same(each, code))) return { reason: 'unknown' };
    const rejected = found.rejected.find((each) => each.promotionId === promotionId);
    if (!rejected) return null;
    return { reason: rejected.reason, ...(rejected.missing ? { missing: rejected.missing } : {}) };
  };
  const ofWallet = held.map((coupon): WeighedCoupon => {
    const { found, ...weighed } = weigh(coupon.code);
    return {
      ...weighed,
      code: coupon.code,
      promotionId: coupon.promotionId,
      name: coupon.name,
      held: byCode.get(coupon.code.toUpperCase())?.length ?? 1,
      validTo: coupon.validTo,
      why: whyOf(found, coupon.code, coupon.promotionId),
    };
  });
  const ofTyping = typed.map((code): WeighedCoupon => {
    const known = named.find((each) => same(each.code, code));
    const { found, ...weighed } = weigh(code);
    return {
      ...weighed,
      code,
      promotionId: known?.promotionId ?? null,
      name: known?.name ?? { zh: code },
      held: 0,
      validTo: null,
      why: whyOf(found, code, known?.promotionId ?? null),
    };
  });
  return [...ofTyping, ...ofWallet.toSorted((a, b) => b.saves - a.saves)];
};
