import type { ApprovalState } from './approval.ts';
import { type OrderFacts, type Quantities, quantities } from './facts.ts';

export const displayStatuses = [
  'draft',
  'submitted',
  'in-review',
  'awaiting-payment',
  'confirmed',
  'picking',
  'partially-shipped',
  'shipped',
  'in-transit',
  'delivered',
  'returning',
  'refunded',
  'cancelled',
  'rejected',
] as const;
export type DisplayStatus = (typeof displayStatuses)[number];

/**
 * What an order shows, from its facts alone; the first rule that holds. A closed order keeps showing where its goods
 * ended (that it is closed is a flag beside it). An order with a settled part return stays delivered.
 */
export const statusOf = (
  approval: ApprovalState,
  units: Pick<Quantities, 'shippable' | 'picked' | 'shipped' | 'scanned' | 'delivered' | 'refunded' | 'returning'>,
): DisplayStatus => {
  if (approval === 'cancelled' || approval === 'rejected') return approval;
  if (units.refunded > 0 && units.refunded >= units.shippable) return 'refunded';
  if (units.returning > 0) return 'returning';
  if (units.shippable > 0 && units.delivered >= units.shippable) return 'delivered';
  if (units.shippable > 0 && units.shipped >= units.shippable) return units.scanned > 0 ? 'in-transit' : 'shipped';
  if (units.shipped > 0) return 'partially-shipped';
  if (units.picked > 0 || approval === 'picking') return 'picking';
  return approval === 'closed' ? 'delivered' : approval;
};

export const displayStatus = (facts: OrderFacts): DisplayStatus => statusOf(facts.approval, quantities(facts));
