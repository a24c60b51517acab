import { instant } from '../../kernel/index.ts';
import { minor } from '../../money/index.ts';
import type { OrderAction, OrderCommand } from '../commands.ts';
import { type DisplayStatus, displayStatus } from '../display-status.ts';
import type { OrderFacts } from '../facts.ts';
import { orderRoles } from '../machine.ts';
import type { Machines } from '../machines.ts';
import { newOrder } from '../new-order.ts';
import { subjectOf } from '../permit.ts';
import { lifecycle } from '../step.ts';
import { type Bounds, candidates } from './candidates.ts';
import { keyOf } from './key.ts';
import { brokenLaw, brokenStep } from './laws.ts';

export type Fault = { readonly law: string; readonly path: readonly OrderCommand[]; readonly facts: OrderFacts };
export type Walk = {
  readonly states: number;
  readonly steps: number;
  readonly faults: readonly Fault[];
  /** What the walk saw, so that a walk that saw little cannot pass for a proof. */
  readonly displayed: ReadonlySet<DisplayStatus>;
  readonly taken: ReadonlySet<OrderAction>;
};

/** Far above what the bounds in use reach: tables that let an order grow without end are a fault, not a hang. */
const MOST_STATES = 1_000_000;

const at = instant('2026-01-05T00:00:00.000Z');
/** One person with every role submits, another does the rest: roles and ownership narrow what is walked, they add nothing. */
const buyer = { roles: orderRoles, actorId: 'buyer', at };
const clerk = { roles: orderRoles, actorId: 'clerk', at };

const startsOf = ({ units }: Bounds): readonly OrderFacts[] =>
  Array.from({ length: units }, (_, index) => index + 1).flatMap((quantity) => {
    const lines = [{ lineId: 'a', quantity }];
    const total = minor(quantity);
    const money = { total, granted: minor(0) };
    const holds = { credit: minor(0), coupons: 1, points: 1 };
    return [
      newOrder(lines, { ...money, terms: 'terms', prepay: minor(0) }, { ...holds, credit: total }),
      newOrder(lines, { ...money, terms: 'prepaid', prepay: total }, holds),
    ];
  });

type Node = {
  readonly facts: OrderFacts;
  readonly parent: number;
  readonly command: OrderCommand | undefined;
};

const isEnd = (facts: OrderFacts): boolean =>
  facts.approval === 'closed' || facts.approval === 'cancelled' || facts.approval === 'rejected';

/** The first state from which no end can be reached, or -1. */
const deadEnd = (ends: readonly boolean[], edges: readonly number[]): number => {
  const canEnd = Uint8Array.from(ends, Number);
  for (let found = true; found; ) {
    found = false;
    for (let i = edges.length - 2; i >= 0; i -= 2) {
      if (canEnd[edges[i]!] || !canEnd[edges[i + 1]!]) continue;
      canEnd[edges[i]!] = 1;
      found = true;
    }
  }
  return canEnd.indexOf(0);
};

/**
 * Walks every state the tables can reach within the bounds, trying permitted and forbidden commands alike, and names
 * each law that some path breaks, with the shortest such path. Stops at `mostFaults`.
 */
export const walk = (tables: Machines, bounds: Bounds, mostFaults = 1): Walk => {
  const { can, step } = lifecycle(tables);
  const nodes: Node[] = [];
  const known = new Map<string, number>();
  const faults: Fault[] = [];
  const displayed = new Set<DisplayStatus>();
  const taken = new Set<OrderAction>();
  /** From and to, in turns. */
  const edges: number[] = [];
  let steps = 0;

  const pathTo = (index: number): readonly OrderCommand[] => {
    const path: OrderCommand[] = [];
    for (let at = index; at >= 0; at = nodes[at]!.parent) {
      const { command } = nodes[at]!;
      if (command) path.unshift(command);
    }
    return path;
  };
  const blame = (law: string, index: number, facts: OrderFacts, last?: OrderCommand): void => {
    if (faults.length < mostFaults && !faults.some((fault) => fault.law === law))
      faults.push({ law, path: last ? [...pathTo(index), last] : pathTo(index), facts });
  };
  const reach = (facts: OrderFacts, parent: number, command: OrderCommand | undefined): number => {
    const key = keyOf(facts);
    const found = known.get(key);
    if (found !== undefined) return found;
    const index = nodes.push({ facts: { ...facts, version: 0 }, parent, command }) - 1;
    known.set(key, index);
    displayed.add(displayStatus(facts));
    const law = brokenLaw(facts);
    if (law) blame(law, index, facts);
    return index;
  };

  for (const start of startsOf(bounds)) reach(start, -1, undefined);
  for (let index = 0; index < nodes.length && faults.length < mostFaults; index += 1) {
    if (nodes.length > MOST_STATES) blame('the states are finite', index, nodes[index]!.facts);
    const { facts } = nodes[index]!;
    let asked = '';
    for (const command of candidates(tables, facts, bounds)) {
      steps += 1;
      const acting = command.action === 'submit' ? buyer : clerk;
      const next = step(facts, command, acting);
      if (!next.ok) continue;
      taken.add(command.action);
      const law = brokenStep(facts, next.value);
      if (law) blame(law, index, next.value.facts, command);
      const question = `${command.action} ${subjectOf(command)}`;
      if (question !== asked && !can(facts, command.action, acting, subjectOf(command)).ok)
        blame('an open command has an open button', index, facts, command);
      asked = question;
      edges.push(index, reach(next.value.facts, index, command));
    }
  }

  if (faults.length < mostFaults) {
    const dead = deadEnd(
      nodes.map((node) => isEnd(node.facts)),
      edges,
    );
    if (dead >= 0) blame('no dead end but the terminal states', dead, nodes[dead]!.facts);
  }
  return { states: nodes.length, steps, faults, displayed, taken };
};
