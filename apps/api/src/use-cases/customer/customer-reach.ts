import type { CustomerScope } from '@tradeline/db/stores';
import type { Scope } from '@tradeline/domain/access';
import type { Staff } from '../../trpc/context.ts';

/** How far a permission reaches among customers: a salesperson's team is the customers he looks after. */
export const customerReach = (staff: Staff, scope: Scope): CustomerScope =>
  scope === 'all' ? { kind: 'all' } : { kind: 'sales', staffId: staff.id };
