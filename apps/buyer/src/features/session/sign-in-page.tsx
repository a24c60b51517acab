import { Link } from '@tanstack/react-router';
import { BrandMark, LanguageSwitch, ThemeSwitch, usePageTitle } from '@tradeline/ui';
import { languages, useBilingual, useLanguage, useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The door of the portal. `next` is the page that asked for it. */
export const SignInPage = ({ next }: { next: string | undefined }) => {
  const t = useText();
  const say = useBilingual();
  const shop = trpc.session.shop.useQuery().data;
  usePageTitle(t.sign_in_title());
  const { language, choose } = useLanguage();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-end gap-2 p-4">
        <LanguageSwitch languages={languages} value={language} onValueChange={choose} />
        <ThemeSwitch iconsOnly />
      </header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center px-5 pb-24">
        <BrandMark className="size-11" />
        <p className="mt-5 min-h-5 text-base font-medium text-accent-ink">{say(shop?.name)}</p>
        <h1 className="mt-0.5 text-xl font-semibold tracking-tight">{t.sign_in_title()}</h1>
        <p className="mt-1 text-base text-muted">{t.sign_in_lead()}</p>
        <SignInForm next={next} />
        {shop && shop.storefront !== 'login-required' && (
          <p className="mt-5 text-center text-base">
            <Link to="/" className="text-accent-ink hover:underline">
              {t.visitor_look_around()}
            </Link>
          </p>
        )}
      </main>
    </div>
  );
};
