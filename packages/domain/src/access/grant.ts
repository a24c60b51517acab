import { type BuyerAction, buyerActions, type Scope, type StaffAction, scopes, staffActions } from './actions.ts';
import type { BuyerRole } from './buyer-policy.ts';
import { allows, type Principal } from './policy.ts';
import type { StaffRole } from './staff-policy.ts';

export type GrantExcess = {
  readonly action: StaffAction | BuyerAction;
  readonly granted: Scope;
  readonly own: Scope | undefined;
};

const rank = (scope: Scope | undefined): number => (scope === undefined ? -1 : scopes.indexOf(scope));

const excessOf = <Action extends StaffAction | BuyerAction>(
  actions: readonly Action[],
  own: (action: Action) => Scope | undefined,
  granted: (action: Action) => Scope | undefined,
): readonly GrantExcess[] =>
  actions.flatMap((action) => {
    const wanted = granted(action);
    return wanted !== undefined && rank(wanted) > rank(own(action))
      ? [{ action, granted: wanted, own: own(action) }]
      : [];
  });

/**
 * What the roles would give beyond the granter's own powers; empty: may be granted. Without `role.grant` every power
 * is in excess, and nobody grants across the two audiences.
 */
export const grantExcess = (
  granter: Principal,
  roles:
    | { readonly audience: 'staff'; readonly roles: readonly StaffRole[] }
    | { readonly audience: 'buyer'; readonly roles: readonly BuyerRole[] },
): readonly GrantExcess[] => {
  if (roles.audience === 'staff') {
    const mayGrant = granter.audience === 'staff' && allows(granter, 'role.grant') !== undefined;
    return excessOf(
      staffActions,
      (action) => (mayGrant ? allows(granter, action) : undefined),
      (action) => allows(roles, action),
    );
  }
  const mayGrant = granter.audience === 'buyer' && allows(granter, 'role.grant') !== undefined;
  return excessOf(
    buyerActions,
    (action) => (mayGrant ? allows(granter, action) : undefined),
    (action) => allows(roles, action),
  );
};
