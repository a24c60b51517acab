import type { PricedCustomer } from '@tradeline/db/stores';
import type { CustomerContext } from '@tradeline/domain/pricing';
import { contextOf } from './priced-customer.ts';

export type Profiles = {
  contexts: CustomerContext[];
  /** Customers behind each profile. */
  members: PricedCustomer[][];
  profileOf: Map<string, number>;
};

/**
 * Customers whose prices depend on the same facts, together: group and level, and the customer himself where some list
 * is made for him. Thousands of customers become a few dozen profiles.
 */
export const profilesOf = (
  customers: readonly PricedCustomer[],
  lists: Iterable<{ companyId: string | null }>,
  channel: string,
): Profiles => {
  const named = new Set([...lists].flatMap(({ companyId }) => (companyId ? [companyId] : [])));
  const groups = [
    ...Map.groupBy(customers, ({ id, groupId, level }) =>
      [groupId ?? '', level, named.has(id) ? id : ''].join(' '),
    ).values(),
  ];
  return {
    contexts: groups.map((members) => contextOf(members[0]!, channel)),
    members: groups,
    profileOf: new Map(groups.flatMap((members, at) => members.map(({ id }) => [id, at] as const))),
  };
};
