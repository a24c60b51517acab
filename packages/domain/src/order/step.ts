import { err, type Instant, invariant, ok, type Result } from '../kernel/index.ts';
import { applyCommand } from './apply.ts';
import { approval } from './approval.ts';
import type { Acting, OrderAction, OrderCommand } from './commands.ts';
import type { Denial } from './denial.ts';
import type { Effect } from './effects.ts';
import type { OrderFacts } from './facts.ts';
import { quantities } from './facts.ts';
import { fulfilment } from './fulfilment.ts';
import { type GuardContext, guards } from './guards.ts';
import type { OrderRole, Rule } from './machine.ts';
import { materialise } from './materialise.ts';
import { payment } from './payment.ts';
import { returns } from './return.ts';

export const machines = { approval, fulfilment, return: returns, payment } as const;
export type MachineName = keyof typeof machines;
type AnyTable = Readonly<Record<string, Readonly<Record<string, Rule<string>>>>>;

const home = new Map<string, { readonly machine: MachineName; readonly from: readonly string[] }>();
for (const [machine, table] of Object.entries(machines) as [MachineName, AnyTable][])
  for (const [state, rules] of Object.entries(table))
    for (const action of Object.keys(rules)) {
      const known = home.get(action);
      invariant(!known || known.machine === machine, `one machine per action: ${action}`);
      home.set(action, { machine, from: [...(known?.from ?? []), state] });
    }

export const orderActions: readonly OrderAction[] = [...home.keys()] as OrderAction[];
export const isOrderAction = (text: string): text is OrderAction => home.has(text);

/** The table an action belongs to and the states it may start from. */
export const homeOf = (action: OrderAction) => home.get(action)!;

const stateOf = (facts: OrderFacts, machine: MachineName, subjectId: string | undefined): string | undefined => {
  if (machine === 'approval') return facts.approval;
  const parts: readonly { readonly id: string; readonly state: string }[] =
    machine === 'fulfilment' ? facts.shipments : machine === 'return' ? facts.returns : facts.payments;
  return parts.find((part) => part.id === subjectId)?.state;
};

type Asking = GuardContext & { readonly action: string; readonly subjectId?: string | undefined };

/** The rule that permits the action, or the first reason against it in the stated order. */
const permit = (asking: Asking): Result<Rule<string> & { readonly from: string }, Denial> => {
  const { action, facts, acting, command } = asking;
  const found = home.get(action);
  if (!found) return err({ kind: 'unknown-action', action });
  const { shipped } = quantities(facts);
  if (action === 'cancel' && shipped > 0) return err({ kind: 'already-shipped', shipped });
  const status = stateOf(facts, found.machine, asking.subjectId);
  if (status === undefined) return err({ kind: 'no-such-part', id: asking.subjectId });
  const rule = (machines[found.machine] as AnyTable)[status]?.[action];
  if (!rule) return err({ kind: 'wrong-status', status, from: found.from });
  if (!rule.by.some((role) => acting.roles.includes(role))) return err({ kind: 'role-not-allowed', allowed: rule.by });
  if (command && rule.comment && !command.comment?.trim()) return err({ kind: 'comment-required' });
  for (const guard of rule.guards ?? []) {
    const denial = guards[guard](asking);
    if (denial) return err(denial);
  }
  return ok({ ...rule, from: status });
};

/**
 * Whether an action is open to these roles on this order, with the same reasons in the same order as `step`: the
 * control that would send the command is disabled by this. `subjectId` names the shipment, return or payment.
 */
export const can = (
  facts: OrderFacts,
  action: OrderAction,
  by: OrderRole | readonly OrderRole[] | (Pick<Acting, 'roles'> & Partial<Acting>),
  subjectId?: string,
): Result<OrderAction, Denial> => {
  const acting = typeof by === 'string' ? { roles: [by] } : 'roles' in by ? by : { roles: by };
  const permitted = permit({ facts, acting, action, subjectId });
  return permitted.ok ? ok(action) : permitted;
};

/** One line of the order's history. */
export type OrderEvent = {
  readonly action: OrderAction;
  readonly machine: MachineName;
  /** The shipment, return or payment it happened to; absent for the order itself. */
  readonly subjectId?: string;
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  readonly roles: readonly OrderRole[];
  readonly at: Instant;
  readonly comment?: string;
  /** The order's version after this event. */
  readonly version: number;
};
export type Step = {
  readonly to: string;
  readonly facts: OrderFacts;
  readonly event: OrderEvent;
  readonly effects: readonly Effect[];
};

const subjectOf = (command: OrderCommand): string | undefined =>
  'shipmentId' in command
    ? command.shipmentId
    : 'returnId' in command
      ? command.returnId
      : 'paymentId' in command
        ? command.paymentId
        : undefined;

const withState = (facts: OrderFacts, machine: MachineName, subjectId: string | undefined, to: string): OrderFacts => {
  const moved = <T extends { readonly id: string }>(parts: readonly T[]): readonly T[] =>
    parts.map((part) => (part.id === subjectId ? { ...part, state: to } : part));
  if (machine === 'approval') return { ...facts, approval: to as OrderFacts['approval'] };
  if (machine === 'fulfilment') return { ...facts, shipments: moved(facts.shipments) };
  return machine === 'return'
    ? { ...facts, returns: moved(facts.returns) }
    : { ...facts, payments: moved(facts.payments) };
};

const assertNewPart = (facts: OrderFacts, command: OrderCommand): void => {
  const parts =
    command.action === 'ship'
      ? facts.shipments
      : command.action === 'request-return'
        ? facts.returns
        : command.action === 'start-payment'
          ? facts.payments
          : [];
  const subjectId = subjectOf(command);
  invariant(!parts.some((part) => part.id === subjectId), `a new id for ${command.action}: ${subjectId}`);
};

/** Decides a command: the order afterwards, the event for its history and what the caller must carry out, or the refusal. */
export const step = (facts: OrderFacts, command: OrderCommand, acting: Acting): Result<Step, Denial> => {
  const subjectId = subjectOf(command);
  const permitted = permit({ facts, command, acting, action: command.action, subjectId });
  if (!permitted.ok) return permitted;
  assertNewPart(facts, command);
  const { from, to, effects = [] } = permitted.value;
  const { machine } = homeOf(command.action);
  const version = facts.version + 1;
  const after = { ...withState(applyCommand(facts, command, acting.actorId), machine, subjectId, to), version };
  const event: OrderEvent = {
    action: command.action,
    machine,
    ...(subjectId === undefined ? {} : { subjectId }),
    from,
    to,
    actorId: acting.actorId,
    roles: acting.roles,
    at: acting.at,
    ...(command.comment?.trim() ? { comment: command.comment.trim() } : {}),
    version,
  };
  return ok({ to, facts: after, event, effects: materialise(effects, { before: facts, after, command }) });
};
