import { QueryClientProvider } from '@tanstack/react-query';
import { createRouter, type RouterHistory, RouterProvider } from '@tanstack/react-router';
import type { BuyerRouter } from '@tradeline/api/router';
import { Toaster } from '@tradeline/ui';
import { createTRPCQueryUtils } from '@trpc/react-query';
import { Suspense, useState } from 'react';
import { PageError } from './features/shell/page-error.tsx';
import { PageNotFound } from './features/shell/page-not-found.tsx';
import { visitBegins, visitGoesOn } from './lib/gently.tsx';
import { LanguageProvider } from './lib/i18n.tsx';
import { makeQueryClient } from './lib/query-client.ts';
import { links, trpc } from './lib/trpc.ts';
import { routeTree } from './route-tree.gen.ts';

const makeRouter = (context: RouterContext, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: PageNotFound,
    ...(history ? { history } : {}),
  });

/** What every route can reach while it loads: typed queries that fill the same cache as the hooks. */
export type RouterContext = { queries: ReturnType<typeof createTRPCQueryUtils<BuyerRouter>> };

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

/** The portal. Tests give it another address of the API and a history of their own. */
export const App = ({ url = '/trpc', history }: { url?: string; history?: RouterHistory }) => {
  const [parts] = useState(() => {
    visitBegins();
    const queryClient = makeQueryClient(() => {
      const { pathname, searchStr } = router.state.location;
      if (pathname !== '/sign-in')
        void router.navigate({ to: '/sign-in', search: { next: `${pathname}${searchStr}` }, replace: true });
    });
    const client = trpc.createClient({ links: links(url) });
    const router = makeRouter({ queries: createTRPCQueryUtils({ queryClient, client }) }, history);
    router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
      if (fromLocation && pathChanged) visitGoesOn();
    });
    return { queryClient, client, router };
  });
  return (
    <trpc.Provider client={parts.client} queryClient={parts.queryClient}>
      <QueryClientProvider client={parts.queryClient}>
        <Suspense>
          <LanguageProvider>
            <RouterProvider router={parts.router} />
            <Toaster />
          </LanguageProvider>
        </Suspense>
      </QueryClientProvider>
    </trpc.Provider>
  );
};
