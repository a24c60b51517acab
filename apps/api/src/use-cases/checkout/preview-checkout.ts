import {
  addressStore,
  balanceStore,
  cartStore,
  couponStore,
  creditStore,
  type DeliveryMethod,
  deliveryStore,
  invoiceTitleStore,
  shopMoment,
} from '@tradeline/db/stores';
import { allows } from '@tradeline/domain/access';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { type DeliveredQuote, type PricedOrder, quoteDelivered } from '@tradeline/domain/order';
import type { Promotion } from '@tradeline/domain/promotion';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { CheckoutReason, Refusal } from '../../trpc/refusal-codes.ts';
import { pointsOf } from '../membership/points-of.ts';
import { askCredit } from '../order/placing/check-credit.ts';
import { factsOf } from '../order/placing/goods-of-cart.ts';
import { shortOf } from '../order/placing/held-reasons.ts';
import { judgeBasket, type Wish } from '../order/placing/judge-basket.ts';
import { deliveryOf, wantedOf } from '../order/placing/read-basket.ts';
import { type PriceFacts, priceFactsFor } from '../pricing/quote-facts.ts';
import { askerOf, sharingRules } from '../stock/sharing/shared-units.ts';
import { type CheckoutSettings, checkoutSettingsNow, paymentMeans } from './checkout-settings.ts';
import { type WeighedCoupon, weighCoupons } from './weigh-coupons.ts';

export type DeliveryOffer = Pick<DeliveryMethod, 'code' | 'name' | 'hint'> &
  Pick<DeliveredQuote, 'freight' | 'notDelivered'> & {
    /** What is paid for it after promotions on shipping. */
    price: Minor;
  };
export type CheckoutPreview = {
  cartId: string;
  /** The order as it would be placed; lines that break a rule are told in `refusals` and counted all the same. */
  priced: PricedOrder;
  names: Record<string, { zh: string; en?: string | undefined }>;
  /** The chosen method's charge: how far it is from being free. */
  freight: DeliveredQuote['freight'] | null;
  deliveries: DeliveryOffer[];
  coupons: WeighedCoupon[];
  /** `most`: how many this order can use, and what they are worth; none: the role may not, or there are none. */
  points: { usable: number; most: number; mostAmount: Minor; worth: string } | null;
  balance: Minor;
  /** What ordering on account would meet; null: the company has no account. */
  credit: {
    limit: Minor;
    used: Minor;
    termDays: number;
    blocked: Extract<CheckoutReason, { kind: 'terms-blocked' }> | null;
  } | null;
  means: (typeof paymentMeans)[number][];
  bank: CheckoutSettings['bank'];
  termsOfSale: CheckoutSettings['termsOfSale'];
  /** Everything that stands against placing it now. */
  refusals: CheckoutReason[];
};

/**
 * A checkout before it is sent: priced, sent, reduced and paid as asked, with every alternative beside it, by the rules and
 * facts with which it would be placed. Nothing is held and nothing is written.
 */
export const previewCheckout = async (
  { db, search }: Pick<Deps, 'db' | 'search'>,
  buyer: Buyer,
  wish: Wish,
): Promise<Result<CheckoutPreview, Refusal>> => {
  if (!buyer.seesPrices) return err({ kind: 'prices-hidden' });
  const companyId = buyer.company.id;
  const mayUsePoints = allows({ audience: 'buyer', roles: [buyer.role] }, 'points.redeem') !== undefined;
  const cartId = await cartStore.open(db, { companyId, buyerId: buyer.id });
  const [lines, address, methods, title, balance, moment, wallet, settings, account] = await Promise.all([
    cartStore.lines(db, cartId),
    wish.addressId ? addressStore.find(db, companyId, wish.addressId) : undefined,
    deliveryStore.active(db),
    wish.invoiceTitleId ? invoiceTitleStore.find(db, companyId, wish.invoiceTitleId) : undefined,
    balanceStore.of(db, companyId),
    shopMoment(db),
    couponStore.wallet(db, companyId),
    checkoutSettingsNow(db),
    creditStore.account(db, companyId),
  ]);
  if (lines.length === 0) return err({ kind: 'cart-empty' });
  const skuIds = lines.map((line) => line.skuId);
  const chosen = wish.coupons ?? [];
  const [skus, points, facts] = await Promise.all([
    factsOf(db, buyer, skuIds),
    mayUsePoints ? pointsOf(db, companyId, moment) : undefined,
    priceFactsFor(db, buyer, skuIds, {
      coupons: [...new Set([...chosen, ...wallet.map(({ code }) => code)])],
      giftChoices: wish.giftChoices,
    }),
  ]);
  const { wanted, gone } = wantedOf(lines, skus);
  const input = facts.quoteInput(wanted);
  const asked = Math.min(wish.points ?? 0, points?.usable ?? 0);
  const method = methods.find(({ code }) => code === wish.deliveryMethod);
  const price = (with_: { coupons?: readonly string[]; points?: number; method?: DeliveryMethod | undefined }) => {
    const used = with_.points ?? asked;
    const sent = 'method' in with_ ? with_.method : method;
    return quoteDelivered(
      {
        ...input,
        coupons: with_.coupons ?? chosen,
        ...(points && used > 0 ? { points: { ...points.offer, points: used } } : {}),
        settings: { ...input.settings, view: 'cart' },
      },
      sent && address && deliveryOf(sent, address, skus),
    );
  };
  const quoted = price({});
  if (!quoted.ok) return quoted;
  const { priced, freight } = quoted.value;
  const payable = priced.totals.payable;
  const paid = Math.min(wish.balance ?? 0, balance, payable);
  const cashNow = minor(balance - paid);
  const unpaid = minor(payable - paid);
  const sharing = { rules: await sharingRules(db, search), asker: askerOf(buyer), now: facts.now };
  const [short, allowed] = await Promise.all([
    shortOf(db, { lines, skus, priced, sharing }),
    account && unpaid > 0 ? askCredit(db, buyer, account, { priced, skus, cashNow }, unpaid) : undefined,
  ]);
  const blocked = allowed && !allowed.ok ? allowed.error : null;
  const most = points && points.usable > 0 ? price({ points: points.usable }) : undefined;
  const judged = judgeBasket(wish, {
    address: address !== undefined,
    delivery: !wish.deliveryMethod || method !== undefined,
    invoiceTitle: !wish.invoiceTitleId || title !== undefined,
    uploads: true,
    gone,
    quoted,
    pointsUsable: points?.usable ?? 0,
    balance,
    settings,
    now: facts.now,
  });
  const refusals: CheckoutReason[] = [
    ...(buyer.company.status === 'active' ? [] : [{ kind: 'company-suspended' as const }]),
    ...judged,
    ...(wish.paymentTerms === 'terms' && blocked ? [blocked] : []),
    ...(short.length > 0 ? [{ kind: 'out-of-stock' as const, lines: short }] : []),
  ];
  return ok({
    cartId,
    priced,
    names: facts.names,
    freight: freight ?? null,
    deliveries: methods.map((each) => offerOf(each, price({ method: each }))),
    coupons: weighCoupons(wallet, chosen, namedCodes(input.promotions ?? [], facts.names), (coupons) => {
      const found = price({ coupons });
      return found.ok ? found.value.priced : undefined;
    }),
    points:
      points && most?.ok
        ? {
            usable: points.usable,
            most: most.value.priced.totals.pointsUsed,
            mostAmount: most.value.priced.totals.pointsAmount,
            worth: points.offer.worth,
          }
        : null,
    balance,
    credit: account ? { limit: account.creditLimit, used: account.used, termDays: account.termDays, blocked } : null,
    means: paymentMeans.filter((each) => !settings.closedMeans.includes(each)),
    bank: settings.bank,
    termsOfSale: settings.termsOfSale,
    refusals,
  });
};

/** Codes that were typed or are held, with what their promotions are called. */
const namedCodes = (promotions: readonly Promotion[], names: PriceFacts['names']) =>
  promotions.flatMap(({ id, coupon }) =>
    coupon ? [{ code: coupon.code, promotionId: id, name: names[id] ?? { zh: coupon.code } }] : [],
  );

const offerOf = ({ code, name, hint }: DeliveryMethod, quoted: Result<DeliveredQuote, unknown>): DeliveryOffer => {
  const value = quoted.ok ? quoted.value : undefined;
  return {
    code,
    name,
    hint,
    price: value?.priced.totals.shipping ?? minor(0),
    ...(value?.freight ? { freight: value.freight } : {}),
    ...(value?.notDelivered ? { notDelivered: value.notDelivered } : {}),
  };
};
