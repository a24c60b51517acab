import type { Tx } from '@tradeline/db';
import {
  creditOverrideStore,
  creditStore,
  type OrderScope,
  orderAttentionStore,
  shopMoment,
} from '@tradeline/db/stores';
import { type BlockReason, blockReasons } from '@tradeline/domain/credit';
import { creditCheckOf } from '../check-terms.ts';
import { overrideOf } from './credit-again.ts';

/** More orders on account than this wait nowhere that people look at them one by one. */
const MOST = 2_000;

/**
 * Orders that credit stands against now, with the reasons: those that an approval or a parcel would be refused for. Asked of
 * the same rules, in five statements however many orders there are.
 */
export const blockedOrders = async (tx: Tx, scope: OrderScope): Promise<Map<string, BlockReason[]>> => {
  const orders = await orderAttentionStore.onCredit(tx, scope, MOST);
  if (orders.length === 0) return new Map();
  const companies = [...new Set(orders.map(({ companyId }) => companyId))];
  const [moment, accounts, open, overrides] = await Promise.all([
    shopMoment(tx),
    creditStore.accounts(tx, companies),
    creditStore.openOf(tx, companies),
    creditOverrideStore.ofOrders(
      tx,
      orders.map(({ id }) => id),
    ),
  ]);
  const invoices = Map.groupBy(open, ({ companyId }) => companyId);
  const waived = Map.groupBy(overrides, ({ orderId }) => orderId);
  return new Map(
    orders.flatMap(({ id, number, companyId, held }) => {
      const check = creditCheckOf(moment, accounts.get(companyId), invoices.get(companyId) ?? [], {
        amount: held,
        placed: { number, held },
      });
      const passing = (waived.get(id) ?? []).map(overrideOf).filter(({ expiresOn }) => check.today <= expiresOn);
      const standing = blockReasons(check).filter(({ kind }) => !passing.some(({ reasons }) => reasons.includes(kind)));
      return standing.length > 0 ? [[id, standing] as const] : [];
    }),
  );
};
