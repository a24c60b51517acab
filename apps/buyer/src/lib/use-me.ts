import { allows, type BuyerAction } from '@tradeline/domain/access';
import { invariant } from '@tradeline/domain/kernel';
import { type Outputs, trpc } from './trpc.ts';

export type Me = NonNullable<Outputs['session']['me']>;

/** Who is signed in. Only below the pages that ask for it: they are not shown to anybody else. */
export const useMe = (): Me => {
  const { data } = trpc.session.me.useQuery(undefined, { staleTime: 60_000 });
  invariant(data, 'somebody is signed in');
  return data;
};

/** Whether my role has an action, by the table the server reads too. */
export const useMay = (action: BuyerAction): boolean =>
  allows({ audience: 'buyer', roles: [useMe().role] }, action) !== undefined;
