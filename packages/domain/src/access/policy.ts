import { type BuyerAction, type Scope, type StaffAction, scopes } from './actions.ts';
import { type BuyerRole, buyerPolicy } from './buyer-policy.ts';
import type { Grants } from './grants.ts';
import { type StaffRole, staffPolicy } from './staff-policy.ts';

/** Who asks: the audience decides which table is read, so a buyer session can never reach a staff action. */
export type Principal =
  | { readonly audience: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly audience: 'buyer'; readonly roles: readonly BuyerRole[] };

const wider = (a: Scope | undefined, b: Scope | undefined): Scope | undefined => {
  if (!a || !b) return a ?? b;
  return scopes.indexOf(a) >= scopes.indexOf(b) ? a : b;
};

const widest = <Role extends string, Action extends string>(
  policy: Readonly<Record<Role, Grants<Action>>>,
  roles: readonly Role[],
  action: Action,
): Scope | undefined =>
  roles.map((role) => (Object.hasOwn(policy, role) ? policy[role][action] : undefined)).reduce(wider, undefined);

/** The widest scope in which any of the roles may do this; undefined: not at all. */
export const staffScope = (roles: readonly StaffRole[], action: StaffAction): Scope | undefined =>
  widest(staffPolicy, roles, action);
export const buyerScope = (roles: readonly BuyerRole[], action: BuyerAction): Scope | undefined =>
  widest(buyerPolicy, roles, action);

type ActionOf<Who extends Principal> = Who extends { readonly audience: 'staff' } ? StaffAction : BuyerAction;

/** The scope of an action for whoever asks, or undefined when refused. */
export const allows = <Who extends Principal>(who: Who, action: ActionOf<Who>): Scope | undefined =>
  who.audience === 'staff'
    ? staffScope(who.roles, action as StaffAction)
    : buyerScope(who.roles, action as BuyerAction);

/** A record as access sees it: whose it is. */
export type Owned = {
  readonly ownerId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly companyId?: string | undefined;
};

/** Whether a scope reaches a record. A record without an owner or team is reached only by the wider scopes. */
export const reaches = (
  scope: Scope | undefined,
  record: Owned,
  who: { readonly id: string; readonly teamIds: readonly string[]; readonly companyId?: string | undefined },
): boolean => {
  const same = record.companyId !== undefined && record.companyId === who.companyId;
  switch (scope) {
    case undefined:
      return false;
    case 'all':
      return true;
    case 'company':
      return same;
    case 'team':
      return record.ownerId === who.id || (record.teamId !== undefined && who.teamIds.includes(record.teamId));
    case 'own':
      return record.ownerId === who.id;
  }
};
