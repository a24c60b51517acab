import type { Tx } from '@tradeline/db';
import { auditStore, type OrderRow, orderStore, outboxStore } from '@tradeline/db/stores';
import { err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { displayStatus, type OrderFacts, paymentStatus, type Step } from '@tradeline/domain/order';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from './actor.ts';

export type Moved = { id: string; number: string; version: number; approval: string; displayStatus: string };

/** A decided step of a locked order. */
export type Decided = { order: OrderRow; before: OrderFacts; step: Step; actor: Actor; now: Instant };

/** What a step writes beside its state. */
export type Beside = {
  columns?: { dueAt?: Instant; payUntil?: Instant };
  /** For the order's history. */
  facts: object;
  /** For the audit log, which has every step that staff took. */
  before?: object;
  after?: object;
};

/** Writes a step down once it is carried out: the order's state from the version it was read at, its history, the event, and the audit log. */
export const writeStep = async (
  tx: Tx,
  { order, before, step, actor, now }: Decided,
  beside: Beside,
): Promise<Result<Moved, Refusal>> => {
  const { facts, event, effects } = step;
  const shows = displayStatus(facts);
  const moved = await orderStore.move(tx, order.id, before.version, {
    approval: facts.approval,
    displayStatus: shows,
    paymentStatus: paymentStatus(paidBack(step), now),
    grantedAmount: facts.money.granted,
    ...(facts.approval === 'confirmed' && before.approval !== 'confirmed' ? { confirmedAt: now } : {}),
    ...(facts.approval === 'closed' ? { closedAt: now } : {}),
    ...beside.columns,
  });
  if (!moved) return err({ kind: 'order-moved-on', expected: before.version, actual: before.version + 1 });

  await orderStore.addEvent(tx, {
    orderId: order.id,
    version: facts.version,
    action: event.action,
    fromApproval: before.approval,
    toApproval: facts.approval,
    displayStatus: shows,
    actorType: actor.type,
    actorId: actor.id,
    actorName: actor.name,
    comment: event.comment ?? null,
    facts: beside.facts,
  });
  await outboxStore.add(tx, {
    type: `order.${event.action}`,
    aggregateType: 'order',
    aggregateId: order.id,
    aggregateVersion: facts.version,
    companyId: order.companyId,
    payload: { number: order.number, displayStatus: shows, approval: facts.approval, effects },
  });
  if (actor.type === 'staff')
    await auditStore.add(tx, {
      actor: { type: actor.type, id: actor.id ?? undefined, name: actor.name },
      action: `order.${event.action}`,
      subject: { type: 'order', id: order.id },
      before: { approval: before.approval, version: before.version, ...beside.before },
      after: { approval: facts.approval, version: facts.version, displayStatus: shows, ...beside.after },
      reason: event.comment,
      requestId: actor.requestId,
    });
  return ok({
    id: order.id,
    number: order.number,
    version: facts.version,
    approval: facts.approval,
    displayStatus: shows,
  });
};

/** The facts with what the step gives back taken from the last receipts, as it was just written. */
const paidBack = ({ facts, effects }: Step): OrderFacts => {
  let left = effects.reduce((sum, effect) => (effect.kind === 'refund-payment' ? sum + effect.amount : sum), 0);
  if (left === 0) return facts;
  const payments = facts.payments
    .toReversed()
    .map((payment) => {
      const part = Math.min(left, payment.captured - payment.refunded);
      left -= part;
      return { ...payment, refunded: minor(payment.refunded + part) };
    })
    .toReversed();
  return { ...facts, payments };
};
