import type { EffectKind } from './effects.ts';
import type { GuardName } from './guard-names.ts';

/**
 * Who may act on an order. A person's staff or buyer roles are mapped onto these by `access/order-roles`;
 * `carrier` is a parcel company's notice, `system` a timer, a rule or a payment notice.
 */
export const orderRoles = ['customer', 'sales', 'reviewer', 'warehouse', 'carrier', 'administrator', 'system'] as const;
export type OrderRole = (typeof orderRoles)[number];

/** One permitted move: where it leads, who may make it, what must hold first, and what the caller must then do. */
export type Rule<State extends string> = {
  readonly to: State;
  readonly by: readonly OrderRole[];
  /** The actor must say why. */
  readonly comment?: true;
  /** Asked in this order; the first that does not hold is the refusal. */
  readonly guards?: readonly GuardName[];
  /** In this order; an effect with nothing to do for the order at hand is left out. */
  readonly effects?: readonly EffectKind[];
};

/** A lifecycle as one table, state by state. A state without rules is terminal. */
export type Transitions<State extends string> = Readonly<Record<State, Readonly<Record<string, Rule<State>>>>>;

/** The actions that a table knows, as a union of literals. */
export type ActionOf<Table> = { [State in keyof Table]: keyof Table[State] & string }[keyof Table];
