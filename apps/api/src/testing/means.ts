import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { balanceStore, pointStore } from '@tradeline/db/stores';
import { type Day, fromMillis, id, type PromotionId } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Promotion } from '@tradeline/domain/promotion';
import type { Shop } from './fixture.ts';

/** A running promotion; its id. */
export const runPromotion = async (shop: Shop, code: string, rule: Omit<Promotion, 'id'>): Promise<PromotionId> => {
  const definition: Promotion = { ...rule, id: id<PromotionId>(newId()) };
  await shop.db
    .insert(schema.promotions)
    .values({ id: definition.id, code, name: { zh: code }, definition, status: 'active' });
  return definition.id;
};

/** A template of coupons for a promotion that is run with its code. */
export const addTemplate = async (
  shop: Shop,
  promotionId: string,
  code: string,
  wish: { kind: 'public' | 'personal'; issueLimit?: number; perCompanyLimit?: number },
): Promise<string> => {
  const templateId = newId();
  await shop.db.insert(schema.couponTemplates).values({
    id: templateId,
    promotionId,
    code,
    name: { zh: code },
    validity: { kind: 'days', days: 30 },
    ...wish,
  });
  return templateId;
};

/** Hands one coupon of a template to a company. */
export const giveCoupon = async (shop: Shop, templateId: string, companyId: string): Promise<void> => {
  await shop.db.insert(schema.coupons).values({
    id: newId(),
    templateId,
    companyId,
    validFrom: fromMillis(Date.now() - 60_000),
    validTo: fromMillis(Date.now() + 86_400_000),
    issuedBy: 'test',
  });
  await shop.raw`update coupon_templates set issued = issued + 1 where id = ${templateId}`;
};

/** Points a company can use from today on. */
export const givePoints = async (shop: Shop, companyId: string, points: number): Promise<void> => {
  const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) as Day;
  await shop.db.transaction(async (tx) => {
    await pointStore.lock(tx, companyId);
    const event = { type: 'earn' as const, on, lot: newId(), points };
    await pointStore.append(tx, companyId, [{ event, cause: { type: 'test', id: event.lot }, actor: 'test' }], points);
  });
};

export const topUp = async (shop: Shop, companyId: string, amount: number): Promise<void> => {
  const cause = { type: 'test', id: newId() };
  await balanceStore.move(shop.db, { companyId, kind: 'top-up', amount: minor(amount), cause, actor: 'test' });
};
