import { allows, orderRolesOf, type StaffAction } from '@tradeline/domain/access';
import { invariant } from '@tradeline/domain/kernel';
import type { OrderRole } from '@tradeline/domain/order';
import { type Outputs, trpc } from './trpc.ts';

export type Me = NonNullable<Outputs['session']['me']>;

/** Who is signed in. Only below the pages that ask for it: they are not shown to anybody else. */
export const useMe = (): Me => {
  const { data } = trpc.session.me.useQuery(undefined, { staleTime: 60_000 });
  invariant(data, 'somebody is signed in');
  return data;
};

export const may = (me: Pick<Me, 'role'>, action: StaffAction): boolean =>
  allows({ audience: 'staff', roles: [me.role] }, action) !== undefined;

/** Whether my role has an action, by the table the server reads too. */
export const useMay = (action: StaffAction): boolean => may(useMe(), action);

/** The parts I play in the life of an order. */
export const myOrderRoles = (me: Pick<Me, 'role'>): readonly OrderRole[] =>
  orderRolesOf({ audience: 'staff', roles: [me.role] });
