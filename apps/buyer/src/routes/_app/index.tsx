import { createFileRoute } from '@tanstack/react-router';
import type { RouterContext } from '../../app.tsx';
import { HomePage } from '../../features/home/home-page.tsx';
import { HomeSkeleton } from '../../features/home/home-skeleton.tsx';
import { StrangerHome } from '../../features/home/stranger-home.tsx';
import { Gently } from '../../lib/gently.tsx';

/**
 * The start page is many small answers, asked for in one call. It is drawn when all are there, or have failed: one that
 * came later would push away what a thumb is about to press. What somebody may not see is refused, and no matter here.
 */
const everything = ({ queries }: RouterContext): Promise<unknown> =>
  Promise.allSettled([
    queries.home.promotions.ensureData(),
    queries.catalog.usual.ensureData(),
    queries.cart.get.ensureData(),
    queries.home.due.ensureData(),
    queries.home.news.ensureData(),
    queries.orders.list.ensureData({ size: 5 }),
    queries.account.credit.ensureData(),
  ]);

export const Route = createFileRoute('/_app/')({
  staticData: { strangers: true },
  loader: async ({ context }) => {
    void context.queries.catalog.categories.prefetch();
    if (context.signedIn) await everything(context);
  },
  pendingMs: 0,
  pendingComponent: HomeSkeleton,
  component: () =>
    Route.useRouteContext().signedIn ? (
      <Gently until={<HomeSkeleton />}>
        <HomePage />
      </Gently>
    ) : (
      <StrangerHome />
    ),
});
