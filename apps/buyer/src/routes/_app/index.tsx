import { createFileRoute } from '@tanstack/react-router';
import { HomePage } from '../../features/home/home-page.tsx';
import { StrangerHome } from '../../features/home/stranger-home.tsx';

export const Route = createFileRoute('/_app/')({
  staticData: { strangers: true },
  loader: ({ context }) => {
    void context.queries.catalog.categories.prefetch();
    if (context.signedIn) void context.queries.catalog.usual.prefetch();
  },
  component: () => (Route.useRouteContext().signedIn ? <HomePage /> : <StrangerHome />),
});
