import { Link, useLocation } from '@tanstack/react-router';
import { NavItem } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { may, useMe } from '../../lib/use-me.ts';
import { useUnread } from '../../lib/use-unread.ts';
import { destinations } from './destinations.tsx';

/** The places my role can open; the others are not shown. */
export const NavList = ({ onGo, rail = false }: { onGo?: () => void; rail?: boolean }) => {
  const t = useText();
  const me = useMe();
  const unread = useUnread();
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <ul className="flex flex-col gap-0.5">
      {destinations
        .filter(({ action, ...place }) => may(me, action) && !('unless' in place && may(me, place.unless)))
        .map(({ to, label, icon, ...place }) => (
          <li key={to}>
            <NavItem
              shape={rail ? 'rail' : 'side'}
              link={
                <Link
                  to={to}
                  activeOptions={{ exact: to === '/', includeSearch: false }}
                  {...('also' in place && place.also.some((page) => page === path) ? { 'aria-current': 'page' } : {})}
                  onClick={() => onGo?.()}
                />
              }
              icon={icon}
              label={label(t)}
              count={to === '/orders' ? unread.total : undefined}
            />
          </li>
        ))}
    </ul>
  );
};
