import type { BilingualText, LoweredAmounts, LoweredLine } from '@tradeline/db/stores';
import { type Minor, minor } from '@tradeline/domain/money';
import { chargedAmount, closedRest, dueAmount, type OrderFacts, openUnits } from '@tradeline/domain/order';
import { cameByGateway, moneyBack } from '../money-back.ts';
import type { OrderRecord } from '../order-facts.ts';
import { refundableLine } from '../refundable-line.ts';

/** A closed rest in words and to the cent: shown before it is closed, kept in the order's history, told to both sides. */
export type ClosedTold = {
  lines: {
    lineId: string;
    itemNumber: string;
    name: BilingualText;
    options: BilingualText | null;
    unit: BilingualText;
    units: number;
    /** What the line costs less. */
    amount: Minor;
  }[];
  total: { before: Minor; after: Minor };
  /** Points that come back beside the money. */
  points: number;
  /** Money that goes back, and where to. */
  paidBack: { method: string; to: 'balance' | 'gateway'; amount: Minor }[];
};

/** What a step that closes the rest writes beside its state. */
export type Closing = { by: LoweredAmounts; lines: LoweredLine[]; told: ClosedTold };

/** What closing the rest of an order comes to, from what is stored of it; the same figures are shown before and written after. */
export const reckonRest = (record: OrderRecord, facts: OrderFacts): Closing => {
  const { order } = record;
  const openOf = new Map(facts.lines.map((line) => [line.lineId, openUnits(line)]));
  const rest = closedRest(
    record.lines.map((line) => ({
      ...refundableLine(line),
      open: openOf.get(line.id) ?? 0,
      discount: line.discountAmount,
      net: line.netAmount,
      tax: line.taxAmount,
      taxRate: line.taxRate,
    })),
    order.pointsUsed,
  );
  const total = { before: order.totalAmount, after: minor(order.totalAmount - rest.amount) };
  const back = minor(Math.max(0, chargedAmount(facts) - Math.max(0, dueAmount(facts) - rest.amount)));
  const sumOf = (of: (line: LoweredLine) => Minor): Minor => minor(rest.lines.reduce((sum, line) => sum + of(line), 0));
  return {
    by: {
      gross: sumOf((line) => line.gross),
      discount: sumOf((line) => line.discount),
      net: rest.amount,
      tax: sumOf((line) => line.tax),
    },
    lines: [...rest.lines],
    told: {
      lines: record.lines.flatMap((line) => {
        const closed = rest.lines.find(({ lineId }) => lineId === line.id);
        if (!closed) return [];
        const { itemNumber, name, optionText: options, unit } = line;
        return [{ lineId: line.id, itemNumber, name, options, unit, units: closed.units, amount: closed.net }];
      }),
      total,
      points: Math.min(rest.points, record.pointsHeld),
      paidBack: moneyBack(record.payments, back, 'last-first').map(({ receipt, amount }) => ({
        method: receipt.method,
        to: cameByGateway(record, receipt.reference) ? 'gateway' : 'balance',
        amount,
      })),
    },
  };
};
