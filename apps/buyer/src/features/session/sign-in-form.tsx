import { useRouter } from '@tanstack/react-router';
import { Button, Notice, TextField } from '@tradeline/ui';
import { type FormEvent, useState } from 'react';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';
import { DEMO_PASSWORD, DemoLogins } from './demo-logins.tsx';

/** Account and password. A refusal keeps the account that was typed. Two fields need no library of forms on the first page. */
export const SignInForm = ({ next }: { next: string | undefined }) => {
  const words = useWords();
  const { t } = words;
  const router = useRouter();
  const utils = trpc.useUtils();
  const [typed, setTyped] = useState({ login: '', password: '' });
  /** What is missing is said once it was tried without. */
  const [tried, setTried] = useState(false);
  const signIn = trpc.session.signIn.useMutation({
    onSuccess: async () => {
      await utils.invalidate();
      // "Nobody" is still remembered from the page that sent us here; it is asked anew before going back to it.
      await utils.session.me.fetch();
      router.history.replace(next ?? '/');
    },
    onError: () => setTyped(({ login }) => ({ login, password: '' })),
  });
  const [login, { password }] = [typed.login.trim(), typed];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(login === '' || password === '');
    if (login !== '' && password !== '') return signIn.mutate({ login, password });
    const first = event.currentTarget.elements.namedItem(login === '' ? 'login' : 'password');
    if (first instanceof HTMLElement) first.focus();
  };
  const demo = trpc.session.shop.useQuery().data?.demo ?? false;
  return (
    <form noValidate className="mt-7 flex flex-col gap-4" onSubmit={submit}>
      {signIn.error && (
        <Notice tone="danger" live>
          {problemText(signIn.error, words)}
        </Notice>
      )}
      <TextField
        label={t.sign_in_login()}
        hint={t.sign_in_login_hint()}
        error={tried && login === '' ? t.sign_in_required_login() : undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        name="login"
        value={typed.login}
        onChange={(event) => setTyped({ ...typed, login: event.target.value })}
      />
      <TextField
        label={t.sign_in_password()}
        error={tried && password === '' ? t.sign_in_required_password() : undefined}
        type="password"
        autoComplete="current-password"
        name="password"
        value={typed.password}
        onChange={(event) => setTyped({ ...typed, password: event.target.value })}
      />
      <Button type="submit" look="primary" size="lg" wide pending={signIn.isPending} className="mt-2">
        {t.sign_in_submit()}
      </Button>
      {demo && <DemoLogins onChoose={(chosen) => setTyped({ login: chosen, password: DEMO_PASSWORD })} />}
    </form>
  );
};
