import { transact } from '@tradeline/db';
import { cartStore, idempotencyStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { ADD_MANY, type AddReport, addedIn } from './add-many.ts';

/**
 * Takes back what one adding put into the cart, once. What was typed since stays: a line loses what was added, and goes
 * when nothing is left of it. An adding that is not known, or whose cart has been ordered, cannot be taken back.
 */
export const undoAdd = (deps: Pick<Deps, 'db'>, buyer: Buyer, idempotencyKey: string): Promise<Result<void, Refusal>> =>
  transact<void, Refusal>(deps.db, async (tx) => {
    const scope = { companyId: buyer.company.id, procedure: 'cart.undo-add', key: idempotencyKey };
    const claim = await idempotencyStore.claim(tx, scope, '');
    if (!claim.claimed) return ok(undefined);
    const adding = await idempotencyStore.find(tx, { ...scope, procedure: ADD_MANY });
    if (!adding) return err({ kind: 'nothing-to-undo' });
    const report = adding.result as AddReport;
    const cart = await cartStore.lock(tx, report.cartId, { companyId: buyer.company.id, buyerId: buyer.id });
    if (!cart) return err({ kind: 'nothing-to-undo' });
    if (cart.state !== 'open') return err({ kind: 'cart-already-ordered', orderNumber: cart.orderNumber ?? '' });
    await cartStore.takeAway(tx, report.cartId, addedIn(report));
    await idempotencyStore.settle(tx, scope, { undone: true });
    return ok(undefined);
  });
