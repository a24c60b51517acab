import { createFileRoute, redirect } from '@tanstack/react-router';
import { AppShell } from '../features/shell/app-shell.tsx';

/** Everything that needs somebody signed in. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.session.me.fetch(undefined, { staleTime: 60_000 });
    if (!me) redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href }, throw: true });
  },
  component: AppShell,
});
