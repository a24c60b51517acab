import { allows, orderRolesOf, type StaffAction } from '@tradeline/domain/access';
import { invariant } from '@tradeline/domain/kernel';
import type { OrderRole } from '@tradeline/domain/order';
import { type Outputs, trpc } from './trpc.ts';

export type Me = Omit<NonNullable<Outputs['session']['me']>, 'heard'>;

/** Who is signed in, without what changes each time he is asked for. */
const whoIsIn = (me: Outputs['session']['me']): Me | null => {
  if (!me) return null;
  const { heard: _, ...person } = me;
  return person;
};

/** Who is signed in. Only below the pages that ask for it: they are not shown to anybody else. */
export const useMe = (): Me => {
  const { data } = trpc.session.me.useQuery(undefined, { staleTime: 60_000, select: whoIsIn });
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
