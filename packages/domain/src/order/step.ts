import { type Instant, invariant, ok, type Result } from '../kernel/index.ts';
import { applyCommand } from './apply.ts';
import type { Acting, OrderAction, OrderCommand } from './commands.ts';
import type { Denial } from './denial.ts';
import type { Effect } from './effects.ts';
import type { OrderFacts } from './facts.ts';
import type { OrderRole } from './machine.ts';
import { homesOf, type MachineName, type Machines, machines } from './machines.ts';
import { materialise } from './materialise.ts';
import { permit, subjectOf } from './permit.ts';

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

const withState = (facts: OrderFacts, machine: MachineName, subjectId: string | undefined, to: string): OrderFacts => {
  const moved = <T extends { readonly id: string }>(parts: readonly T[]): readonly T[] =>
    parts.map((part) => (part.id === subjectId ? { ...part, state: to } : part));
  switch (machine) {
    case 'approval':
      return { ...facts, approval: to as OrderFacts['approval'] };
    case 'fulfilment':
      return { ...facts, shipments: moved(facts.shipments) };
    case 'return':
      return { ...facts, returns: moved(facts.returns) };
    case 'payment':
      return { ...facts, payments: moved(facts.payments) };
  }
};

const assertNewPart = (facts: OrderFacts, command: OrderCommand): void => {
  const [parts, id] =
    command.action === 'ship'
      ? [facts.shipments, command.shipmentId]
      : command.action === 'request-return'
        ? [facts.returns, command.returnId]
        : command.action === 'start-payment'
          ? [facts.payments, command.paymentId]
          : [[], ''];
  invariant(!parts.some((part) => part.id === id), `a new id for ${command.action}: ${id}`);
};

/** Who asks: roles alone for a button, the acting person where limits and ownership are to be judged too. */
export type Asker = OrderRole | readonly OrderRole[] | (Pick<Acting, 'roles'> & Partial<Acting>);

/** The two questions of an order's life, answered from the given tables. */
export const lifecycle = (tables: Machines) => {
  const homes = homesOf(tables);

  const can = (facts: OrderFacts, action: OrderAction, by: Asker, subjectId?: string): Result<OrderAction, Denial> => {
    const acting = typeof by === 'string' ? { roles: [by] } : 'roles' in by ? by : { roles: by };
    const permitted = permit(tables, homes, { facts, acting, action, subjectId });
    return permitted.ok ? ok(action) : permitted;
  };

  const step = (facts: OrderFacts, command: OrderCommand, acting: Acting): Result<Step, Denial> => {
    const { action } = command;
    const subjectId = subjectOf(command);
    const permitted = permit(tables, homes, { facts, command, acting, action, subjectId });
    if (!permitted.ok) return permitted;
    assertNewPart(facts, command);
    const { rule, from, machine } = permitted.value;
    const version = facts.version + 1;
    const applied = applyCommand(facts, command, acting.actorId);
    const after = { ...withState(applied, machine, subjectId, rule.to), version };
    const comment = command.comment?.trim();
    const event: OrderEvent = {
      action,
      machine,
      ...(subjectId === undefined ? {} : { subjectId }),
      from,
      to: rule.to,
      actorId: acting.actorId,
      roles: acting.roles,
      at: acting.at,
      ...(comment ? { comment } : {}),
      version,
    };
    const effects = materialise(rule.effects ?? [], { before: facts, after, command });
    return ok({ to: rule.to, facts: after, event, effects });
  };

  return { can, step };
};

const standard = lifecycle(machines);

/**
 * Whether an action is open to these roles on this order, with the same reasons in the same order as `step`: the
 * control that would send the command is disabled by this. `subjectId` names the shipment, return or payment.
 */
export const can = standard.can;

/** Decides a command: the order afterwards, the event for its history and what the caller must carry out, or the refusal. */
export const step = standard.step;
