import type { Tx } from '@tradeline/db';
import { type CartLine, creditStore, type SkuWithPicture, stockStore } from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import type { PricedOrder } from '@tradeline/domain/order';
import type { Buyer } from '../../../trpc/context.ts';
import type { CheckoutReason, ShortLine } from '../../../trpc/refusal-codes.ts';
import { type Sharing, sharedTotals, sharedWishes } from '../../stock/sharing/shared-units.ts';
import { askCredit } from './check-credit.ts';
import type { Wish } from './judge-basket.ts';

/** What an order would have to hold. */
export type Holding = {
  lines: readonly CartLine[];
  skus: ReadonlyMap<string, SkuWithPicture>;
  priced: PricedOrder | undefined;
  balance: Minor;
  sharing: Sharing;
};

/** Goods of which he may take less than asked for, gifts counted with them; what is `own` already is there. */
export const shortOf = async (
  tx: Tx,
  { lines, skus, priced, sharing }: Omit<Holding, 'balance'>,
  own: ReadonlyMap<string, number> = new Map(),
): Promise<ShortLine[]> => {
  const wanted = new Map<string, number>();
  for (const { skuId, quantity } of [...lines.filter(({ skuId }) => skus.get(skuId)?.shown), ...(priced?.gifts ?? [])])
    wanted.set(skuId, (wanted.get(skuId) ?? 0) + quantity);
  const [available, shared] = await Promise.all([
    stockStore.available(tx, [...wanted.keys()]),
    sharedTotals(tx, sharing, sharedWishes(lines, sharing)),
  ]);
  return [...wanted].flatMap(([skuId, requested]) => {
    const left = (shared.get(skuId) ?? available.get(skuId) ?? 0) + (own.get(skuId) ?? 0);
    return left < requested
      ? [{ skuId, itemNumber: skus.get(skuId)?.itemNumber ?? '', requested, available: left }]
      : [];
  });
};

/**
 * What credit and stock would say, without taking a lock: asked when the order is refused for something else already, and
 * by the preview.
 */
export const heldReasons = async (tx: Tx, buyer: Buyer, wish: Wish, holding: Holding): Promise<CheckoutReason[]> => {
  const { priced, skus, balance } = holding;
  const paid = wish.balance ?? 0;
  const credit = priced && wish.paymentTerms === 'terms' ? minor(Math.max(0, priced.totals.payable - paid)) : 0;
  const cashNow = minor(Math.max(0, balance - paid));
  const [short, allowed] = await Promise.all([
    shortOf(tx, holding),
    priced && credit > 0
      ? askCredit(tx, buyer, await creditStore.account(tx, buyer.company.id), { priced, skus, cashNow }, minor(credit))
      : undefined,
  ]);
  return [
    ...(allowed && !allowed.ok ? [allowed.error] : []),
    ...(short.length > 0 ? [{ kind: 'out-of-stock' as const, lines: short }] : []),
  ];
};
