import { approvalStates } from '../approval.ts';
import type { OrderFacts, PaymentFacts, ReturnFacts, ShipmentFacts } from '../facts.ts';
import { shipmentStates } from '../fulfilment.ts';
import { paymentStates } from '../payment.ts';
import { isOpenReturn, returnStates } from '../return.ts';

const placesOf = (states: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(states.map((state, place) => [state, place]));
const [approvals, shipments, returns, payments] = [approvalStates, shipmentStates, returnStates, paymentStates].map(
  placesOf,
);

/** Packs a state and counts below 15 into one character code. */
const pack = (place: number, a: number, b = 0, c = 0): number => ((place * 16 + a) * 16 + b) * 16 + c;
/** Of a parcel or return that has ended, what can still matter: that it was there, and the units it keeps from another return. */
const ofShipment = ({ state, lines }: ShipmentFacts): number =>
  pack(shipments![state]!, state === 'delivered' || state === 'lost' ? 0 : lines[0]!.quantity);
const ofReturn = ({ state, lines: [line] }: ReturnFacts): number => {
  if (state === 'rejected' || state === 'cancelled') return pack(returns!.rejected!, 0);
  if (!isOpenReturn(state)) return pack(returns![state]!, line!.received ?? 0);
  return pack(returns![state]!, line!.quantity, (line!.received ?? -1) + 1);
};
const ofPayment = ({ state, amount, captured, refunded }: PaymentFacts): number =>
  pack(payments![state]!, amount, captured, refunded);

/** Orders of the walk that differ only in version, names or what can no longer matter have the same key. */
export const keyOf = ({ approval, lines, money, holds, ...parts }: OrderFacts): string => {
  const line = lines[0]!;
  const codes = [
    approvals![approval]!,
    line.ordered,
    line.cancelled,
    line.reserved,
    line.allocated,
    line.picked,
    line.shipped,
    line.delivered,
    line.returned,
    line.refunded,
  ];
  codes.push(money.total, money.granted, money.prepay, holds.credit, holds.coupons, holds.points);
  codes.push(parts.shipments.length, ...parts.shipments.map(ofShipment).sort((a, b) => a - b));
  codes.push(parts.returns.length, ...parts.returns.map(ofReturn).sort((a, b) => a - b));
  codes.push(...parts.payments.map(ofPayment));
  if (approval === 'in-review' || approval === 'confirmed')
    codes.push(...(parts.reviews ?? []).map((review) => (review.passedBy === undefined ? 1 : 2)));
  return String.fromCharCode(...codes);
};
