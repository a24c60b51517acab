import { createHash } from 'node:crypto';
import { type Tx, transact } from '@tradeline/db';
import {
  attachmentStore,
  cartStore,
  consentStore,
  idempotencyStore,
  orderStore,
  pointStore,
} from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { PointsEvent } from '@tradeline/domain/membership';
import { type Minor, minor } from '@tradeline/domain/money';
import { type Step, step } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { usableOn } from '../membership/points-of.ts';
import { sharedWishes } from '../stock/sharing/shared-units.ts';
import { type Actor, buyerActor, ledgerName, system } from './actor.ts';
import { allReasons } from './placing/all-reasons.ts';
import { checkCredit } from './placing/check-credit.ts';
import { creditOf, type Draft, draftOf } from './placing/draft.ts';
import { type Memory, memoryOf } from './placing/goods-of-cart.ts';
import { shortOf } from './placing/held-reasons.ts';
import { type Basket, judgeFacts, type PlacingFacts, readFacts } from './placing/read-basket.ts';
import { reserveGoods } from './placing/reserve-goods.ts';
import { type Look, takeHolds } from './placing/take-holds.ts';
import type { PlaceOrder } from './placing/wish.ts';
import { recordSteps, writeOrder } from './placing/write-order.ts';

export type Placed = { id: string; number: string; total: Minor; approval: string };

/**
 * Turns a cart into an order, exactly once however often it is asked: the key, the cart and the order end together in
 * one transaction, which takes locks in the one order key → cart → order → credit → coupons → limits of promotions →
 * points → balance → stock (by SKU and warehouse). Stock is planned as it is seen, and only the rows that change are locked, by
 * the statement that guards them; one that others were quicker at is planned again with all rows in hand.
 */
export const placeOrder = async (
  deps: Pick<Deps, 'db' | 'search'>,
  buyer: Buyer,
  requestId: string,
  wish: PlaceOrder,
): Promise<Result<Placed, Refusal>> => {
  const memory = await memoryOf(deps.search);
  const place = (look: Look): Promise<Result<Placed, Refusal>> => placeOnce(deps, buyer, requestId, wish, memory, look);
  const placed = await place('seen');
  // Others may have been quicker than our look: whether goods are really missing is said with their rows in hand.
  return placed.ok || placed.error.kind !== 'out-of-stock' ? placed : place('lock');
};

const placeOnce = (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  requestId: string,
  wish: PlaceOrder,
  memory: Memory | undefined,
  look: Look,
): Promise<Result<Placed, Refusal>> =>
  transact<Placed, Refusal>(deps.db, async (tx) => {
    const scope = { companyId: buyer.company.id, procedure: 'order.place', key: wish.idempotencyKey };
    const requestHash = createHash('sha256').update(JSON.stringify(wish)).digest('hex');
    // Sent together: what is read waits in the database behind the key, and is of no use where the key was used before.
    const [claim, facts] = await Promise.all([
      idempotencyStore.claim(tx, scope, requestHash),
      readFacts(tx, buyer, wish, memory),
    ]);
    if (!claim.claimed)
      return claim.requestHash === requestHash ? ok(claim.result as Placed) : err({ kind: 'idempotency-mismatch' });
    return placeNow(tx, buyer, requestId, wish, facts, look, (placed) => idempotencyStore.settle(tx, scope, placed));
  });

const placeNow = async (
  tx: Tx,
  buyer: Buyer,
  requestId: string,
  wish: PlaceOrder,
  facts: PlacingFacts,
  look: Look,
  settle: (placed: Placed) => Promise<void>,
): Promise<Result<Placed, Refusal>> => {
  if (buyer.company.status !== 'active') return err({ kind: 'company-suspended' });
  const basket = await judgeFacts(tx, buyer, wish, facts);
  if (!basket.ok) return allReasons(basket.error);
  const { priced, number, points, skus, balance, sharing } = basket.value;
  const total = priced.totals.payable;
  const credit = creditOf(wish, total);
  const cashNow = minor(Math.max(0, balance - (wish.balance ?? 0)));
  const allowed = credit > 0 ? await checkCredit(tx, buyer, { priced, skus, cashNow }, credit) : ok(undefined);
  if (!allowed.ok) {
    const lines = priced.lines.map(({ skuId, quantity }) => ({ skuId, quantity }));
    const short = await shortOf(tx, { lines, skus, priced, sharing });
    return allReasons([allowed.error, ...(short.length > 0 ? [{ kind: 'out-of-stock' as const, lines: short }] : [])]);
  }

  const actor = buyerActor(buyer, requestId);
  const draft = draftOf(basket.value, wish);
  const steps = decide(draft, basket.value, actor);
  if (!steps.ok) return steps;
  const document = { draft, steps: steps.value, basket: basket.value, buyer, wish };
  // What a rule leaves is reckoned with the rows in hand: others may take under the same rule.
  const sureLook = sharedWishes(draft.lines, sharing).length > 0 ? 'lock' : look;
  // The order's row comes first in the lock order, and what is taken for it refers to it.
  const [, taken] = await Promise.all([
    writeOrder(tx, document),
    takeHolds(tx, buyer, wish, basket.value, draft, actor, sureLook),
  ]);
  if (!taken.ok) return taken;
  const redeemed =
    points && priced.totals.pointsUsed > 0 ? redemption(draft, priced.totals.pointsUsed, points.today) : undefined;
  const usable = points ? usableOn([...taken.value.pointEvents, ...(redeemed ? [redeemed] : [])], points.today) : 0;
  // Another order has used points between our look and our lock: the fold refuses what would overdraw.
  if (points && redeemed && usableOn(taken.value.pointEvents, points.today) < redeemed.points)
    return err({
      kind: 'points-short',
      asked: redeemed.points,
      usable: usableOn(taken.value.pointEvents, points.today),
    });
  const placed = { id: draft.id, number, total, approval: (steps.value.at(-1) as Step).facts.approval };
  const by = ledgerName(actor);
  const [reserved, hung] = await Promise.all([
    reserveGoods(tx, draft, basket.value.skus, actor, taken.value.balances, { version: 1, held: [], sharing }),
    attachmentStore.add(tx, { orderId: draft.id }, wish.attachments ?? [], { type: 'buyer', name: buyer.name }),
    redeemed
      ? pointStore.append(
          tx,
          buyer.company.id,
          [{ event: redeemed, orderId: draft.id, cause: { type: 'order', id: draft.id }, actor: by }],
          usable,
        )
      : undefined,
    (wish.balance ?? 0) > 0
      ? orderStore.addPayment(tx, {
          id: draft.paymentId,
          orderId: draft.id,
          companyId: buyer.company.id,
          kind: 'receipt',
          method: 'balance',
          amount: wish.balance as Minor,
          reference: number,
          recordedBy: by,
        })
      : undefined,
    recordSteps(tx, document, actor),
    cartStore.close(tx, wish.cartId),
    wish.termsVersion ? consentStore.add(tx, buyer.id, 'terms-of-sale', wish.termsVersion) : undefined,
    settle(placed),
  ]);
  // A file that hangs on another order already is none that can be sent with this one.
  if (!hung) return err({ kind: 'upload-not-found' });
  return reserved.ok ? ok(placed) : reserved;
};

/** Submitted, and at once told to wait for its money where some must be in first. */
const decide = (draft: Draft, { now }: Basket, actor: Actor): Result<Step[], Refusal> => {
  // Each check was made above, or refuses below before anything is committed.
  const checks = { lines: true, price: true, credit: true, stock: true, address: true };
  const submitted = step(
    draft.facts,
    { action: 'submit', checks },
    { roles: actor.roles, actorId: actor.id ?? '', at: now },
  );
  if (!submitted.ok) return submitted;
  const waits = step(submitted.value.facts, { action: 'await-payment' }, { roles: system.roles, actorId: '', at: now });
  return ok(waits.ok ? [submitted.value, waits.value] : [submitted.value]);
};

const redemption = (draft: Draft, points: number, on: PointsEvent['on']): PointsEvent & { type: 'redeem' } => ({
  type: 'redeem',
  on,
  id: draft.id,
  points,
});
