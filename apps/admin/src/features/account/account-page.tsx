import { Card, CardHeader, Facts, LanguageSwitch, ThemeSwitch } from '@tradeline/ui';
import { languages, useLanguage, useText } from '../../lib/i18n.tsx';
import { staffRoleText } from '../../lib/order-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMe } from '../../lib/use-me.ts';
import { SessionList } from './session-list.tsx';

/** What concerns only the person who is signed in. */
export const AccountPage = () => {
  const t = useText();
  const me = useMe();
  const { language, choose } = useLanguage();
  const remember = trpc.session.setLocale.useMutation();
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 p-4 md:p-5">
      <h1 className="text-xl font-semibold tracking-tight">{t.account_title()}</h1>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Card>
          <CardHeader title={t.account_me()} />
          <Facts
            className="px-4 py-3"
            items={[
              { label: t.account_name(), value: me.name },
              { label: t.account_login(), value: me.login },
              { label: t.account_role(), value: staffRoleText(me.role, t) },
            ]}
          />
        </Card>
        <Card>
          <CardHeader title={t.account_preferences()} />
          <div className="flex flex-col gap-3 px-4 py-3">
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
          </div>
        </Card>
      </div>
      <SessionList />
    </div>
  );
};
