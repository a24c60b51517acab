import { createHash } from 'node:crypto';
import { type Tx, transact } from '@tradeline/db';
import {
  addressStore,
  cartStore,
  creditStore,
  idempotencyStore,
  type NewOrder,
  orderStore,
} from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { step } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { buyerActor, ledgerName } from './actor.ts';
import { draftOf } from './placing/draft.ts';
import { readBasket } from './placing/read-basket.ts';
import { reserveGoods } from './placing/reserve-goods.ts';
import { takeCredit } from './placing/take-credit.ts';
import type { PlaceOrder } from './placing/wish.ts';
import { recordSubmission, writeOrder } from './placing/write-order.ts';

export type Placed = { id: string; number: string; total: Minor };

/**
 * Turns a cart into an order, exactly once however often it is asked: the key, the cart and the order end together in
 * one transaction, which takes locks in the one order key → cart → credit → stock (by SKU and warehouse).
 */
export const placeOrder = (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  requestId: string,
  wish: PlaceOrder,
): Promise<Result<Placed, Refusal>> =>
  transact<Placed, Refusal>(deps.db, async (tx) => {
    const scope = { companyId: buyer.company.id, procedure: 'order.place', key: wish.idempotencyKey };
    const requestHash = createHash('sha256').update(JSON.stringify(wish)).digest('hex');
    const claim = await idempotencyStore.claim(tx, scope, requestHash);
    if (!claim.claimed)
      return claim.requestHash === requestHash ? ok(claim.result as Placed) : err({ kind: 'idempotency-mismatch' });
    const placed = await placeNow(tx, buyer, requestId, wish);
    if (placed.ok) await idempotencyStore.settle(tx, scope, placed.value);
    return placed;
  });

const placeNow = async (
  tx: Tx,
  buyer: Buyer,
  requestId: string,
  wish: PlaceOrder,
): Promise<Result<Placed, Refusal>> => {
  if (buyer.company.status !== 'active') return err({ kind: 'company-suspended' });
  const basket = await readBasket(tx, buyer, wish);
  if (!basket.ok) return basket;
  const { priced, skus, now } = basket.value;
  const address = await snapshotOf(tx, buyer, wish.addressId);
  if (!address) return err({ kind: 'address-not-found' });
  const onAccount = wish.paymentTerms === 'terms';
  const allowed = onAccount ? await takeCredit(tx, buyer, basket.value) : ok(undefined);
  if (!allowed.ok) return allowed;

  const actor = buyerActor(buyer, requestId);
  const draft = draftOf(priced, wish.paymentTerms);
  // Each check was made above, or refuses below before anything is committed.
  const checks = { lines: true, price: true, credit: true, stock: true, address: true };
  const submitted = step(draft.facts, { action: 'submit', checks }, { roles: actor.roles, actorId: actor.id, at: now });
  if (!submitted.ok) return submitted;

  const number = await orderStore.nextNumber(tx);
  const total = priced.totals.payable;
  const document = { draft, step: submitted.value, basket: basket.value, number, buyer, wish, address };
  await writeOrder(tx, document);
  if (onAccount && !(await creditStore.charge(tx, buyer.company.id, draft.id, total, ledgerName(actor))))
    return err({ kind: 'terms-blocked', reasons: [], available: minor(0), waysOut: [] });
  const reserved = await reserveGoods(tx, draft, skus, actor);
  if (!reserved.ok) return reserved;
  await recordSubmission(tx, document, actor, now);
  await cartStore.close(tx, wish.cartId);
  return ok({ id: draft.id, number, total });
};

/** The address as the order keeps it. Another company's is not found. */
const snapshotOf = async (tx: Tx, buyer: Buyer, addressId: string): Promise<NewOrder['address'] | undefined> => {
  const found = await addressStore.find(tx, buyer.company.id, addressId);
  if (!found) return undefined;
  const { contactName, phone, country, province, city, district, street, postalCode } = found;
  return { contactName, phone, country, province, city, district, street, ...(postalCode ? { postalCode } : {}) };
};
