import type { OrderScope } from '@tradeline/db/stores';
import type { Scope } from '@tradeline/domain/access';
import type { Buyer, Staff } from '../../trpc/context.ts';

/** How far a permission reaches among orders, as the query's condition. */
export const buyerOrders = (buyer: Buyer, scope: Scope): OrderScope =>
  scope === 'own'
    ? { kind: 'buyer', companyId: buyer.company.id, buyerId: buyer.id }
    : { kind: 'company', companyId: buyer.company.id };

/** A salesperson's team is the customers he looks after. */
export const staffOrders = (staff: Staff, scope: Scope): OrderScope =>
  scope === 'all' ? { kind: 'all' } : { kind: 'sales', staffId: staff.id };
