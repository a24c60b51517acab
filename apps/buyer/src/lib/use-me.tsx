import { allows, type BuyerAction } from '@tradeline/domain/access';
import { invariant } from '@tradeline/domain/kernel';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { type Outputs, trpc } from './trpc.ts';

export type Me = Omit<NonNullable<Outputs['session']['me']>, 'heard'>;

/** Who looks, without what changes each time he is asked for. */
const whoLooks = (me: Outputs['session']['me']): Me | null => {
  if (!me) return null;
  const { heard: _, ...visitor } = me;
  return visitor;
};
type Looking = { visitor: Me | null; storefront: Outputs['session']['shop']['storefront'] | undefined };

const LookingContext = createContext<Looking | undefined>(undefined);

/** Asks once who looks. A list has dozens of small parts that want to know, and a query of its own in each made lists slow. */
export const VisitorProvider = ({ children }: { children: ReactNode }) => {
  const visitor = trpc.session.me.useQuery(undefined, { staleTime: 60_000, select: whoLooks }).data ?? null;
  const storefront = trpc.session.shop.useQuery(undefined, { staleTime: 600_000 }).data?.storefront;
  const looking = useMemo(() => ({ visitor, storefront }), [visitor, storefront]);
  return <LookingContext value={looking}>{children}</LookingContext>;
};

const useLooking = (): Looking => {
  const looking = use(LookingContext);
  invariant(looking, 'a page below the portal’s frame');
  return looking;
};

/** Who is signed in. Only below the pages that ask for it: they are not shown to anybody else. */
export const useMe = (): Me => {
  const { visitor } = useLooking();
  invariant(visitor, 'somebody is signed in');
  return visitor;
};

/** Who looks, on pages that strangers may see too: null is a stranger. */
export const useVisitor = (): Me | null => useLooking().visitor;

/**
 * Whether I may do something, by the table the server reads too; a stranger may do nothing. Prices hang on more than the
 * role (the company's word, the group's, the shop's storefront), so for them the server's own answer is taken.
 */
export const useMay = (action: BuyerAction): boolean => {
  const { visitor, storefront } = useLooking();
  if (action === 'catalog.read-price') return visitor ? visitor.seesPrices : storefront === 'public';
  return visitor !== null && allows({ audience: 'buyer', roles: [visitor.role] }, action) !== undefined;
};
