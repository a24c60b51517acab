import type { OrderFacts } from '@tradeline/domain/order';
import { quantities } from '@tradeline/domain/order';

export type ProgressStep = 'placed' | 'confirmed' | 'picking' | 'shipped' | 'delivered';
export const progressSteps: readonly ProgressStep[] = ['placed', 'confirmed', 'picking', 'shipped', 'delivered'];

export type Progress =
  | { ended: true }
  /** `done` counts the steps that are behind the order; `shipped` and `delivered` are shares of its units. */
  | { ended: false; done: number; shipped: number; delivered: number };

/** How far the goods have come, from the order's facts alone. */
export const progressOf = (facts: OrderFacts): Progress => {
  const { shippable, shipped, delivered } = quantities(facts);
  if (facts.approval === 'cancelled' || facts.approval === 'rejected') return { ended: true };
  const share = (units: number) => (shippable === 0 ? 0 : units / shippable);
  const confirmed = facts.approval === 'confirmed' || facts.approval === 'picking' || facts.approval === 'closed';
  const steps = [
    true,
    confirmed,
    facts.approval === 'picking' || facts.approval === 'closed',
    shippable > 0 && shipped >= shippable,
    shippable > 0 && delivered >= shippable,
  ];
  const firstOpen = steps.indexOf(false);
  return {
    ended: false,
    done: firstOpen === -1 ? steps.length : firstOpen,
    shipped: share(shipped),
    delivered: share(delivered),
  };
};
