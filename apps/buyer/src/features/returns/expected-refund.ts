import { type Minor, minor } from '@tradeline/domain/money';
import { isOurFault, type ReturnReason, refundShares, returnPayout } from '@tradeline/domain/order';
import type { Outputs } from '../../lib/trpc.ts';

export type Returnable = Outputs['returns']['returnable'];
export type Units = Readonly<Record<string, number>>;

/** What the chosen units will bring when all of them arrive, by the very rule that the server will apply. */
export const expectedRefund = (
  order: Pick<Returnable, 'lines' | 'pointsUsed' | 'shipping'>,
  units: Units,
  reason: ReturnReason,
): { amount: Minor; shipping: Minor; points: number } => {
  const of = (line: Returnable['lines'][number]): number =>
    Math.max(0, Math.min(units[line.lineId] ?? 0, line.most, line.quantity - line.settled));
  const lines = order.lines.map(({ lineId, quantity, gross, paid, settled }) => ({
    lineId,
    quantity,
    gross,
    paid,
    refunded: settled,
  }));
  const returning = order.lines.map((line) => ({ lineId: line.lineId, units: of(line) }));
  const { amount: goods, points } = refundShares(lines, returning, order.pointsUsed);
  const chosen = returning.some((part) => part.units > 0);
  const { amount, steps } = returnPayout({
    goods,
    shipping: order.shipping,
    allBack: chosen && order.lines.every((line) => line.settled + of(line) >= line.quantity),
    ourFault: chosen && isOurFault(reason),
  });
  return { amount, points, shipping: steps.find(({ what }) => what === 'shipping')?.amount ?? minor(0) };
};
