import { type Instant, invariant } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import {
  type DisplayStatus,
  displayStatus,
  type LineQuantity,
  newOrder,
  type OrderCommand,
  type OrderEvent,
  type OrderFacts,
  type OrderRole,
  step,
} from '@tradeline/domain/order';

export type HistoryInput = {
  lines: readonly LineQuantity[];
  total: Minor;
  placedAt: Instant;
  /** Units that our stock can stand for; only an open order holds any. */
  reserved: readonly LineQuantity[];
  shipped?: { at: Instant; shipmentId: string; paymentId: string } | undefined;
  takenBy: string;
  importer: string;
};
export type Moment = { event: OrderEvent; approvalBefore: string; approval: string; displayStatus: DisplayStatus };
export type History = { facts: OrderFacts; moments: Moment[] };

type Move = { role: OrderRole; actorId: string; at: Instant; command: OrderCommand };

const checks = { lines: true, price: true, credit: true, stock: true, address: true } as const;
const sure = { 'credit-auto': true, stock: true, price: true, 'known-customer': true } as const;

/** An old system's order passes through our own machines, so that what it shows and what may be done next are ours. */
const moves = ({ shipped, total, ...input }: HistoryInput): Move[] => {
  const by = (role: OrderRole, at: Instant, command: OrderCommand): Move => ({
    role,
    actorId: input.importer,
    at,
    command,
  });
  const submit: OrderCommand = { action: 'submit', checks, ...(shipped ? {} : { lines: input.reserved }) };
  const taken = [
    { ...by('sales', input.placedAt, submit), actorId: input.takenBy },
    by('system', input.placedAt, { action: 'auto-confirm', checks: sure }),
  ];
  if (!shipped) return taken;
  const { at, shipmentId, paymentId } = shipped;
  const paid: Move[] = [
    by('system', at, { action: 'start-payment', paymentId, amount: total }),
    by('system', at, { action: 'capture-payment', paymentId, amount: total }),
  ];
  return [
    ...taken,
    by('system', at, { action: 'start-picking' }),
    by('warehouse', at, { action: 'pick' }),
    by('warehouse', at, { action: 'ship', shipmentId, checks: { credit: true } }),
    by('system', at, { action: 'deliver', shipmentId }),
    ...(total > 0 ? paid : []),
    by('system', at, { action: 'close', checks: { 'return-period-over': true } }),
  ];
};

/**
 * The history of an imported order. Open: submitted and confirmed. Sent: also picked, shipped, delivered, paid and
 * closed, all on the day of shipment, the last day that the source knows of.
 */
export const orderHistory = (input: HistoryInput): History => {
  const money = { terms: 'terms', total: input.total, granted: minor(0), prepay: minor(0) } as const;
  let facts = newOrder(input.lines, money);
  const moments = moves(input).map(({ role, actorId, at, command }): Moment => {
    const before = facts.approval;
    const done = step(facts, command, { roles: [role], actorId, at });
    invariant(done.ok, `an imported order cannot ${command.action}: ${done.ok ? '' : JSON.stringify(done.error)}`);
    facts = done.value.facts;
    return {
      event: done.value.event,
      approvalBefore: before,
      approval: facts.approval,
      displayStatus: displayStatus(facts),
    };
  });
  return { facts, moments };
};
