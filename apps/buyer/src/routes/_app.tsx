import { createFileRoute, redirect } from '@tanstack/react-router';
import { SearchBox } from '../features/search/search-box.tsx';
import { AppShell } from '../features/shell/app-shell.tsx';
import { Gently } from '../lib/gently.tsx';
import { VisitorProvider } from '../lib/use-me.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Also for people who have not signed in, where the shop lets strangers in. A page is closed unless it says so. */
    strangers?: true;
  }
}

/** The pages of the portal. All need somebody signed in, but for those that are open to strangers in an open shop. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location, matches }) => {
    const { me, shop } = context.queries.session;
    const [person, { storefront }] = await Promise.all([
      me.fetch(undefined, { staleTime: 60_000 }),
      shop.fetch(undefined, { staleTime: 600_000 }),
    ]);
    const open = storefront !== 'login-required' && matches.at(-1)?.staticData.strangers;
    if (!person && !open)
      redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href }, throw: true });
    return { signedIn: person !== null };
  },
  component: () => (
    <VisitorProvider>
      <Gently until={<div className="first-sight" />}>
        <AppShell search={<SearchBox className="min-w-0 flex-1 md:order-last md:ml-auto md:max-w-sm" />} />
      </Gently>
    </VisitorProvider>
  ),
});
