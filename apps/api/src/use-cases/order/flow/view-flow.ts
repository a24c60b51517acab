import { type OrderScope, orderFlowStore, orderStore } from '@tradeline/db/stores';
import { err, type Instant, ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { automationNow } from './automation.ts';
import type { FlowOutcome } from './run-task.ts';

export type FlowStep = {
  step: 'confirm' | 'start-review' | 'start-picking' | 'invoice' | 'tracking' | 'release-owed';
  /**
   * `done`: by the product, at `at`. `by-hand`: a person took the step. `waits`: it comes by itself when its turn is.
   * `left`: it was tried, and people have to decide. `off`: switched off. `over`: its turn is past and it was not needed.
   */
  state: 'done' | 'by-hand' | 'waits' | 'left' | 'off' | 'over';
  at?: Instant | undefined;
};

const STEPS = { confirm: 'auto-confirm', 'start-review': 'start-review', 'start-picking': 'start-picking' } as const;
/** Where an order stands before a step's turn, or at it. */
const BEFORE = {
  confirm: ['draft', 'submitted', 'awaiting-payment'],
  'start-review': ['draft', 'submitted', 'awaiting-payment'],
  'start-picking': ['draft', 'submitted', 'awaiting-payment', 'in-review', 'confirmed'],
} as const satisfies Record<keyof typeof STEPS, readonly string[]>;

/** What of an order's way happens by itself: what did, what will, and what is left to people. */
export const viewFlow = async ({ db }: Pick<Deps, 'db'>, scope: OrderScope, orderId: string) => {
  const order = await orderStore.find(db, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' } satisfies Refusal);
  const [{ automation }, events, last] = await Promise.all([
    automationNow(db),
    orderStore.events(db, orderId),
    orderFlowStore.lastOf(db, orderId),
  ]);
  const kept = ((last?.outcome as FlowOutcome | null | undefined)?.kept ?? []).length > 0;
  const on = {
    confirm: automation.confirm,
    'start-review': automation.startReview,
    'start-picking': automation.startPicking,
  };
  const ended = ['cancelled', 'rejected', 'closed'].includes(order.approval);
  const taken = (step: keyof typeof STEPS): FlowStep => {
    const event = events.findLast(({ action }) => action === STEPS[step]);
    if (event) return { step, state: event.actorType === 'system' ? 'done' : 'by-hand', at: event.at };
    if (!on[step]) return { step, state: 'off' };
    if (ended || !BEFORE[step].some((state) => state === order.approval)) return { step, state: 'over' };
    return { step, state: step === 'confirm' && kept ? 'left' : 'waits' };
  };
  const followed = (step: FlowStep['step'], action: string): FlowStep => {
    const event = events.findLast((each) => each.action === action && each.actorType === 'system');
    return event ? { step, state: 'done', at: event.at } : { step, state: ended ? 'over' : 'waits' };
  };
  const shipped = events.find(({ action }) => action === 'ship');
  const invoice: FlowStep = shipped
    ? { step: 'invoice', state: 'done', at: shipped.at }
    : { step: 'invoice', state: ended ? 'over' : 'waits' };
  return ok([
    ...(['confirm', 'start-review', 'start-picking'] as const).map(taken),
    // Nothing of most orders is ever owed.
    ...[followed('release-owed', 'reserve')].filter(({ state }) => state === 'done'),
    ...(order.paymentTerms === 'terms' ? [invoice] : []),
    followed('tracking', 'scan'),
  ]);
};
