import { unreachable } from '../kernel/index.ts';
import { type Minor, minor } from '../money/index.ts';
import type { OrderCommand } from './commands.ts';
import type { LineQuantity } from './effects.ts';
import {
  backorderedUnits,
  type LineFacts,
  type OrderFacts,
  openUnits,
  type PaymentFacts,
  type ReturnFacts,
  unitsInReturn,
} from './facts.ts';
import { newLine } from './new-order.ts';
import { openReviews, passed } from './review.ts';

/** Units per line that a command takes: those named, else all that each line can give. */
export const chosen = (
  facts: OrderFacts,
  wanted: readonly LineQuantity[] | undefined,
  most: (line: LineFacts) => number,
): readonly LineQuantity[] =>
  facts.lines
    .map((line) => ({
      lineId: line.lineId,
      quantity: wanted
        ? wanted.reduce((units, part) => (part.lineId === line.lineId ? units + part.quantity : units), 0)
        : most(line),
    }))
    .filter((part) => part.quantity > 0);

const quantityIn = (lines: readonly LineQuantity[], lineId: string): number =>
  lines.reduce((units, part) => (part.lineId === lineId ? units + part.quantity : units), 0);

const mapLines = (facts: OrderFacts, change: (line: LineFacts) => LineFacts): OrderFacts => ({
  ...facts,
  lines: facts.lines.map(change),
});

const moveUnits = (
  facts: OrderFacts,
  parts: readonly LineQuantity[],
  change: (line: LineFacts, units: number) => LineFacts,
): OrderFacts =>
  mapLines(facts, (line) => {
    const units = quantityIn(parts, line.lineId);
    return units === 0 ? line : change(line, units);
  });

const mapReturn = (facts: OrderFacts, id: string, change: (r: ReturnFacts) => ReturnFacts): OrderFacts => ({
  ...facts,
  returns: facts.returns.map((r) => (r.id === id ? change(r) : r)),
});

const mapPayment = (facts: OrderFacts, id: string, change: (p: PaymentFacts) => PaymentFacts): OrderFacts => ({
  ...facts,
  payments: facts.payments.map((p) => (p.id === id ? change(p) : p)),
});

const shipmentLines = (facts: OrderFacts, id: string): readonly LineQuantity[] =>
  facts.shipments.find((s) => s.id === id)?.lines ?? [];

const closeOpen = (facts: OrderFacts): OrderFacts =>
  mapLines(facts, (line) => ({
    ...line,
    cancelled: line.cancelled + openUnits(line),
    reserved: 0,
    allocated: 0,
    picked: 0,
  }));

const nothingHeld = { credit: minor(0), coupons: 0, points: 0 };

const lower = (held: Minor, by: number): Minor => minor(Math.max(0, held - by));

/** The quantities, holds and money after a permitted command; states and version are the machine's. */
export const applyCommand = (facts: OrderFacts, command: OrderCommand, actorId: string): OrderFacts => {
  switch (command.action) {
    case 'submit':
      return {
        ...moveUnits(facts, chosen(facts, command.lines, openUnits), (line, units) => ({
          ...line,
          reserved: Math.min(units, openUnits(line)),
        })),
        submittedBy: actorId,
      };
    case 'edit': {
      const { changed } = command;
      const lines = changed.lines
        .filter((part) => part.quantity > 0)
        .map(({ lineId, quantity }) => {
          const reserved = command.lines ? quantityIn(command.lines, lineId) : quantity;
          return { ...newLine({ lineId, quantity }), reserved: Math.min(reserved, quantity) };
        });
      return {
        ...facts,
        lines,
        holds: changed.holds,
        reviews: [],
        money: { ...facts.money, total: changed.total, prepay: changed.prepay },
      };
    }
    case 'cancel':
    case 'expire':
    case 'reject':
      return { ...closeOpen(facts), holds: nothingHeld };
    case 'reserve':
      return moveUnits(facts, chosen(facts, command.lines, backorderedUnits), (line, units) => ({
        ...line,
        reserved: line.reserved + units,
      }));
    case 'start-picking':
    case 'allocate':
      return moveUnits(
        facts,
        chosen(facts, command.lines, (line) => line.reserved),
        (line, units) => ({
          ...line,
          reserved: line.reserved - units,
          allocated: line.allocated + units,
        }),
      );
    case 'pick':
      return moveUnits(
        facts,
        chosen(facts, command.lines, (line) => line.allocated - line.picked),
        (line, units) => ({
          ...line,
          picked: line.picked + units,
        }),
      );
    case 'short-pick':
      return moveUnits(
        facts,
        chosen(facts, command.lines, (line) => (command.fromBox ? line.picked : line.allocated)),
        (line, units) => ({
          ...line,
          allocated: line.allocated - units,
          picked: command.fromBox ? line.picked - units : Math.min(line.picked, line.allocated - units),
        }),
      );
    case 'ship': {
      const lines = chosen(facts, command.lines, (line) => line.allocated);
      const shipped = moveUnits(facts, lines, (line, units) => ({
        ...line,
        allocated: line.allocated - units,
        picked: Math.max(0, line.picked - units),
        shipped: line.shipped + units,
      }));
      return { ...shipped, shipments: [...facts.shipments, { id: command.shipmentId, state: 'shipped', lines }] };
    }
    case 'deliver':
      return moveUnits(facts, shipmentLines(facts, command.shipmentId), (line, units) => ({
        ...line,
        delivered: line.delivered + units,
      }));
    case 'lose':
      return moveUnits(facts, shipmentLines(facts, command.shipmentId), (line, units) => ({
        ...line,
        shipped: line.shipped - units,
      }));
    case 'close-rest':
      return {
        ...closeOpen(facts),
        money: { ...facts.money, total: command.total, prepay: minor(Math.min(facts.money.prepay, command.total)) },
        holds: {
          ...facts.holds,
          credit: lower(facts.holds.credit, facts.money.total - command.total),
          points: Math.max(0, facts.holds.points - (command.points ?? 0)),
        },
      };
    case 'request-return': {
      const lines = chosen(facts, command.lines, (line) => line.delivered - unitsInReturn(facts, line.lineId));
      return { ...facts, returns: [...facts.returns, { id: command.returnId, state: 'requested', lines }] };
    }
    case 'receive-return': {
      const back = (lineId: string, most: number): number => (command.lines ? quantityIn(command.lines, lineId) : most);
      const received = mapReturn(facts, command.returnId, (r) => ({
        ...r,
        lines: r.lines.map((line) => ({ ...line, received: back(line.lineId, line.quantity) })),
      }));
      const lines = facts.returns.find((r) => r.id === command.returnId)?.lines ?? [];
      const units = lines.map((line) => ({ lineId: line.lineId, quantity: back(line.lineId, line.quantity) }));
      return moveUnits(received, units, (line, n) => ({ ...line, returned: line.returned + n }));
    }
    case 'inspect-return': {
      const found = (lineId: string) => command.inspected.filter((part) => part.lineId === lineId);
      const inspected = mapReturn(facts, command.returnId, (r) => ({
        ...r,
        lines: r.lines.map((line) => {
          const good = found(line.lineId).reduce((units, part) => units + part.good, 0);
          const damaged = found(line.lineId).reduce((units, part) => units + part.damaged, 0);
          // Units that were counted at the gate and are not in the box never came back.
          return { ...line, received: good + damaged, good, damaged };
        }),
      }));
      const missing = (facts.returns.find((r) => r.id === command.returnId)?.lines ?? []).map((line) => {
        const there = found(line.lineId).reduce((units, part) => units + part.good + part.damaged, 0);
        return { lineId: line.lineId, quantity: (line.received ?? 0) - there };
      });
      return moveUnits(inspected, missing, (line, n) => ({ ...line, returned: line.returned - n }));
    }
    case 'refund-return': {
      const lines = facts.returns.find((r) => r.id === command.returnId)?.lines ?? [];
      const units = lines.map((line) => ({ lineId: line.lineId, quantity: line.received ?? 0 }));
      return {
        ...moveUnits(facts, units, (line, n) => ({ ...line, refunded: line.refunded + n })),
        money: { ...facts.money, granted: minor(facts.money.granted + command.amount) },
      };
    }
    case 'start-payment':
      return {
        ...facts,
        payments: [
          ...facts.payments,
          { id: command.paymentId, state: 'started', amount: command.amount, captured: minor(0), refunded: minor(0) },
        ],
      };
    case 'capture-payment':
      return mapPayment(facts, command.paymentId, (p) => ({ ...p, captured: command.amount }));
    case 'refund-payment':
      return mapPayment(facts, command.paymentId, (p) => ({ ...p, refunded: minor(p.refunded + command.amount) }));
    case 'start-review':
    case 'auto-confirm':
      return { ...facts, reviews: command.reviews ?? [] };
    case 'pass-review':
    case 'approve':
      return { ...facts, reviews: passed(facts.reviews, openReviews(facts.reviews)[0]?.step, actorId) };
    case 'release':
      return { ...facts, reviews: passed(facts.reviews, 'release', actorId) };
    case 'change':
      return { ...facts, reviews: [] };
    case 'await-payment':
    case 'confirm-payment':
    case 'close':
    case 'scan':
    case 'approve-return':
    case 'reject-return':
    case 'cancel-return':
    case 'send-back':
    case 'replace-return':
    case 'authorize-payment':
    case 'fail-payment':
    case 'lose-answer':
    case 'void-payment':
      return facts;
    default:
      return unreachable(command);
  }
};
