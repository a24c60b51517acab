import type { Tx } from '@tradeline/db';
import {
  type CouponTemplateRow,
  couponStore,
  type PromotionUsage,
  priceStore,
  promotionUseStore,
} from '@tradeline/db/stores';
import type { CustomerContext } from '@tradeline/domain/pricing';
import { isAddressedTo, type Promotion } from '@tradeline/domain/promotion';

type Running = Pick<Awaited<ReturnType<typeof priceStore.runningPromotions>>[number], 'definition' | 'name'>;
export type RunningPromotion = { promotion: Promotion; name: Running['name'] };
export type PromotionsNow = { running: RunningPromotion[]; templates: CouponTemplateRow[] };

const sameCode = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();
const isLimited = ({ usage, budget }: Promotion): boolean => usage !== undefined || budget !== undefined;

/** Those a customer may meet: made for others they never reach his browser, nor do codes that he has not typed. */
const openTo = (running: readonly Running[], customer: CustomerContext, codes: readonly string[]): RunningPromotion[] =>
  running
    .map(({ definition, name }) => ({ promotion: definition as Promotion, name }))
    .filter(({ promotion: { coupon, audience } }) => {
      const typed = !coupon || codes.some((code) => sameCode(code, coupon.code));
      return typed && isAddressedTo({ audience }, customer);
    });

/** Of some promotions, those whose use is counted. */
export const limitedAmong = (promotions: readonly Promotion[]): string[] =>
  promotions.filter(isLimited).map(({ id }) => id as string);

/**
 * The promotions a customer may meet now, with how much of their limits is used up. Those made for others are left out,
 * and those behind a code unless he has typed it: a code that nobody told him reaches no browser. A code that is handed
 * out to single companies works only for a company that holds such a coupon.
 */
export const promotionsNow = async (
  tx: Tx,
  customer: CustomerContext,
  codes: readonly string[],
): Promise<PromotionsNow> => {
  const running = openTo(await priceStore.runningPromotions(tx), customer, codes);
  const { companyId } = customer;
  if (!companyId) return { running: running.filter(({ promotion }) => !promotion.coupon), templates: [] };
  const promotions = running.map(({ promotion }) => promotion);
  const coded = promotions.filter(({ coupon }) => coupon).map(({ id }) => id as string);
  const [templates, wallet, usage] = await Promise.all([
    couponStore.templatesOf(tx, coded),
    coded.length > 0 ? couponStore.wallet(tx, companyId) : [],
    promotionUseStore.usage(tx, limitedAmong(promotions), companyId),
  ]);
  const personal = new Set(templates.filter(({ kind }) => kind === 'personal').map((row) => row.promotionId));
  const owned = new Set(wallet.map((coupon) => coupon.promotionId));
  return {
    templates,
    running: withUsages(
      running.filter(({ promotion: { id } }) => !personal.has(id) || owned.has(id)),
      usage,
    ),
  };
};

/** The same of promotions and their counters that are known already, where no code was typed. */
export const promotionsWithoutCodes = (
  running: readonly Running[],
  customer: CustomerContext,
  usage: ReadonlyMap<string, PromotionUsage>,
): PromotionsNow => ({ templates: [], running: withUsages(openTo(running, customer, []), usage) });

const withUsages = (running: readonly RunningPromotion[], usage: ReadonlyMap<string, PromotionUsage>) =>
  running.map(({ promotion, name }) => ({ promotion: withUsage(promotion, usage.get(promotion.id)), name }));

const withUsage = (promotion: Promotion, used: PromotionUsage | undefined): Promotion => {
  if (!used || !isLimited(promotion)) return promotion;
  const { usage, budget } = promotion;
  return {
    ...promotion,
    ...(usage ? { usage: { ...usage, used: used.uses, usedByCustomer: used.usesByCompany } } : {}),
    ...(budget ? { budget: { ...budget, used: budget.type === 'count' ? used.uses : used.amount } } : {}),
  };
};
