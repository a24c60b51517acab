import { Link, useNavigate } from '@tanstack/react-router';
import { cx, LanguageSwitch, Popover, ThemeSwitch, toast } from '@tradeline/ui';
import { ChevronsUpDown, LogOut, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { languages, useLanguage, useText } from '../../lib/i18n.tsx';
import { staffRoleText } from '../../lib/order-words.ts';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.ts';
import { useWords } from '../../lib/words.ts';

/** Who is signed in, and what concerns only them: language, theme, devices, the way out. */
export const AccountMenu = ({ rail = false }: { rail?: boolean }) => {
  const t = useText();
  const words = useWords();
  const me = useMe();
  const { language, choose } = useLanguage();
  const navigate = useNavigate();
  const remember = trpc.session.setLocale.useMutation();
  const signOut = trpc.session.signOut.useMutation({
    onSuccess: () => navigate({ to: '/sign-in', reloadDocument: true }),
    onError: (error) => toast.error(problemText(error, words)),
  });
  const [open, setOpen] = useState(false);
  const row =
    'flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-base hover:bg-hover [&_svg]:size-4 [&_svg]:text-faint';
  return (
    <Popover
      align="start"
      label={t.nav_account()}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={rail ? t.nav_account() : undefined}
          className={cx(
            'flex min-w-0 items-center gap-2.5 rounded-md text-left hover:bg-hover data-popup-open:bg-hover',
            rail ? 'p-1' : 'w-full px-2 py-1.5',
          )}
        >
          <span
            aria-hidden
            className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent-ink"
          >
            {[...me.name][0]}
          </span>
          {!rail && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-base font-medium">{me.name}</span>
                <span className="block truncate text-xs text-muted">{staffRoleText(me.role, t)}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-faint" />
            </>
          )}
        </button>
      }
    >
      <div className="flex w-64 flex-col gap-1 p-2">
        <LanguageSwitch
          className="flex"
          languages={languages}
          value={language}
          onValueChange={(next) => {
            choose(next);
            remember.mutate({ locale: next });
          }}
        />
        <ThemeSwitch className="flex" />
        <hr className="my-1 border-line" />
        <Link to="/account" className={row} onClick={() => setOpen(false)}>
          <MonitorSmartphone aria-hidden />
          {t.nav_sessions()}
        </Link>
        <button type="button" className={row} onClick={() => signOut.mutate()}>
          <LogOut aria-hidden />
          {t.nav_sign_out()}
        </button>
      </div>
    </Popover>
  );
};
