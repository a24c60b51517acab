import { Link } from '@tanstack/react-router';
import { BrandMark } from '@tradeline/ui';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { AccountMenu } from './account-menu.tsx';
import { Bell } from './bell.tsx';
import { LiveMark } from './live-mark.tsx';
import { NavList } from './nav-list.tsx';

/** The way around in full: beside the page from 1100 px on, and in the drawer of a phone. */
export const SideBar = ({ onGo }: { onGo?: () => void }) => {
  const t = useText();
  const say = useBilingual();
  const shop = trpc.session.shop.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  return (
    <>
      <Link to="/" className="flex h-14 shrink-0 items-center gap-2.5 px-4" onClick={() => onGo?.()}>
        <BrandMark />
        <span className="min-w-0">
          <span className="block truncate text-base leading-tight font-semibold">{t.app_name()}</span>
          <span className="block truncate text-xs text-muted">{say(shop.data?.name)}</span>
        </span>
      </Link>
      <nav aria-label={t.nav_label()} className="min-h-0 flex-1 overflow-y-auto px-2 py-2">
        <NavList {...(onGo ? { onGo } : {})} />
      </nav>
      <div className="border-t border-line p-2">
        <div className="flex items-center justify-between pb-1 pl-2">
          <LiveMark />
          <Bell {...(onGo ? { onGo } : {})} />
        </div>
        <AccountMenu />
      </div>
    </>
  );
};

/** The way around on a tablet: icons only, so that the tables keep their room. */
export const SideRail = () => {
  const t = useText();
  return (
    <>
      <Link to="/" aria-label={t.app_name()} className="grid h-14 shrink-0 place-items-center">
        <BrandMark />
      </Link>
      <nav aria-label={t.nav_label()} className="flex flex-1 flex-col items-center py-2">
        <NavList rail />
      </nav>
      <div className="flex flex-col items-center gap-2 border-t border-line py-2.5">
        <Bell />
        <LiveMark rail />
        <AccountMenu rail />
      </div>
    </>
  );
};
