import { ClipboardList, House, LayoutGrid, ShoppingCart, UserRound } from 'lucide-react';
import type { Text } from '../../lib/i18n.tsx';
import { useMay } from '../../lib/use-me.ts';

/** The five places of the portal, in the order of a thumb's reach. */
const all = [
  { to: '/', label: (t: Text) => t.nav_home(), icon: <House aria-hidden /> },
  { to: '/goods', label: (t: Text) => t.nav_goods(), icon: <LayoutGrid aria-hidden /> },
  { to: '/cart', label: (t: Text) => t.nav_cart(), icon: <ShoppingCart aria-hidden />, needs: 'cart.edit' },
  { to: '/orders', label: (t: Text) => t.nav_orders(), icon: <ClipboardList aria-hidden /> },
  { to: '/account', label: (t: Text) => t.nav_account(), icon: <UserRound aria-hidden /> },
] as const;

/** The places of the portal that are mine: who may not order has no cart. */
export const useDestinations = () => {
  const mayOrder = useMay('cart.edit');
  return all.filter((place) => !('needs' in place) || mayOrder);
};
