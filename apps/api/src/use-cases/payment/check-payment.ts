import { gatewayStore, type OrderScope, orderStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type Asked, askGateway } from './ask-gateway.ts';

/**
 * Asks about an order's open attempts now, for the return page, a waiting screen or finance; whoever comes within two
 * seconds of another is content with what that one learns.
 */
export const checkPayment = async (
  deps: Pick<Deps, 'db' | 'payments' | 'now' | 'log'>,
  scope: OrderScope,
  orderId: string,
): Promise<Result<Asked[], Refusal>> => {
  const order = await orderStore.find(deps.db, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const open = await gatewayStore.takeOpenOf(deps.db, order.id);
  return ok(await Promise.all(open.map((attempt) => askGateway(deps, attempt))));
};
