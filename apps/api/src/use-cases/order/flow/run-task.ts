import { type Tx, transact } from '@tradeline/db';
import { type FlowTask, type OrderRow, orderFlowStore, orderStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import { type AutoConfirmReason, autoConfirmReasons, type OrderCommand } from '@tradeline/domain/order';
import type { Deps } from '../../../deps.ts';
import { system } from '../actor.ts';
import { creditAgain } from '../credit/credit-again.ts';
import { takeStep } from '../run-command.ts';
import { type Automation, automationNow } from './automation.ts';

/** What was done, why the order was left to people, or that there was nothing to do. */
export type FlowOutcome = {
  did: readonly string[];
  kept?: readonly (AutoConfirmReason | { kind: 'credit' } | { kind: 'refused'; refusal: string })[];
};

const asksToConfirm: readonly string[] = ['order.submit', 'order.confirm-payment', 'order.edit'];
const asksToPick: readonly string[] = ['order.approve', 'order.auto-confirm', 'order.release'];
/** Events that may ask the flow for something. */
export const isFlowEvent = (type: string): boolean => asksToConfirm.includes(type) || asksToPick.includes(type);

/**
 * Carries out the oldest task: its effect and the word that it is done commit together, so that whoever dies between
 * them has done nothing, and nothing is done twice. False: none waits.
 */
export const runFlowTask = async ({ db, log }: Pick<Deps, 'db' | 'log'>): Promise<boolean> => {
  let taken: FlowTask | undefined;
  try {
    const ran = await transact<boolean, never>(db, async (tx) => {
      taken = await orderFlowStore.take(tx);
      if (!taken) return ok(false);
      await orderFlowStore.done(tx, taken.eventId, await flowOn(tx, taken));
      return ok(true);
    });
    return ran.ok && ran.value;
  } catch (error) {
    if (!taken) throw error;
    log.error({ err: error, event: taken.eventId, order: taken.orderId }, 'the flow of an order stopped; tried again');
    await orderFlowStore.failed(db, taken.eventId);
    return true;
  }
};

const flowOn = async (tx: Tx, { orderId, event }: FlowTask): Promise<FlowOutcome> => {
  const { automation } = await automationNow(tx);
  const order = await orderStore.lock(tx, { kind: 'all' }, orderId);
  if (order?.approval === 'submitted' && asksToConfirm.includes(event)) return confirm(tx, automation, order);
  if (order?.approval === 'confirmed' && asksToPick.includes(event) && automation.startPicking)
    return stepOn(tx, order, { action: 'start-picking' });
  return { did: [] };
};

/** Confirmed by rule, or its review begun where that goes by itself; what kept it back is told. */
const confirm = async (tx: Tx, { confirm, rule, startReview }: Automation, order: OrderRow): Promise<FlowOutcome> => {
  const kept: NonNullable<FlowOutcome['kept']>[number][] = [];
  if (confirm) {
    const facts = await orderFlowStore.factsOf(tx, order.id);
    if (facts) kept.push(...autoConfirmReasons(rule, facts));
    if (!(await creditAgain(tx, order)).ok) kept.push({ kind: 'credit' });
    if (kept.length === 0) {
      const checks = { 'credit-auto': true, stock: true, price: true, 'known-customer': true };
      const done = await stepOn(tx, order, { action: 'auto-confirm', checks });
      if (done.did.length > 0) return done;
      kept.push(...(done.kept ?? []));
    }
  }
  const begun = startReview ? await stepOn(tx, order, { action: 'start-review' }) : { did: [] };
  return { did: begun.did, ...(kept.length > 0 ? { kept } : {}) };
};

/** A step by the product itself; a refusal is written down, since nobody is there to be told. */
const stepOn = async (tx: Tx, { id }: OrderRow, command: OrderCommand): Promise<FlowOutcome> => {
  const done = await takeStep(tx, system, { scope: { kind: 'all' }, orderId: id, command });
  return done.ok ? { did: [command.action] } : { did: [], kept: [{ kind: 'refused', refusal: done.error.kind }] };
};
