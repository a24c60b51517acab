import type { Instant } from '@tradeline/domain/kernel';
import { and, asc, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { companies, coupons, couponTemplates, orders, promotions } from '../schema/index.ts';

export type CouponTemplateRow = typeof couponTemplates.$inferSelect;
/** To whom coupons are handed out; companies by their numbers. */
export type CouponAudience =
  | { kind: 'all' }
  | { kind: 'level'; level: string }
  | { kind: 'group'; groupId: string }
  | { kind: 'companies'; numbers: string[] };
export type WalletCoupon = {
  id: string;
  templateId: string;
  promotionId: string;
  code: string;
  name: Bilingual;
  validFrom: Instant;
  validTo: Instant;
};

export const couponStore = {
  /** Templates of promotions: whether a code is for everybody who knows it or for those it was handed to. */
  templatesOf: (tx: Tx, promotionIds: string[]): Promise<CouponTemplateRow[]> =>
    promotionIds.length === 0
      ? Promise.resolve([])
      : tx.select().from(couponTemplates).where(inArray(couponTemplates.promotionId, promotionIds)),

  /** What a company can use now, those that end first before the others. */
  wallet: (tx: Tx, companyId: string): Promise<WalletCoupon[]> =>
    tx
      .select({
        id: coupons.id,
        templateId: coupons.templateId,
        promotionId: couponTemplates.promotionId,
        code: couponTemplates.code,
        name: couponTemplates.name,
        validFrom: coupons.validFrom,
        validTo: coupons.validTo,
      })
      .from(coupons)
      .innerJoin(couponTemplates, eq(couponTemplates.id, coupons.templateId))
      .where(
        and(
          eq(coupons.companyId, companyId),
          eq(coupons.state, 'issued'),
          lte(coupons.validFrom, sql`now()`),
          gt(coupons.validTo, sql`now()`),
        ),
      )
      .orderBy(asc(coupons.validTo), asc(coupons.id)),

  /** Every coupon a company was given, the usable ones first, then the latest; with the order that holds or used it. */
  ofCompany: (tx: Tx, companyId: string, limit = 200) =>
    tx
      .select({
        id: coupons.id,
        code: couponTemplates.code,
        name: couponTemplates.name,
        state: coupons.state,
        validFrom: coupons.validFrom,
        validTo: coupons.validTo,
        over: sql<boolean>`${coupons.validTo} <= now()`,
        orderId: coupons.orderId,
        orderNumber: orders.number,
        definition: promotions.definition,
      })
      .from(coupons)
      .innerJoin(couponTemplates, eq(couponTemplates.id, coupons.templateId))
      .innerJoin(promotions, eq(promotions.id, couponTemplates.promotionId))
      .leftJoin(orders, eq(orders.id, coupons.orderId))
      .where(eq(coupons.companyId, companyId))
      .orderBy(
        sql`case when ${coupons.state} = 'issued' and ${coupons.validTo} > now() then 0 when ${coupons.state} = 'locked' then 1 else 2 end`,
        asc(coupons.validTo),
        asc(coupons.id),
      )
      .limit(limit),

  /** Every template with its promotion, the newest first, and how many of its coupons were used. */
  templates: (tx: Tx) =>
    tx
      .select({
        id: couponTemplates.id,
        code: couponTemplates.code,
        name: couponTemplates.name,
        kind: couponTemplates.kind,
        issueLimit: couponTemplates.issueLimit,
        perCompanyLimit: couponTemplates.perCompanyLimit,
        issued: couponTemplates.issued,
        validity: couponTemplates.validity,
        used: sql<number>`(select count(*)::int from coupons c where c.template_id = "coupon_templates"."id" and c.state = 'used')`,
        locked: sql<number>`(select count(*)::int from coupons c where c.template_id = "coupon_templates"."id" and c.state = 'locked')`,
        promotionId: promotions.id,
        status: promotions.status,
        startsAt: promotions.startsAt,
        endsAt: promotions.endsAt,
        definition: promotions.definition,
        createdAt: couponTemplates.createdAt,
      })
      .from(couponTemplates)
      .innerJoin(promotions, eq(promotions.id, couponTemplates.promotionId))
      .orderBy(desc(couponTemplates.createdAt), desc(couponTemplates.id)),

  /** The template, held until the transaction ends: nobody else hands out of it meanwhile. */
  holdTemplate: async (tx: Tx, id: string): Promise<CouponTemplateRow | undefined> =>
    (await tx.select().from(couponTemplates).where(eq(couponTemplates.id, id)).for('update'))[0],

  /** Active companies of an audience that may still be given one of the template. */
  companiesFor: async (tx: Tx, template: CouponTemplateRow, to: CouponAudience): Promise<string[]> => {
    const rows = await tx
      .select({ id: companies.id })
      .from(companies)
      .where(
        and(
          eq(companies.status, 'active'),
          to.kind === 'level' ? eq(companies.level, to.level) : undefined,
          to.kind === 'group' ? eq(companies.groupId, to.groupId) : undefined,
          to.kind === 'companies' ? inArray(companies.number, to.numbers) : undefined,
          template.perCompanyLimit === null
            ? undefined
            : sql`(select count(*) from coupons c where c.template_id = ${template.id} and c.company_id = ${companies.id}) < ${template.perCompanyLimit}`,
        ),
      );
    return rows.map(({ id }) => id);
  },

  /** One coupon each, counted in the template; only under its hold. */
  issueMany: async (
    tx: Tx,
    template: CouponTemplateRow,
    companyIds: readonly string[],
    coupon: { validFrom: Instant; validTo: Instant; by: string },
  ): Promise<void> => {
    if (companyIds.length === 0) return;
    await tx
      .update(couponTemplates)
      .set({ issued: template.issued + companyIds.length })
      .where(eq(couponTemplates.id, template.id));
    const { validFrom, validTo, by } = coupon;
    await tx.insert(coupons).values(
      companyIds.map((companyId) => ({
        id: newId(),
        templateId: template.id,
        companyId,
        validFrom,
        validTo,
        issuedBy: by,
      })),
    );
  },

  /** Adds a template with the promotion it opens; false when the code is taken. */
  addTemplate: async (
    tx: Tx,
    promotion: typeof promotions.$inferInsert,
    template: typeof couponTemplates.$inferInsert,
  ): Promise<boolean> => {
    const [taken] = await tx
      .select({ code: couponTemplates.code })
      .from(couponTemplates)
      .where(sql`upper(${couponTemplates.code}) = upper(${template.code})`);
    if (taken) return false;
    await tx.insert(promotions).values(promotion);
    const made = await tx.insert(couponTemplates).values(template).onConflictDoNothing().returning();
    return made.length === 1;
  },

  /** Takes one of a company's coupons of a template for an order; false when the last one has just been used elsewhere. */
  lock: async (tx: Tx, templateId: string, companyId: string, orderId: string): Promise<boolean> => {
    const one = tx
      .select({ id: coupons.id })
      .from(coupons)
      .where(
        and(
          eq(coupons.templateId, templateId),
          eq(coupons.companyId, companyId),
          eq(coupons.state, 'issued'),
          lte(coupons.validFrom, sql`now()`),
          gt(coupons.validTo, sql`now()`),
        ),
      )
      .orderBy(asc(coupons.validTo), asc(coupons.id))
      .limit(1)
      .for('update');
    const taken = await tx
      .update(coupons)
      .set({ state: 'locked', orderId })
      .where(and(sql`${coupons.id} = (${one})`, eq(coupons.state, 'issued')))
      .returning({ id: coupons.id });
    return taken.length === 1;
  },

  /** Hands out one coupon; false when the template's limit, or the company's, is reached at this very moment. */
  issue: async (
    tx: Tx,
    template: CouponTemplateRow,
    to: { companyId: string; validFrom: Instant; validTo: Instant; by: string; orderId?: string | undefined },
  ): Promise<boolean> => {
    const counted = await tx
      .update(couponTemplates)
      .set({ issued: sql`${couponTemplates.issued} + 1` })
      .where(
        and(
          eq(couponTemplates.id, template.id),
          sql`(${couponTemplates.issueLimit} is null or ${couponTemplates.issued} < ${couponTemplates.issueLimit})`,
          sql`(${couponTemplates.perCompanyLimit} is null or (select count(*) from coupons c where c.template_id = ${template.id} and c.company_id = ${to.companyId}) < ${couponTemplates.perCompanyLimit})`,
        ),
      )
      .returning({ id: couponTemplates.id });
    if (counted.length !== 1) return false;
    await tx.insert(coupons).values({
      id: newId(),
      templateId: template.id,
      companyId: to.companyId,
      validFrom: to.validFrom,
      validTo: to.validTo,
      issuedBy: to.by,
      state: to.orderId ? 'locked' : 'issued',
      orderId: to.orderId ?? null,
    });
    return true;
  },

  heldBy: async (tx: Tx, orderId: string): Promise<number> => {
    const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(coupons).where(eq(coupons.orderId, orderId));
    return row?.n ?? 0;
  },

  commit: async (tx: Tx, orderId: string): Promise<void> => {
    await tx
      .update(coupons)
      .set({ state: 'used' })
      .where(and(eq(coupons.orderId, orderId), eq(coupons.state, 'locked')));
  },

  /** Back into the wallet, but for used ones of a template that keeps the use. */
  release: async (tx: Tx, orderId: string): Promise<void> => {
    await tx
      .update(coupons)
      .set({ state: 'issued', orderId: null })
      .where(
        and(
          eq(coupons.orderId, orderId),
          sql`not (${coupons.state} = 'used' and (select t.keep_on_cancel from coupon_templates t where t.id = ${coupons.templateId}))`,
        ),
      );
  },
};
