import type { Tx } from '@tradeline/db';
import { creditOverrideStore, creditStore, type OrderRow } from '@tradeline/db/stores';
import { ok, type Result } from '@tradeline/domain/kernel';
import { checkTerms } from '../check-terms.ts';

/**
 * Asks credit again about an order that was placed on account, as it stands now: its own part of what is used aside, under
 * the account's lock. An order that holds no credit has nothing to be asked about. What somebody has let pass does not count.
 */
export const creditAgain = async (
  tx: Tx,
  order: Pick<OrderRow, 'id' | 'number' | 'companyId' | 'paymentTerms'>,
  lock = true,
): Promise<Result<void, Extract<Awaited<ReturnType<typeof checkTerms>>, { ok: false }>['error']>> => {
  if (order.paymentTerms !== 'terms') return ok(undefined);
  const held = await creditStore.heldBy(tx, order.id);
  if (held <= 0) return ok(undefined);
  const account = lock ? creditStore.lock(tx, order.companyId) : creditStore.account(tx, order.companyId);
  const overrides = await creditOverrideStore.ofOrder(tx, order.id);
  return checkTerms(tx, order.companyId, account, {
    amount: held,
    placed: { number: order.number, held },
    overrides: overrides.map(({ kinds, staffName, reason, expiresOn }) => ({
      reasons: kinds,
      by: staffName,
      note: reason,
      expiresOn,
    })),
  });
};
