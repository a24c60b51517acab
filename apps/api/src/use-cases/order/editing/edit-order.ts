import { newId, type Tx, transact } from '@tradeline/db';
import {
  creditStore,
  type OrderRow,
  orderReviewStore,
  orderStore,
  reservationStore,
  stockStore,
  transactionTime,
} from '@tradeline/db/stores';
import {
  addDays,
  addMillis,
  err,
  type Instant,
  type OrderId,
  type OrderLineId,
  ok,
  type Result,
} from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { can, chargedAmount, countAgreedLines, type OrderFacts, type Step, step } from '@tradeline/domain/order';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { type Actor, system } from '../actor.ts';
import { carryOut } from '../carry-out.ts';
import { factsOf, loadOrder, type OrderRecord } from '../order-facts.ts';
import { allReasons, isRefused } from '../placing/all-reasons.ts';
import { type DraftLine, draftLines } from '../placing/draft.ts';
import { limitedUses } from '../placing/limited-uses.ts';
import { reserveGoods } from '../placing/reserve-goods.ts';
import { linesOf, namesOf } from '../placing/write-order.ts';
import { type Moved, writeStep } from '../write-step.ts';
import { priceRevision, type Revision } from './price-revision.ts';
import type { EditOrder, Editor } from './request.ts';
import { takeAnew } from './take-anew.ts';
import { isUnchanged, type OrderChange, tellChange } from './tell-change.ts';

export type Edited = Moved & { change: OrderChange };

/**
 * Changes what an order consists of while that is allowed, in one transaction that ends where placing the changed order
 * anew would have ended: the order, its credit, coupons, limits, points, money and stock, in the one lock order. Money
 * above the new total goes back the way it came; what is missing is due. A refusal leaves everything as it was.
 */
export const editOrder = (deps: Pick<Deps, 'db'>, by: Editor, request: EditOrder): Promise<Result<Edited, Refusal>> =>
  transact<Edited, Refusal>(deps.db, async (tx) => {
    const begun = await beginEdit(tx, by, request);
    if (!begun.ok) return begun;
    const { record, before } = begun.value;
    const { order } = record;
    const { actor } = by;
    if (request.expectedVersion !== before.version)
      return err({ kind: 'order-moved-on', expected: request.expectedVersion, actual: before.version });
    if (actor.type === 'staff' && !request.comment?.trim()) return err({ kind: 'comment-required' });
    const account = await creditStore.lock(tx, order.companyId);
    const revised = await priceRevision(tx, record, account, request.lines);
    if (!revised.ok) return revised;
    const revision = revised.value;
    if (isRefused(revision.reasons)) return allReasons(revision.reasons);
    const { priced } = revision;
    const total = priced.totals.payable;
    if (total !== request.expectedTotal)
      return err({ kind: 'total-changed', expected: request.expectedTotal, actual: total, priced });
    if (isUnchanged(revision.before, priced)) return err({ kind: 'nothing-changed' });

    const now = await transactionTime(tx);
    const lines = draftLines(priced, idsOf(record));
    const decided = decide(before, { order, lines, revision, request, actor, now });
    if (!decided.ok) return decided;
    const change = tellChange(record, revision, chargedAmount(before));
    const taken = await takeAnew(tx, record, revision, decided.value, actor);
    if (!taken.ok) return taken;
    await carryOut({ tx, record, step: decided.value, actor });
    const written = await rewrite(tx, record, revision, lines, decided.value, actor);
    if (!written.ok) return written;
    // What was reviewed is not what stands now.
    await orderReviewStore.drop(tx, order.id);
    const told = { total: change.total.before, lines: record.lines.length };
    const moved = await writeStep(
      tx,
      { order, before, step: decided.value, actor, now },
      { facts: { change }, before: told, after: { total: change.total.after, lines: lines.length, change } },
    );
    if (!moved.ok) return moved;
    const waiting = await awaitPayment(tx, order, decided.value.facts, before, now);
    if (!waiting.ok) return waiting;
    return ok({ ...(waiting.value ?? moved.value), change });
  });

/** The order under its lock, if this person may change it now. */
export const beginEdit = async (
  tx: Tx,
  { actor, buyer }: Editor,
  { scope, orderId }: Pick<EditOrder, 'scope' | 'orderId'>,
): Promise<Result<{ record: OrderRecord; before: OrderFacts }, Refusal>> => {
  if (buyer && !buyer.seesPrices) return err({ kind: 'prices-hidden' });
  if (buyer && buyer.company.status !== 'active') return err({ kind: 'company-suspended' });
  const order = await orderStore.lock(tx, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const record = await loadOrder(tx, order);
  const before = factsOf(record);
  const may = can(before, 'edit', { roles: actor.roles, actorId: actor.id ?? '' });
  return may.ok ? ok({ record, before }) : may;
};

/** A line that stays keeps its id. */
const idsOf = ({ lines }: OrderRecord): Parameters<typeof draftLines>[1] => {
  const left = [...lines];
  return (skuId, isGift) => {
    const at = left.findIndex((line) => line.skuId === skuId && line.isGift === isGift);
    return (at < 0 ? newId<OrderLineId>() : left.splice(at, 1)[0]!.id) as OrderLineId;
  };
};

const decide = (
  before: OrderFacts,
  {
    order,
    lines,
    revision,
    request,
    actor,
    now,
  }: { order: OrderRow; lines: DraftLine[]; revision: Revision; request: EditOrder; actor: Actor; now: Instant },
): Result<Step, Refusal> => {
  const { priced, promotions, credit } = revision;
  const coded = priced.applied.filter(({ couponCode }) => couponCode !== undefined).length;
  const total = priced.totals.payable;
  return step(
    before,
    {
      action: 'edit',
      // Each was asked above, or refuses below before anything is committed.
      checks: { lines: true, price: true, credit: true, stock: true },
      changed: {
        lines: lines.map(({ id, quantity }) => ({ lineId: id, quantity })),
        total,
        prepay: prepayOf(order, total),
        holds: { credit, coupons: coded + limitedUses(priced, promotions).length, points: priced.totals.pointsUsed },
      },
      comment: request.comment,
    },
    { roles: actor.roles, actorId: actor.id ?? '', at: now },
  );
};

/** All of a prepaid order must be in first; of another, no more than it costs now. */
const prepayOf = ({ paymentTerms, prepayAmount }: OrderRow, total: Minor): Minor =>
  paymentTerms === 'prepaid' ? total : minor(Math.min(prepayAmount, total));

/** The document and the goods it promises, in place of the old ones. */
const rewrite = async (
  tx: Tx,
  record: OrderRecord,
  revision: Revision,
  lines: DraftLine[],
  { event, facts }: Step,
  actor: Actor,
): Promise<Result<void, Refusal>> => {
  const { order, held } = record;
  const { priced, skus, sharing } = revision;
  const { totals } = priced;
  const draft = { id: order.id as OrderId, lines };
  const goods = [...new Set([...held.map(({ skuId }) => skuId), ...lines.map(({ skuId }) => skuId as string)])];
  const balances = await stockStore.lock(tx, goods);
  await reservationStore.forget(tx, order.id);
  await orderStore.revise(
    tx,
    order.id,
    {
      goodsAmount: totals.gross,
      discountAmount: totals.discount,
      shippingAmount: totals.shipping,
      taxAmount: totals.tax,
      totalAmount: totals.payable,
      prepayAmount: facts.money.prepay,
      pointsUsed: totals.pointsUsed,
      pointsAmount: totals.pointsAmount,
      trace: priced,
      agreedLines: countAgreedLines(priced),
      promotionNames: namesOf(revision),
    },
    linesOf(draft, skus),
  );
  return reserveGoods(tx, draft, skus, actor, balances, { version: event.version, held, sharing });
};

/** An order whose prepayment is not in waits for it again, and for no shorter than it did. */
const awaitPayment = async (
  tx: Tx,
  order: OrderRow,
  facts: OrderFacts,
  before: OrderFacts,
  now: Instant,
): Promise<Result<Moved | undefined, Refusal>> => {
  const waits = step(facts, { action: 'await-payment' }, { roles: system.roles, actorId: '', at: now });
  if (!waits.ok) return ok(undefined);
  const least = before.approval === 'awaiting-payment' ? addMillis(now, 30 * 60_000) : addDays(now, 3);
  const payUntil = order.payUntil !== null && order.payUntil > least ? order.payUntil : least;
  return writeStep(
    tx,
    { order, before: facts, step: waits.value, actor: system, now },
    { columns: { payUntil }, facts: {} },
  );
};
