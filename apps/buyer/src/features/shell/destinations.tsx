import { ClipboardList, House, LayoutGrid, LogIn, ShoppingCart, UserRound } from 'lucide-react';
import type { Text } from '../../lib/i18n.tsx';
import { useMay, useVisitor } from '../../lib/use-me.tsx';

/** The five places of the portal, in the order of a thumb's reach. */
const all = [
  { to: '/', label: (t: Text) => t.nav_home(), icon: <House aria-hidden /> },
  { to: '/goods', label: (t: Text) => t.nav_goods(), icon: <LayoutGrid aria-hidden /> },
  { to: '/cart', label: (t: Text) => t.nav_cart(), icon: <ShoppingCart aria-hidden />, needs: 'cart.edit' },
  { to: '/orders', label: (t: Text) => t.nav_orders(), icon: <ClipboardList aria-hidden /> },
  { to: '/account', label: (t: Text) => t.nav_account(), icon: <UserRound aria-hidden /> },
] as const;

/** What a stranger finds in an open shop: the goods, and the door. The cart leads to the door and back. */
const open = [
  all[0],
  all[1],
  all[2],
  { to: '/sign-in', label: (t: Text) => t.visitor_sign_in(), icon: <LogIn aria-hidden /> },
] as const;

/** The places of the portal that are mine: who may not order has no cart. */
export const useDestinations = (): readonly ((typeof all)[number] | (typeof open)[number])[] => {
  const visitor = useVisitor();
  const mayOrder = useMay('cart.edit');
  return visitor ? all.filter((place) => !('needs' in place) || mayOrder) : open;
};
