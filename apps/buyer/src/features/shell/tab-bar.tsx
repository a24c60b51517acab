import { Link } from '@tanstack/react-router';
import { NavItem } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { useCartCount } from '../../lib/use-cart-count.ts';
import { useUnread } from '../../lib/use-unread.ts';
import { useDestinations } from './destinations.tsx';

/** Navigation within a thumb's reach, on screens narrower than 820 px. */
export const TabBar = () => {
  const t = useText();
  const inCart = useCartCount();
  const unread = useUnread();
  const destinations = useDestinations();
  return (
    <nav
      aria-label={t.nav_label()}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {destinations.map(({ to, label, icon }) => (
        <NavItem
          key={to}
          shape="tab"
          link={<Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} />}
          icon={icon}
          label={label(t)}
          count={to === '/cart' ? inCart : to === '/orders' ? unread.total : undefined}
        />
      ))}
    </nav>
  );
};
