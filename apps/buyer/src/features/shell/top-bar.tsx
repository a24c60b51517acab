import { Link, useMatch, useNavigate } from '@tanstack/react-router';
import { BrandMark, NavItem, SearchField } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { useCartCount } from '../../lib/use-cart-count.ts';
import { useDestinations } from './destinations.tsx';

/** Search is always here; from 820 px on the navigation is too. */
export const TopBar = () => {
  const t = useText();
  const navigate = useNavigate();
  const inCart = useCartCount();
  const destinations = useDestinations();
  // A search inside the list keeps its filters; from anywhere else it starts anew.
  const list = useMatch({ from: '/_app/goods/', shouldThrow: false });
  const { page: _, q: searched = '', ...kept } = list?.search ?? {};
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface">
      <div className="mx-auto flex h-15 w-full max-w-[84rem] items-center gap-3 px-4 md:h-14 md:gap-5 md:px-6">
        <Link to="/" aria-label={t.app_name()} className="flex shrink-0 items-center gap-2.5 rounded-md">
          <BrandMark />
          <span className="hidden text-md font-semibold tracking-tight lg:inline">{t.app_name()}</span>
        </Link>
        <SearchField
          className="min-w-0 flex-1 md:order-last md:ml-auto md:max-w-sm"
          label={t.goods_search_label()}
          placeholder={t.goods_search()}
          value={searched}
          onSearch={(q) => void navigate({ to: '/goods', search: { ...kept, q: q || undefined } })}
        />
        <nav aria-label={t.nav_label()} className="hidden items-center gap-0.5 md:flex">
          {destinations.map(({ to, label, icon }) => (
            <NavItem
              key={to}
              shape="top"
              link={<Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }} />}
              icon={icon}
              label={label(t)}
              count={to === '/cart' ? inCart : undefined}
            />
          ))}
        </nav>
      </div>
    </header>
  );
};
