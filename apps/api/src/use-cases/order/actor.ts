import { orderRolesOf, type StaffRole } from '@tradeline/domain/access';
import type { OrderRole } from '@tradeline/domain/order';
import type { Buyer, Staff } from '../../trpc/context.ts';

/** Who acts on an order: what the history, the ledgers and the audit log say of him. */
export type Actor = {
  type: 'buyer' | 'staff' | 'system';
  id: string | null;
  name: string;
  roles: readonly OrderRole[];
  /** Of the staff: his roles in the house, by which a review is his or not. */
  staffRoles?: readonly StaffRole[];
  requestId: string;
};

export const buyerActor = (buyer: Buyer, requestId: string): Actor => ({
  type: 'buyer',
  id: buyer.id,
  name: buyer.name,
  roles: orderRolesOf({ audience: 'buyer', roles: [buyer.role] }),
  requestId,
});

export const staffActor = (staff: Staff, requestId: string): Actor => ({
  type: 'staff',
  id: staff.id,
  name: staff.name,
  roles: orderRolesOf({ audience: 'staff', roles: [staff.role] }),
  staffRoles: [staff.role],
  requestId,
});

/** The product itself: what happens by rule or by the clock. */
export const system: Actor = { type: 'system', id: null, name: 'system', roles: ['system'], requestId: '' };

/** How an actor is named in a ledger: type and id, never a name that may change. */
export const ledgerName = (actor: Actor): string => (actor.id === null ? actor.type : `${actor.type}:${actor.id}`);
