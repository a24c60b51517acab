import { Link } from '@tanstack/react-router';
import { BrandMark, NavItem } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { useCartCount } from '../../lib/use-cart-count.ts';
import { useVisitor } from '../../lib/use-me.tsx';
import { useUnread } from '../../lib/use-unread.ts';
import { Bell } from './bell.tsx';
import { useDestinations } from './destinations.tsx';

/** Search is always here; from 820 px on the navigation is too. */
export const TopBar = ({ search }: { search: ReactNode }) => {
  const t = useText();
  const inCart = useCartCount();
  const unread = useUnread();
  const destinations = useDestinations();
  const visitor = useVisitor();
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface has-data-search-open:z-40">
      <div className="mx-auto flex h-15 w-full max-w-[84rem] items-center gap-3 px-4 md:h-14 md:gap-5 md:px-6">
        <Link to="/" aria-label={t.app_name()} className="flex shrink-0 items-center gap-2.5 rounded-md">
          <BrandMark />
          <span className="hidden text-md font-semibold tracking-tight lg:inline">{t.app_name()}</span>
        </Link>
        {search}
        <nav aria-label={t.nav_label()} className="hidden items-center gap-0.5 md:flex">
          {destinations.map(({ to, label, icon }) => (
            <NavItem
              key={to}
              shape="top"
              link={<Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} />}
              icon={icon}
              label={label(t)}
              count={to === '/cart' ? inCart : to === '/orders' ? unread.total : undefined}
            />
          ))}
        </nav>
        {visitor && <Bell className="-mr-2 md:order-last md:mr-0" />}
      </div>
    </header>
  );
};
