import type { OrderRole } from '../order/index.ts';
import type { BuyerRole } from './buyer-policy.ts';
import type { Principal } from './policy.ts';
import type { StaffRole } from './staff-policy.ts';

/** A house that one person runs is run by its administrator: he picks, packs and takes goods back as well. */
const ofStaff: Readonly<Record<StaffRole, readonly OrderRole[]>> = {
  administrator: ['administrator', 'warehouse'],
  sales: ['sales'],
  reviewer: ['reviewer'],
  finance: ['reviewer'],
  warehouse: ['warehouse'],
  marketing: [],
  purchasing: [],
};

const ofBuyers: Readonly<Record<BuyerRole, readonly OrderRole[]>> = {
  owner: ['customer'],
  purchaser: ['customer'],
  approver: ['customer'],
  finance: [],
  viewer: [],
};

/** The roles a person plays in an order's lifecycle; empty: they may look, not act. */
export const orderRolesOf = (who: Principal): readonly OrderRole[] => [
  ...new Set(
    who.audience === 'staff' ? who.roles.flatMap((role) => ofStaff[role]) : who.roles.flatMap((role) => ofBuyers[role]),
  ),
];
