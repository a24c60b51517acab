import { ClipboardList, House, LayoutGrid, ShoppingCart, UserRound } from 'lucide-react';
import type { Text } from '../../lib/i18n.tsx';

/** The five places of the portal, in the order of a thumb's reach. */
export const destinations = [
  { to: '/', label: (t: Text) => t.nav_home(), icon: <House aria-hidden /> },
  { to: '/goods', label: (t: Text) => t.nav_goods(), icon: <LayoutGrid aria-hidden /> },
  { to: '/cart', label: (t: Text) => t.nav_cart(), icon: <ShoppingCart aria-hidden /> },
  { to: '/orders', label: (t: Text) => t.nav_orders(), icon: <ClipboardList aria-hidden /> },
  { to: '/account', label: (t: Text) => t.nav_account(), icon: <UserRound aria-hidden /> },
] as const;
