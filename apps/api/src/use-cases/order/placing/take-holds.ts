import type { Tx } from '@tradeline/db';
import {
  balanceStore,
  couponStore,
  creditStore,
  pointStore,
  promotionUseStore,
  stockStore,
} from '@tradeline/db/stores';
import { ok, type Result } from '@tradeline/domain/kernel';
import type { PointsEvent } from '@tradeline/domain/membership';
import { minor } from '@tradeline/domain/money';
import type { Buyer } from '../../../trpc/context.ts';
import type { Reason, Refusal } from '../../../trpc/refusal-codes.ts';
import { type Actor, ledgerName } from '../actor.ts';
import { allReasons, isRefused } from './all-reasons.ts';
import { creditOf, type Draft } from './draft.ts';
import { limitedUses } from './limited-uses.ts';
import type { Basket } from './read-basket.ts';
import type { PlaceOrder } from './wish.ts';

type Balances = Awaited<ReturnType<typeof stockStore.lock>>;
/** How balances are read before goods are promised: as they are seen, or with their rows in hand. */
export type Look = 'seen' | 'lock';
export type Holds = { balances: Balances; pointEvents: PointsEvent[] };

/**
 * Takes what others may want too, in the one lock order: credit, coupons, limits of promotions, points, prepaid balance,
 * and the stock rows last. Every guard stands in its own statement; all are sent at once, and every one
 * that failed is told. The caller has written the order itself before.
 */
export const takeHolds = async (
  tx: Tx,
  buyer: Buyer,
  wish: PlaceOrder,
  basket: Basket,
  draft: Draft,
  actor: Actor,
  look: Look,
): Promise<Result<Holds, Refusal>> => {
  const companyId = buyer.company.id;
  const by = ledgerName(actor);
  const { priced, promotions, names } = basket;
  const credit = creditOf(wish, priced.totals.payable);
  const balance = wish.balance ?? 0;
  const [charged, coupons, exhausted, pointEvents, paid, balances] = await Promise.all([
    credit > 0 ? creditStore.charge(tx, companyId, draft.id, credit, by) : true,
    lockCoupons(tx, basket, draft, companyId, by),
    promotionUseStore.take(tx, limitedUses(priced, promotions), { id: draft.id, companyId }),
    priced.totals.pointsUsed > 0 ? pointStore.lock(tx, companyId) : [],
    balance > 0
      ? balanceStore.move(tx, {
          companyId,
          kind: 'use',
          amount: minor(-balance),
          cause: { type: 'order', id: draft.id },
          actor: by,
          orderId: draft.id,
        })
      : true,
    stockStore[look](tx, [...new Set(draft.lines.map((line) => line.skuId))]),
  ]);
  const reasons: Reason[] = [];
  if (!charged) reasons.push({ kind: 'terms-blocked', reasons: [], available: minor(0), waysOut: [] });
  if (coupons !== undefined) reasons.push({ kind: 'coupon-used-up', code: coupons });
  if (exhausted !== undefined)
    reasons.push({ kind: 'promotion-used-up', promotionId: exhausted, name: names[exhausted] ?? { zh: exhausted } });
  if (!paid) reasons.push({ kind: 'balance-short', balance: await balanceStore.of(tx, companyId) });
  return isRefused(reasons) ? allReasons(reasons) : ok({ balances, pointEvents });
};

/** The first code whose coupon somebody else has just used up; nothing when all are held. */
export const lockCoupons = async (
  tx: Tx,
  { priced, promotions, templates, now }: Pick<Basket, 'priced' | 'promotions' | 'templates' | 'now'>,
  draft: Pick<Draft, 'id'>,
  companyId: string,
  by: string,
): Promise<string | undefined> => {
  const applied = new Set<string>(priced.applied.flatMap((p) => (p.couponCode === undefined ? [] : [p.promotionId])));
  const wanted = templates
    .filter((template) => applied.has(template.promotionId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const held = await Promise.all(
    wanted.map(async (template) => {
      // One that was handed out before, and came back with an order that was cancelled or changed, goes first.
      const own = await couponStore.lock(tx, template.id, companyId, draft.id);
      if (own || template.kind === 'personal') return own;
      const validTo = promotions.find(({ id }) => id === template.promotionId)?.endsAt ?? FOR_EVER;
      return couponStore.issue(tx, template, { companyId, validFrom: now, validTo, by, orderId: draft.id });
    }),
  );
  return wanted.find((_, at) => !held[at])?.code;
};

const FOR_EVER = '9999-12-31T00:00:00.000Z' as Basket['now'];
