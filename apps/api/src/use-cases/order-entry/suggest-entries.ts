import {
  boughtGoods,
  catalogStore,
  entryGoodsStore,
  shopStore,
  stockStore,
  transactionTime,
} from '@tradeline/db/stores';
import {
  customerHistories,
  type DueLine,
  type OrderPastError,
  type SuggestableGoods,
  type SuggestedLine,
  stillDueLines,
  suggestOrder,
} from '@tradeline/domain/analytics';
import { businessDay } from '@tradeline/domain/calendar';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { priceFactsFor } from '../pricing/quote-facts.ts';
import { viewerOf } from '../session/visitor.ts';
import { type OfferedEntry, offerEntries } from './offer-entries.ts';

/** Why a line is suggested: how often it was ordered, how long its usual gap is, and how long ago the last time was. */
export type SuggestedEntry = Pick<DueLine, 'skuId' | 'times' | 'lastDay' | 'usualDays' | 'elapsedDays'> & {
  quantity: number;
  /** The share by which such a quantity was off on this company's own past orders; absent before the third order of it. */
  pastError?: number;
  changed?: SuggestedLine['changed'];
};
export type OrderSuggestion = {
  lines: SuggestedEntry[];
  goods: OfferedEntry[];
  /** Of what was due by habit, how many lines the shop's rules, stock or range left out. */
  leftOut: number;
  /** How the same suggestion did before the company's last orders. */
  past?: OrderPastError;
};

/** The order a company is due to place today, from what it ordered in two years, within stock and the shop's rules. */
export const suggestEntries = async (
  { db }: Pick<Deps, 'db'>,
  buyer: Buyer,
): Promise<Result<OrderSuggestion, Refusal>> => {
  if (!buyer.seesPrices) return err({ kind: 'prices-hidden' });
  const companyId = buyer.company.id;
  const looker = viewerOf(buyer);
  const [bought, zone, now] = await Promise.all([
    boughtGoods.purchases(db, companyId),
    shopStore.timeZone(db),
    transactionTime(db),
  ]);
  const today = businessDay(now, zone);
  const [history] = customerHistories(
    bought.map(({ placedAt, ...line }) => ({ ...line, customerId: companyId, day: businessDay(placedAt, zone) })),
  );
  const due = history ? stillDueLines(history, today).map(({ skuId }) => skuId) : [];
  if (!history || due.length === 0) return ok({ lines: [], goods: [], leftOut: 0 });
  const skus = (await catalogStore.skus(db, due, looker)).filter(({ shown }) => shown);
  const ids = skus.map(({ id }) => id);
  const [facts, available] = await Promise.all([priceFactsFor(db, buyer, ids), stockStore.available(db, ids)]);
  const { lines: wanted, ...quote } = facts.quoteInput(skus.map((sku) => ({ sku, quantity: 1 })));
  const goods = Object.fromEntries(
    wanted.map(({ id: _, quantity: __, skuId, ...line }): [string, SuggestableGoods] => [
      skuId,
      { ...line, available: available.get(skuId) ?? 0 },
    ]),
  );
  const suggested = suggestOrder({ history, asOf: today, goods, quote });
  if (!suggested.ok) return suggested;
  const { lines, leftOut, past } = suggested.value;
  const offered = await entryGoodsStore.byIds(
    db,
    looker,
    companyId,
    lines.map(({ skuId }) => skuId),
  );
  return ok({
    lines: lines.map(({ skuId, quantity, why, changed }) => ({
      skuId,
      quantity,
      times: why.times,
      lastDay: why.lastDay,
      usualDays: why.usualDays,
      elapsedDays: why.elapsedDays,
      ...(why.wanted.pastError ? { pastError: why.wanted.pastError.share } : {}),
      ...(changed ? { changed } : {}),
    })),
    goods: await offerEntries(db, buyer, offered),
    leftOut: leftOut.length,
    ...(past ? { past } : {}),
  });
};
