import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from '@tanstack/react-router';
import { Button, Notice, TextField } from '@tradeline/ui';
import { useForm } from 'react-hook-form';
import * as z from 'zod';
import { problemText } from '../../lib/problem-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

const shape = z.object({ login: z.string().trim().min(1), password: z.string().min(1) });

/** Account and password. A refusal keeps the account that was typed. */
export const SignInForm = ({ next }: { next: string | undefined }) => {
  const words = useWords();
  const { t } = words;
  const router = useRouter();
  const utils = trpc.useUtils();
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { login: '', password: '' } });
  const signIn = trpc.session.signIn.useMutation({
    onSuccess: async () => {
      await utils.invalidate();
      // "Nobody" is still remembered from the page that sent us here; it is asked anew before going back to it.
      await utils.session.me.fetch();
      router.history.replace(next ?? '/');
    },
    onError: () => form.resetField('password'),
  });
  const { errors } = form.formState;
  return (
    <form
      noValidate
      className="mt-7 flex flex-col gap-4"
      onSubmit={form.handleSubmit((values) => signIn.mutate(values))}
    >
      {signIn.error && (
        <Notice tone="danger" live>
          {problemText(signIn.error, words)}
        </Notice>
      )}
      <TextField
        label={t.sign_in_login()}
        error={errors.login && t.sign_in_required_login()}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('login')}
      />
      <TextField
        label={t.sign_in_password()}
        error={errors.password && t.sign_in_required_password()}
        type="password"
        autoComplete="current-password"
        {...form.register('password')}
      />
      <Button type="submit" look="primary" size="lg" wide pending={signIn.isPending} className="mt-2">
        {t.sign_in_submit()}
      </Button>
    </form>
  );
};
