import type { Tx } from '@tradeline/db';
import { creditOverrideStore, creditStore, type OrderRow } from '@tradeline/db/stores';
import type { CreditBlocked, CreditOverride } from '@tradeline/domain/credit';
import { ok, type Result } from '@tradeline/domain/kernel';
import { checkTerms } from '../check-terms.ts';

type Override = Awaited<ReturnType<typeof creditOverrideStore.ofOrder>>[number];

/** A stored decision to let reasons pass, as the credit rules read it. */
export const overrideOf = ({ kinds, staffName, reason, expiresOn }: Override): CreditOverride => ({
  reasons: kinds,
  by: staffName,
  note: reason,
  expiresOn,
});

/**
 * Asks credit again about an order that was placed on account, as it stands now: its own part of what is used aside, under
 * the account's lock or only to look. An order that holds no credit has nothing to be asked about. What somebody has let
 * pass does not count.
 */
export const creditAgain = async (
  tx: Tx,
  order: Pick<OrderRow, 'id' | 'number' | 'companyId' | 'paymentTerms'>,
  look: 'lock' | 'look' = 'lock',
): Promise<Result<void, CreditBlocked>> => {
  if (order.paymentTerms !== 'terms') return ok(undefined);
  const held = await creditStore.heldBy(tx, order.id);
  if (held <= 0) return ok(undefined);
  const overrides = (await creditOverrideStore.ofOrder(tx, order.id)).map(overrideOf);
  const account = await (look === 'lock' ? creditStore.lock : creditStore.account)(tx, order.companyId);
  const placed = { number: order.number, held };
  return checkTerms(tx, order.companyId, account, { amount: held, placed, overrides });
};
