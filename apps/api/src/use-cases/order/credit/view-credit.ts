import { creditOverrideStore, type OrderScope, orderStore } from '@tradeline/db/stores';
import type { BlockReason, WayOut } from '@tradeline/domain/credit';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { creditAgain } from './credit-again.ts';

export type CreditView = {
  /** Null: credit lets the order pass, or the order takes none. */
  blocked: { reasons: readonly BlockReason[]; waysOut: readonly WayOut[] } | null;
  overrides: Awaited<ReturnType<typeof creditOverrideStore.ofOrder>>;
};

/** What credit would say of an approval or a parcel now, with nothing locked, and who has let which reasons pass. */
export const viewCredit = async (
  { db }: Pick<Deps, 'db'>,
  scope: OrderScope,
  id: string,
): Promise<Result<CreditView, Refusal>> => {
  const order = await orderStore.find(db, scope, id);
  if (!order) return err({ kind: 'order-not-found' });
  const [credit, overrides] = await Promise.all([creditAgain(db, order, 'look'), creditOverrideStore.ofOrder(db, id)]);
  const blocked = credit.ok ? null : { reasons: credit.error.reasons, waysOut: credit.error.waysOut };
  return ok({ blocked, overrides });
};
