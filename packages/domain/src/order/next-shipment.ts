import { err, ok, type Result } from '../kernel/index.ts';
import type { LineQuantity } from './effects.ts';
import { type OrderFacts, openUnits } from './facts.ts';

/** What a customer wants done when not everything is there: send what is there, wait for all, or split once at most. */
export const backorderPolicies = ['send-what-is-there', 'wait-for-all', 'split-once'] as const;
export type BackorderPolicy = (typeof backorderPolicies)[number];

export type WaitReason =
  | { readonly kind: 'nothing-ready' }
  | { readonly kind: 'nothing-open' }
  /** The policy lets nothing go until these are there too. */
  | { readonly kind: 'waits-for-rest'; readonly missing: readonly LineQuantity[] };

/** What may leave next: the allocated units, if the customer's policy lets them go without the rest. */
export const nextShipment = (
  facts: OrderFacts,
  policy: BackorderPolicy,
): Result<readonly LineQuantity[], WaitReason> => {
  const open = facts.lines.filter((line) => openUnits(line) > 0);
  if (open.length === 0) return err({ kind: 'nothing-open' });
  const ready = open
    .filter((line) => line.allocated > 0)
    .map((line) => ({ lineId: line.lineId, quantity: line.allocated }));
  if (ready.length === 0) return err({ kind: 'nothing-ready' });
  const missing = open
    .map((line) => ({ lineId: line.lineId, quantity: openUnits(line) - line.allocated }))
    .filter((line) => line.quantity > 0);
  const sent = facts.shipments.filter((shipment) => shipment.state !== 'lost').length;
  const mayGo = missing.length === 0 || policy === 'send-what-is-there' || (policy === 'split-once' && sent === 0);
  return mayGo ? ok(ready) : err({ kind: 'waits-for-rest', missing });
};
