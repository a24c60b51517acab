import { type CustomerScope, customerStore, type PricedCustomer, priceEffectStore } from '@tradeline/db/stores';
import { allows } from '@tradeline/domain/access';
import { type CompanyId, type CustomerGroupId, err, ok, type Result } from '@tradeline/domain/kernel';
import type { CustomerContext } from '@tradeline/domain/pricing';
import type { Deps } from '../../deps.ts';
import type { Staff } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** What a customer is to price lists, in the portal unless a channel is named. */
export const contextOf = (customer: PricedCustomer, channel = 'portal'): CustomerContext => ({
  companyId: customer.id as CompanyId,
  groupIds: customer.groupId ? [customer.groupId as CustomerGroupId] : [],
  level: customer.level,
  channel,
  ...(customer.region ? { regions: [customer.region] } : {}),
});

/** The customer, if whoever asks looks after him: another's customer is not there. */
export const customerFor = async (
  { db }: Pick<Deps, 'db'>,
  staff: Staff,
  companyId: string,
): Promise<Result<PricedCustomer, Refusal>> => {
  const reach = allows({ audience: 'staff', roles: [staff.role] }, 'customer.read');
  if (!reach) return err({ kind: 'not-permitted', action: 'customer.read' });
  const scope: CustomerScope = reach === 'all' ? { kind: 'all' } : { kind: 'sales', staffId: staff.id };
  const seen = await customerStore.find(db, scope, companyId);
  const customer = seen && (await priceEffectStore.customer(db, companyId));
  return customer ? ok(customer) : err({ kind: 'customer-not-found' });
};
