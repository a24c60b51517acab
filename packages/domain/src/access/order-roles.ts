import type { OrderRole } from '../order/index.ts';
import type { BuyerRole } from './buyer-policy.ts';
import type { Principal } from './policy.ts';
import type { StaffRole } from './staff-policy.ts';

const ofStaff = {
  administrator: 'administrator',
  sales: 'sales',
  reviewer: 'reviewer',
  finance: 'reviewer',
  warehouse: 'warehouse',
  marketing: undefined,
  purchasing: undefined,
} as const satisfies Record<StaffRole, OrderRole | undefined>;

const ofBuyers = {
  owner: 'customer',
  purchaser: 'customer',
  approver: 'customer',
  finance: undefined,
  viewer: undefined,
} as const satisfies Record<BuyerRole, OrderRole | undefined>;

/** The roles a person plays in an order's lifecycle; empty: they may look, not act. */
export const orderRolesOf = (who: Principal): readonly OrderRole[] => {
  const played: readonly (OrderRole | undefined)[] =
    who.audience === 'staff' ? who.roles.map((role) => ofStaff[role]) : who.roles.map((role) => ofBuyers[role]);
  return [...new Set(played.filter((role) => role !== undefined))];
};
