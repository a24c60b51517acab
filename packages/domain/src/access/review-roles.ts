import type { ReviewStep } from '../order/index.ts';
import type { StaffAction } from './actions.ts';
import { allows } from './policy.ts';
import { type StaffRole, staffRoles } from './staff-policy.ts';

/** The permission a review needs at least; which roles among those that have it is the wholesaler's choice. */
export const reviewPermissions = {
  order: 'order.approve',
  finance: 'order.approve',
  release: 'order.release',
} as const satisfies Record<ReviewStep, StaffAction>;

/** Roles a review can be given to. */
export const reviewRoles = (step: ReviewStep): readonly StaffRole[] =>
  staffRoles.filter((role) => allows({ audience: 'staff', roles: [role] }, reviewPermissions[step]) !== undefined);
