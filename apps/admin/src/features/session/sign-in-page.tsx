import { BrandMark, LanguageSwitch, ThemeSwitch } from '@tradeline/ui';
import { languages, useLanguage, useText } from '../../lib/i18n.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The door of the console. `next` is the page that asked for it. */
export const SignInPage = ({ next }: { next: string | undefined }) => {
  const t = useText();
  const { language, choose } = useLanguage();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-end gap-2 p-4">
        <LanguageSwitch languages={languages} value={language} onValueChange={choose} />
        <ThemeSwitch iconsOnly />
      </header>
      <main className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center px-5 pb-24">
        <BrandMark className="size-11" />
        <h1 className="mt-5 text-xl font-semibold tracking-tight">{t.sign_in_title()}</h1>
        <p className="mt-1 text-base text-muted">{t.sign_in_lead()}</p>
        <SignInForm next={next} />
      </main>
    </div>
  );
};
