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

/** Who looks, on pages that strangers may see too: null is a stranger. */
export const useVisitor = (): Me | null => trpc.session.me.useQuery(undefined, { staleTime: 60_000 }).data ?? null;

/**
 * Whether I may do something, by the table the server reads too; a stranger may do nothing. Prices hang on more than the
 * role (the company's word, the group's, the shop's storefront), so for them the server's own answer is taken.
 */
export const useMay = (action: BuyerAction): boolean => {
  const visitor = useVisitor();
  const shop = trpc.session.shop.useQuery(undefined, { staleTime: 600_000 }).data;
  if (action === 'catalog.read-price') return visitor ? visitor.seesPrices : shop?.storefront === 'public';
  return visitor !== null && allows({ audience: 'buyer', roles: [visitor.role] }, action) !== undefined;
};
