import { Link } from '@tanstack/react-router';
import { buttonClass, cx } from '@tradeline/ui';
import { Bell as BellIcon } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';

/** Leads to what I was told; how much of it I have not read stands on it, live. */
export const Bell = ({ className }: { className?: string }) => {
  const t = useText();
  const { data: unread = 0 } = trpc.notices.unread.useQuery();
  const label = unread > 0 ? t.after_notices_unread({ count: unread }) : t.after_notices();
  return (
    <Link
      to="/notices"
      aria-label={label}
      title={label}
      className={cx(buttonClass({ look: 'quiet', square: true }), className)}
    >
      <BellIcon aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          className="tabular absolute -top-0.5 -right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 text-[0.6875rem] leading-none font-semibold text-on-accent"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
};
