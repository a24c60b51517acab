import { createHash } from 'node:crypto';
import { transact } from '@tradeline/db';
import { type CartLine, cartStore, catalogStore, idempotencyStore } from '@tradeline/db/stores';
import { type AddRefusal, addQuantity } from '@tradeline/domain/catalog';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { quantityRulesOf } from '../pricing/quote-facts.ts';
import { viewerOf } from '../session/visitor.ts';

/** `each`: what can be added is, the rest is told. `all`: one line that cannot be added keeps out the rest too. */
export type AddMany = { idempotencyKey: string; mode: 'each' | 'all'; lines: CartLine[] };

/** What became of one wanted line. `after` is what the cart holds of it then. */
export type AddedLine =
  | { skuId: string; itemNumber: string; outcome: 'added'; quantity: number; before: number; after: number }
  | { skuId: string; itemNumber: string; outcome: 'refused'; refusal: AddRefusal | { kind: 'withdrawn' } }
  | { skuId: string; outcome: 'unknown' }
  /** Nothing is wrong with it: another line kept it out. */
  | { skuId: string; itemNumber: string; outcome: 'held-back'; quantity: number };
export type AddReport = { cartId: string; lines: AddedLine[] };

export const ADD_MANY = 'cart.add-many';

/**
 * Adds many lines at once and answers what became of each. The rules bind what the cart holds afterwards; nothing is
 * rounded behind the buyer's back. One key adds once, however often it is sent.
 */
export const addMany = (
  deps: Pick<Deps, 'db'>,
  buyer: Buyer,
  { idempotencyKey, mode, lines }: AddMany,
): Promise<Result<AddReport, Refusal>> =>
  transact<AddReport, Refusal>(deps.db, async (tx) => {
    const scope = { companyId: buyer.company.id, procedure: ADD_MANY, key: idempotencyKey };
    const requestHash = createHash('sha256')
      .update(JSON.stringify([buyer.id, mode, lines]))
      .digest('hex');
    const claim = await idempotencyStore.claim(tx, scope, requestHash);
    if (!claim.claimed)
      return claim.requestHash === requestHash ? ok(claim.result as AddReport) : err({ kind: 'idempotency-mismatch' });
    const cartId = await cartStore.hold(tx, { companyId: buyer.company.id, buyerId: buyer.id });
    const held = new Map((await cartStore.lines(tx, cartId)).map((line) => [line.skuId, line.quantity]));
    const ids = lines.map((line) => line.skuId);
    const known = new Map((await catalogStore.skus(tx, ids, viewerOf(buyer))).map((sku) => [sku.id, sku]));
    const decided = lines.map(({ skuId, quantity }): AddedLine => {
      const sku = known.get(skuId);
      if (!sku?.visible || sku.productStatus === 'draft') return { skuId, outcome: 'unknown' };
      const { itemNumber } = sku;
      if (!sku.shown) return { skuId, itemNumber, outcome: 'refused', refusal: { kind: 'withdrawn' } };
      const added = addQuantity(held.get(skuId) ?? 0, quantity, quantityRulesOf(sku));
      return added.ok
        ? { skuId, itemNumber, outcome: 'added', quantity, ...added.value }
        : { skuId, itemNumber, outcome: 'refused', refusal: added.error };
    });
    const whole = mode === 'each' || decided.every((line) => line.outcome === 'added');
    const report: AddReport = { cartId, lines: whole ? decided : decided.map(heldBack) };
    await cartStore.addAll(tx, cartId, buyer.id, addedIn(report));
    await idempotencyStore.settle(tx, scope, report);
    return ok(report);
  });

const heldBack = (line: AddedLine): AddedLine =>
  line.outcome === 'added'
    ? { skuId: line.skuId, itemNumber: line.itemNumber, outcome: 'held-back', quantity: line.quantity }
    : line;

/** The lines that went into the cart. */
export const addedIn = ({ lines }: AddReport): CartLine[] =>
  lines.flatMap((line) => (line.outcome === 'added' ? [{ skuId: line.skuId, quantity: line.quantity }] : []));
