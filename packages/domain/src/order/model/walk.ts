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

/** A state's identity: everything but the version and the names of parcels, returns and payments. */
const keyOf = (facts: OrderFacts): string => {
  const lines = facts.lines.map(
    (l) =>
      `${l.ordered}.${l.cancelled}.${l.reserved}.${l.allocated}.${l.picked}.${l.shipped}.${l.delivered}.${l.returned}.${l.refunded}`,
  );
  const shipments = facts.shipments.map((s) => `${s.state}${s.lines[0]?.quantity}`).sort();
  const returns = facts.returns
    .map((r) => `${r.state}${r.lines[0]?.quantity}.${r.lines[0]?.received}.${r.lines[0]?.good}`)
    .sort();
  const payments = facts.payments.map((p) => `${p.state}${p.amount}.${p.captured}.${p.refunded}`);
  const { money: m, holds: h } = facts;
  return [facts.approval, lines, shipments, returns, payments, m.total, m.granted, m.prepay, h.credit, h.coupons].join(
    '|',
  );
};

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
  readonly children: number[];
};

const isEnd = (facts: OrderFacts): boolean =>
  facts.approval === 'closed' || facts.approval === 'cancelled' || facts.approval === 'rejected';

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
    const index = nodes.push({ facts: { ...facts, version: 0 }, parent, command, children: [] }) - 1;
    known.set(key, index);
    displayed.add(displayStatus(facts));
    const law = brokenLaw(facts);
    if (law) blame(law, index, facts);
    return index;
  };

  for (const start of startsOf(bounds)) reach(start, -1, undefined);
  for (let index = 0; index < nodes.length && faults.length < mostFaults; index += 1) {
    if (nodes.length > MOST_STATES) blame('the states are finite', index, nodes[index]!.facts);
    const { facts, children } = nodes[index]!;
    for (const command of candidates(tables, facts, bounds)) {
      steps += 1;
      const acting = command.action === 'submit' ? buyer : clerk;
      const next = step(facts, command, acting);
      if (!next.ok) continue;
      taken.add(command.action);
      const law = brokenStep(facts, next.value);
      if (law) blame(law, index, next.value.facts, command);
      if (!can(facts, command.action, acting, subjectOf(command)).ok)
        blame('an open command has an open button', index, facts, command);
      children.push(reach(next.value.facts, index, command));
    }
  }

  if (faults.length < mostFaults) {
    const parents = nodes.map((): number[] => []);
    nodes.forEach((node, index) => {
      for (const child of node.children) parents[child]!.push(index);
    });
    const canEnd = new Uint8Array(nodes.length);
    const queue = nodes.flatMap((node, index) => (isEnd(node.facts) ? [index] : []));
    for (const index of queue) canEnd[index] = 1;
    for (let at = queue.pop(); at !== undefined; at = queue.pop())
      for (const parent of parents[at]!)
        if (!canEnd[parent]) {
          canEnd[parent] = 1;
          queue.push(parent);
        }
    const dead = canEnd.indexOf(0);
    if (dead >= 0) blame('no dead end but the terminal states', dead, nodes[dead]!.facts);
  }
  return { states: nodes.length, steps, faults, displayed, taken };
};
